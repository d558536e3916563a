/** Single-precision numbers (IEEE 754) that packets hold, in decimal, as C's printf writes them. */
import type { ByteView } from '../decode/view';
import type { LineWriter } from './line-writer';

const exactIntegers = 2 ** 53;

/** The bytes per second at `at` as megabits per second with three decimals, as single precision has them. */
export function megabits(out: LineWriter, view: ByteView, at: number): void {
  view.need(at, 4);
  const bytes = view.data.getFloat32(at, false);
  if (Number.isNaN(bytes) && view.bytes[at] >>> 7 !== 0) out.char(0x2d);
  fixedPoint(out, Math.fround(Math.fround(bytes * 8) / 1_000_000), 3);
}

/** `%.3f`, for 3 `digits`, of a number of single precision: times 1000 it is exact, so a tie goes to the even digit. */
export function fixedPoint(out: LineWriter, value: number, digits: number): void {
  if (Number.isNaN(value)) {
    out.text('nan');
    return;
  }
  if (value < 0 || Object.is(value, -0)) out.char(0x2d);
  const size = Math.abs(value);
  if (size === Number.POSITIVE_INFINITY) {
    out.text('inf');
    return;
  }
  const unit = 10 ** digits;
  const scaled = size * unit;
  const isExact = scaled < exactIntegers;
  const rounded = isExact ? halfToEven(scaled) : 0;
  const whole = Math.floor(rounded / unit);
  out.text(isExact ? whole.toString() : BigInt(size).toString());
  out.char(0x2e);
  out.padded(rounded - whole * unit, digits);
}

function halfToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
}
