/** Floating-point numbers as C's `%.10g` writes them: rare fields, so a string each is no harm. */
import type { LineWriter } from './line-writer';

const significant = 10;
const leastExponentDigits = 2;

/** Ten significant digits, trailing zeros left out; an exponent below -4 and from 10 on. */
export function generalFloat(out: LineWriter, value: number): void {
  if (!Number.isFinite(value)) {
    out.text(Number.isNaN(value) ? 'nan' : value < 0 ? '-inf' : 'inf');
    return;
  }
  if (Object.is(value, -0)) {
    out.text('-0');
    return;
  }
  const [mantissa, exponentText] = value.toExponential(significant - 1).split('e');
  const exponent = Number(exponentText);
  if (exponent >= -4 && exponent < significant) {
    out.text(String(Number(value.toPrecision(significant))));
    return;
  }
  out.text(String(Number(mantissa)));
  out.text(exponent < 0 ? 'e-' : 'e+');
  out.text(String(Math.abs(exponent)).padStart(leastExponentDigits, '0'));
}
