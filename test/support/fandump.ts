import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandLine, NetworkNamespace } from './netns';
import { type Outcome, Program, type ProgramOptions } from './program';
import { projectRoot } from './tool-path';

/** Only what programs need: no settings of the user's leak into a test, and times are in UTC. */
export const testEnvironment: NodeJS.ProcessEnv = { PATH: `${process.env.PATH}:/usr/sbin:/sbin`, TZ: 'UTC' };

/** fandump's command line, inside a namespace if one is given. */
export function fandumpCommand(args: string[], namespace?: NetworkNamespace): CommandLine {
  const line = { command: process.execPath, args: [join(projectRoot, 'bin/fandump.js'), ...args] };
  return namespace ? namespace.commandLine(line.command, line.args) : line;
}

/** Starts a live capture and waits until it listens: every packet sent from here on is seen. */
export async function startFandump(namespace: NetworkNamespace, args: string[]): Promise<Program> {
  const program = Program.start(fandumpCommand(args, namespace), { env: testEnvironment });
  await program.says(/listening on/);
  return program;
}

/** Runs fandump to its end. */
export function runFandump(
  args: string[],
  options: ProgramOptions & { namespace?: NetworkNamespace } = {},
): Promise<Outcome> {
  const line = fandumpCommand(args, options.namespace);
  return Program.start(line, { ...options, env: { ...testEnvironment, ...options.env } }).ended();
}

/** Why fandump cannot be run here, or '': the reason that a skipped test gives. */
export function fandumpMissing(): string {
  const needed = ['bin/fandump.js', 'dist/cli.cjs', 'build/Release/fandump.node'];
  const missing = needed.filter((path) => !existsSync(join(projectRoot, path)));
  return missing.length === 0 ? '' : `not built: ${missing.join(', ')}`;
}
