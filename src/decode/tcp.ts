/** Transmission Control Protocol (RFC 9293). */
import type { ByteView } from './view';

export const tcpHeaderLength = 20;
/** RFC 2385. */
export const tcpSignatureLength = 16;

export const TcpFlag = { fin: 1, syn: 2, reset: 4, push: 8, ack: 16, urgent: 32, ece: 64, cwr: 128 } as const;

/** Option kinds (IANA "TCP Option Kind Numbers"). */
export const TcpOption = {
  endOfList: 0,
  noOperation: 1,
  maximumSegmentSize: 2,
  windowScale: 3,
  sackPermitted: 4,
  sack: 5,
  echo: 6,
  echoReply: 7,
  timestamp: 8,
  connectionCount: 11,
  connectionCountNew: 12,
  connectionCountEcho: 13,
  md5Signature: 19,
  scps: 20,
  userTimeout: 28,
  authentication: 29,
  multipath: 30,
  fastOpen: 34,
  experiment2: 254,
} as const;

export class TcpLayer {
  at = 0;
  sourcePort = 0;
  destinationPort = 0;
  sequence = 0;
  acknowledgement = 0;
  /** Bytes, options included. */
  headerLength = 0;
  /** Bits of {@link TcpFlag}. */
  flags = 0;
  window = 0;
  checksum = 0;
  urgent = 0;

  /** Fixed part only. Throws where fewer than 20 bytes are captured. */
  decode(view: ByteView, at: number): void {
    view.need(at, tcpHeaderLength);
    const bytes = view.bytes;
    this.at = at;
    this.sourcePort = (bytes[at] << 8) | bytes[at + 1];
    this.destinationPort = (bytes[at + 2] << 8) | bytes[at + 3];
    this.sequence = view.u32(at + 4);
    this.acknowledgement = view.u32(at + 8);
    this.headerLength = (bytes[at + 12] >>> 4) * 4;
    this.flags = bytes[at + 13];
    this.window = (bytes[at + 14] << 8) | bytes[at + 15];
    this.checksum = (bytes[at + 16] << 8) | bytes[at + 17];
    this.urgent = (bytes[at + 18] << 8) | bytes[at + 19];
  }
}
