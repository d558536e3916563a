/** UTF-8 (RFC 3629): which bytes are well-formed, and which character they are. */

/** Bytes of the well-formed sequence of two to four bytes at `at`; 0: there is none before `end`. */
export function utf8Length(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at];
  const length =
    first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > end) return 0;
  for (let i = 1; i < length; i++) if ((bytes[at + i] & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1];
  // Longer than need be, a surrogate, or beyond U+10FFFF.
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second >= 0xa0) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second >= 0x90) return 0;
  return length;
}

/** The code point of a well-formed sequence of `length` bytes. */
export function utf8Value(bytes: Uint8Array, at: number, length: number): number {
  let value = bytes[at] & (0xff >>> (length + 1));
  for (let i = 1; i < length; i++) value = (value << 6) | (bytes[at + i] & 0x3f);
  return value;
}
