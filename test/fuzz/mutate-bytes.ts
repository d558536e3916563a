import type { Random } from './random';

/** Values at which length fields, counters and signs break. */
const extremes = [0, 1, 2, 3, 4, 5, 7, 8, 12, 15, 16, 20, 31, 32, 63, 64, 0x7f, 0x80, 0xc0, 0xf0, 0xfe, 0xff];
const maxChanges = 6;

/**
 * Copies `seed` to `into` from `at` on and damages it there; pieces of `other` may get in. Never writes beyond the end
 * of `into`. Returns the length of what is there now.
 */
export function mutateBytes(random: Random, seed: Uint8Array, other: Uint8Array, into: Uint8Array, at: number): number {
  const room = into.length - at;
  let length = Math.min(seed.length, room);
  into.set(seed.subarray(0, length), at);
  for (let changes = 1 + random.below(maxChanges); changes > 0; changes--) {
    const place = at + random.below(length + 1);
    const end = at + length;
    switch (random.below(12)) {
      case 0:
        length = place - at;
        break;
      case 1: {
        const removed = Math.min(1 + random.below(8), end - place);
        into.copyWithin(place, place + removed, end);
        length -= removed;
        break;
      }
      case 2: {
        const added = Math.min(1 + random.below(8), room - length);
        into.copyWithin(place + added, place, end);
        for (let i = 0; i < added; i++) into[place + i] = random.below(256);
        length += added;
        break;
      }
      case 3: {
        const from = random.below(other.length + 1);
        const piece = other.subarray(from, from + Math.min(1 + random.below(64), into.length - place));
        into.set(piece, place);
        length = Math.max(length, place + piece.length - at);
        break;
      }
      case 4: {
        const from = at + random.below(length + 1);
        const size = Math.min(1 + random.below(32), end - from, end - place);
        into.copyWithin(place, from, from + size);
        break;
      }
      case 5:
      case 6:
      case 7:
        if (place < end) into[place] = random.pick(extremes);
        break;
      case 8:
        if (place + 1 < end) {
          into[place] = random.oneIn(2) ? 0 : 0xff;
          into[place + 1] = random.pick(extremes);
        }
        break;
      default:
        if (place < end) into[place] ^= 1 << random.below(8);
    }
  }
  return length;
}
