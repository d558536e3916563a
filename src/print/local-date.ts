/** Dates that packets hold, in local time. */
import type { LineWriter } from './line-writer';
import type { Zone } from './posix-zone';
import { localZone } from './time';

let zone: Zone | undefined;

/** `2001/02/03 04:05:06` of seconds since 1970, which may be negative. */
export function localDate(out: LineWriter, seconds: number): void {
  zone ??= localZone();
  const date = new Date((seconds + zone.offsetAt(seconds)) * 1000);
  out.padded(date.getUTCFullYear(), 4);
  out.char(0x2f);
  out.padded(date.getUTCMonth() + 1, 2);
  out.char(0x2f);
  out.padded(date.getUTCDate(), 2);
  out.char(0x20);
  out.padded(date.getUTCHours(), 2);
  out.char(0x3a);
  out.padded(date.getUTCMinutes(), 2);
  out.char(0x3a);
  out.padded(date.getUTCSeconds(), 2);
}
