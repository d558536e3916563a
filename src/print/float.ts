/** Floating-point numbers as C's printf writes them: rare fields, so a string each is no harm. */
import type { LineWriter } from './line-writer';

/** From here on toFixed writes an exponent, which `%f` never does. */
const mostFixed = 1e21;

function special(out: LineWriter, value: number): boolean {
  if (Number.isFinite(value)) return false;
  out.text(Number.isNaN(value) ? 'nan' : value < 0 ? '-inf' : 'inf');
  return true;
}

/** `%.3f`, for 3 `digits`. */
export function fixedPoint(out: LineWriter, value: number, digits: number): void {
  if (special(out, value)) return;
  if (Math.abs(value) < mostFixed) {
    out.text(value.toFixed(digits));
    return;
  }
  out.text(BigInt(value).toString());
  out.text('.');
  for (let i = 0; i < digits; i++) out.char(0x30);
}
