/** Every packet of the fixtures cut at every byte: `[|tcp]` and friends stand where tcpdump has them. */
import { describe, expect, test } from 'vitest';
import { printOptionsOf } from '../../support/print-flags';
import { fixtures } from './fixtures/all';
import { Lines } from './lines';
import { type OraclePacket, oracleIsHere, oracleTextOf, oracleTimeout } from './oracle';

const modes = [[], ['-v'], ['-vv', '-e', '-x']];
/**
 * At some cut the mark stands, or -x begins, elsewhere, and no line of theirs has to be the same; with PPP's details
 * tcpdump prints an error of its own.
 */
const approximate = new Set(['clnp', 'decnet', 'esis', 'isis', 'iso', 'pppDetails', 'ptp', 'wpan']);

interface Cut extends OraclePacket {
  readonly title: string;
  readonly linkType: number;
  readonly length: number;
}

/** By link type, since a file of tcpdump's has one. */
function cutsOf(list: (typeof fixtures)[string]): Cut[][] {
  const byLinkType = new Map<number, Cut[]>();
  for (const { title, frame, linkType = 1, length = frame.length } of list) {
    const cuts = byLinkType.get(linkType) ?? [];
    for (let kept = 1; kept < frame.length; kept++) {
      cuts.push({ title: `${title}, ${kept} bytes`, frame: frame.slice(0, kept), linkType, length });
    }
    byLinkType.set(linkType, cuts);
  }
  return [...byLinkType.values()].filter((cuts) => cuts.length > 0);
}

/** The first cut whose text differs, with what is before it, since later lines may depend on earlier packets. */
function firstDifference(cuts: readonly Cut[], flags: string[]) {
  const lines = new Lines({ ...printOptionsOf(flags), time: 'none' });
  const texts = cuts.map(({ frame, linkType, length }) => `${lines.print(frame, linkType, length)}\n`);
  const theirs = oracleTextOf(cuts, flags);
  let at = 0;
  for (let i = 0; i < texts.length; i++) {
    const end = at + texts[i].length;
    if (theirs.slice(at, end) !== texts[i]) {
      return { title: cuts[i].title, flags, ours: texts[i], theirs: theirs.slice(at, end + 100) };
    }
    at = end;
  }
  if (at !== theirs.length) return { title: 'the end', flags, ours: '', theirs: theirs.slice(at) };
  return undefined;
}

describe.skipIf(!oracleIsHere)('cut anywhere, tcpdump 4.99.3 prints the same of', () => {
  test.each(Object.keys(fixtures).filter((name) => !approximate.has(name)))(
    '%s',
    { timeout: oracleTimeout },
    (protocol) => {
      for (const cuts of cutsOf(fixtures[protocol])) {
        for (const flags of modes) expect(firstDifference(cuts, flags)).toBeUndefined();
      }
    },
  );
});
