import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packetTypes } from '../../../src/print/options';
import { fixtures } from './fixtures/all';
import { bytesOf, Lines } from './lines';
import { samples } from './packets';

/** Newline and tab are ours; nothing else below 0x20 and nothing from 0x7f on may be written. */
const terminalSafe = /^[\n\t\x20-\x7e]*$/;
/**
 * Rows of hexadecimal write five characters for each byte, and more than one layer may write them; names, flags and
 * addresses come on top. A line that grows beyond this is made of something else than the packet.
 */
const charactersPerByte = 40;
const charactersOfNames = 4096;

const packets = [
  ...samples.map((sample) => ({ frame: bytesOf(sample.hex), linkType: 1 })),
  ...Object.values(fixtures).flatMap((list) => list.map(({ frame, linkType = 1 }) => ({ frame, linkType }))),
];
const packet = fc.constantFrom(...packets);
const options = fc.record({
  verbose: fc.integer({ min: 0, max: 3 }),
  linkLevel: fc.boolean(),
  quiet: fc.integer({ min: 0, max: 2 }),
  hex: fc.constantFrom('none' as const, 'X' as const, 'AA' as const),
  mesh: fc.boolean(),
  signatureSecret: fc.constantFrom(undefined, 'secret'),
  packetType: fc.option(fc.constantFrom(...packetTypes), { nil: undefined }),
});

function printed(frame: Uint8Array, linkType: number, length: number, chosen: object): string {
  const text = new Lines(chosen).print(frame, linkType, length);
  expect(text).toMatch(terminalSafe);
  expect(text.length).toBeLessThan(charactersOfNames + charactersPerByte * frame.length);
  return text;
}

describe('hostile bytes of every fixture', () => {
  test('print for any prefix, whatever the options', () => {
    fc.assert(
      fc.property(packet, fc.nat(), options, ({ frame, linkType }, cut, chosen) => {
        printed(frame.slice(0, 1 + (cut % frame.length)), linkType, frame.length, chosen);
      }),
      { numRuns: 4000 },
    );
  });

  test('print for any flipped bits, whatever the options', () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(packet, flips, options, ({ frame, linkType }, changes, chosen) => {
        const changed = frame.slice();
        for (const [at, mask] of changes) changed[at % changed.length] ^= mask;
        printed(changed, linkType, changed.length, chosen);
      }),
      { numRuns: 8000 },
    );
  });

  test('print under any link type', () => {
    const linkType = fc.constantFrom(...new Set(packets.map((one) => one.linkType)));
    fc.assert(
      fc.property(packet, linkType, options, ({ frame }, type, chosen) => {
        printed(frame, type, frame.length, chosen);
      }),
      { numRuns: 4000 },
    );
  });

  test('leave no trace in the next line', () => {
    const lines = new Lines();
    fc.assert(
      fc.property(packet, fc.nat(), ({ frame, linkType }, cut) => {
        lines.print(frame.slice(0, 1 + (cut % frame.length)), linkType, frame.length);
        const arp = '020000000001 020000000002 0806 0001 0800 0604 0001 020000000002 0a000001 000000000000 0a000002';
        expect(lines.print(bytesOf(arp))).toBe('ARP, Request who-has 10.0.0.2 tell 10.0.0.1, length 28');
      }),
      { numRuns: 1000 },
    );
  });
});
