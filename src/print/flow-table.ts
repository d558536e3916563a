/**
 * First sequence and acknowledgement number of each TCP conversation, for relative numbers.
 * Bounded: flows live in two generations of open-addressed tables. When the young one is full, the old
 * one is forgotten; a flow seen again in the old one moves to the young. A flow that stayed silent while
 * three quarters of `generationWords` worth of others were seen (786 432 over IPv4, 393 216 over IPv6) therefore
 * starts anew, where tcpdump would remember it at any price.
 */

const initialSlots = 1 << 10;
/** Memory of a generation, in 32-bit words: 24 MiB. The number of slots is the largest power of two that fits. */
const generationWords = 6 << 20;
/** A table is full when so much of it is in use: linear probing then looks at 2.5 slots for a flow that is there. */
const fullShare = 3 / 4;

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
  private readonly largestSlots: number;
  // Unknown to senders, so that they cannot choose flows that all want one slot.
  private readonly factors: Int32Array;
  private readonly hashSlot = (slots: Uint32Array, at: number): number => this.hash(slots, at + 1);

  /** `addressWords`: 32-bit words of both addresses together. */
  constructor(private readonly addressWords: number) {
    this.words = 1 + 1 + addressWords + 2;
    this.largestSlots = 2 ** Math.floor(Math.log2(generationWords / this.words));
    this.key = new Uint32Array(1 + addressWords);
    this.factors = Int32Array.from({ length: 2 * this.key.length }, () => Math.random() * 2 ** 32).map((it) => it | 1);
    this.young = new Generation(this.words, initialSlots);
  }

  /** true: known, and the bases are set. false: not known. */
  find(): boolean {
    const hash = this.hash(this.key, 0);
    const at = this.locate(this.young, hash);
    if (this.young.slots[at] !== 0) {
      this.load(this.young.slots, at);
      return true;
    }
    return this.old !== undefined && this.findOld(this.old, hash);
  }

  /** A flow that is found among the old becomes one of the young. */
  private findOld(old: Generation, hash: number): boolean {
    const at = this.locate(old, hash);
    if (old.slots[at] === 0) return false;
    this.load(old.slots, at);
    this.store(this.lowerBase, this.higherBase);
    return true;
  }

  /** Remembers the bases under `key`, replacing what was there. */
  store(lowerBase: number, higherBase: number): void {
    this.lowerBase = lowerBase;
    this.higherBase = higherBase;
    const hash = this.hash(this.key, 0);
    let at = this.locate(this.young, hash);
    if (this.young.slots[at] === 0) {
      if (this.makeRoom()) at = this.locate(this.young, hash);
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
    const slots = young.mask + 1;
    if (young.used < slots * fullShare) return false;
    if (slots < this.largestSlots) {
      young.grow(this.hashSlot);
      return true;
    }
    const spare = this.old;
    this.old = young;
    this.young = spare ?? new Generation(this.words, slots);
    this.young.clear();
    return true;
  }

  /** Each half of a word has a factor of its own (multilinear hashing), and the sum is mixed for the low bits' sake. */
  private hash(words: Uint32Array, at: number): number {
    const { factors, addressWords } = this;
    let sum = 0;
    for (let i = 0; i <= addressWords; i++) {
      const word = words[at + i];
      sum = (sum + Math.imul(factors[2 * i], word & 0xffff) + Math.imul(factors[2 * i + 1], word >>> 16)) | 0;
    }
    const mixed = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
    return (mixed ^ (mixed >>> 13)) >>> 1;
  }

  /** Index of the flow's slot, or of the free slot where it would go. */
  private locate(generation: Generation, hash: number): number {
    const { slots, mask } = generation;
    const { words, key } = this;
    const last = this.addressWords;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const at = slot * words;
      if (slots[at] === 0) return at;
      let i = 0;
      while (i <= last && slots[at + 1 + i] === key[i]) i++;
      if (i > last) return at;
    }
  }
}
