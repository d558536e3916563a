/** A line of the table: what was measured, against what, and whether that is good enough. */
export interface Row {
  what: string;
  ours: string;
  /** The yardstick's own figure, empty where there is none. */
  theirs: string;
  /** The number that the target is about. */
  figure: string;
  target: string;
  met: boolean;
}

/** A column's text may fill it: one more space stands behind each. */
const widths = { what: 56, ours: 15, theirs: 26, figure: 9, target: 10 };

export const header = line('figure', 'fandump', 'against', 'value', 'target', '');

export function formatRow(row: Row): string {
  return line(row.what, row.ours, row.theirs, row.figure, row.target, row.met ? 'met' : 'MISSED');
}

/** A row whose figure is ours divided by theirs, at most target. */
export function ratioRow(
  what: string,
  unit: string,
  ours: number,
  theirs: number,
  yardstick: string,
  target: number,
): Row {
  const ratio = ours / theirs;
  return {
    what,
    ours: `${ours.toFixed(1)} ${unit}`,
    theirs: `${theirs.toFixed(1)} ${unit} ${yardstick}`,
    figure: ratio.toFixed(2),
    target: `<= ${target}`,
    met: ratio <= target,
  };
}

/** A row whose figure is our speed divided by theirs, at least target; packets per second. */
export function speedRow(what: string, ours: number, theirs: number, yardstick: string, target: number): Row {
  const ratio = ours / theirs;
  const thousands = (speed: number) => `${(speed / 1000).toFixed(0)} k/s`;
  return {
    what,
    ours: thousands(ours),
    theirs: `${thousands(theirs)} ${yardstick}`,
    figure: ratio.toFixed(2),
    target: `>= ${target}`,
    met: ratio >= target,
  };
}

/** A row whose figure is a share of ours, 0 to 1, at most target; theirs only stands beside it. */
export function shareRow(what: string, ours: number, theirs: number, yardstick: string, target: number): Row {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return {
    what,
    ours: percent(ours),
    theirs: `${percent(theirs)} ${yardstick}`,
    figure: percent(ours),
    target: `<= ${percent(target)}`,
    met: ours <= target,
  };
}

/** A row whose figure is ours divided by theirs, for the reader to judge: there is no target. */
export function besideRow(what: string, unit: string, ours: number, theirs: number, yardstick: string): Row {
  return { ...ratioRow(what, unit, ours, theirs, yardstick, Number.POSITIVE_INFINITY), target: 'none' };
}

/** A row whose figure stands for itself, at most target. */
export function limitRow(what: string, unit: string, ours: number, target: number): Row {
  return {
    what,
    ours: `${ours.toFixed(1)} ${unit}`,
    theirs: '',
    figure: ours.toFixed(1),
    target: `<= ${target}`,
    met: ours <= target,
  };
}

function line(what: string, ours: string, theirs: string, figure: string, target: string, verdict: string): string {
  const columns = [
    what.padEnd(widths.what),
    ours.padEnd(widths.ours),
    theirs.padEnd(widths.theirs),
    figure.padEnd(widths.figure),
    target.padEnd(widths.target),
    verdict,
  ];
  return columns.join(' ').trimEnd();
}
