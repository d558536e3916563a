import { closingLines } from '../test/support/closing-lines';
import { testEnvironment } from '../test/support/fandump';
import type { CommandLine, NetworkNamespace } from '../test/support/netns';
import { type Outcome, Program, pause } from '../test/support/program';
import { processorNanoseconds } from './processor-time';

// The receiver with all its threads has one processor, the sender the other.
const receiverProcessor = '0';
export const senderProcessor = '1';

const settleMilliseconds = 300;
/** netsniff-ng makes a ring of a tenth of the memory, which takes it ten seconds on a large machine. */
const openingMilliseconds = 60_000;

/** A program that takes packets in, and how to read off its outcome how many it took. */
export interface Receiver {
  line: CommandLine;
  /** What it says on standard error once it receives; absent: tcpdump's words. */
  ready?: RegExp;
  /** It does not run in the user namespace of the others. */
  onHost?: boolean;
  packets(outcome: Outcome): number;
}

/** What became of a load. */
export interface Reception {
  /** Processor time for each packet taken, in nanoseconds. */
  nanosecondsPerPacket: number;
  outcome: Outcome;
}

/** fandump or tcpdump: the closing lines tell. */
export function captureProgram(line: CommandLine): Receiver {
  return { line, packets: ({ stderr }) => closingLines(stderr).captured };
}

/** One of our bare loops: it prints packets=N. */
export function bareLoop(line: CommandLine): Receiver {
  return { line, packets: ({ stdout }) => Number(/packets=(\d+)/.exec(stdout.toString())?.[1]) };
}

/** The command with its standard output going to a file, so that it never waits for a reader. */
export function writingTo(path: string, { command, args }: CommandLine): CommandLine {
  return { command: 'sh', args: ['-c', `exec "$0" "$@" > '${path}'`, command, ...args] };
}

/**
 * Runs a receiver under a load. What it spends on starting and ending is left out: the time is read before the load and
 * after it.
 */
export async function receive(namespace: NetworkNamespace, receiver: Receiver, load: () => void): Promise<Reception> {
  const { line, onHost } = receiver;
  const { command, args } = onHost
    ? namespace.hostCommandLine(line.command, line.args)
    : namespace.commandLine(line.command, line.args);
  const pinned = { command: 'taskset', args: ['--cpu-list', receiverProcessor, command, ...args] };
  const program = Program.start(pinned, { env: testEnvironment });
  try {
    await program.says(receiver.ready ?? /listening on/, openingMilliseconds);
    await pause(settleMilliseconds);
    const before = processorNanoseconds(program.pid);
    load();
    await pause(settleMilliseconds);
    const spent = processorNanoseconds(program.pid) - before;
    const outcome = await program.interrupt();
    return { nanosecondsPerPacket: spent / receiver.packets(outcome), outcome };
  } finally {
    await program.kill();
  }
}

/** Only the processor time of {@link receive}. */
export async function nanosecondsPerPacket(
  namespace: NetworkNamespace,
  receiver: Receiver,
  load: () => void,
): Promise<number> {
  return (await receive(namespace, receiver, load)).nanosecondsPerPacket;
}
