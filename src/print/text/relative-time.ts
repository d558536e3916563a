/** Spans of time as `1y2w3d4h5m6s`; units that are zero are left out. */
import type { LineWriter } from './line-writer';

const units = [
  [31_536_000, 'y'],
  [604_800, 'w'],
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'm'],
  [1, 's'],
] as const;

/** Whole seconds. */
export function relativeTime(out: LineWriter, seconds: number): void {
  if (seconds === 0) {
    out.text('0s');
    return;
  }
  let left = seconds;
  for (const [size, letter] of units) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count === 0) continue;
    out.decimal(count);
    out.text(letter);
  }
}
