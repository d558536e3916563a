/** Ethernet II and IEEE 802.3 framing (IEEE 802.3-2018, 3.2). */
import type { ByteView } from './view';

export const ethernetHeaderLength = 14;
export const macLength = 6;
/** Up to this the field after the addresses is a length, from 0x600 on an ethertype. */
export const maximumLengthField = 1500;

export class EthernetLayer {
  destinationAt = 0;
  sourceAt = 0;
  /** Ethertype, or length of an 802.3 frame. */
  type = 0;

  /** Throws where fewer than 14 bytes are captured. */
  decode(view: ByteView, at: number): void {
    view.need(at, ethernetHeaderLength);
    this.destinationAt = at;
    this.sourceAt = at + macLength;
    this.type = view.u16(at + 12);
  }
}
