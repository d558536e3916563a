/** One packet under several of tcpdump's flags: our text, and tcpdump's own where 4.99.3 is installed. */
import { describe, expect, test } from 'vitest';
import { printOptionsOf } from '../../support/print-flags';
import type { Fixture } from './fixtures/frames';
import { Lines } from './lines';
import { expectOracle, type OraclePacket, oracleIsHere, oracleTimeout } from './oracle';

/** By flags (`-e -v`; none: ''): what `tcpdump -nn -t` 4.99.3 prints, line by line. */
type LinesByFlags = Readonly<Record<string, string | readonly string[]>>;

export interface Packet extends OraclePacket {
  /** What it is, as the end of "prints …". */
  readonly title: string;
  readonly lines: LinesByFlags;
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

/** The fixture of that title. Throws where there is none. */
export function fixtureOf(fixtures: readonly Fixture[], title: string): Fixture {
  const found = fixtures.find((fixture) => fixture.title === title);
  if (found === undefined) throw new Error(`no fixture prints ${title}`);
  return found;
}

/** Fixtures, by their titles, under flags; the line without any stands with the fixture. */
export function describeFixtures(
  protocol: string,
  fixtures: readonly Fixture[],
  linesByTitle: Readonly<Record<string, LinesByFlags>>,
): void {
  const packets = Object.entries(linesByTitle).map(([title, lines]) => ({ ...fixtureOf(fixtures, title), lines }));
  describeModes(protocol, packets);
}
