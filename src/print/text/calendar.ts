/** Dates that packets hold, in the forms that protocols' lines have for them. */

import type { Zone } from '../posix-zone';
import { localZone } from '../time';
import type { LineWriter } from './line-writer';

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
let local: Zone | undefined;

/** In local time, or in that of `zone`. */
function dateIn(seconds: number, zone: Zone | undefined): Date {
  local ??= localZone();
  return new Date((seconds + (zone ?? local).offsetAt(seconds)) * 1000);
}

/** `2023-11-14 22:13:20` in UTC for seconds since 1970, years up to 9999. */
export function utcDate(out: LineWriter, seconds: number): void {
  numbers(out, new Date(seconds * 1000), 0x2d);
}

/** `2001/02/03 04:05:06` in local time for seconds since 1970, which may be negative. */
export function localDate(out: LineWriter, seconds: number): void {
  numbers(out, dateIn(seconds, undefined), 0x2f);
}

/** `Thu Jan  1 00:00:00 1970`, as C's ctime has it, in local time unless a zone is given; seconds since 1970, unsigned. */
export function localTimeText(out: LineWriter, seconds: number, zone?: Zone): void {
  const date = dateIn(seconds, zone);
  out.text(days[date.getUTCDay()]);
  out.char(0x20);
  out.text(months[date.getUTCMonth()]);
  out.char(0x20);
  out.decimalWide(date.getUTCDate(), 2);
  out.char(0x20);
  clock(out, date);
  out.char(0x20);
  out.decimal(date.getUTCFullYear());
}

function numbers(out: LineWriter, date: Date, mark: number): void {
  out.padded(date.getUTCFullYear(), 4);
  out.char(mark);
  out.padded(date.getUTCMonth() + 1, 2);
  out.char(mark);
  out.padded(date.getUTCDate(), 2);
  out.char(0x20);
  clock(out, date);
}

function clock(out: LineWriter, date: Date): void {
  out.padded(date.getUTCHours(), 2);
  out.char(0x3a);
  out.padded(date.getUTCMinutes(), 2);
  out.char(0x3a);
  out.padded(date.getUTCSeconds(), 2);
}
