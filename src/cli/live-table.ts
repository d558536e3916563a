import type { Console } from './console';

/** A terminal's size, in characters. */
export interface TerminalSize {
  columns: number;
  rows: number;
}

const eraseBelow = '\x1b[J';
const up = (lines: number) => `\x1b[${lines}A\r`;

/**
 * A table at the bottom of a terminal that is drawn again and again (ECMA-48: CUU, ED). Messages go through `console`:
 * the table makes room for them and comes back below.
 */
export class LiveTable {
  private lines: readonly string[] = [];

  constructor(
    private readonly terminal: Console,
    private readonly size: () => TerminalSize,
  ) {}

  readonly console: Console = {
    out: (text) => this.aside(() => this.terminal.out(text)),
    err: (text) => this.aside(() => this.terminal.err(text)),
  };

  /** `table` is given the width there is. Lines that do not fit on the screen are left out. */
  draw(table: (columns: number) => readonly string[]): void {
    const { columns, rows } = this.size();
    this.erase();
    // The cursor stands on a line of its own below.
    this.lines = table(columns).slice(0, Math.max(rows - 1, 1));
    this.show();
  }

  erase(): void {
    if (this.lines.length > 0) this.terminal.out(up(this.lines.length) + eraseBelow);
    this.lines = [];
  }

  private aside(write: () => void): void {
    const { lines } = this;
    this.erase();
    write();
    this.lines = lines;
    this.show();
  }

  private show(): void {
    if (this.lines.length > 0) this.terminal.out(this.lines.map((line) => `${line}\n`).join(''));
  }
}
