/** Geneve (RFC 8926). */
import type { ByteView } from './view';

export const geneveHeaderLength = 8;
export const geneveOptionHeaderLength = 4;

export class GeneveLayer {
  version = 0;
  /** Bytes. */
  optionsLength = 0;
  /** O (0x80) and C (0x40), reserved bits below. */
  flags = 0;
  protocol = 0;
  vni = 0;
  reserved = 0;

  decode(view: ByteView, at: number): void {
    view.need(at, geneveHeaderLength);
    const first = view.u8(at);
    this.version = first >>> 6;
    this.optionsLength = (first & 0x3f) * 4;
    this.flags = view.u8(at + 1);
    this.protocol = view.u16(at + 2);
    this.vni = view.u24(at + 4);
    this.reserved = view.u8(at + 7);
  }
}
