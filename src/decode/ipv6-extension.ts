/** IPv6 extension headers (RFC 8200, 4) and their options (RFC 2711, 6275, 6553 …). */
import type { ByteView } from './view';

export const Ipv6Option = {
  pad1: 0,
  padN: 1,
  routerAlert: 5,
  rpl: 0x63,
  jumboPayload: 0xc2,
  homeAddress: 0xc9,
} as const;

export const RoutingType = { source: 0, mobile: 2, segment: 4 } as const;

/** Bytes of an options or routing header, from its length field in units of eight. */
export function extensionLength(view: ByteView, at: number): number {
  return (view.u8(at + 1) + 1) * 8;
}

export class FragmentLayer {
  nextHeader = 0;
  /** Bytes. */
  offset = 0;
  moreFragments = false;
  /** 0 where the packet is cut before it. */
  id = 0;

  decode(view: ByteView, at: number): void {
    this.nextHeader = view.u8(at);
    const field = view.u16(at + 2);
    this.offset = field & 0xfff8;
    this.moreFragments = (field & 1) !== 0;
    this.id = view.has(at + 4, 4) ? view.u32(at + 4) : 0;
  }
}

export class RoutingLayer {
  /** In units of eight bytes, the first eight not counted. */
  length = 0;
  type = 0;
  segmentsLeft = 0;

  decode(view: ByteView, at: number): void {
    this.length = view.u8(at + 1);
    this.type = view.u8(at + 2);
    this.segmentsLeft = view.u8(at + 3);
  }
}
