/** Organizations by the identifier that IEEE gave them (OUI), where a protocol of theirs is told apart by it. */
import { names } from './names';

export const Organization = {
  ethernet: 0x000000,
  cisco: 0x00000c,
  ciscoBridged: 0x0000f8,
  ieee8023: 0x00120f,
  tia: 0x0012bb,
  dcbx: 0x001b21,
  /** RFC 2684 for bridged frames, IEEE 802.1 for values of LLDP. */
  ieee8021: 0x0080c2,
  iana: 0x00005e,
  apple: 0x080007,
} as const;

export const organizationNames = names(() => ({
  [Organization.ethernet]: 'Ethernet',
  [Organization.cisco]: 'Cisco',
  [Organization.iana]: 'IANA',
  0x000081: 'Nortel Networks SONMP',
  [Organization.ciscoBridged]: 'Cisco bridged',
  0x00049f: 'Freescale',
  0x0004ea: 'HP-Labs',
  0x001018: 'Broadcom',
  [Organization.ieee8023]: 'IEEE 802.3 Private',
  [Organization.tia]: 'ANSI/TIA',
  0x0015ad: 'Netronome',
  [Organization.dcbx]: 'DCBX',
  0x002320: 'Nicira Networks',
  0x002481: 'HP',
  [Organization.ieee8021]: 'Ethernet bridged',
  0x009069: 'Juniper',
  0x00a03e: 'ATM Forum',
  0x00e004: 'PMC-Sierra',
  0x00e02f: 'DOCSIS Spanning Tree',
  [Organization.apple]: 'Appletalk',
  0x080009: 'Hewlett-Packard',
  0x5c16c7: 'Big Switch Networks',
  0x748771: 'Infoblox Inc',
  0xa42305: 'Open Networking Lab',
  0xb0d2f5: 'Vello Systems',
  0xd0f0db: 'Ericsson',
}));
