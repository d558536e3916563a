/** Internet Protocol version 6 (RFC 8200). */
import type { ByteView } from './view';

export const ipv6HeaderLength = 40;

export class Ipv6Layer {
  at = 0;
  version = 0;
  trafficClass = 0;
  flowLabel = 0;
  payloadLength = 0;
  nextHeader = 0;
  hopLimit = 0;
  sourceAt = 0;
  destinationAt = 0;

  /** Throws where fewer than 40 bytes are captured. */
  decode(view: ByteView, at: number): void {
    view.need(at, ipv6HeaderLength);
    const bytes = view.bytes;
    this.at = at;
    this.version = bytes[at] >>> 4;
    this.trafficClass = ((bytes[at] & 15) << 4) | (bytes[at + 1] >>> 4);
    this.flowLabel = ((bytes[at + 1] & 15) << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    this.payloadLength = (bytes[at + 4] << 8) | bytes[at + 5];
    this.nextHeader = bytes[at + 6];
    this.hopLimit = bytes[at + 7];
    this.sourceAt = at + 8;
    this.destinationAt = at + 24;
  }
}
