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

const Protocol = { nlpid: 1, llc: 2 } as const;
const nlpidOfIpv4 = 0xcc;
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
    this.family = 0;
    if (type === Protocol.nlpid && protocolLength === 1 && view.u8(at + 2) === nlpidOfIpv4) this.family = 4;
    if (type === Protocol.llc && protocolLength === 8 && isIpv6(view, at + 2)) this.family = 6;
    if (this.addressLength !== (this.family === 4 ? 4 : 16)) this.family = 0;
    return this.next <= end;
  }
}

function isIpv6(view: ByteView, at: number): boolean {
  return view.u32(at) === llcOfIpv6[0] && view.u32(at + 4) === llcOfIpv6[1];
}
