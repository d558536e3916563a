/** Linux cooked capture, LINKTYPE_LINUX_SLL and LINKTYPE_LINUX_SLL2 (https://www.tcpdump.org/linktypes.html). */
import type { ByteView } from './view';

export const sllHeaderLength = 16;
export const sll2HeaderLength = 20;

/** "Protocols" that are no ethertypes: what the kernel says of frames without one. */
export const SllProtocol = { novell8023: 1, llc8022: 4 } as const;

export class SllLayer {
  /** 0 to us, 1 broadcast, 2 multicast, 3 to another, 4 from us. */
  packetType = 0;
  hardwareType = 0;
  addressLength = 0;
  addressAt = 0;
  protocol = 0;
  /** SLL2 only. */
  interfaceIndex = 0;

  decode(view: ByteView, at: number): void {
    this.packetType = view.u16(at);
    this.hardwareType = view.u16(at + 2);
    this.addressLength = view.u16(at + 4);
    this.addressAt = at + 6;
    this.protocol = view.u16(at + 14);
  }

  decode2(view: ByteView, at: number): void {
    this.protocol = view.u16(at);
    this.interfaceIndex = view.u32(at + 4);
    this.hardwareType = view.u16(at + 8);
    this.packetType = view.u8(at + 10);
    this.addressLength = view.u8(at + 11);
    this.addressAt = at + 12;
    view.need(at, sll2HeaderLength);
  }
}
