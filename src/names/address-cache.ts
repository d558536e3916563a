/**
 * Names of addresses that packets have shown, in a fixed amount of memory: sets of four slots each, of which the one
 * longest unused is given to a new address.
 */
import { randomBytes } from 'node:crypto';

/** What is known of a slot's address. */
export const SlotState = {
  free: 0,
  /** Nobody has been asked yet. */
  unasked: 1,
  /** A question is under way. */
  asked: 2,
  /** `name` has the answer; undefined: there is no name. */
  answered: 3,
  /** No answer came; worth another try later. */
  failed: 4,
} as const;

const ways = 4;

export class AddressCache {
  readonly states: Uint8Array;
  readonly names: (Uint8Array | undefined)[];
  /** When the last try failed, in milliseconds. */
  readonly failedAt: Float64Array;
  private readonly keys: Uint32Array;
  private readonly lastUse: Float64Array;
  private readonly mask: number;
  private readonly words: number;
  private readonly candidate: Uint32Array;
  private uses = 0;
  // Unknown to senders, so that they cannot choose addresses that fall into one set.
  private readonly seed = randomBytes(4).readUInt32LE(0) | 1;

  /** `length`: bytes of an address, 4 or 16. `slots`: a power of two. */
  constructor(
    readonly length: 4 | 16,
    slots: number,
  ) {
    this.words = length / 4;
    this.mask = slots / ways - 1;
    this.keys = new Uint32Array(slots * this.words);
    this.candidate = new Uint32Array(this.words);
    this.states = new Uint8Array(slots);
    this.lastUse = new Float64Array(slots);
    this.failedAt = new Float64Array(slots);
    this.names = new Array<Uint8Array | undefined>(slots).fill(undefined);
  }

  /** The slot of the address at `at`, -1: it has none. */
  find(bytes: Uint8Array, at: number): number {
    const first = this.look(bytes, at);
    for (let slot = first; slot < first + ways; slot++) {
      if (this.states[slot] !== SlotState.free && this.holdsCandidate(slot)) {
        this.lastUse[slot] = ++this.uses;
        return slot;
      }
    }
    return -1;
  }

  /** A slot for an address that has none; what was in it is forgotten. */
  claim(bytes: Uint8Array, at: number): number {
    const first = this.look(bytes, at);
    let chosen = first;
    for (let slot = first; slot < first + ways; slot++) {
      if (this.states[slot] === SlotState.free) {
        chosen = slot;
        break;
      }
      if (this.lastUse[slot] < this.lastUse[chosen]) chosen = slot;
    }
    this.keys.set(this.candidate, chosen * this.words);
    this.states[chosen] = SlotState.unasked;
    this.names[chosen] = undefined;
    this.lastUse[chosen] = ++this.uses;
    return chosen;
  }

  /** Takes the address as the candidate and returns the first slot of its set. */
  private look(bytes: Uint8Array, at: number): number {
    let hash = this.seed;
    for (let word = 0; word < this.words; word++) {
      const from = at + 4 * word;
      const value = (bytes[from] << 24) | (bytes[from + 1] << 16) | (bytes[from + 2] << 8) | bytes[from + 3];
      this.candidate[word] = value;
      hash = Math.imul(hash ^ value, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    hash = Math.imul(hash, 0x85ebca6b);
    return ((hash ^ (hash >>> 13)) & this.mask) * ways;
  }

  private holdsCandidate(slot: number): boolean {
    const from = slot * this.words;
    for (let word = 0; word < this.words; word++) {
      if (this.keys[from + word] !== this.candidate[word]) return false;
    }
    return true;
  }
}
