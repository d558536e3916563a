/** Link Layer Discovery Protocol (IEEE 802.1AB-2016, 8.4): types and the header of a TLV. */
import type { ByteView } from './view';

export const LldpTlv = {
  end: 0,
  chassis: 1,
  port: 2,
  lifetime: 3,
  portDescription: 4,
  systemName: 5,
  systemDescription: 6,
  capabilities: 7,
  management: 8,
  organization: 127,
} as const;

/** Subtypes whose identifier is a MAC address, and a network address with its family before it (8.5.2, 8.5.3). */
export const LldpIdentifier = {
  chassis: { mac: 4, network: 5, last: 7 },
  port: { mac: 3, network: 4, last: 7 },
} as const;

/** Address families (IANA): those whose addresses are known here. */
export const LldpFamily = { ipv4: 1, ipv6: 2, ieee802: 6 } as const;

/** TLVs of IEEE 802.1 (IEEE 802.1Q, annex D) and 802.3 (IEEE 802.3, 79.3) that hold a VLAN, its name, a frame size. */
export const LldpOrganization = { ieee8021: 0x0080c2, ieee8023: 0x00120f } as const;
export const Lldp8021 = { portVlan: 1, vlanName: 3 } as const;
export const lldp8023FrameSize = 4;

export const lldpHeaderLength = 2;
const lengthMask = 0x1ff;
const typeShift = 9;

export class LldpHeader {
  type = 0;
  /** Bytes of the value, 0..511. */
  length = 0;

  decode(view: ByteView, at: number): void {
    const header = view.u16(at);
    this.type = header >>> typeShift;
    this.length = header & lengthMask;
  }
}
