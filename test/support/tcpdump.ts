import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { testEnvironment } from './fandump';
import type { NetworkNamespace } from './netns';
import { type Outcome, Program, pause } from './program';

// Room for a whole test: in immediate mode the default of 2 MiB holds eight packets.
const ringKibibytes = '65536';

/** Starts tcpdump beside the program under test. Unbuffered, since on SIGINT it leaves the rest of its ring unread. */
export async function startTcpdump(namespace: NetworkNamespace, args: string[]): Promise<Program> {
  const line = namespace.commandLine('tcpdump', ['--immediate-mode', '-B', ringKibibytes, '-U', '-n', ...args]);
  const program = Program.start(line, { env: testEnvironment });
  await program.says(/listening on/);
  return program;
}

/** Ends tcpdump once the savefile that it writes has stopped growing. */
export async function finishTcpdump(program: Program, savefile: string): Promise<Outcome> {
  await settled(savefile);
  return program.interrupt();
}

/** Runs tcpdump to its end. */
export function runTcpdump(args: string[], input?: Uint8Array): { code: number; stdout: string; stderr: string } {
  const result = spawnSync('tcpdump', args, { env: testEnvironment, input, maxBuffer: 1 << 28 });
  if (result.error) throw result.error;
  return { code: result.status ?? -1, stdout: result.stdout.toString('latin1'), stderr: result.stderr.toString() };
}

/** Waits until a file has not changed in size for a tenth of a second. */
export async function settled(path: string): Promise<void> {
  let size = -1;
  for (;;) {
    const now = statSync(path).size;
    if (now === size) return;
    size = now;
    await pause(100);
  }
}
