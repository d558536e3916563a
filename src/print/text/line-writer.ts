/**
 * Text as bytes in one reused buffer. Nothing here makes a string, and nothing copied from a packet
 * leaves as a byte a terminal would act upon: see {@link LineWriter.printable}.
 */
import { hexDigits, hexPairs } from './digits';
import type { FixedText } from './fixed-text';
import { putDecimal, putDecimal32, putDotted, putNine, putSix, putText } from './put';

/** Takes the bytes 0..length of the buffer; they are overwritten once it returns. */
type FlushTo = (bytes: Uint8Array, length: number) => void;

/** Bytes that numbers and single characters may add before the next check of the room left. */
const slack = 4096;
const defaultThreshold = 256 * 1024;

export class LineWriter {
  private bytes: Uint8Array;
  /**
   * The same memory, for the functions of put.ts. At the start of a line there is room for `slack` bytes from `at` on,
   * so a printer may write them there by itself and move `at`.
   */
  data: DataView;
  at = 0;
  /** Where `at` may be while there is still `slack` behind it. */
  private limit: number;

  /** `threshold`: bytes gathered before `endLine` hands them to `flushTo`. */
  constructor(
    private readonly flushTo: FlushTo,
    private readonly threshold = defaultThreshold,
  ) {
    this.bytes = new Uint8Array(threshold + 16 * slack);
    this.data = new DataView(this.bytes.buffer);
    this.limit = this.bytes.length - slack;
  }

  /** Bytes gathered since the last flush. */
  get length(): number {
    return this.at;
  }

  /** Hands over everything gathered so far. */
  flush(): void {
    if (this.at === 0) return;
    const length = this.at;
    this.at = 0;
    this.flushTo(this.bytes, length);
  }

  /** Ends a packet's text: adds the newline, flushes where enough is gathered. */
  endLine(): void {
    this.char(0x0a);
    if (this.at >= this.threshold) this.flush();
    else if (this.at > this.limit) this.grow(0);
  }

  /** Makes room for `count` bytes beside the slack. Call it before a loop over packet bytes. */
  reserve(count: number): void {
    if (this.at + count > this.limit) this.grow(count);
  }

  private grow(count: number): void {
    const larger = new Uint8Array(2 * (this.bytes.length + count));
    larger.set(this.bytes.subarray(0, this.at));
    this.bytes = larger;
    this.data = new DataView(larger.buffer);
    this.limit = larger.length - slack;
  }

  /** A literal of the program, ASCII only. Never text made from a packet. */
  text(literal: string): void {
    const length = literal.length;
    if (this.at + length > this.limit) this.grow(length);
    const bytes = this.bytes;
    let at = this.at;
    for (let i = 0; i < length; i++) bytes[at++] = literal.charCodeAt(i);
    this.at = at;
  }

  /** A short pre-encoded literal. */
  literal(encoded: Uint8Array): void {
    const length = encoded.length;
    if (this.at + length > this.limit) this.grow(length);
    const bytes = this.bytes;
    let at = this.at;
    for (let i = 0; i < length; i++) bytes[at++] = encoded[i];
    this.at = at;
  }

  /** One byte that is known to be printable, or a newline or tab of our own. */
  char(code: number): void {
    this.bytes[this.at++] = code;
  }

  /** One byte of a packet: itself where it is 0x20..0x7e, a dot otherwise. */
  printable(byte: number): void {
    this.bytes[this.at++] = byte >= 0x20 && byte < 0x7f ? byte : 0x2e;
  }

  /** One byte of a packet in caret notation: `^M`, `M-a`, `M-^@`. */
  caret(byte: number): void {
    let code = byte;
    if (code >= 0x80) {
      this.char(0x4d);
      this.char(0x2d);
      code &= 0x7f;
    }
    if (code < 0x20 || code === 0x7f) {
      this.char(0x5e);
      code ^= 0x40;
    }
    this.char(code);
  }

  /** One byte of a packet: itself where printable, `\0xNN` otherwise. */
  escaped(byte: number): void {
    if (byte >= 0x20 && byte < 0x7f) {
      this.char(byte);
      return;
    }
    this.text('\\0x');
    this.hex8(byte);
  }

  /** Text of the program that is written often. */
  fixed(text: FixedText): void {
    if (this.at + text.length > this.limit) this.grow(text.length);
    this.at = putText(this.data, this.at, text);
  }

  /** Printable text of `length` bytes, padded with zeros to the next eight. */
  copy(from: DataView, offset: number, length: number): void {
    const { at, data } = this;
    if (at + length > this.limit) {
      this.grow(length);
      this.copy(from, offset, length);
      return;
    }
    for (let i = 0; i < length; i += 8) data.setFloat64(at + i, from.getFloat64(offset + i, true), true);
    this.at = at + length;
  }

  /** The four bytes from `from` on as a dotted IPv4 address. */
  dotted(octets: Uint8Array, from: number): void {
    this.at = putDotted(this.data, this.at, octets, from);
  }

  /** 0..2^53 in decimal. */
  decimal(value: number): void {
    this.at = putDecimal(this.data, this.at, value);
  }

  /** The 32 bits of `value` as an unsigned number: what a bitwise operation gave needs no `>>> 0` first. */
  decimal32(value: number): void {
    this.at = putDecimal32(this.data, this.at, value);
  }

  /** A fraction of a second: a dot and six digits of `microseconds`. */
  fraction6(microseconds: number): void {
    this.bytes[this.at] = 0x2e;
    this.at = putSix(this.data, this.at + 1, microseconds);
  }

  /** A dot and nine digits of `nanoseconds`. */
  fraction9(nanoseconds: number): void {
    this.bytes[this.at] = 0x2e;
    this.at = putNine(this.data, this.at + 1, nanoseconds);
  }

  /** Decimal with leading zeros to exactly `digits` places; 0..2^31-1. */
  padded(value: number, digits: number): void {
    let rest = value;
    const end = this.at + digits;
    for (let at = end - 1; at >= this.at; at--) {
      const above = (rest / 10) | 0;
      this.bytes[at] = 0x30 + rest - above * 10;
      rest = above;
    }
    this.at = end;
  }

  /** Decimal, padded with spaces on the left to at least `width`. */
  decimalWide(value: number, width: number): void {
    let digits = 1;
    for (let limit = 10; value >= limit; limit *= 10) digits++;
    for (; digits < width; digits++) this.char(0x20);
    this.decimal(value);
  }

  /** A signed 32-bit number. */
  signed(value: number): void {
    if (value < 0) {
      this.char(0x2d);
      this.decimal(-value);
    } else {
      this.decimal(value);
    }
  }

  /** Hexadecimal of a 32-bit number without leading zeros (`0` for zero), lower case. */
  hex(value: number): void {
    const unsigned = value >>> 0;
    let digits = 1;
    while (digits < 8 && unsigned >>> (4 * digits) !== 0) digits++;
    for (let shift = 4 * (digits - 1); shift >= 0; shift -= 4) this.char(hexDigits[(unsigned >>> shift) & 15]);
  }

  /** Two hexadecimal digits. */
  hex8(value: number): void {
    const bytes = this.bytes;
    const at = this.at;
    bytes[at] = hexPairs[2 * value];
    bytes[at + 1] = hexPairs[2 * value + 1];
    this.at = at + 2;
  }

  /** Four hexadecimal digits. */
  hex16(value: number): void {
    this.hex8((value >>> 8) & 0xff);
    this.hex8(value & 0xff);
  }

  /** Eight hexadecimal digits. */
  hex32(value: number): void {
    this.hex16(value >>> 16);
    this.hex16(value & 0xffff);
  }
}
