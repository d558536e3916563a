/** Logical Link Control (IEEE 802.2-1998) and SNAP (IEEE 802-2014, 9.5). */
import type { ByteView } from './view';

export const LlcSap = {
  ip: 0x06,
  spanningTree: 0x42,
  snap: 0xaa,
  netware: 0xe0,
  iso: 0xfe,
  global: 0xff,
} as const;

/** Control field of an unnumbered information frame. */
export const llcUnnumberedInformation = 0x03;

export class LlcLayer {
  destinationSap = 0;
  sourceSap = 0;
  /** One byte of an unnumbered frame; two bytes, low one first, of the others. */
  control = 0;
  unnumbered = false;
  headerLength = 0;

  decode(view: ByteView, at: number): void {
    this.destinationSap = view.u8(at);
    this.sourceSap = view.u8(at + 1);
    this.control = view.u8(at + 2);
    this.unnumbered = (this.control & 3) === 3;
    this.headerLength = this.unnumbered ? 3 : 4;
    if (!this.unnumbered) this.control = view.u16LE(at + 2);
  }
}

export const snapHeaderLength = 5;

export class SnapLayer {
  /** Organization code, 24 bits. */
  organization = 0;
  /** Ethertype where the organization is 0, else the organization's own number. */
  type = 0;

  decode(view: ByteView, at: number): void {
    this.organization = view.u24(at);
    this.type = view.u16(at + 3);
  }
}
