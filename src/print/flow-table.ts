/**
 * First sequence and acknowledgement number of each TCP conversation, for relative numbers.
 * Bounded: flows live in two generations of open-addressed tables. When the young one is full, the old
 * one is forgotten; a flow seen again in the old one moves to the young. A flow that stayed silent while
 * `generationFlows` others appeared therefore starts anew, where tcpdump would remember it at any price.
 */

const initialSlots = 1 << 10;
/** Flows of a generation: 2^19 twice covers a million conversations. */
const generationFlows = 1 << 19;

class Generation {
  slots: Uint32Array;
  mask: number;
  used = 0;

  constructor(
    private readonly words: number,
    slots: number,
  ) {
    this.slots = new Uint32Array(slots * words);
    this.mask = slots - 1;
  }

  /** Doubles the table and puts every flow where the larger mask wants it. */
  grow(hash: (slots: Uint32Array, at: number) => number): void {
    const old = this.slots;
    this.slots = new Uint32Array(old.length * 2);
    this.mask = this.slots.length / this.words - 1;
    for (let from = 0; from < old.length; from += this.words) {
      if (old[from] === 0) continue;
      let slot = hash(old, from) & this.mask;
      while (this.slots[slot * this.words] !== 0) slot = (slot + 1) & this.mask;
      this.slots.set(old.subarray(from, from + this.words), slot * this.words);
    }
  }

  clear(): void {
    this.slots.fill(0);
    this.used = 0;
  }
}

/**
 * A slot is: an in-use mark, both ports, the address words, then the two base numbers.
 * Fill `key` (ports word first, then the addresses, lower side first) and call `find`.
 */
export class FlowTable {
  readonly key: Uint32Array;
  /** What `find` found: base of the lower side's numbers, and of the higher side's. */
  lowerBase = 0;
  higherBase = 0;
  private young: Generation;
  private old: Generation | undefined;
  private readonly words: number;
  private readonly hashSlot = (slots: Uint32Array, at: number): number => this.hash(slots, at + 1);

  /** `addressWords`: 32-bit words of both addresses together. */
  constructor(private readonly addressWords: number) {
    this.words = 1 + 1 + addressWords + 2;
    this.key = new Uint32Array(1 + addressWords);
    this.young = new Generation(this.words, initialSlots);
  }

  /** true: known, and the bases are set. false: not known. */
  find(): boolean {
    const at = this.locate(this.young);
    if (this.young.slots[at] !== 0) {
      this.load(this.young.slots, at);
      return true;
    }
    if (this.old === undefined) return false;
    const oldAt = this.locate(this.old);
    if (this.old.slots[oldAt] === 0) return false;
    this.load(this.old.slots, oldAt);
    this.store(this.lowerBase, this.higherBase);
    return true;
  }

  /** Remembers the bases under `key`, replacing what was there. */
  store(lowerBase: number, higherBase: number): void {
    this.lowerBase = lowerBase;
    this.higherBase = higherBase;
    let at = this.locate(this.young);
    if (this.young.slots[at] === 0) {
      if (this.makeRoom()) at = this.locate(this.young);
      this.young.used++;
      this.young.slots[at] = 1;
      this.young.slots.set(this.key, at + 1);
    }
    const values = at + 2 + this.addressWords;
    this.young.slots[values] = lowerBase;
    this.young.slots[values + 1] = higherBase;
  }

  private load(slots: Uint32Array, at: number): void {
    const values = at + 2 + this.addressWords;
    this.lowerBase = slots[values];
    this.higherBase = slots[values + 1];
  }

  /** true: slots have moved. */
  private makeRoom(): boolean {
    const young = this.young;
    if (young.used >= generationFlows) {
      const spare = this.old;
      this.old = young;
      this.young = spare ?? new Generation(this.words, young.mask + 1);
      this.young.clear();
      return true;
    }
    if (young.used * 2 <= young.mask) return false;
    young.grow(this.hashSlot);
    return true;
  }

  private hash(words: Uint32Array, at: number): number {
    let hash = 0x9e3779b9;
    for (let i = 0; i <= this.addressWords; i++) {
      hash = Math.imul(hash ^ words[at + i], 0x85ebca6b);
      hash ^= hash >>> 15;
    }
    return hash >>> 1;
  }

  /** Index of the flow's slot, or of the free slot where it would go. */
  private locate(generation: Generation): number {
    const { slots, mask } = generation;
    const words = this.words;
    const key = this.key;
    const last = this.addressWords;
    let slot = this.hash(key, 0) & mask;
    for (;;) {
      const at = slot * words;
      if (slots[at] === 0) return at;
      let i = 0;
      while (i <= last && slots[at + 1 + i] === key[i]) i++;
      if (i > last) return at;
      slot = (slot + 1) & mask;
    }
  }
}
