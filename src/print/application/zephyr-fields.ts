/** The fields of a Zephyr message: strings that end with a zero byte, numbers among them in hexadecimal. */
import type { ByteView } from '../../decode/view';
import type { PrintContext } from '../context';

/** More than any message is asked for. */
const mostFields = 24;
/** tcpdump cuts off what it puts together, or writes in small letters. */
const longest = 255;
const longestNumber = 16;

export class ZephyrFields {
  private readonly starts = new Int32Array(mostFields);
  private readonly lengths = new Int32Array(mostFields);
  private at = 0;
  private end = 0;
  /** How many have been read. */
  count = 0;

  start(at: number, length: number): void {
    this.at = at;
    this.end = at + length;
    this.count = 0;
  }

  /** Reads the next field. false: the message ends before it does. */
  read(view: ByteView): boolean {
    let from = this.at;
    while (from < this.end && view.u8(from) !== 0) from++;
    if (from >= this.end) {
      this.at = this.end;
      return false;
    }
    this.starts[this.count] = this.at;
    this.lengths[this.count++] = from - this.at;
    this.at = from + 1;
    return true;
  }

  lengthOf(field: number): number {
    return this.lengths[field];
  }

  startsWith(view: ByteView, field: number, word: string): boolean {
    if (this.lengths[field] < word.length) return false;
    for (let i = 0; i < word.length; i++) if (view.u8(this.starts[field] + i) !== word.charCodeAt(i)) return false;
    return true;
  }

  is(view: ByteView, field: number, word: string): boolean {
    return this.lengths[field] === word.length && this.startsWith(view, field, word);
  }

  /** The low 32 bits, signed, of what C's `strtol` with base 16 makes of it. */
  hexNumber(view: ByteView, field: number): number {
    const text = Buffer.from(view.bytes.subarray(this.starts[field], this.starts[field] + this.lengths[field]));
    const match = /^[ \t\n\v\f\r]*([+-]?)(?:0[xX](?=[0-9a-fA-F]))?0*([0-9a-fA-F]*)/.exec(text.toString('latin1'));
    const digits = match?.[2] ?? '';
    const negative = match?.[1] === '-';
    const tooLarge =
      digits.length > longestNumber || (digits.length === longestNumber && Number.parseInt(digits[0], 16) >= 8);
    if (tooLarge) return negative ? 0 : -1;
    const value = Number.parseInt(`0${digits.slice(-8)}`, 16) | 0;
    return negative ? -value | 0 : value;
  }

  /** From its byte `skip` on. */
  print(context: PrintContext, field: number, skip = 0): void {
    this.write(context, field, skip, this.lengths[field] - skip, false);
  }

  printLower(context: PrintContext, field: number): void {
    this.write(context, field, 0, Math.min(this.lengths[field], longest), true);
  }

  /** `<class,instance,recipient>`; a recipient without a name is everybody. */
  printTriple(context: PrintContext, first: number, second: number, third: number): void {
    const { out } = context;
    const everybody = this.lengths[third] === 0;
    let left = longest;
    const mark = (code: number) => {
      if (left > 0) out.char(code);
      left--;
    };
    const text = (field: number) => {
      const shown = Math.max(0, Math.min(left, this.lengths[field]));
      this.write(context, field, 0, shown, false);
      left -= shown;
    };
    mark(0x3c);
    text(first);
    mark(0x2c);
    text(second);
    mark(0x2c);
    if (everybody) mark(0x2a);
    else text(third);
    mark(0x3e);
  }

  private write(context: PrintContext, field: number, skip: number, length: number, lower: boolean): void {
    const { out, view } = context;
    const from = this.starts[field] + skip;
    out.reserve(4 * length);
    for (let i = 0; i < length; i++) {
      const byte = view.u8(from + i);
      out.caret(lower && byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte);
    }
  }
}
