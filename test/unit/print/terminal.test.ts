import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ethernet, ipv4, ipv6, tcp, udp } from '../../../src/frames/frames';
import type { HexMode, TimeMode } from '../../../src/print/options';
import { concat, hex, text } from './fixtures/frames';
import { Lines } from './lines';

/** Newline and tab are the line format's own; a terminal acts upon everything else below 0x20 and from 0x7f to 0x9f. */
const safe = /^[\n\t\x20-\x7e]*$/;

/** Bytes that terminals act upon come often, and so do the ends of lines. */
const byte = fc.oneof(
  fc.integer({ min: 0, max: 255 }),
  fc.constantFrom(0x1b, 0x9b, 0x90, 0x9d, 0x07, 0x08, 0x0b, 0x0c, 0x0d, 0x0a, 0x00, 0x7f, 0x80, 0x85),
  fc.integer({ min: 0x20, max: 0x7e }),
);
const hostile = fc.array(byte, { maxLength: 120 }).map((bytes) => Uint8Array.from(bytes));

const options = fc.record({
  verbose: fc.integer({ min: 0, max: 3 }),
  linkLevel: fc.boolean(),
  quiet: fc.integer({ min: 0, max: 2 }),
  absoluteSequence: fc.boolean(),
  noChecksum: fc.boolean(),
  number: fc.boolean(),
  nanoseconds: fc.boolean(),
  hex: fc.constantFrom<HexMode>('none', 'x', 'xx', 'X', 'XX', 'A', 'AA'),
  time: fc.constantFrom<TimeMode>('default', 'none', 'unix', 'delta', 'date', 'sinceFirst'),
});

/** What a dialogue starts with, so that the hostile bytes come where the protocol has words. */
const openings: readonly (readonly [protocol: 'tcp' | 'udp', port: number, opening: Uint8Array])[] = [
  ['tcp', 21, text('220 ')],
  ['tcp', 22, text('SSH-2.0-')],
  ['tcp', 23, hex('fffb01')],
  ['tcp', 25, text('MAIL FROM:')],
  ['tcp', 43, text('')],
  ['tcp', 80, text('GET /')],
  ['tcp', 80, text('HTTP/1.1 200 OK\r\n')],
  ['tcp', 110, text('+OK ')],
  ['tcp', 143, text('* OK ')],
  ['tcp', 179, hex('ffffffffffffffffffffffffffffffff 0040 03 0602 20')],
  ['tcp', 554, text('RTSP/1.0 200 OK\r\n')],
  ['tcp', 2049, hex('80000060')],
  ['tcp', 6379, text('*2\r\n$10\r\n')],
  ['udp', 53, hex('1234 8180 0001 0001 0000 0000 1f')],
  ['udp', 53, hex('1234 8180 0000 0001 0000 0000 00 0010 0001 00000000 0040 3f')],
  ['udp', 5353, hex('0000 8400 0000 0001 0000 0000 3f')],
  ['udp', 67, concat(hex('01010600 30000001 0000 8000'), new Uint8Array(224), hex('63825363 350101 0c30'))],
  ['udp', 69, hex('0001')],
  ['udp', 123, hex('24 01 06 ec 00000000 00000010')],
  ['udp', 161, hex('3030 020101 0420')],
  ['udp', 514, text('<13>')],
  ['udp', 1812, hex('01050040 00000000000000000000000000000000 0130')],
  ['udp', 4789, hex('08000000 00002a00')],
  ['udp', 5060, text('INVITE sip:')],
  ['udp', 6081, hex('0040 6558 00000a00')],
];

function frames(protocol: 'tcp' | 'udp', port: number, payload: Uint8Array): Uint8Array[] {
  const transport =
    protocol === 'tcp' ? tcp({ destinationPort: port, flags: 'P.' }, payload) : udp({ destinationPort: port }, payload);
  return [ethernet({}, ipv4({}, transport)), ethernet({}, ipv6({}, transport))];
}

describe('no byte of a packet acts upon a terminal', () => {
  test.each(openings)('after the opening of %s port %i', (protocol, port, opening) => {
    fc.assert(
      fc.property(hostile, options, (bytes, chosen) => {
        for (const frame of frames(protocol, port, concat(opening, bytes))) {
          expect(new Lines(chosen).print(frame)).toMatch(safe);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('whatever the ethertype', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff }), hostile, options, (type, bytes, chosen) => {
        expect(new Lines(chosen).print(ethernet({ type }, bytes))).toMatch(safe);
      }),
      { numRuns: 3000 },
    );
  });

  test('whatever the IP protocol', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), hostile, options, (protocol, bytes, chosen) => {
        expect(new Lines(chosen).print(ethernet({}, ipv4({ protocol }, bytes)))).toMatch(safe);
        expect(new Lines(chosen).print(ethernet({}, ipv6({ nextHeader: protocol }, bytes)))).toMatch(safe);
      }),
      { numRuns: 3000 },
    );
  });

  test('whatever the port', () => {
    fc.assert(
      fc.property(fc.constantFrom('tcp', 'udp'), fc.nat(0xffff), hostile, options, (protocol, port, bytes, chosen) => {
        for (const frame of frames(protocol as 'tcp' | 'udp', port, bytes)) {
          expect(new Lines(chosen).print(frame)).toMatch(safe);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('a carriage return shown by -A is dropped at the end of a line and is a dot elsewhere', () => {
    const frame = ethernet({}, ipv4({ protocol: 99 }, text('one\r\ntwo\rthree\r')));
    const shown = new Lines({ hex: 'AA' }).print(frame);
    expect(shown.endsWith('one\ntwo.three')).toBe(true);
  });
});
