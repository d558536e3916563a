/** Runs every fuzz target and says how many inputs each has taken. */
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { positiveNumber, runTool, UsageError } from '../support/tool-usage';
import { writeNativeSeeds } from './native-seeds';
import { runNativeTarget } from './native-target';
import { type Report, type RunOptions, reportLine } from './report';
import { runScriptTarget } from './script-target';
import { scriptTargets } from './targets';

const usage = 'npm run fuzz -- [--time SECONDS in all] [--jobs N] [--only TARGET,TARGET] [--seed NUMBER]';
const folder = resolve('build-fuzz');
const fixtures = resolve('test/fuzz/fixtures');
const nativePrefix = 'fuzz-';

type Job = (options: RunOptions) => Promise<Report>;

function allJobs(): Map<string, Job> {
  const native = readdirSync(folder)
    .filter((name) => name.startsWith(nativePrefix))
    .map((name) => name.slice(nativePrefix.length));
  const jobs = new Map<string, Job>(native.map((name) => [name, (options) => runNativeTarget(name, options)]));
  for (const name of Object.keys(scriptTargets)) jobs.set(name, (options) => runScriptTarget(name, options));
  return jobs;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      time: { type: 'string', default: '60' },
      jobs: { type: 'string', default: String(availableParallelism()) },
      only: { type: 'string' },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    },
  });
  const jobs = allJobs();
  const names = values.only?.split(',') ?? [...jobs.keys()];
  const unknown = names.find((name) => !jobs.has(name));
  if (unknown !== undefined) throw new UsageError(`no target ${unknown}: there are ${[...jobs.keys()].join(', ')}`);
  const parallel = Math.ceil(positiveNumber('jobs', values.jobs));
  const seconds = (positiveNumber('time', values.time) * parallel) / names.length;
  const seed = positiveNumber('seed', values.seed);
  writeNativeSeeds(join(folder, 'seeds'));
  console.log(`${names.length} targets, ${seconds.toFixed(0)} s each, seed ${seed}`);
  const reports: Report[] = [];
  const waiting = [...names];
  const takeJobs = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const job = jobs.get(name) as Job;
      const report = await job({ folder, fixtures, seconds, seed });
      console.log(reportLine(report));
      if (report.failure !== '') console.log(report.failure);
      reports.push(report);
    }
  };
  await Promise.all(Array.from({ length: parallel }, takeJobs));
  const sum = (isScript: boolean) =>
    reports
      .filter(({ name }) => name in scriptTargets === isScript)
      .reduce((total, { executions }) => total + executions, 0);
  const failed = reports.filter(({ failure }) => failure !== '').length;
  console.log(`${sum(false)} native executions, ${sum(true)} mutants in TypeScript, ${failed} targets failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

void runTool('fuzz', usage, main);
