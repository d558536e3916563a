/** Layer Two Tunneling Protocol, version 2 (RFC 2661, 3.1): the header. */
import type { ByteView } from './view';

export const l2tpVersion = 2;
export const L2tpFlag = {
  control: 0x8000,
  length: 0x4000,
  sequence: 0x0800,
  offset: 0x0200,
  priority: 0x0100,
} as const;
export const l2tpVersionMask = 0x000f;

/** The first attribute of a control message tells its type (RFC 2661, 4.4.1). */
export const l2tpMessageTypeAttribute = 0;
export const l2tpAttributeHeaderLength = 6;

export class L2tpLayer {
  version = 0;
  flags = 0;
  /** Of the message, 0: it does not say. */
  length = 0;
  tunnelId = 0;
  sessionId = 0;
  /** Numbers of this message and of the next one that is expected; 0 where there are none. */
  sent = 0;
  expected = 0;
  headerLength = 0;

  /** Of other versions nothing but the number. */
  decode(view: ByteView, at: number): void {
    this.flags = view.u16(at);
    this.version = this.flags & l2tpVersionMask;
    if (this.version !== l2tpVersion) return;
    let from = at + 2;
    this.length = 0;
    if (this.has(L2tpFlag.length)) {
      this.length = view.u16(from);
      from += 2;
    }
    this.tunnelId = view.u16(from);
    this.sessionId = view.u16(from + 2);
    from += 4;
    if (this.has(L2tpFlag.sequence)) {
      this.sent = view.u16(from);
      this.expected = view.u16(from + 2);
      from += 4;
    }
    if (this.has(L2tpFlag.offset)) from += 2 + view.u16(from);
    this.headerLength = from - at;
  }

  has(flag: number): boolean {
    return (this.flags & flag) !== 0;
  }
}
