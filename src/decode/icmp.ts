/** Internet Control Message Protocol (RFC 792, 950, 1256, 4884). */
import { Ipv4Layer } from './ipv4';
import type { ByteView } from './view';

export const IcmpType = {
  echoReply: 0,
  unreachable: 3,
  sourceQuench: 4,
  redirect: 5,
  echo: 8,
  routerAdvertisement: 9,
  routerSolicitation: 10,
  timeExceeded: 11,
  parameterProblem: 12,
  timestamp: 13,
  timestampReply: 14,
  informationRequest: 15,
  informationReply: 16,
  maskRequest: 17,
  maskReply: 18,
} as const;

/** Codes of "destination unreachable" that change what else is in the message. */
export const UnreachableCode = { protocol: 2, port: 3, fragmentationNeeded: 4 } as const;

/** Where the quoted datagram starts in an error message. */
export const icmpQuoteOffset = 8;

export class IcmpLayer {
  type = 0;
  code = 0;
  checksum = 0;
  /** Echo, timestamp, mask and information messages only. */
  identifier = 0;
  sequence = 0;

  /** Throws where fewer than 8 bytes are captured. */
  decode(view: ByteView, at: number): void {
    this.type = view.u8(at);
    this.code = view.u8(at + 1);
    this.checksum = view.u16(at + 2);
    this.identifier = view.u16(at + 4);
    this.sequence = view.u16(at + 6);
  }
}

/** The datagram that an error message quotes; at least its header must be captured. */
export class QuotedDatagram {
  readonly header = new Ipv4Layer();
  /** Where its transport header starts. */
  transportAt = 0;

  decode(view: ByteView, messageAt: number): void {
    this.header.decode(view, messageAt + icmpQuoteOffset);
    this.transportAt = this.header.at + this.header.headerLength;
  }
}
