import { closingLines } from '../test/support/closing-lines';
import { testEnvironment } from '../test/support/fandump';
import type { CommandLine, NetworkNamespace } from '../test/support/netns';
import { type Outcome, Program, pause } from '../test/support/program';
import { processorNanoseconds } from './processor-time';

// The receiver with all its threads has one processor, the sender the other.
const receiverProcessor = '0';
export const senderProcessor = '1';

const settleMilliseconds = 300;

/** A program that takes packets in, and how to read off its outcome how many it took. */
export interface Receiver {
  line: CommandLine;
  packets(outcome: Outcome): number;
}

/** fandump or tcpdump: the closing lines tell. */
export function captureProgram(line: CommandLine): Receiver {
  return { line, packets: ({ stderr }) => closingLines(stderr).captured };
}

/** One of our bare loops: it prints packets=N. */
export function bareLoop(line: CommandLine): Receiver {
  return { line, packets: ({ stdout }) => Number(/packets=(\d+)/.exec(stdout.toString())?.[1]) };
}

/**
 * Processor time of the receiver for each packet that it took, in nanoseconds, under a load. What it spends on
 * starting and ending is left out: the time is read before the load and after it.
 */
export async function nanosecondsPerPacket(
  namespace: NetworkNamespace,
  receiver: Receiver,
  load: () => void,
): Promise<number> {
  const { command, args } = namespace.commandLine(receiver.line.command, receiver.line.args);
  const pinned = { command: 'taskset', args: ['--cpu-list', receiverProcessor, command, ...args] };
  const program = Program.start(pinned, { env: testEnvironment });
  try {
    await program.says(/listening on/);
    await pause(settleMilliseconds);
    const before = processorNanoseconds(program.pid);
    load();
    await pause(settleMilliseconds);
    const spent = processorNanoseconds(program.pid) - before;
    return spent / receiver.packets(await program.interrupt());
  } finally {
    await program.kill();
  }
}
