import { describe, expect, test } from 'vitest';
import { lineOf } from '../lines';

const fddi = '50 aa0004000104 aa0004000204 aaaa03000000 0800 45000014 00010000 403b0000 0a0000010a000002';
const fddiLinkType = 10;
const ppi = '00 00 0800 65000000 45000014 00010000 403b0000 0a0000010a000002';
const ppiLinkType = 192;

describe('a header of a link type that is not Ethernet', () => {
  test('names the priority of an FDDI frame, but not at -q', () => {
    expect(lineOf(fddi, { linkLevel: true }, fddiLinkType)).toMatch(/^async0 aa:00:04:00:02:04 > aa:00:04:00:01:04, /);
    expect(lineOf(fddi, { linkLevel: true, quiet: 1 }, fddiLinkType)).toMatch(/^aa:00:04:00:02:04 > /);
  });

  test('numbers the link type that PPI holds, where it has no name', () => {
    expect(lineOf(ppi, { linkLevel: true }, ppiLinkType)).toMatch(/^V\.0 DLT UNKNOWN \(101\) len 8, length 28: /);
  });

  test('shows the bytes of a link type without a printer at -q too', () => {
    expect(lineOf('0102', { quiet: 1 }, 165)).toBe(
      'UNSUPPORTED\n\t0x0000:  0102                                     ..',
    );
  });
});

describe('pflog', () => {
  const header = `${'656d30'.padEnd(32, '0')}${'0'.repeat(32)}00000001ffffffff${'0'.repeat(32)}01000000`;
  const pflogLinkType = 117;

  test.each([
    ['03', '3(short)'],
    ['04', '4(normalize)'],
  ])('names reason %s, of which tcpdump 4.99.3 confuses the two', (reason, name) => {
    expect(lineOf(`400901${reason}${header}01`, {}, pflogLinkType)).toContain(`rule 1/${name}: block in on em0: `);
  });
});
