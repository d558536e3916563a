/** Names that tcpdump gives to numbers of the lower layers. */
import type { LineWriter } from './line-writer';

export type NameTable = ReadonlyMap<number, string>;

/** A table of names from an object of numbers. */
export function names(entries: Record<number, string>): NameTable {
  return new Map(Object.entries(entries).map(([number, name]) => [Number(number), name]));
}

/** The name, or `prefix`, the number in decimal and `suffix`. */
export function nameOr(out: LineWriter, table: NameTable, value: number, prefix: string, suffix = ''): void {
  const name = table.get(value);
  if (name !== undefined) {
    out.text(name);
    return;
  }
  out.text(prefix);
  out.decimal(value);
  out.text(suffix);
}

/** The same with the number in hexadecimal without leading zeros. */
export function nameOrHex(out: LineWriter, table: NameTable, value: number, prefix: string, suffix = ''): void {
  const name = table.get(value);
  if (name !== undefined) {
    out.text(name);
    return;
  }
  out.text(prefix);
  out.hex(value);
  out.text(suffix);
}

/** One bit of a field and its name. */
export type FlagName = readonly [bit: number, name: string];

/** The names of the bits set, joined; `none` where none of them is. */
export function flagNames(
  out: LineWriter,
  table: readonly FlagName[],
  value: number,
  none = 'none',
  joiner = ', ',
): void {
  let first = true;
  for (const [bit, name] of table) {
    if ((value & bit) === 0) continue;
    if (!first) out.text(joiner);
    out.text(name);
    first = false;
  }
  if (first) out.text(none);
}

export const ethertypeNames = names({
  2048: 'IPv4',
  2054: 'ARP',
  32821: 'Reverse ARP',
  34525: 'IPv6',
  33024: '802.1Q',
  34984: '802.1Q-QinQ',
  37120: '802.1Q-9100',
  37376: '802.1Q-9200',
  512: 'PUP',
  1280: 'SPRITE',
  1536: 'NS',
  4096: 'TRAIL',
  8947: 'TRILL',
  24577: 'MOP DL',
  24578: 'MOP RC',
  24579: 'DN',
  24580: 'LAT',
  24583: 'SCA',
  25944: 'TEB',
  32923: 'Appletalk',
  33011: 'Appletalk ARP',
  33079: 'IPX',
  34824: 'MPCP',
  34825: 'Slow Protocols',
  34827: 'PPP',
  34887: 'MPLS unicast',
  34888: 'MPLS multicast',
  34915: 'PPPoE D',
  34916: 'PPPoE S',
  34927: 'MS NLB heartbeat',
  34928: 'Jumbo',
  34958: 'EAPOL',
  34969: 'RRCP',
  34978: 'AoE',
  35018: 'TIPC',
  35020: 'LLDP',
  35045: '802.1AE MACsec',
  35063: 'PTP',
  35074: 'CFM',
  35151: 'NSH',
  36864: 'Loopback',
  53899: 'Arista Vendor Specific Protocol',
});

export const ipProtocolNames = names({
  0: 'Options',
  1: 'ICMP',
  2: 'IGMP',
  4: 'IPIP',
  6: 'TCP',
  8: 'EGP',
  9: 'IGRP',
  17: 'UDP',
  33: 'DCCP',
  41: 'IPv6',
  43: 'Routing',
  44: 'Fragment',
  46: 'RSVP',
  47: 'GRE',
  50: 'ESP',
  51: 'AH',
  55: 'Mobile IP',
  58: 'ICMPv6',
  88: 'EIGRP',
  89: 'OSPF',
  103: 'PIM',
  108: 'Compressed IP',
  112: 'VRRP',
  113: 'PGM',
  132: 'SCTP',
  135: 'Mobility',
  143: 'Ethernet',
});
