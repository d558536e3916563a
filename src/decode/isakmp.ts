/** Internet Key Exchange: the header of version 1 (RFC 2408, 3.1) and 2 (RFC 7296, 3.1); over NAT (RFC 3948). */
import type { ByteView } from './view';

export const isakmpHeaderLength = 28;
export const ikeSpiLength = 8;
/** Before it on port 4500, where an SPI of ESP would be. */
export const nonEspMarkerLength = 4;
/** A datagram of this byte alone keeps a NAT's mapping. */
export const natKeepalive = 0xff;

export class IsakmpLayer {
  initiatorAt = 0;
  responderAt = 0;
  nextPayload = 0;
  majorVersion = 0;
  minorVersion = 0;
  exchangeType = 0;
  flags = 0;
  messageId = 0;
  length = 0;

  decode(view: ByteView, at: number): void {
    view.need(at, isakmpHeaderLength);
    this.initiatorAt = at;
    this.responderAt = at + ikeSpiLength;
    this.nextPayload = view.u8(at + 16);
    this.majorVersion = view.u8(at + 17) >>> 4;
    this.minorVersion = view.u8(at + 17) & 15;
    this.exchangeType = view.u8(at + 18);
    this.flags = view.u8(at + 19);
    this.messageId = view.u32(at + 20);
    this.length = view.u32(at + 24);
  }
}
