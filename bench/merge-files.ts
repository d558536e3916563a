import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fandumpCommand } from '../test/support/fandump';
import { withCapture } from './capture-file';
import { type Figure, interleaved } from './figure';
import { speedRow } from './table';
import { mixedTraffic } from './traffic';
import { wallSeconds } from './wall-time';

const rounds = 5;
const files = 200;
const traffic = { ...mixedTraffic, packets: 2_000_000 };

/** Files that follow each other, as rotation leaves them, put into one in the order of time, beside mergecap. */
export const mergeFiles: Figure = {
  name: 'merge-files',
  measure: () =>
    withCapture(traffic, async (path) => {
      const folder = mkdtempSync(join(tmpdir(), 'fandump-bench-'));
      try {
        execFileSync('editcap', ['-F', 'pcap', '-c', String(traffic.packets / files), path, join(folder, 'part.pcap')]);
        const parts = readdirSync(folder).map((name) => join(folder, name));
        const ours = fandumpCommand([...parts.flatMap((part) => ['-r', part]), '-w', '/dev/null', '--force']);
        const theirs = { command: 'mergecap', args: ['-F', 'pcap', '-w', '/dev/null', ...parts] };
        const [our, their] = await interleaved(
          rounds,
          [ours, theirs].map((line) => () => wallSeconds(line)),
        );
        const what = `-r of ${files} files, 2 M packets, -w`;
        return [speedRow(what, traffic.packets / our, traffic.packets / their, 'mergecap', 1)];
      } finally {
        rmSync(folder, { recursive: true });
      }
    }),
};
