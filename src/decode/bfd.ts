/** Bidirectional Forwarding Detection (RFC 5880, 4.1): control packets of version 1. */
import type { ByteView } from './view';

export const bfdControlLength = 24;
export const bfdVersion = 1;
export const bfdAuthenticated = 0x04;
/** Names of the low six bits of the second byte, lowest first. */
export const bfdFlags = [
  'multipoint',
  'demand',
  'authentication_present',
  'control_plane_independent',
  'final',
  'poll',
];
export const BfdAuthentication = { password: 1, md5: 2, meticulousMd5: 3, sha1: 4, meticulousSha1: 5 } as const;
/** Bytes before a password: type, length, key; before a digest: one more, and a sequence number. */
export const bfdPasswordAt = 3;
export const bfdDigestAt = 8;

export class BfdLayer {
  version = 0;
  diagnostic = 0;
  /** 0 administratively down, 1 down, 2 init, 3 up. */
  state = 0;
  flags = 0;
  detectMultiplier = 0;
  length = 0;
  myDiscriminator = 0;
  yourDiscriminator = 0;
  /** Microseconds. */
  desiredMinTxInterval = 0;
  requiredMinRxInterval = 0;
  requiredMinEchoRxInterval = 0;

  decode(view: ByteView, at: number): void {
    view.need(at, bfdControlLength);
    const first = view.u8(at);
    this.version = first >>> 5;
    this.diagnostic = first & 31;
    const second = view.u8(at + 1);
    this.state = second >>> 6;
    this.flags = second & 0x3f;
    this.detectMultiplier = view.u8(at + 2);
    this.length = view.u8(at + 3);
    this.myDiscriminator = view.u32(at + 4);
    this.yourDiscriminator = view.u32(at + 8);
    this.desiredMinTxInterval = view.u32(at + 12);
    this.requiredMinRxInterval = view.u32(at + 16);
    this.requiredMinEchoRxInterval = view.u32(at + 20);
  }
}
