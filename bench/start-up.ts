import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fandumpCommand } from '../test/support/fandump';
import type { CommandLine } from '../test/support/netns';
import { writePcap } from '../test/support/pcap-writer';
import { numberedFrames } from '../test/support/sample-frames';
import { type Figure, interleaved } from './figure';
import { ratioRow } from './table';

const rounds = 21;
const target = 2;

/** Printing ten packets from a file with an empty environment, beside a Node that does nothing. */
export const startUp: Figure = {
  name: 'start-up',
  measure: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fandump-bench-'));
    try {
      const file = join(folder, 'ten.pcap');
      writePcap(file, numberedFrames(10));
      const fandump = fandumpCommand(['-nn', '-r', file]);
      const node = { command: process.execPath, args: ['-e', '0'] };
      const [ours, theirs] = await interleaved(rounds, [() => wallMilliseconds(fandump), () => wallMilliseconds(node)]);
      return [ratioRow('start-up: -nn -r of ten packets, env -i', 'ms', ours, theirs, 'node -e 0', target)];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

/** From start to end, with nothing in the environment, as `env -i` leaves it. */
async function wallMilliseconds({ command, args }: CommandLine): Promise<number> {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(command, args, { env: {} });
  const spent = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return spent;
}
