/** The command itself as a child process: what the demonstration shows is what a user would type. */
import { type ChildProcess, spawn } from 'node:child_process';

const listening = /listening on /;

export class Receiver {
  private readonly child: ChildProcess;
  private readonly listens: Promise<void>;
  /** The exit code, 1 for an end by a signal. */
  readonly ended: Promise<number>;

  /** Starts `node script args`. Its lines go where ours go. */
  constructor(script: string, args: string[]) {
    this.child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'inherit', 'pipe'] });
    this.ended = new Promise((resolve, reject) => {
      this.child.once('error', reject);
      this.child.once('exit', (code) => resolve(code ?? 1));
    });
    this.listens = new Promise((resolve, reject) => {
      let seen = '';
      this.child.stderr?.on('data', (chunk: Buffer) => {
        process.stderr.write(chunk);
        seen += chunk.toString();
        if (listening.test(seen)) resolve();
      });
      this.ended.then((code) => reject(new Error(`it ended with exit code ${code} before it listened`)), reject);
    });
  }

  /** Resolves once the socket is open. Rejects when the command ends before that or takes longer than `limit` milliseconds. */
  untilListening(limit: number): Promise<void> {
    return within(limit, 'listen', this.listens);
  }

  /** Resolves to the exit code. Rejects when the command has not ended after `limit` milliseconds. */
  untilEnded(limit: number): Promise<number> {
    return within(limit, 'end', this.ended);
  }

  /** Asks it to close with its counters; after that it is of no more interest. */
  stop(): void {
    if (this.child.exitCode === null) this.child.kill('SIGINT');
  }
}

async function within<T>(limit: number, what: string, event: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it did not ${what} within ${limit / 1000} seconds`)), limit);
  });
  try {
    return await Promise.race([event, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
