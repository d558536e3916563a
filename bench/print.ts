import { fandumpCommand, testEnvironment } from '../test/support/fandump';
import { withCapture } from './capture-file';
import { type Figure, interleaved } from './figure';
import { type Row, speedRow } from './table';
import { manyHosts, mixedTraffic, type Traffic } from './traffic';
import { wallSeconds } from './wall-time';

/** One comparison over one capture; `rounds` is odd. */
interface Comparison {
  what: string;
  traffic: Traffic;
  /** tcpdump's flags, and ours. */
  flags: string[];
  env?: NodeJS.ProcessEnv;
  rounds: number;
  /** How many times tcpdump's speed is wanted. */
  target: number;
}

/** TZ unset: glibc looks at /etc/localtime for every line. */
const { TZ: _, ...withoutZone } = testEnvironment;
const shorter = { ...mixedTraffic, packets: 200_000 };

const comparisons: Comparison[] = [
  { what: '-nn -r, 1 M mixed packets, TZ=UTC', traffic: mixedTraffic, flags: ['-nn'], rounds: 7, target: 2 },
  { what: '-nn -r, the same, TZ unset', traffic: mixedTraffic, flags: ['-nn'], env: withoutZone, rounds: 3, target: 6 },
  { what: '-nn -v -r, the same, TZ=UTC', traffic: mixedTraffic, flags: ['-nn', '-v'], rounds: 5, target: 2.5 },
  { what: '-nn -X -r, 200 k of them, TZ=UTC', traffic: shorter, flags: ['-nn', '-X'], rounds: 3, target: 3 },
  { what: '-nn -r, 10 k hosts, 100 k flows', traffic: manyHosts, flags: ['-nn'], rounds: 3, target: 10 },
];

/** Printing a savefile to /dev/null, beside tcpdump doing the same. */
export const print: Figure = {
  name: 'print',
  measure: async () => {
    const rows: Row[] = [];
    for (const traffic of new Set(comparisons.map((comparison) => comparison.traffic))) {
      const wanted = comparisons.filter((comparison) => comparison.traffic === traffic);
      await withCapture(traffic, async (path) => {
        for (const comparison of wanted) rows.push(await compare(comparison, path));
      });
    }
    return rows;
  },
};

async function compare({ what, traffic, flags, env, rounds, target }: Comparison, path: string): Promise<Row> {
  const args = [...flags, '-r', path];
  const fandump = fandumpCommand(args);
  const tcpdump = { command: 'tcpdump', args };
  const [ours, theirs] = await interleaved(rounds, [() => wallSeconds(fandump, env), () => wallSeconds(tcpdump, env)]);
  return speedRow(what, traffic.packets / ours, traffic.packets / theirs, 'tcpdump', target);
}
