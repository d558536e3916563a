/** Floating-point numbers as C's `%.10g` writes them: rare fields, so a string each is no harm. */
import type { LineWriter } from './line-writer';

const significant = 10;
/** Digits that show whether a number lies exactly between two of ten. */
const exactDigits = 60;
const leastExponentDigits = 2;

/** Ten significant digits, trailing zeros left out; an exponent below -4 and from 10 on. */
export function generalFloat(out: LineWriter, value: number): void {
  if (value < 0 || Object.is(value, -0)) out.char(0x2d);
  if (!Number.isFinite(value)) {
    out.text(Number.isNaN(value) ? 'nan' : 'inf');
    return;
  }
  const rounded = tenDigits(Math.abs(value));
  const [mantissa, exponentText] = rounded.toExponential().split('e');
  const exponent = Number(exponentText);
  if (exponent >= -4 && exponent < significant) {
    out.text(String(rounded));
    return;
  }
  out.text(mantissa);
  out.text(exponent < 0 ? 'e-' : 'e+');
  out.text(String(Math.abs(exponent)).padStart(leastExponentDigits, '0'));
}

/** The nearest number of ten digits; of two equally near ones that whose last digit is even. */
function tenDigits(value: number): number {
  const [mantissa, exponent] = value.toExponential(exactDigits).split('e');
  const digits = mantissa.replace('.', '');
  const isTie = /^50*$/.test(digits.slice(significant));
  if (!isTie || Number(digits[significant - 1]) % 2 === 1) return Number(value.toPrecision(significant));
  return Number(`${digits.slice(0, significant)}e${Number(exponent) - significant + 1}`);
}
