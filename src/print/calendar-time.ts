/** A date and time of the calendar as C's `ctime` has it: `Thu Jan  1 00:00:00 1970`, in local time. */
import type { LineWriter } from './line-writer';
import type { Zone } from './posix-zone';
import { localZone } from './time';

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const local = localZone();

/** `seconds` since 1970, unsigned. */
export function localTimeText(out: LineWriter, seconds: number, zone: Zone = local): void {
  const date = new Date((seconds + zone.offsetAt(seconds)) * 1000);
  out.text(days[date.getUTCDay()]);
  out.char(0x20);
  out.text(months[date.getUTCMonth()]);
  out.char(0x20);
  out.decimalWide(date.getUTCDate(), 2);
  out.char(0x20);
  out.padded(date.getUTCHours(), 2);
  out.char(0x3a);
  out.padded(date.getUTCMinutes(), 2);
  out.char(0x3a);
  out.padded(date.getUTCSeconds(), 2);
  out.char(0x20);
  out.decimal(date.getUTCFullYear());
}
