/** Point-to-Point Protocol (RFC 1661): the protocol field, and the header of its control protocols; HDLC-like framing (RFC 1662). */
import type { ByteView } from './view';

export const PppProtocol = {
  ipv4: 0x0021,
  ipv6: 0x0057,
  mpls: 0x0281,
  mplsMulticast: 0x0283,
  firstControl: 0x8000,
} as const;

/** Address and control field of an unnumbered frame to all stations. */
const hdlcHeader = 0xff03;

export class PppLayer {
  protocol = 0;
  /** Bytes: framing, if there is any, and protocol field, which may be compressed to one byte. */
  headerLength = 0;

  decode(view: ByteView, at: number): void {
    const framing = view.has(at, 2) && view.u16(at) === hdlcHeader ? 2 : 0;
    const first = view.u8(at + framing);
    const isCompressed = (first & 1) !== 0;
    this.protocol = isCompressed ? first : view.u16(at + framing);
    this.headerLength = framing + (isCompressed ? 1 : 2);
  }
}

export class PppControl {
  code = 0;
  identifier = 0;
  length = 0;

  decode(view: ByteView, at: number): void {
    view.need(at, 4);
    this.code = view.u8(at);
    this.identifier = view.u8(at + 1);
    this.length = view.u16(at + 2);
  }
}
