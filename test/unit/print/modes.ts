/** One packet under several of tcpdump's flags: our text, and tcpdump's own where 4.99.3 is installed. */
import { describe, expect, test } from 'vitest';
import { printOptionsOf } from '../../support/print-flags';
import { Lines } from './lines';
import { expectOracle, type OraclePacket, oracleIsHere, oracleTimeout } from './oracle';

export interface Packet extends OraclePacket {
  /** What it is, as the end of "prints …". */
  readonly title: string;
  /** By flags (`-e -v`; none: ''): what `tcpdump -nn -t` 4.99.3 prints, line by line. */
  readonly lines: Readonly<Record<string, string | readonly string[]>>;
}

function flagsOf(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}

function textOf(lines: string | readonly string[]): string {
  return typeof lines === 'string' ? lines : lines.join('\n');
}

export function describeModes(protocol: string, packets: readonly Packet[]): void {
  describe(protocol, () => {
    const rows = packets.flatMap(({ title, frame, linkType = 1, length, lines }) =>
      Object.entries(lines).map(([flags, expected]) => ({
        name: flags === '' ? title : `${title} with ${flags}`,
        flags,
        frame,
        linkType,
        length: length ?? frame.length,
        expected: textOf(expected),
      })),
    );
    test.each(rows)('prints $name', ({ flags, frame, linkType, length, expected }) => {
      const options = { ...printOptionsOf(flagsOf(flags)), time: 'none' as const };
      expect(new Lines(options).print(frame, linkType, length)).toBe(expected);
    });
    test.skipIf(!oracleIsHere)('prints what tcpdump 4.99.3 prints', { timeout: oracleTimeout }, () => {
      expectOracle(rows.map(({ flags, ...row }) => ({ ...row, flags: flagsOf(flags) })));
    });
  });
}
