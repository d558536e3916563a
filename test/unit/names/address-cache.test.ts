import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AddressCache, SlotState } from '../../../src/names/address-cache';

const address = (number: number) => Uint8Array.of(10, number >> 16, (number >> 8) & 0xff, number & 0xff);

describe('the cache of addresses', () => {
  test('finds what it was given, and nothing else', () => {
    const cache = new AddressCache(4, 64);
    const slot = cache.claim(address(1), 0);
    expect(cache.find(address(1), 0)).toBe(slot);
    expect(cache.states[slot]).toBe(SlotState.unasked);
    expect(cache.find(address(2), 0)).toBe(-1);
  });

  test('tells IPv6 addresses apart that differ in any byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.nat(15), fc.nat(254), (bytes, index, step) => {
        const other = bytes.slice();
        other[index] += step + 1;
        const cache = new AddressCache(16, 64);
        const slot = cache.claim(bytes, 0);
        expect(cache.find(bytes, 0)).toBe(slot);
        expect(cache.find(other, 0)).toBe(-1);
      }),
    );
  });

  test('reads an address wherever it lies', () => {
    const cache = new AddressCache(4, 64);
    const slot = cache.claim(address(7), 0);
    expect(cache.find(Uint8Array.of(1, 2, 3, ...address(7)), 3)).toBe(slot);
  });

  test('never grows, and gives the slot longest unused to a new address', () => {
    const slots = 64;
    const cache = new AddressCache(4, slots);
    const kept = address(0);
    cache.names[cache.claim(kept, 0)] = Uint8Array.of(0x61);
    for (let number = 1; number <= 10_000; number++) {
      expect(cache.find(kept, 0)).toBeGreaterThanOrEqual(0);
      cache.claim(address(number), 0);
    }
    const known = Array.from({ length: 10_001 }, (_, number) => cache.find(address(number), 0)).filter((at) => at >= 0);
    expect(known.length).toBeLessThanOrEqual(slots);
    expect(cache.names.length).toBe(slots);
    expect(cache.names[cache.find(kept, 0)]).toEqual(Uint8Array.of(0x61));
  });

  test('does so after any number of uses', () => {
    const cache = new AddressCache(4, 4);
    // Hours of a busy capture.
    Object.assign(cache, { uses: 2 ** 32 - 4 });
    for (let number = 0; number < 4; number++) cache.claim(address(number), 0);
    const newest = address(4);
    cache.claim(newest, 0);
    cache.claim(address(5), 0);
    expect(cache.find(newest, 0)).toBeGreaterThanOrEqual(0);
    expect(cache.find(address(1), 0)).toBe(-1);
  });
});
