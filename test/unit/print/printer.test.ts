import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { protocolTables } from '../../../src/print/tables';
import { bytesOf, Lines, lineOf } from './lines';
import { oracleIsHere, oracleText, oracleTimeout } from './oracle';
import { samples } from './packets';

/** Newline and tab are ours; nothing else below 0x20 and nothing from 0x7f on may be written. */
const terminalSafe = /^[\n\t\x20-\x7e]*$/;

describe('one line per packet', () => {
  test.each(samples)('prints $title', ({ hex, line }) => {
    expect(lineOf(hex)).toBe(line);
  });
});

describe('relative sequence numbers', () => {
  const from = '020000000001 020000000002 0800 45000028 00010000 40060000 0a000001 0a000002';
  const back = '020000000002 020000000001 0800 45000028 00010000 40060000 0a000002 0a000001';

  test('count from the first segment that acknowledges', () => {
    const lines = new Lines();
    expect(lines.print(bytesOf(`${from} 10001001 00000065 000000c9 5011 0100 0000 0000`))).toContain(
      'seq 101, ack 201,',
    );
    expect(lines.print(bytesOf(`${from} 10001001 00000066 000000ca 5011 0100 0000 0000`))).toContain('seq 1, ack 2,');
    expect(lines.print(bytesOf(`${back} 10011000 000000c9 00000066 5011 0100 0000 0000`))).toContain('seq 1, ack 1,');
  });

  test('stay absolute where that is asked for', () => {
    const lines = new Lines({ absoluteSequence: true });
    lines.print(bytesOf(`${from} 10001001 00000065 000000c9 5011 0100 0000 0000`));
    expect(lines.print(bytesOf(`${from} 10001001 00000066 000000ca 5011 0100 0000 0000`))).toContain(
      'seq 102, ack 202,',
    );
  });

  test('start anew at a SYN that acknowledges', () => {
    const lines = new Lines();
    lines.print(bytesOf(`${from} 10001001 00000065 000000c9 5011 0100 0000 0000`));
    expect(lines.print(bytesOf(`${from} 10001001 00000066 000000ca 5012 0100 0000 0000`))).toContain(
      'seq 102, ack 202,',
    );
  });
});

describe('options', () => {
  const frame = '020000000001 020000000002 8100 6001 0800 45000014 00010000 40630000 0a0000010a000002';

  test('link level shows addresses, ethertype and VLAN', () => {
    expect(lineOf(frame, { linkLevel: true })).toBe(
      '02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype 802.1Q (0x8100), length 38: vlan 1, p 3, ethertype IPv4 (0x0800), 10.0.0.1 > 10.0.0.2:  ip-proto-99 0',
    );
  });

  test('verbose breaks the line after the IPv4 header', () => {
    expect(lineOf(frame, { verbose: 1 })).toBe(
      'IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto unknown (99), length 20, bad cksum 0 (->6684)!)\n    10.0.0.1 > 10.0.0.2:  ip-proto-99 0',
    );
  });

  test('hexadecimal starts after link header and tag', () => {
    expect(lineOf(frame, { hex: 'x' })).toBe(
      'IP 10.0.0.1 > 10.0.0.2:  ip-proto-99 0\n\t0x0000:  4500 0014 0001 0000 4063 0000 0a00 0001\n\t0x0010:  0a00 0002',
    );
  });

  test('the number of the packet comes first', () => {
    expect(lineOf(frame, { number: true })).toBe('    1  IP 10.0.0.1 > 10.0.0.2:  ip-proto-99 0');
  });

  test.each([
    ['unix', '1700000000.123456 IP '],
    ['delta', ' 00:00:00.000000 IP '],
    ['sinceFirst', ' 00:00:00.000000 IP '],
  ] as const)('time form %s', (time, start) => {
    expect(lineOf(frame, { time }).startsWith(start)).toBe(true);
  });

  test('nanoseconds have nine digits', () => {
    expect(lineOf(frame, { time: 'unix', nanoseconds: true }).startsWith('1700000000.123456789 ')).toBe(true);
  });

  test('a record longer on the file than on the wire is named as damaged', () => {
    expect(new Lines().print(bytesOf(frame), 1, 10)).toBe('[Invalid header: len(10) < caplen(38)]');
  });
});

describe('hostile bytes', () => {
  const bytes = samples.map((sample) => bytesOf(sample.hex));
  const sample = fc.integer({ min: 0, max: bytes.length - 1 });
  const options = fc.record({
    verbose: fc.integer({ min: 0, max: 3 }),
    linkLevel: fc.boolean(),
    quiet: fc.integer({ min: 0, max: 1 }),
    hex: fc.constantFrom('none', 'X', 'AA' as const),
  });

  test('any prefix prints without a throw and without a control character', () => {
    fc.assert(
      fc.property(sample, fc.nat(), options, (index, cut, chosen) => {
        const whole = bytes[index];
        const text = new Lines(chosen as never).print(whole.slice(0, 1 + (cut % whole.length)), 1, whole.length);
        expect(text).toMatch(terminalSafe);
      }),
      { numRuns: 3000 },
    );
  });

  test('any flipped bits print without a throw and without a control character', () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(sample, flips, options, (index, changes, chosen) => {
        const changed = bytes[index].slice();
        for (const [at, mask] of changes) changed[at % changed.length] ^= mask;
        expect(new Lines(chosen as never).print(changed)).toMatch(terminalSafe);
      }),
      { numRuns: 5000 },
    );
  });

  test('random bytes of every link type print without a throw', () => {
    const nobodys = 147;
    const linkType = fc.constantFrom(nobodys, ...protocolTables.link.keys());
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), linkType, options, (data, type, chosen) => {
        expect(new Lines(chosen as never).print(data, type)).toMatch(terminalSafe);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe.skipIf(!oracleIsHere)('tcpdump 4.99.3 on the same packets', () => {
  test('prints the lines that are written down', { timeout: oracleTimeout }, () => {
    for (const sample of samples) expect(oracleText({ frame: bytesOf(sample.hex) })).toBe(`${sample.line}\n`);
  });
});
