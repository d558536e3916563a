/** Cisco Discovery Protocol, versions 1 and 2: types of its fields, and addresses. Cisco has not published all of it. */
import type { ByteView } from './view';

export const cdpHeaderLength = 4;
/** Type and length of a field; the length counts them. */
export const cdpFieldHeaderLength = 4;

export const CdpField = {
  deviceId: 0x01,
  addresses: 0x02,
  portId: 0x03,
  capabilities: 0x04,
  version: 0x05,
  platform: 0x06,
  prefixes: 0x07,
  vtpDomain: 0x09,
  nativeVlan: 0x0a,
  duplex: 0x0b,
  voiceVlan: 0x0e,
  voiceVlanRequest: 0x0f,
  power: 0x10,
  mtu: 0x11,
  systemName: 0x14,
  managementAddresses: 0x16,
} as const;

/** How the protocol of an address is told: by an OSI identifier, or by LLC and SNAP. */
const ProtocolType = { nlpid: 1, llc: 2 } as const;
const nlpidOfIpv4 = 0xcc;
const llcLength = 8;
/** LLC and SNAP with the ethertype of IPv6. */
const llcOfIpv6 = [0xaaaa0300, 0x000086dd] as const;

export class CdpAddress {
  /** 4 or 6; 0: of another protocol. */
  family = 0;
  addressAt = 0;
  addressLength = 0;
  /** Where the next one begins. */
  next = 0;

  /** false: it goes beyond `end`. */
  decode(view: ByteView, at: number, end: number): boolean {
    if (end - at < 2) return false;
    const type = view.u8(at);
    const protocolLength = view.u8(at + 1);
    this.addressAt = at + 2 + protocolLength + 2;
    if (this.addressAt > end) return false;
    this.addressLength = view.u16(this.addressAt - 2);
    this.next = this.addressAt + this.addressLength;
    this.family = cdpAddressFamily(view, type, protocolLength, at + 2, this.addressLength);
    return this.next <= end;
  }
}

/** 4 or 6 by the protocol of `protocolLength` bytes at `at`; 0: another one, or the address has not its length. */
export function cdpAddressFamily(
  view: ByteView,
  type: number,
  protocolLength: number,
  at: number,
  addressLength: number,
): number {
  if (type === ProtocolType.nlpid && protocolLength === 1 && addressLength === 4) {
    return view.u8(at) === nlpidOfIpv4 ? 4 : 0;
  }
  if (type !== ProtocolType.llc || protocolLength !== llcLength || addressLength !== 16) return 0;
  return view.u32(at) === llcOfIpv6[0] && view.u32(at + 4) === llcOfIpv6[1] ? 6 : 0;
}
