/** Address Resolution Protocol (RFC 826), Reverse (RFC 903) and Inverse ARP (RFC 2390). */
import type { ByteView } from './view';

const arpHeaderLength = 8;

export const ArpOperation = {
  request: 1,
  reply: 2,
  reverseRequest: 3,
  reverseReply: 4,
  inverseRequest: 8,
  inverseReply: 9,
  nak: 10,
} as const;

export class ArpLayer {
  hardwareType = 0;
  protocolType = 0;
  hardwareLength = 0;
  protocolLength = 0;
  operation = 0;
  senderHardwareAt = 0;
  senderProtocolAt = 0;
  targetHardwareAt = 0;
  targetProtocolAt = 0;
  /** Bytes of header and the four addresses. */
  length = 0;

  /** Throws where fewer than 8 bytes are captured; the addresses may lie beyond what was. */
  decode(view: ByteView, at: number): void {
    view.need(at, arpHeaderLength);
    const bytes = view.bytes;
    this.hardwareType = (bytes[at] << 8) | bytes[at + 1];
    this.protocolType = (bytes[at + 2] << 8) | bytes[at + 3];
    this.hardwareLength = bytes[at + 4];
    this.protocolLength = bytes[at + 5];
    this.operation = (bytes[at + 6] << 8) | bytes[at + 7];
    this.senderHardwareAt = at + arpHeaderLength;
    this.senderProtocolAt = this.senderHardwareAt + this.hardwareLength;
    this.targetHardwareAt = this.senderProtocolAt + this.protocolLength;
    this.targetProtocolAt = this.targetHardwareAt + this.hardwareLength;
    this.length = this.targetProtocolAt + this.protocolLength - at;
  }
}
