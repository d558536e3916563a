/** Dates in UTC that a packet holds. */
import type { LineWriter } from './line-writer';

/** `2023-11-14 22:13:20` for seconds since 1970, years up to 9999. */
export function utcDate(out: LineWriter, seconds: number): void {
  const date = new Date(seconds * 1000);
  out.padded(date.getUTCFullYear(), 4);
  out.char(0x2d);
  out.padded(date.getUTCMonth() + 1, 2);
  out.char(0x2d);
  out.padded(date.getUTCDate(), 2);
  out.char(0x20);
  out.padded(date.getUTCHours(), 2);
  out.char(0x3a);
  out.padded(date.getUTCMinutes(), 2);
  out.char(0x3a);
  out.padded(date.getUTCSeconds(), 2);
}
