/** Generic Routing Encapsulation (RFC 2784, 2890, 1701) and its version 1 of PPTP (RFC 2637). */
import type { ByteView } from './view';

export const GreFlag = {
  checksum: 0x8000,
  routing: 0x4000,
  key: 0x2000,
  sequence: 0x1000,
  acknowledgement: 0x0080,
} as const;

export const GreProtocol = { bridged: 0x6558, erspan2: 0x88be, erspan3: 0x22eb, ppp: 0x880b } as const;

const minimumLength = 4;
/** Address family, offset and length of a source route entry (RFC 1701); an entry of length 0 ends the list. */
const routeHeaderLength = 4;

export class GreLayer {
  /** 0, or 1: PPTP. */
  version = 0;
  /** Bits of {@link GreFlag}. */
  flags = 0;
  /** Ethertype of what follows. */
  protocol = 0;
  checksum = 0;
  /** Version 0. */
  key = 0;
  /** Version 1: bytes of payload, and the call that it belongs to. */
  payloadLength = 0;
  callId = 0;
  sequence = 0;
  acknowledgement = 0;
  /** Bytes, optional fields included. */
  headerLength = 0;

  has(flag: number): boolean {
    return (this.flags & flag) !== 0;
  }

  /** Throws where a field that the flags announce is not captured. Other versions than 0 and 1 have no known fields. */
  decode(view: ByteView, at: number): void {
    const field = view.u16(at);
    this.protocol = view.u16(at + 2);
    this.version = field & 7;
    this.flags = field & 0xfff8;
    this.headerLength = minimumLength;
    if (this.version === 0) this.version0(view, at + minimumLength);
    else if (this.version === 1) this.version1(view, at + minimumLength);
  }

  private version0(view: ByteView, at: number): void {
    let from = at;
    if (this.has(GreFlag.checksum | GreFlag.routing)) {
      this.checksum = view.u16(from);
      view.need(from, 4);
      from += 4;
    }
    if (this.has(GreFlag.key)) {
      this.key = view.u32(from);
      from += 4;
    }
    if (this.has(GreFlag.sequence)) {
      this.sequence = view.u32(from);
      from += 4;
    }
    if (this.has(GreFlag.routing)) from = afterRoutes(view, from);
    this.headerLength = minimumLength + from - at;
  }

  private version1(view: ByteView, at: number): void {
    let from = at + 4;
    this.payloadLength = view.u16(at);
    this.callId = view.u16(at + 2);
    if (this.has(GreFlag.sequence)) {
      this.sequence = view.u32(from);
      from += 4;
    }
    if (this.has(GreFlag.acknowledgement)) {
      this.acknowledgement = view.u32(from);
      from += 4;
    }
    this.headerLength = minimumLength + from - at;
  }
}

function afterRoutes(view: ByteView, at: number): number {
  let from = at;
  for (;;) {
    const length = view.u8(from + 3);
    from += routeHeaderLength + length;
    if (length === 0) return from;
  }
}
