/** -x, -X and -A: packet bytes as hexadecimal, as text, or both. */
import type { LineWriter } from './line-writer';

const rowBytes = 16;
/** Bytes of text a row of -X takes at most. */
const rowText = 80;

function offset(out: LineWriter, prefix: string, value: number): void {
  out.text(prefix);
  out.text('0x');
  if (value > 0xffff) out.hex(value);
  else out.hex16(value);
  out.char(0x3a);
  out.char(0x20);
}

/** Rows of eight groups, each after `prefix`; `withText` adds the column of characters. */
export function hexRows(
  out: LineWriter,
  bytes: Uint8Array,
  at: number,
  count: number,
  withText: boolean,
  prefix = '\n\t',
): void {
  out.reserve((Math.ceil(count / rowBytes) + 1) * rowText);
  for (let row = 0; row < count; row += rowBytes) {
    const end = Math.min(row + rowBytes, count);
    offset(out, prefix, row);
    for (let i = row; i < end; i++) {
      if (((i - row) & 1) === 0) out.char(0x20);
      out.hex8(bytes[at + i]);
    }
    if (!withText) continue;
    const present = end - row;
    for (let column = 2 * present + ((present + 1) >> 1); column < 42; column++) out.char(0x20);
    for (let i = row; i < end; i++) {
      const byte = bytes[at + i];
      out.char(byte > 0x20 && byte < 0x7f ? byte : 0x2e);
    }
  }
}

/** -A: text as it stands, tabs and newlines kept, a CR before LF or before the last byte dropped, dots for the rest. */
export function asciiText(out: LineWriter, bytes: Uint8Array, at: number, count: number): void {
  out.reserve(count + 2);
  out.char(0x0a);
  for (let i = 0; i < count; i++) {
    const byte = bytes[at + i];
    if (byte === 0x0d) {
      if (i + 2 < count && bytes[at + i + 1] !== 0x0a) out.char(0x2e);
    } else if (byte === 0x09 || byte === 0x0a || (byte >= 0x20 && byte < 0x7f)) {
      out.char(byte);
    } else {
      out.char(0x2e);
    }
  }
}
