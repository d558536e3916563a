import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { testEnvironment } from '../test/support/fandump';
import type { CommandLine } from '../test/support/netns';

/** Seconds of a command from its start to its end, its output going to /dev/null. Throws when it fails. */
export async function wallSeconds(
  { command, args }: CommandLine,
  env: NodeJS.ProcessEnv = testEnvironment,
): Promise<number> {
  const nowhere = openSync('/dev/null', 'w');
  const start = process.hrtime.bigint();
  const { status, stderr, error } = spawnSync(command, args, { env, stdio: ['ignore', nowhere, 'pipe'] });
  const spent = Number(process.hrtime.bigint() - start) / 1e9;
  closeSync(nowhere);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
  return spent;
}
