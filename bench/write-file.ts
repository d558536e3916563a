import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fandumpCommand } from '../test/support/fandump';
import type { CommandLine } from '../test/support/netns';
import { withCapture } from './capture-file';
import { type Figure, interleaved } from './figure';
import { captureProgram, nanosecondsPerPacket } from './receiver';
import { withRingLoad } from './ring-load';
import { type Row, ratioRow, speedRow } from './table';
import { mixedTraffic } from './traffic';
import { wallSeconds } from './wall-time';

const rounds = 5;
/** Memory, so that no disk is measured. */
const memoryFolder = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const traffic = { ...mixedTraffic, packets: 2_000_000 };

/** Savefiles in memory: from a ring, and from another file, beside tcpdump doing the same. */
export const writeFile: Figure = {
  name: 'write-file',
  measure: async () => {
    const folder = mkdtempSync(join(memoryFolder, 'fandump-bench-'));
    try {
      return [await fromRing(folder), ...(await fromFile(folder))];
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

function fromRing(folder: string): Promise<Row> {
  const file = join(folder, 'ring.pcap');
  return withRingLoad(async (namespace, load) => {
    const args = ['-i', 'vb', '-w', file];
    const fandump = captureProgram(fandumpCommand([...args, '-Z', 'root']));
    const tcpdump = captureProgram({ command: 'tcpdump', args: [...args, '-Z', 'root'] });
    const [ours, theirs] = await interleaved(
      rounds,
      [fandump, tcpdump].map((program) => () => {
        fresh(file);
        return nanosecondsPerPacket(namespace, program, load);
      }),
    );
    return ratioRow('-w FILE in memory, af_packet, 64 B, CPU per packet', 'ns', ours, theirs, 'tcpdump', 0.5);
  });
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
    return [
      await compare('-r FILE -w FILE, 2 M packets', fandumpCommand(args), { command: 'tcpdump', args }, 'tcpdump', 1.5),
      await compare(
        '-r FILE -w FILE --compress zstd:3, the same',
        fandumpCommand([...args, '--compress', 'zstd:3']),
        piped,
        'tcpdump | zstd -3',
        3,
      ),
    ];
  });
}
