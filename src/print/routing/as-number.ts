/** Numbers of autonomous systems: as they are, or (-b) those of more than 16 bits as two halves (RFC 5396, ASDOT). */
import type { PrintContext } from '../context';

export function asNumber({ out, options }: PrintContext, value: number, before = '', after = ''): void {
  out.text(before);
  if (options.asDot && value > 0xffff) {
    out.decimal(value >>> 16);
    out.char(0x2e);
    out.decimal(value & 0xffff);
  } else {
    out.decimal(value);
  }
  out.text(after);
}
