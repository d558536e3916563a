import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { CommandLine } from './netns';

/** How a program ended and everything it said. */
export interface Outcome {
  /** Exit code; undefined when a signal ended it. */
  code: number | undefined;
  signal: NodeJS.Signals | undefined;
  stdout: Buffer;
  stderr: string;
}

export interface ProgramOptions {
  input?: Uint8Array;
  env?: NodeJS.ProcessEnv;
}

const waitMilliseconds = 30_000;

/** A program under test that runs beside the test: wait for what it says, signal it, take its outcome. */
export class Program {
  private readonly out: Buffer[] = [];
  private readonly err: Buffer[] = [];
  private readonly closed: Promise<unknown>;

  private constructor(
    private readonly child: ChildProcess,
    private readonly title: string,
  ) {
    child.stdout?.on('data', (chunk: Buffer) => this.out.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => this.err.push(chunk));
    this.closed = once(child, 'close');
    this.closed.catch(() => {});
  }

  static start(line: CommandLine, options: ProgramOptions = {}): Program {
    const child = spawn(line.command, line.args, { env: options.env, stdio: ['pipe', 'pipe', 'pipe'] });
    // A program may end before it has read its input; how it ends is what the test looks at.
    child.stdin.on('error', () => {});
    if (options.input) child.stdin.end(options.input);
    return new Program(child, [line.command, ...line.args].join(' '));
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error(`${this.title} did not start`);
    return this.child.pid;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Standard output as it comes. */
  get output(): NodeJS.ReadableStream {
    if (!this.child.stdout) throw new Error(`${this.title} has no standard output`);
    return this.child.stdout;
  }

  get stdout(): Buffer {
    return Buffer.concat(this.out);
  }

  get stderr(): string {
    return Buffer.concat(this.err).toString();
  }

  /** Writes to its standard input. */
  write(text: string): void {
    this.child.stdin?.write(text);
  }

  /** Waits until standard error matches; throws with all it said when the program ends or the time passes first. */
  async says(pattern: RegExp, milliseconds = waitMilliseconds): Promise<void> {
    await this.until(() => pattern.test(this.stderr), `standard error to match ${pattern}`, milliseconds);
  }

  /** The same for standard output. */
  async prints(pattern: RegExp): Promise<void> {
    const matches = () => pattern.test(this.stdout.toString('latin1'));
    await this.until(matches, `standard output to match ${pattern}`, waitMilliseconds);
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** Waits for the end by itself; kills it and throws after half a minute. */
  async ended(): Promise<Outcome> {
    const deadline = timeout(waitMilliseconds);
    const first = await Promise.race([this.closed.then(() => 'closed'), deadline.passed]);
    deadline.cancel();
    if (first !== 'closed') {
      this.child.kill('SIGKILL');
      throw new Error(`${this.title} did not end\nstandard error: ${this.stderr}`);
    }
    return {
      code: this.child.exitCode ?? undefined,
      signal: this.child.signalCode ?? undefined,
      stdout: this.stdout,
      stderr: this.stderr,
    };
  }

  /** SIGINT, then the end. */
  async interrupt(): Promise<Outcome> {
    this.signal('SIGINT');
    return this.ended();
  }

  /** Kills it if it still runs: for clean-up after a test, whether or not it failed. */
  async kill(): Promise<void> {
    if (this.child.pid === undefined) return;
    this.child.kill('SIGKILL');
    await this.closed;
  }

  private async until(condition: () => boolean, what: string, milliseconds: number): Promise<void> {
    const deadline = Date.now() + milliseconds;
    while (!condition()) {
      const over = this.child.exitCode !== null || this.child.signalCode !== null;
      if (over || Date.now() > deadline) {
        const why = over
          ? `it ended with ${this.child.exitCode ?? this.child.signalCode}`
          : `${milliseconds} ms have passed`;
        throw new Error(`waited for ${what}, but ${why}\n${this.title}\nstandard error: ${this.stderr}`);
      }
      await pause(5);
    }
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function timeout(milliseconds: number): { passed: Promise<string>; cancel: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('passed'), milliseconds);
  });
  return { passed, cancel: () => clearTimeout(timer) };
}
