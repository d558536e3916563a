/**
 * Text of the program that is written often, ready to be copied eight bytes at a time. A double holds eight bytes: no
 * printable ASCII text is a NaN, whose upper byte is 0x7f or 0xff, so the bytes stay what they are.
 */

const bytesPerDouble = 8;
const lastPrintable = 0x7e;
const newline = 0x0a;

/** Printable ASCII and newlines that LineWriter.fixed writes. */
export class FixedText {
  /** Little-endian, whatever the host is: LineWriter writes them the same way. The last one is padded with zeros. */
  readonly eights: Float64Array;
  private readonly data: DataView;

  /** `length`: bytes, of which all must be `put` before the text is written. */
  constructor(readonly length: number) {
    this.eights = new Float64Array(Math.ceil(length / bytesPerDouble));
    this.data = new DataView(new ArrayBuffer(this.eights.length * bytesPerDouble));
  }

  /** @throws Error for a character that is neither printable ASCII nor a newline */
  static of(text: string): FixedText {
    const fixed = new FixedText(text.length);
    for (let i = 0; i < text.length; i++) fixed.put(i, text.charCodeAt(i));
    return fixed;
  }

  /** Sets the character at `index`. */
  put(index: number, code: number): void {
    const isPlain = (code >= 0x20 && code <= lastPrintable) || code === newline;
    if (!isPlain) throw new Error(`character ${code} is not plain ASCII`);
    this.data.setUint8(index, code);
    const eight = Math.floor(index / bytesPerDouble);
    this.eights[eight] = this.data.getFloat64(eight * bytesPerDouble, true);
  }
}
