export interface RunOptions {
  /** Where programs, seeds, what was learnt, and crashes lie. */
  folder: string;
  /** Inputs that once broke something, a folder per target. */
  fixtures: string;
  seconds: number;
  seed: number;
}

/** What came of one target. */
export interface Report {
  name: string;
  executions: number;
  /** '' where every promise was kept. */
  failure: string;
  /** What else was measured. */
  notes: string;
}

export function reportLine({ name, executions, failure, notes }: Report): string {
  const verdict = failure === '' ? 'ok' : 'FAILED';
  return `${verdict.padEnd(7)}${name.padEnd(20)}${String(executions).padStart(12)} executions  ${notes}`;
}
