/** What routers tell each other. */
import type { HexBytes, Ipv4Address, Ipv6Address, LayerMarks, PacketText } from './layer';

/** RFC 5880; intervals in microseconds. Of other versions than 1 only the number. */
export interface BfdJson extends LayerMarks {
  layer: 'bfd';
  version: number;
  diagnostic?: number;
  /** 0 administratively down, 1 down, 2 init, 3 up. */
  state?: number;
  flags?: ('multipoint' | 'demand' | 'authentication_present' | 'control_plane_independent' | 'final' | 'poll')[];
  detect_multiplier?: number;
  length?: number;
  my_discriminator?: number;
  your_discriminator?: number;
  desired_min_tx_interval?: number;
  required_min_rx_interval?: number;
  required_min_echo_rx_interval?: number;
  authentication?: BfdAuthenticationJson;
}

export interface BfdAuthenticationJson {
  /** 1 password, 2 and 3 MD5, 4 and 5 SHA-1. */
  type: number;
  key_id: number;
  password?: PacketText;
  sequence?: number;
  digest?: HexBytes;
  data?: HexBytes;
}

/** RFC 1058, 2453; entries of requests and responses. */
export interface RipJson extends LayerMarks {
  layer: 'rip';
  /** 1 request, 2 response. */
  command: number;
  version: number;
  entries?: RipEntryJson[];
}

export interface RipEntryJson {
  /** 2 IPv4, 0 all routes are asked for, 65535 authentication. */
  family: number;
  address?: Ipv4Address;
  /** Version 2: this and the next two. */
  tag?: number;
  netmask?: Ipv4Address;
  next_hop?: Ipv4Address;
  /** 16 is infinity. */
  metric?: number;
  /** 1 trailer with a digest, 2 password, 3 cryptographic (RFC 4822). */
  authentication_type?: number;
  password?: PacketText;
  packet_length?: number;
  key_id?: number;
  authentication_length?: number;
  sequence?: number;
  data?: HexBytes;
}

/** RFC 2080 */
export interface RipngJson extends LayerMarks {
  layer: 'ripng';
  /** 1 request, 2 response. */
  command: number;
  version: number;
  entries?: RipngEntryJson[];
}

export interface RipngEntryJson {
  /** Of the entries behind this one, which has nothing else. */
  next_hop?: Ipv6Address;
  prefix?: Ipv6Address;
  prefix_length?: number;
  tag?: number;
  /** 16 is infinity. */
  metric?: number;
}

/** RFC 7761: the header; of other versions than 2 only the number. */
export interface PimJson extends LayerMarks {
  layer: 'pim';
  version: number;
  /** 0 hello, 1 register, 2 register stop, 3 join and prune, 4 bootstrap, 5 assert, 6 graft, 8 candidate. */
  type?: number;
  checksum?: number;
}
