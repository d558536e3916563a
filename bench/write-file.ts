import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fandumpCommand } from '../test/support/fandump';
import type { CommandLine } from '../test/support/netns';
import { withCapture } from './capture-file';
import { type Figure, interleaved } from './figure';
import { type Row, speedRow } from './table';
import { mixedTraffic } from './traffic';
import { wallSeconds } from './wall-time';

const rounds = 5;
/** Memory, so that no disk is measured. */
const memoryFolder = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const traffic = { ...mixedTraffic, packets: 2_000_000 };

/** Savefiles in memory from another file, beside tcpdump doing the same; write-ring has those from a ring. */
export const writeFile: Figure = {
  name: 'write-file',
  measure: async () => {
    const folder = mkdtempSync(join(memoryFolder, 'fandump-bench-'));
    try {
      return await fromFile(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

/** Each time a file of its own, on memory that has to be found first. */
function fresh(file: string): string {
  rmSync(file, { force: true });
  return file;
}

/** With all its threads, and with what it starts. */
function onOneProcessor({ command, args }: CommandLine): CommandLine {
  return { command: 'taskset', args: ['--cpu-list', '0', command, ...args] };
}

function fromFile(folder: string): Promise<Row[]> {
  const file = join(folder, 'copy.pcap');
  return withCapture(traffic, async (input) => {
    const compare = async (what: string, our: CommandLine, their: CommandLine, name: string, target: number) => {
      const [ours, theirs] = await interleaved(
        rounds,
        [our, their].map((line) => () => {
          fresh(file);
          return wallSeconds(line);
        }),
      );
      return speedRow(what, traffic.packets / ours, traffic.packets / theirs, name, target);
    };
    const args = ['-r', input, '-w', file];
    const piped = { command: 'sh', args: ['-c', 'tcpdump -r "$1" -w - | zstd -q -3 -o "$2"', 'sh', input, file] };
    const compressed = (method: string) =>
      compare(
        `--compress ${method} on one processor, the same`,
        onOneProcessor(fandumpCommand([...args, '--compress', method])),
        onOneProcessor(piped),
        'tcpdump | zstd -3',
        3,
      );
    return [
      await compare('-r FILE -w FILE, 2 M packets', fandumpCommand(args), { command: 'tcpdump', args }, 'tcpdump', 1.5),
      await compressed('zstd'),
      await compressed('zstd:3'),
    ];
  });
}
