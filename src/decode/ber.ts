/** Basic Encoding Rules (ITU-T X.690, 8.1): identifier, length, contents. */
import { type ByteView, TRUNCATED } from './view';

/** Identifier bytes of the types that SNMP uses (RFC 2578, 7.1). */
export const BerTag = {
  integer: 0x02,
  octetString: 0x04,
  null: 0x05,
  objectId: 0x06,
  sequence: 0x30,
  ipAddress: 0x40,
  counter32: 0x41,
  gauge32: 0x42,
  timeTicks: 0x43,
  counter64: 0x46,
} as const;

export class BerElement {
  /** The identifier byte: class, form and number. */
  tag = 0;
  /** Bytes of contents. */
  length = 0;

  /** Returns where the contents start. Throws where they do not fit before `end`. */
  decode(view: ByteView, at: number, end: number): number {
    this.tag = view.u8(at);
    let from = at + 2;
    let length = view.u8(at + 1);
    if (length >= 0x80) {
      let bytes = length & 0x7f;
      length = 0;
      for (; bytes > 0; bytes--) length = length * 256 + view.u8(from++);
    }
    if (from + length > end) throw TRUNCATED;
    view.need(from, length);
    this.length = length;
    return from;
  }
}
