/** VXLAN (RFC 7348), its group policy extension and VXLAN-GPE (draft-ietf-nvo3-vxlan-gpe). */
import type { ByteView } from './view';

export const vxlanHeaderLength = 8;

export const VxlanFlag = { vni: 0x08, nextProtocol: 0x04, group: 0x80 } as const;
/** Next protocols of VXLAN-GPE. */
export const VxlanNext = { ipv4: 1, ipv6: 2, ethernet: 3 } as const;

export class VxlanLayer {
  /** Bits of {@link VxlanFlag}, the first byte of the header. */
  flags = 0;
  /** Where the group flag is set. */
  groupPolicy = 0;
  /** Where the next protocol flag is set. */
  nextProtocol = 0;
  vni = 0;

  decode(view: ByteView, at: number): void {
    view.need(at, vxlanHeaderLength);
    this.flags = view.u8(at);
    this.groupPolicy = view.u16(at + 2);
    this.nextProtocol = view.u8(at + 3);
    this.vni = view.u24(at + 4);
  }
}
