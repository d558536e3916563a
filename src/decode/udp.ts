/** User Datagram Protocol (RFC 768). */
import type { ByteView } from './view';

export const udpHeaderLength = 8;

export class UdpLayer {
  at = 0;
  sourcePort = 0;
  destinationPort = 0;
  /** Header and data, as the sender says. */
  length = 0;
  checksum = 0;

  /** Throws where fewer than 8 bytes are captured. */
  decode(view: ByteView, at: number): void {
    view.need(at, udpHeaderLength);
    const bytes = view.bytes;
    this.at = at;
    this.sourcePort = (bytes[at] << 8) | bytes[at + 1];
    this.destinationPort = (bytes[at + 2] << 8) | bytes[at + 3];
    this.length = (bytes[at + 4] << 8) | bytes[at + 5];
    this.checksum = (bytes[at + 6] << 8) | bytes[at + 7];
  }
}
