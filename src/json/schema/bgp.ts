/** Border Gateway Protocol. */
import type { HexBytes, Ipv4Address, Ipv6Address, LayerMarks, PacketText } from './layer';

/** RFC 4271: the messages that begin in a segment. */
export interface BgpJson extends LayerMarks {
  layer: 'bgp';
  messages: BgpMessageJson[];
}

export interface BgpMessageJson {
  /** 1 open, 2 update, 3 notification, 4 keepalive, 5 route refresh. */
  type: number;
  length: number;
  /** The message ends in a later segment, and only its header is shown. */
  continues?: true;
  /** A length contradicts the message. */
  malformed?: true;
  /** Open. */
  version?: number;
  /** 23456 stands for a number of more than 16 bits, which is among the capabilities. */
  autonomous_system?: number;
  /** Seconds. */
  hold_time?: number;
  identifier?: Ipv4Address;
  parameters?: BgpParameterJson[];
  /** Update. */
  withdrawn_routes?: BgpRouteJson[];
  path_attributes?: BgpAttributeJson[];
  nlri?: BgpRouteJson[];
  /** Notification. */
  error_code?: number;
  error_subcode?: number;
  shutdown_communication?: PacketText;
  /** Route refresh: address family (1 IPv4, 2 IPv6) and subsequent one (1 unicast). */
  family?: number;
  subtype?: number;
  safi?: number;
  data?: HexBytes;
}

export interface BgpParameterJson {
  /** 2 capabilities. */
  type: number;
  capabilities?: BgpCapabilityJson[];
  data?: HexBytes;
}

export interface BgpCapabilityJson {
  /** 1 multiprotocol, 2 route refresh, 64 graceful restart, 65 numbers of four bytes, 69 several paths. */
  code: number;
  family?: number;
  safi?: number;
  autonomous_system?: number;
  data?: HexBytes;
}

export interface BgpRouteJson {
  /** RFC 7911 */
  path_id?: number;
  prefix: Ipv4Address | Ipv6Address;
  prefix_length: number;
}

/** The value is in the members that the type calls for. */
export interface BgpAttributeJson {
  type: number;
  /** 128 optional, 64 transitive, 32 partial. */
  flags: number;
  /** 0 IGP, 1 EGP, 2 incomplete. */
  origin?: number;
  /** Of a path. */
  segments?: BgpSegmentJson[];
  next_hop?: Ipv4Address;
  multi_exit_discriminator?: number;
  local_preference?: number;
  /** Aggregator: this and its address. */
  autonomous_system?: number;
  address?: Ipv4Address;
  communities?: BgpCommunity[];
  large_communities?: BgpCommunity[];
  /** RFC 4360: eight bytes each. */
  extended_communities?: HexBytes[];
  originator_id?: Ipv4Address;
  cluster_list?: Ipv4Address[];
  /** RFC 4760: address family (1 IPv4, 2 IPv6) and subsequent one (1 unicast). */
  family?: number;
  safi?: number;
  /** Hexadecimal with a route distinguisher. */
  next_hops?: (Ipv4Address | Ipv6Address | HexBytes)[];
  nlri?: BgpRouteJson[];
  withdrawn_routes?: BgpRouteJson[];
  /** Routes that are more than prefixes. */
  nlri_data?: HexBytes;
  withdrawn_data?: HexBytes;
  data?: HexBytes;
}

export interface BgpSegmentJson {
  /** 1 set, 2 sequence, 3 and 4 those of a confederation. */
  type: number;
  autonomous_systems?: number[];
}

/**
 * Numbers with colons between: two of 16 bits (RFC 1997), three of 32 (RFC 8092).
 * @pattern ^\d+(:\d+){1,2}$
 */
export type BgpCommunity = string;
