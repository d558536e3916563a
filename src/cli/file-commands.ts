import { Socket } from 'node:net';
import { constants } from 'node:os';
import { errnoText } from '../kernel/errno';

/** What of a capture the commands of -z have to do with. */
interface CommandSession {
  commandReports(): number;
  endCommands(): void;
}

/** Tells what became of the commands of -z, which the file keeper runs for one complete savefile after the other. */
export class FileCommands {
  private readonly closed: Promise<void>;
  private isEnding = false;
  private unread = '';

  /** `program` is for messages. */
  constructor(
    private readonly session: CommandSession,
    private readonly program: string,
    private readonly complain: (line: string) => void,
  ) {
    const reports = new Socket({ fd: session.commandReports(), readable: true, writable: false });
    reports.setEncoding('utf8');
    reports.on('data', (text: string) => this.read(text));
    this.closed = new Promise((resolve) => {
      reports.once('error', () => {});
      reports.once('close', () => {
        if (!this.isEnding) complain(`-z ${program}: the process that runs it has ended`);
        resolve();
      });
    });
  }

  /** No file follows; resolves when all commands have ended. */
  ended(): Promise<void> {
    this.isEnding = true;
    this.session.endCommands();
    return this.closed;
  }

  private read(text: string): void {
    const reports = (this.unread + text).split('\0');
    this.unread = reports.pop() ?? '';
    for (const report of reports) {
      const [, kind, number, file] = /^(.)(\d+) (.*)$/s.exec(report) ?? [];
      this.complain(`-z ${this.program} ${file}: ${explain(kind, Number(number))}`);
    }
  }
}

function explain(kind: string, number: number): string {
  if (kind === 'x') return `ended with exit code ${number}`;
  if (kind === 's') return `ended with ${nameOfSignal(number)}`;
  return `cannot be started: ${errnoText(number) ?? `error ${number}`}`;
}

function nameOfSignal(number: number): string {
  const found = Object.entries(constants.signals).find(([, value]) => value === number);
  return found?.[0] ?? `signal ${number}`;
}
