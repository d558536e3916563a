/** Stream Control Transmission Protocol (RFC 9260): common header, chunk headers, DATA and INIT chunks. */
import type { ByteView } from './view';

export const sctpHeaderLength = 12;
export const sctpChunkHeaderLength = 4;
export const sctpDataHeaderLength = 16;
export const sctpInitLength = 20;

export const SctpChunk = { data: 0, init: 1, initAck: 2, sack: 3 } as const;

export class SctpLayer {
  sourcePort = 0;
  destinationPort = 0;
  verificationTag = 0;
  checksum = 0;

  decode(view: ByteView, at: number): void {
    this.sourcePort = view.u16(at);
    this.destinationPort = view.u16(at + 2);
    this.verificationTag = view.u32(at + 4);
    this.checksum = view.u32(at + 8);
  }
}

export class SctpChunkLayer {
  type = 0;
  flags = 0;
  /** Bytes, header included, padding not. */
  length = 0;

  decode(view: ByteView, at: number): void {
    view.need(at, sctpChunkHeaderLength);
    this.type = view.u8(at);
    this.flags = view.u8(at + 1);
    this.length = view.u16(at + 2);
  }
}
