import type { CountKey, TallyReport } from '../engine/native';
import type { CapturePlan } from '../plan/plan';
import { tallyJson, tallyLines } from '../report/tally';
import { type Console, isScreen, standardOutput } from './console';
import { LiveTable, type TerminalSize } from './live-table';

/** How often a terminal shows the table anew, where --stats does not say. */
const redrawInterval = 1000;
const usualSize: TerminalSize = { columns: 80, rows: 24 };

/** The table of --count-by: at the end, and while packets come on a screen or as often as --stats says. */
export class CountTable {
  private timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly plan: CapturePlan,
    private readonly keys: readonly CountKey[],
    private readonly rows: number,
    private readonly terminal: LiveTable | undefined,
    private readonly plain: Console,
  ) {}

  /** undefined: the plan has no such table. */
  static async of(plan: CapturePlan, console: Console): Promise<CountTable | undefined> {
    const { countBy, format } = plan.output;
    if (countBy === undefined) return undefined;
    const isLive = format === 'text' && (await isScreen(standardOutput));
    const terminal = isLive ? new LiveTable(console, terminalSize) : undefined;
    // Node opens the terminal here, while it still may.
    if (isLive) terminalSize();
    return new CountTable(plan, countBy.keys.value, countBy.rows.value, terminal, console);
  }

  /** Where messages go meanwhile. */
  get console(): Console {
    return this.terminal?.console ?? this.plain;
  }

  /** Shows the table from time to time, until `end`. */
  start(tally: (rows: number) => TallyReport): void {
    const { terminal, plain } = this;
    const interval = this.plan.output.statistics?.interval.value ?? (terminal === undefined ? 0 : redrawInterval);
    if (interval === 0) return;
    this.timer = setInterval(() => {
      const report = tally(this.rows);
      if (terminal === undefined) plain.out(`${this.text(report, false)}\n`);
      else terminal.draw((columns) => tallyLines(report, this.keys, columns));
    }, interval);
  }

  /** Shows it for the last time. */
  end(tally: (rows: number) => TallyReport): void {
    clearInterval(this.timer);
    this.terminal?.erase();
    this.plain.out(`${this.text(tally(this.rows), true)}\n`);
  }

  /** In a pipe an empty line stands between tables. What stays on a terminal is not cut to its width. */
  private text(report: TallyReport, final: boolean): string {
    if (this.plan.output.format === 'json') return JSON.stringify(tallyJson(report, this.keys, final));
    const lines = tallyLines(report, this.keys);
    return [...lines, ...(final ? [] : [''])].join('\n');
  }
}

function terminalSize(): TerminalSize {
  const { columns, rows } = process.stdout;
  return { columns: columns || usualSize.columns, rows: rows || usualSize.rows };
}
