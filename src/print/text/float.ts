/** Single-precision numbers (IEEE 754) that packets hold, in decimal. */
import type { ByteView } from '../../decode/view';
import type { LineWriter } from './line-writer';

const exactIntegers = 2 ** 53;

/** The bytes per second at `at` as megabits per second with three decimals, as single precision has them. */
export function megabits(out: LineWriter, view: ByteView, at: number): void {
  view.need(at, 4);
  const bytes = view.data.getFloat32(at, false);
  if (view.bytes[at] >>> 7 !== 0) out.char(0x2d);
  thousandths(out, Math.abs(Math.fround(Math.fround(bytes * 8) / 1_000_000)));
}

/** Seconds that are a multiple of a small power of two, with three decimals. */
export function seconds3(out: LineWriter, seconds: number): void {
  thousandths(out, seconds);
}

/** `%.3f` of a number that is not negative and has no more than 24 significant bits: times 1000 it is exact. */
function thousandths(out: LineWriter, value: number): void {
  if (Number.isNaN(value)) {
    out.text('nan');
    return;
  }
  if (value === Number.POSITIVE_INFINITY) {
    out.text('inf');
    return;
  }
  const scaled = value * 1000;
  if (scaled >= exactIntegers) {
    out.text(BigInt(value).toString());
    out.text('.000');
    return;
  }
  const rounded = halfToEven(scaled);
  const whole = Math.floor(rounded / 1000);
  out.decimal(whole);
  out.char(0x2e);
  out.padded(rounded - whole * 1000, 3);
}

function halfToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
}
