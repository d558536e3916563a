/** PPP over Ethernet (RFC 2516). */
import type { ByteView } from './view';

export const pppoeHeaderLength = 6;
export const pppoeTagHeaderLength = 4;
/** The code of a session's packets; the others belong to discovery. */
export const pppoeSession = 0;

/** Discovery tags whose value is words for people. */
export const PppoeTag = {
  endOfList: 0x0000,
  serviceName: 0x0101,
  concentratorName: 0x0102,
  serviceNameError: 0x0201,
  systemError: 0x0202,
  genericError: 0x0203,
} as const;

export class PppoeLayer {
  version = 0;
  type = 0;
  code = 0;
  sessionId = 0;
  /** Bytes after the header, as the sender says. */
  length = 0;

  decode(view: ByteView, at: number): void {
    view.need(at, pppoeHeaderLength);
    const first = view.u8(at);
    this.version = first >>> 4;
    this.type = first & 15;
    this.code = view.u8(at + 1);
    this.sessionId = view.u16(at + 2);
    this.length = view.u16(at + 4);
  }
}
