/** Link layers and what belongs to one link. */
import type { HexBytes, Ipv4Address, LayerMarks, MacAddress } from './layer';

/** Ethernet II with `type`, IEEE 802.3 with `length`. */
export interface EthernetJson extends LayerMarks {
  layer: 'ethernet';
  destination: MacAddress;
  source: MacAddress;
  /** Ethertype of what follows. */
  type?: number;
  length?: number;
}

/** IEEE 802.1Q tag. */
export interface VlanJson extends LayerMarks {
  layer: 'vlan';
  tpid: number;
  /** 0..4095 */
  id: number;
  /** 0..7 */
  priority: number;
  drop_eligible: boolean;
  type?: number;
  length?: number;
}

/** IEEE 802.2 */
export interface LlcJson extends LayerMarks {
  layer: 'llc';
  dsap: number;
  ssap: number;
  control: number;
}

/** IEEE 802 subnetwork access protocol. */
export interface SnapJson extends LayerMarks {
  layer: 'snap';
  /** 24 bits. */
  organization: number;
  type: number;
}

/** IEEE 802.1D; times in seconds. A topology change notification has only version and type. */
export interface StpJson extends LayerMarks {
  layer: 'stp';
  version: number;
  type: number;
  flags?: number;
  root?: BridgeJson;
  root_path_cost?: number;
  bridge?: BridgeJson;
  port_id?: number;
  message_age?: number;
  maximum_age?: number;
  hello_time?: number;
  forward_delay?: number;
}

export interface BridgeJson {
  priority?: number;
  address?: MacAddress;
}

/** RFC 826; addresses of unusual length are hexadecimal. */
export interface ArpJson extends LayerMarks {
  layer: 'arp';
  hardware_type: number;
  protocol_type: number;
  /** 1 request, 2 reply. */
  operation: number;
  sender_hardware: MacAddress | HexBytes;
  sender_protocol: Ipv4Address | HexBytes;
  target_hardware: MacAddress | HexBytes;
  target_protocol: Ipv4Address | HexBytes;
}

/** Linux cooked capture. */
export interface SllJson extends LayerMarks {
  layer: 'sll';
  packet_type: number;
  hardware_type: number;
  address: MacAddress | HexBytes;
  protocol: number;
}

/** Linux cooked capture, version 2. */
export interface Sll2Json extends LayerMarks {
  layer: 'sll2';
  interface_index: number;
  packet_type: number;
  hardware_type: number;
  address: MacAddress | HexBytes;
  protocol: number;
}

/** BSD loopback. */
export interface NullJson extends LayerMarks {
  layer: 'null';
  /** Address family, as the capturing host numbers it. */
  family: number;
}

/** IEEE 802.11 */
export interface Ieee80211Json extends LayerMarks {
  layer: 'ieee80211';
  /** 0 management, 1 control, 2 data. */
  type: number;
  subtype: number;
  to_ds: boolean;
  from_ds: boolean;
  retry: boolean;
  protected: boolean;
  receiver?: MacAddress;
  transmitter?: MacAddress;
  source?: MacAddress;
  destination?: MacAddress;
}

/** https://www.radiotap.org */
export interface RadiotapJson extends LayerMarks {
  layer: 'radiotap';
  length: number;
}
