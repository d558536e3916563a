/** One target in TypeScript, in a process of its own, which is ended when it hangs. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Tally } from './drive';
import type { Report, RunOptions } from './report';

/** Longer than reading all seeds takes on a busy machine. */
const silenceMilliseconds = 60_000;
const maxGrowth = 8 << 20;
const megabyte = 1 << 20;

export async function runScriptTarget(name: string, options: RunOptions): Promise<Report> {
  const { folder, seconds, seed } = options;
  const worker = join(folder, 'programs', 'script-worker.mjs');
  const words = ['--expose-gc', worker, name, String(seconds), String(seed), join(folder, 'crashes')];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  let last: Partial<Tally> = {};
  let errors = '';
  let silence = setTimeout(() => child.kill('SIGKILL'), silenceMilliseconds);
  createInterface(child.stdout).on('line', (line) => {
    last = JSON.parse(line);
    clearTimeout(silence);
    silence = setTimeout(() => child.kill('SIGKILL'), silenceMilliseconds);
  });
  child.stderr.on('data', (part: Buffer) => {
    errors += part.toString('utf8');
  });
  const signal = await new Promise<NodeJS.Signals | null>((resolve) => {
    child.on('close', (_, ending) => resolve(ending));
  });
  clearTimeout(silence);
  const { executions = 0, memoryBefore = 0, memoryAfter = 0, slowestMilliseconds = 0 } = last;
  const growth = memoryBefore === 0 ? 0 : memoryAfter - memoryBefore;
  if (signal !== null) errors += `hangs behind input ${executions} of seed ${seed}`;
  if (growth > maxGrowth) errors += `memory grew by ${growth} bytes`;
  const grown = memoryBefore === 0 ? 'too short to judge' : `grew by ${(growth / megabyte).toFixed(1)} MB`;
  return {
    name,
    executions,
    failure: errors,
    notes: `memory ${grown}, slowest ${Math.round(slowestMilliseconds)} ms`,
  };
}
