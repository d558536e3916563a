/** What stations, switches and routers of a LAN tell each other. */
import type { HexBytes, Ipv4Address, Ipv6Address, LayerMarks, MacAddress, PacketText } from './layer';

/** IEEE 802.1AB */
export interface LldpJson extends LayerMarks {
  layer: 'lldp';
  tlvs: LldpTlvJson[];
}

/** The value is in the members that the type calls for. */
export interface LldpTlvJson {
  /** 1 chassis, 2 port, 3 lifetime, 4 port description, 5 system name, 6 its description, 7 capabilities, 8 management. */
  type: number;
  /** Of a chassis or port, or the organization's own. */
  subtype?: number;
  /** Address family: 1 IPv4, 2 IPv6, 6 MAC. */
  family?: number;
  address?: MacAddress | Ipv4Address | Ipv6Address;
  text?: PacketText;
  /** How long what is told stays true. */
  seconds?: number;
  /** 1 other, 2 repeater, 4 bridge, 8 wireless access point, 16 router, 32 telephone, 64 cable modem, 128 station. */
  capabilities?: number;
  enabled_capabilities?: number;
  /** What numbers the interface: 1 unknown, 2 ifIndex, 3 the port. */
  interface_subtype?: number;
  interface?: number;
  object_id?: HexBytes;
  /** Organizationally unique identifier, 24 bits. */
  organization?: number;
  /** IEEE 802.1: that of untagged frames, or the one whose name is the text. */
  vlan?: number;
  /** IEEE 802.3 */
  maximum_frame_size?: number;
  data?: HexBytes;
}

/** Cisco Discovery Protocol. */
export interface CdpJson extends LayerMarks {
  layer: 'cdp';
  version: number;
  /** Seconds. */
  ttl: number;
  checksum: number;
  fields: CdpFieldJson[];
}

/** The value is in the member that the type calls for. */
export interface CdpFieldJson {
  /** 1 device, 2 addresses, 3 port, 4 capabilities, 5 software, 6 platform, 9 VTP domain, 10 native VLAN, 11 duplex. */
  type: number;
  text?: PacketText;
  /** Those of other protocols are hexadecimal. */
  addresses?: (Ipv4Address | Ipv6Address | HexBytes)[];
  prefixes?: CdpPrefixJson[];
  /** 1 router, 2 transparent bridge, 4 source route bridge, 8 switch, 16 host, 32 IGMP snooping, 64 repeater. */
  capabilities?: number;
  vlan?: number;
  full_duplex?: boolean;
  /** Power consumption. */
  milliwatts?: number;
  mtu?: number;
  data?: HexBytes;
}

export interface CdpPrefixJson {
  prefix: Ipv4Address;
  prefix_length: number;
}

/** IEEE 802.1AX */
export interface LacpJson extends LayerMarks {
  layer: 'lacp';
  version: number;
  actor?: LacpStationJson;
  partner?: LacpStationJson;
  /** Tens of microseconds. */
  collector_max_delay?: number;
}

export interface LacpStationJson {
  system_priority: number;
  system: MacAddress;
  key: number;
  port_priority: number;
  port: number;
  state: (
    | 'activity'
    | 'timeout'
    | 'aggregation'
    | 'synchronization'
    | 'collecting'
    | 'distributing'
    | 'defaulted'
    | 'expired'
  )[];
}

/** RFC 3768, 5798; of other versions and types only these two. */
export interface VrrpJson extends LayerMarks {
  layer: 'vrrp';
  version: number;
  /** 1 advertisement. */
  type: number;
  virtual_router_id?: number;
  priority?: number;
  /** Version 2: 0 none, 1 a password, 2 an authentication header. */
  authentication_type?: number;
  /** Seconds. */
  advertisement_interval?: number;
  checksum?: number;
  addresses?: (Ipv4Address | Ipv6Address)[];
  authentication_data?: PacketText;
}

/** RFC 2281, and version 2; of opcodes above 2 only version and opcode. */
export interface HsrpJson extends LayerMarks {
  layer: 'hsrp';
  /** 0 is version 1. */
  version?: number;
  /** 0 hello, 1 coup, 2 resign. */
  opcode?: number;
  /** Version 1: 0 initial, 1 learn, 2 listen, 4 speak, 8 standby, 16 active; version 2: 1 initial to 6 active. */
  state?: number;
  /** Seconds. */
  hello_time?: number;
  hold_time?: number;
  priority?: number;
  group?: number;
  virtual_address?: Ipv4Address | Ipv6Address;
  /** Version 2: the sender's. */
  identifier?: MacAddress;
  authentication?: PacketText;
}
