/**
 * Strings of RFC 8259 in ASCII alone. Bytes of a packet that are well-formed UTF-8 become the characters they stand for;
 * any other byte becomes the character of the same number, U+0080 to U+00FF. All but printable ASCII is written as
 * \uXXXX, so neither a control character nor a byte above 0x7e is ever written raw.
 */
import type { LineWriter } from '../print/text/line-writer';
import { utf8Length, utf8Value } from './utf8';

/** Longest text of one byte: \u00ff; of a label's byte: \\ and an escaped backslash. */
const longestEscape = 6;
const quotationMark = 0x22;
const backslash = 0x5c;
const dot = 0x2e;
const lastBasic = 0xffff;

/** The bytes `from` to `end` as the inside of a string. */
export function escapeBytes(out: LineWriter, bytes: Uint8Array, from: number, end: number): void {
  out.reserve(longestEscape * (end - from));
  let at = from;
  while (at < end) {
    const byte = bytes[at];
    if (byte < 0x80) {
      ascii(out, byte);
      at++;
    } else {
      at += wide(out, bytes, at, end);
    }
  }
}

/** A label of a domain name: as in zone files, a dot or backslash inside it has a backslash before it (RFC 4343, 2.1). */
export function escapeLabel(out: LineWriter, bytes: Uint8Array, from: number, end: number): void {
  out.reserve(longestEscape * (end - from));
  let at = from;
  while (at < end) {
    const byte = bytes[at];
    if (byte >= 0x80) {
      at += wide(out, bytes, at, end);
      continue;
    }
    if (byte === dot || byte === backslash) ascii(out, backslash);
    ascii(out, byte);
    at++;
  }
}

function ascii(out: LineWriter, code: number): void {
  if (code < 0x20 || code === 0x7f) {
    unicode(out, code);
    return;
  }
  if (code === quotationMark || code === backslash) out.char(backslash);
  out.char(code);
}

/** Returns how many bytes it has written. */
function wide(out: LineWriter, bytes: Uint8Array, at: number, end: number): number {
  const length = utf8Length(bytes, at, end);
  if (length === 0) {
    unicode(out, bytes[at]);
    return 1;
  }
  const value = utf8Value(bytes, at, length);
  if (value <= lastBasic) {
    unicode(out, value);
  } else {
    unicode(out, 0xd800 + ((value - 0x10000) >>> 10));
    unicode(out, 0xdc00 + ((value - 0x10000) & 0x3ff));
  }
  return length;
}

/** \uXXXX */
function unicode(out: LineWriter, unit: number): void {
  out.char(backslash);
  out.char(0x75);
  out.hex16(unit);
}
