import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { wordsForFile } from './command-words';

/** As tcpdump runs the commands of -z: the capture goes first. */
const lowestPriority = 19;
/** What they print goes to standard error: standard output may carry packets. */
const standardError = 2;

/** Runs the command of -z for one complete savefile after the other, at most `jobs` at the same time. */
export class FileCommands {
  private readonly waiting: string[] = [];
  private running = 0;
  private resolveIdle = () => {};

  constructor(
    private readonly words: readonly string[],
    private readonly jobs: number,
    private readonly complain: (line: string) => void,
  ) {}

  add(file: string): void {
    this.waiting.push(file);
    this.startNext();
  }

  /** Resolves when all commands have ended. */
  ended(): Promise<void> {
    return new Promise((resolve) => {
      this.resolveIdle = resolve;
      this.startNext();
    });
  }

  private startNext(): void {
    while (this.running < this.jobs && this.waiting.length > 0) this.start(this.waiting.shift() as string);
    if (this.running === 0) this.resolveIdle();
  }

  private start(file: string): void {
    const [program, ...args] = wordsForFile(this.words, file);
    this.running++;
    const child = spawn(program, args, { stdio: ['ignore', standardError, standardError] });
    const end = (problem: string | undefined) => {
      if (problem !== undefined) this.complain(`-z ${program} ${file}: ${problem}`);
      this.running--;
      this.startNext();
    };
    child.once('error', ({ message }) => end(message));
    child.once('exit', (code, signal) => end(code === 0 ? undefined : `ended with ${signal ?? `exit code ${code}`}`));
    if (child.pid !== undefined) lowerPriority(child.pid);
  }
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, lowestPriority);
  } catch {
    // It has ended already.
  }
}
