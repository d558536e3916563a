import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fandumpCommand } from '../test/support/fandump';
import { type Figure, median } from './figure';
import { type RingLoad, withRingLoad } from './ring-load';
import { besideRow, shareRow } from './table';
import { type FileWriter, fileWriters, type Written, writtenUnder } from './write-peers';

const rounds = 3;
/** Far more than stays in the page cache. */
const load: RingLoad = { frames: 1_200_000, framesPerSecond: 600_000, frameSize: 1514 };
/** Of tcpdump's loss. */
const lossTarget = 1 / 3;
const direct: FileWriter = {
  name: 'fandump --direct',
  line: (file) => fandumpCommand(['-i', 'vb', '-Z', 'root', '--direct', '-w', file]),
};
const writers = [...fileWriters.filter(({ name }) => name === 'fandump' || name === 'tcpdump'), direct];

/** Large savefiles on the disk of the temporary files from a ring: by way of the page cache, past it, and tcpdump's. */
export const writeDisk: Figure = {
  name: 'write-disk',
  measure: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fandump-bench-'));
    try {
      const [ours, theirs, uncached] = await allWriters(folder);
      const what = '-w FILE on a disk, 1514 B at 600 k/s';
      return [
        besideRow(`${what}, CPU`, 'ns', ours.nanoseconds, theirs.nanoseconds, 'tcpdump'),
        shareRow('the same, packets lost', ours.loss, theirs.loss, 'tcpdump', theirs.loss * lossTarget),
        besideRow('the same with --direct, CPU', 'ns', uncached.nanoseconds, ours.nanoseconds, 'fandump'),
      ];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function allWriters(folder: string): Promise<Written[]> {
  return withRingLoad(async (namespace, send) => {
    const results: Written[][] = writers.map(() => []);
    for (let round = 0; round < rounds; round++) {
      for (const [index, { line }] of writers.entries()) {
        const file = join(folder, 'disk.pcap');
        results[index].push(await writtenUnder(namespace, load, send, { line: line(file) }, () => [file]));
        rmSync(file);
      }
    }
    return results.map((values) => ({
      nanoseconds: median(values.map(({ nanoseconds }) => nanoseconds)),
      loss: median(values.map(({ loss }) => loss)),
    }));
  }, load);
}
