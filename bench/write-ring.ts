import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fandumpCommand } from '../test/support/fandump';
import { toolPath } from '../test/support/tool-path';
import { type Figure, median } from './figure';
import { type RingLoad, withRingLoad } from './ring-load';
import { type Row, ratioRow, shareRow } from './table';
import { fileWriters, type Written, writtenUnder } from './write-peers';

const roundsOfLarge = 5;
const roundsOfSmall = 7;
const small: RingLoad = { frames: 600_000, framesPerSecond: 600_000, frameSize: 64 };
const large: RingLoad = { frames: 1_200_000, framesPerSecond: 600_000, frameSize: 1514 };
/** Of each program's processor time for a packet. */
const targets: Record<string, number> = { tcpdump: 0.5, dumpcap: 0.25, 'netsniff-ng': 1 };
/** Several times what a round of small frames takes, in megabytes. */
const memoryOfSmall = 200;
/** Of the least loss among the others. */
const lossTarget = 1 / 3;

/** Savefiles in memory from a ring, beside the programs that people use for it, all with the same load. */
export const writeRing: Figure = {
  name: 'write-ring',
  measure: async () => {
    // Memory, so that no disk is measured.
    const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'fandump-bench-'));
    try {
      return [
        ...(await smallFrames(folder, '-w FILE, 64 B at 600 k/s, CPU per packet')),
        ...(await smallFrames(folder, 'the same, memory used just before', memoryOfSmall)),
        ...(await largeFrames(folder)),
        await existingFiles(folder),
      ];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

type Results = Map<string, Written>;

/**
 * The host of a virtual machine takes back what the machine does not use (free page reporting), after two seconds and in
 * whole huge pages. A program that uses it again pays for the host's search. This does so before.
 */
function useMemory(megabytes: number): void {
  execFileSync(toolPath('use-memory'), ['--megabytes', String(megabytes)]);
}

/**
 * Each program in turn, each time with a file of its own on memory that has to be found first, or has just been used if
 * it is not more than `memoryAtHand` megabytes; medians.
 */
function allWriters(folder: string, load: RingLoad, rounds: number, memoryAtHand = 0): Promise<Results> {
  return withRingLoad(async (namespace, send) => {
    const results = new Map(fileWriters.map(({ name }) => [name, [] as Written[]]));
    for (let round = 0; round < rounds; round++) {
      for (const { name, line, onHost } of fileWriters) {
        const file = join(folder, `${name}.pcap`);
        if (memoryAtHand > 0) useMemory(memoryAtHand);
        results.get(name)?.push(await writtenUnder(namespace, load, send, { line: line(file), onHost }, () => [file]));
        rmSync(file);
      }
    }
    return new Map([...results].map(([name, values]) => [name, medians(values)]));
  }, load);
}

function medians(values: Written[]): Written {
  return {
    nanoseconds: median(values.map(({ nanoseconds }) => nanoseconds)),
    loss: median(values.map(({ loss }) => loss)),
  };
}

function split(results: Results): { ours: Written; others: [name: string, theirs: Written][] } {
  const [[, ours], ...others] = results;
  return { ours, others };
}

async function smallFrames(folder: string, what: string, memoryAtHand?: number): Promise<Row[]> {
  const { ours, others } = split(await allWriters(folder, small, roundsOfSmall, memoryAtHand));
  return others.map(([name, theirs]) =>
    ratioRow(what, 'ns', ours.nanoseconds, theirs.nanoseconds, name, targets[name]),
  );
}

async function largeFrames(folder: string): Promise<Row[]> {
  const { ours, others } = split(await allWriters(folder, large, roundsOfLarge));
  const least = Math.min(...others.map(([, { loss }]) => loss));
  return others.map(([name, theirs]) =>
    shareRow('-w FILE, 1514 B at 600 k/s, packets lost', ours.loss, theirs.loss, name, least * lossTarget),
  );
}

/** Rings of files that were there before: no memory has to be found any more. */
function existingFiles(folder: string): Promise<Row> {
  const path = join(folder, 'ring.pcap');
  // Room for all packets of a round.
  const ring = ['-i', 'vb', '-Z', 'root', '-C', '500', '-W', '4', '-w', path];
  const programs = [fandumpCommand([...ring, '--force']), { command: 'tcpdump', args: ring }];
  const inRing = () => readdirSync(folder).map((name) => join(folder, name));
  return withRingLoad(async (namespace, send) => {
    const results = [];
    for (const line of programs) {
      const losses = [];
      for (let round = 0; round <= roundsOfLarge; round++) {
        const before = Date.now();
        const written = () => inRing().filter((file) => statSync(file).mtimeMs >= before);
        losses.push((await writtenUnder(namespace, large, send, { line }, written)).loss);
      }
      // The first round makes the files.
      results.push(median(losses.slice(1)));
      for (const file of inRing()) rmSync(file);
    }
    const [ours, theirs] = results;
    return shareRow('the same, -C 500 -W 4 over files of before', ours, theirs, 'tcpdump', 0);
  }, large);
}
