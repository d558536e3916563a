/** Who made an interface, as tcpdump writes it behind a MAC address. */
import type { VendorFile } from './vendor-file';

const encoder = new TextEncoder();
const suffix = (vendor: string): Uint8Array => encoder.encode(` (oui ${vendor})`);
const unknown = suffix('Unknown');

export class Vendors {
  /** By index in the list: as many as the list has at most. */
  private readonly listed = new Map<number, Uint8Array>();
  private list: VendorFile | undefined;
  private isLoaded = false;

  /** `load` reads the host's list, once, when the first address without a well-known prefix comes. */
  constructor(private readonly load: () => VendorFile | undefined) {}

  /** ` (oui Cisco)`, with `Unknown` where nobody knows. */
  suffix(bytes: Uint8Array, at: number): Uint8Array {
    const prefix = (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2];
    const known = wellKnown.get(prefix);
    if (known !== undefined) return known;
    if (!this.isLoaded) {
      this.isLoaded = true;
      this.list = this.load();
    }
    return this.list === undefined ? unknown : this.fromList(this.list, bytes, at);
  }

  private fromList(list: VendorFile, bytes: Uint8Array, at: number): Uint8Array {
    const index = list.find(bytes, at);
    if (index < 0) return unknown;
    let text = this.listed.get(index);
    if (text === undefined) {
      const name = list.name(index);
      text = name === '' ? unknown : suffix(name);
      this.listed.set(index, text);
    }
    return text;
  }
}

/** The names that tcpdump has for prefixes, whatever the host's list says. */
const wellKnown: ReadonlyMap<number, Uint8Array> = new Map(
  (
    [
      [0x000000, 'Ethernet'],
      [0x00000c, 'Cisco'],
      [0x00005e, 'IANA'],
      [0x000081, 'Nortel Networks SONMP'],
      [0x0000f8, 'Cisco bridged'],
      [0x00049f, 'Freescale'],
      [0x0004ea, 'HP-Labs'],
      [0x001018, 'Broadcom'],
      [0x00120f, 'IEEE 802.3 Private'],
      [0x0012bb, 'ANSI/TIA'],
      [0x0015ad, 'Netronome'],
      [0x001b21, 'DCBX'],
      [0x002320, 'Nicira Networks'],
      [0x002481, 'HP'],
      [0x0080c2, 'Ethernet bridged'],
      [0x009069, 'Juniper'],
      [0x00a03e, 'ATM Forum'],
      [0x00e004, 'PMC-Sierra'],
      [0x00e02f, 'DOCSIS Spanning Tree'],
      [0x080007, 'Appletalk'],
      [0x080009, 'Hewlett-Packard'],
      [0x5c16c7, 'Big Switch Networks'],
      [0x748771, 'Infoblox Inc'],
      [0xa42305, 'Open Networking Lab'],
      [0xb0d2f5, 'Vello Systems'],
      [0xd0f0db, 'Ericsson'],
    ] satisfies [number, string][]
  ).map(([prefix, vendor]) => [prefix, suffix(vendor)]),
);
