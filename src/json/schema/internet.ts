/** The Internet layer: IP, its extension headers, and the protocols that have no ports. */
import type { HexBytes, Ipv4Address, Ipv6Address, LayerMarks, MacAddress } from './layer';
import type { LayerJson } from './layers';

/** RFC 791 */
export interface Ipv4Json extends LayerMarks {
  layer: 'ipv4';
  source: Ipv4Address;
  destination: Ipv4Address;
  /** Bytes, options included. */
  header_length: number;
  dscp: number;
  ecn: number;
  total_length: number;
  id: number;
  dont_fragment: boolean;
  more_fragments: boolean;
  /** Bytes. */
  fragment_offset: number;
  ttl: number;
  protocol: number;
  checksum: number;
  options?: Ipv4OptionJson[];
}

export interface Ipv4OptionJson {
  kind: number;
  /** Record route and source routes only. */
  pointer?: number;
  route?: Ipv4Address[];
  data?: HexBytes;
  malformed?: true;
}

/** RFC 8200 */
export interface Ipv6Json extends LayerMarks {
  layer: 'ipv6';
  source: Ipv6Address;
  destination: Ipv6Address;
  dscp: number;
  ecn: number;
  flow_label: number;
  payload_length: number;
  next_header: number;
  hop_limit: number;
}

/** Padding is left out. */
export interface HopByHopJson extends LayerMarks {
  layer: 'hop_by_hop';
  next_header: number;
  options: Ipv6OptionJson[];
}

export interface DestinationOptionsJson extends LayerMarks {
  layer: 'destination_options';
  next_header: number;
  options: Ipv6OptionJson[];
}

export interface Ipv6OptionJson {
  type: number;
  data?: HexBytes;
}

export interface RoutingJson extends LayerMarks {
  layer: 'routing';
  next_header: number;
  type: number;
  segments_left: number;
  addresses?: Ipv6Address[];
}

export interface FragmentJson extends LayerMarks {
  layer: 'fragment';
  next_header: number;
  /** Bytes. */
  offset: number;
  more_fragments: boolean;
  id: number;
}

/** RFC 4302 */
export interface AhJson extends LayerMarks {
  layer: 'ah';
  next_header: number;
  spi: number;
  sequence: number;
  /** Integrity check value. */
  icv?: HexBytes;
}

/** RFC 4303 */
export interface EspJson extends LayerMarks {
  layer: 'esp';
  spi: number;
  sequence: number;
}

/** RFC 792 */
export interface IcmpJson extends LayerMarks {
  layer: 'icmp';
  type: number;
  code: number;
  checksum: number;
  identifier?: number;
  sequence?: number;
  /** Of the next hop, where fragmentation was needed. */
  mtu?: number;
  /** Where a redirect points to. */
  gateway?: Ipv4Address;
  /** The octet at fault. */
  pointer?: number;
  /** Layers of the datagram that an error is about. */
  quoted?: LayerJson[];
}

/** RFC 4443, Neighbor Discovery (RFC 4861) and Multicast Listener Discovery (RFC 2710, 3810). */
export interface Icmp6Json extends LayerMarks {
  layer: 'icmp6';
  type: number;
  code: number;
  checksum: number;
  identifier?: number;
  sequence?: number;
  mtu?: number;
  pointer?: number;
  quoted?: LayerJson[];
  /** Router advertisement. */
  hop_limit?: number;
  managed?: boolean;
  other_configuration?: boolean;
  /** Seconds. */
  router_lifetime?: number;
  /** Milliseconds. */
  reachable_time?: number;
  retransmit_timer?: number;
  /** Neighbor advertisement. */
  router?: boolean;
  solicited?: boolean;
  override?: boolean;
  /** Neighbor messages and redirects. */
  target?: Ipv6Address;
  destination?: Ipv6Address;
  options?: NeighborOptionJson[];
  /** Listener messages; milliseconds. */
  maximum_response_delay?: number;
  group?: Ipv6Address;
  sources?: Ipv6Address[];
  records?: GroupRecordJson[];
}

export interface NeighborOptionJson {
  type: number;
  link_address?: MacAddress;
  mtu?: number;
  prefix?: Ipv6Address;
  prefix_length?: number;
  on_link?: boolean;
  autonomous?: boolean;
  /** Seconds. */
  valid_lifetime?: number;
  preferred_lifetime?: number;
  lifetime?: number;
  addresses?: Ipv6Address[];
  data?: HexBytes;
  malformed?: true;
}

/** RFC 2236, 3376 */
export interface IgmpJson extends LayerMarks {
  layer: 'igmp';
  type: number;
  /** As encoded: tenths of a second up to 127. */
  maximum_response_time: number;
  checksum: number;
  group?: Ipv4Address;
  sources?: Ipv4Address[];
  records?: GroupRecordJson[];
}

export interface GroupRecordJson {
  type: number;
  group?: Ipv4Address | Ipv6Address;
  sources?: (Ipv4Address | Ipv6Address)[];
}

/** The common header of OSPF. */
export interface OspfJson extends LayerMarks {
  layer: 'ospf';
  version: number;
  type: number;
  length: number;
  router_id: Ipv4Address;
  area_id: Ipv4Address;
  checksum: number;
}
