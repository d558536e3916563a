/**
 * Runs `tcpdump -nn -r` and our printer over every capture below some folders and says how many lines agree.
 * Usage: node compare.cjs [folder …] [-- tcpdump flags]. Without a folder: ../shared/corpora beside the project.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readCapture } from '../support/pcap-reader';
import { printCapture } from '../support/print-capture';
import { printOptionsOf } from '../support/print-flags';
import { corpora, filesBelow } from './corpora';
import { compareOutputs, type Tally } from './records';

const outputLimit = 1 << 30;
const shownDifferences = Number(process.env.SHOW ?? 60);
const slowSeconds = 10;

/** undefined: tcpdump refuses the file or stops inside it. */
function oracle(path: string, flags: readonly string[], zipped: Uint8Array | undefined): string | undefined {
  const run = spawnSync('tcpdump', ['-nn', ...flags, '-r', zipped === undefined ? path : '-'], {
    env: { ...process.env, TZ: 'UTC' },
    input: zipped,
    maxBuffer: outputLimit,
    encoding: 'latin1',
  });
  return run.status === 0 ? run.stdout : undefined;
}

function main(): void {
  process.env.TZ = 'UTC';
  const args = process.argv.slice(2);
  const dashes = args.indexOf('--');
  const folders = dashes < 0 ? args : args.slice(0, dashes);
  const flags = dashes < 0 ? [] : args.slice(dashes + 1);
  if (folders.length === 0) folders.push(corpora);
  const missing = folders.find((folder) => !existsSync(folder));
  if (missing !== undefined) {
    console.log(`skipped: there is no ${missing}`);
    return;
  }
  const tally: Tally = { files: 0, protocols: new Map(), differences: new Map() };
  const failures: string[] = [];
  let skipped = 0;
  for (const path of folders.flatMap(filesBelow)) {
    const contents = new Uint8Array(readFileSync(path));
    const started = process.hrtime.bigint();
    try {
      const file = readCapture(contents);
      const theirs = oracle(path, flags, file.bytes === contents ? undefined : file.bytes);
      if (theirs === undefined) {
        skipped++;
        continue;
      }
      const before = process.hrtime.bigint();
      const ours = printCapture(file, printOptionsOf(flags));
      if (Number(process.hrtime.bigint() - before) / 1e9 > slowSeconds) failures.push(`${path}: slow`);
      tally.files++;
      compareOutputs(tally, path, theirs, ours);
    } catch (error) {
      if (started === 0n || !(error instanceof Error)) throw error;
      if (/shorter than a file header|unknown magic number/.test(error.message)) skipped++;
      else failures.push(`${path}: ${error.stack}`);
    }
  }
  report(tally, skipped, failures);
}

function report(tally: Tally, skipped: number, failures: readonly string[]): void {
  const differences = [...tally.differences.values()].sort((a, b) => b.count - a.count);
  for (const difference of differences.slice(0, shownDifferences)) {
    console.log(`${difference.count} x in ${difference.path}`);
    console.log(`  tcpdump ${JSON.stringify(difference.theirs)}`);
    console.log(`  ours    ${JSON.stringify(difference.ours)}`);
  }
  let compared = 0;
  let identical = 0;
  const rows = [...tally.protocols].sort((a, b) => b[1].compared - a[1].compared);
  for (const [name, count] of rows) {
    compared += count.compared;
    identical += count.identical;
    const share = ((100 * count.identical) / count.compared).toFixed(2);
    console.log(
      `${name.padEnd(20)} ${String(count.compared).padStart(8)} ${String(count.identical).padStart(8)} ${share}%`,
    );
  }
  const share = compared === 0 ? '0' : ((100 * identical) / compared).toFixed(3);
  console.log(
    `${tally.files} files (${skipped} skipped): ${compared} lines compared, ${identical} identical, ${share}%`,
  );
  console.log(`${failures.length} files on which we crashed or were slow`);
  for (const failure of failures) console.log(failure);
  if (failures.length > 0) process.exitCode = 1;
}

main();
