/** One libFuzzer target (https://llvm.org/docs/LibFuzzer.html), run for a while. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Report, RunOptions } from './report';

/** Wall time after which libFuzzer gives an input up; a busy machine makes honest ones slow, see {@link isHang}. */
const timeoutSeconds = 10;
const hangMilliseconds = 1000;
/** AddressSanitizer's quarantine is kept small, so that growth of the process is growth of ours. */
const sanitizers = {
  ASAN_OPTIONS: 'quarantine_size_mb=8:detect_leaks=1:allocator_may_return_null=1',
  UBSAN_OPTIONS: 'halt_on_error=1:print_stacktrace=1',
};
const maxMegabytes = 512;

export async function runNativeTarget(name: string, options: RunOptions): Promise<Report> {
  const { folder, seconds, fixtures, seed } = options;
  const corpus = join(folder, 'corpus', name);
  const crashes = join(folder, 'crashes');
  for (const place of [corpus, crashes]) mkdirSync(place, { recursive: true });
  const program = join(folder, `fuzz-${name}`);
  const seeds = [join(folder, 'seeds', name), join(fixtures, name)].filter(existsSync);
  const words = [
    `-max_total_time=${Math.max(1, Math.round(seconds))}`,
    `-timeout=${timeoutSeconds}`,
    `-report_slow_units=${hangMilliseconds / 1000}`,
    `-rss_limit_mb=${maxMegabytes}`,
    `-seed=${seed}`,
    '-print_final_stats=1',
    `-artifact_prefix=${join(crashes, `${name}-`)}`,
  ];
  const { status, log } = await run(program, [...words, corpus, ...seeds]);
  const slow = readdirSync(crashes).filter((file) => file.startsWith(`${name}-slow-unit-`));
  const hangs = slow.map((file) => join(crashes, file)).filter((file) => isHang(program, file));
  const failure = status === 0 ? '' : log.split('\n').slice(-60).join('\n');
  return {
    name,
    executions: Number(/stat::number_of_executed_units:\s*(\d+)/.exec(log)?.[1] ?? 0),
    failure: failure || hangs.map((file) => `took more than a second: ${file}`).join('\n'),
    notes: `${memory(log)}, coverage ${/.*cov: (\d+)/s.exec(log)?.[1] ?? 0}`,
  };
}

/** Resident memory, as libFuzzer saw it once all seeds were read and at the end. */
function memory(log: string): string {
  const sizes = [...log.matchAll(/rss: (\d+)Mb/g)].map((match) => Number(match[1]));
  const initialized = /INITED.*rss: (\d+)Mb/.exec(log)?.[1] ?? sizes[0] ?? 0;
  return `memory ${initialized} to ${sizes.at(-1) ?? 0} MB`;
}

/** Whether an input is slow once more, in the best of three executions. */
function isHang(program: string, file: string): boolean {
  const times = [1, 2, 3].map(() => {
    const { stderr } = spawnSync(program, [file], { encoding: 'utf8', env: { ...process.env, ...sanitizers } });
    return Number(/in (\d+) ms/.exec(stderr)?.[1] ?? Number.POSITIVE_INFINITY);
  });
  return Math.min(...times) > hangMilliseconds;
}

function run(program: string, args: string[]): Promise<{ status: number | null; log: string }> {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...sanitizers } });
  const parts: Buffer[] = [];
  child.stderr.on('data', (part: Buffer) => parts.push(part));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, log: Buffer.concat(parts).toString('latin1') }));
  });
}
