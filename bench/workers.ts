import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closingLines } from '../test/support/closing-lines';
import { fandumpCommand, testEnvironment } from '../test/support/fandump';
import { NetworkNamespace } from '../test/support/netns';
import { Program } from '../test/support/program';
import { toolPath } from '../test/support/tool-path';
import { writeFeed } from './feeds';
import { type Figure, interleaved } from './figure';
import { writingTo } from './receiver';
import { speedRow } from './table';

const rounds = 3;
const frames = 1_000_000;
const member = 'vb:fanout=inner:fanout_id=7';
/** Sharing out must not cost anything; what it gains depends on the processors that the sender leaves free. */
const target = 0.95;

const takers = {
  one: [['-nn', '-i', member]],
  twoWorkers: [['-nn', '-i', member, '--workers', '2']],
  twoProcesses: [
    ['-nn', '-i', member],
    ['-nn', '-i', member],
  ],
};

/** How much is printed of a feed that comes as fast as it can be sent, by one and by two. Nothing is pinned. */
export const workers: Figure = {
  name: 'workers',
  measure: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fandump-bench-'));
    const namespace = await NetworkNamespace.create();
    try {
      namespace.addVeth('va', 'vb');
      const file = join(folder, 'feed');
      writeFeed(file, 'VXLAN');
      const [one, twoWorkers, twoProcesses] = await interleaved(
        rounds,
        Object.values(takers).map((lines) => () => packetsPerSecond(namespace, file, lines)),
      );
      return [
        speedRow('-nn of a VXLAN feed on a veth, by 2 workers', twoWorkers, one, 'by 1 worker', target),
        speedRow('the same, by 2 processes of a group', twoProcesses, one, 'by 1 process', target),
      ];
    } finally {
      await namespace.close();
      rmSync(folder, { recursive: true });
    }
  },
};

/** Of all takers together, from the first frame to the last line. */
async function packetsPerSecond(namespace: NetworkNamespace, file: string, lines: string[][]): Promise<number> {
  const programs = lines.map((args) => {
    const { command, args: words } = writingTo('/dev/null', fandumpCommand(args));
    return Program.start(namespace.commandLine(command, words), { env: testEnvironment });
  });
  try {
    for (const program of programs) await program.says(/listening on/);
    const start = performance.now();
    const args = `--interface va --file ${file} --count ${frames} --bypass 1`;
    namespace.sh(`exec ${toolPath('send-frames')} ${args}`);
    const outcomes = await Promise.all(programs.map((program) => program.interrupt()));
    const seconds = (performance.now() - start) / 1000;
    return outcomes.reduce((sum, { stderr }) => sum + closingLines(stderr).captured, 0) / seconds;
  } finally {
    await Promise.all(programs.map((program) => program.kill()));
  }
}
