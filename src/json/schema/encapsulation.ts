/** Headers that carry other packets. */
import type { HexBytes, LayerMarks, PacketText } from './layer';

/** RFC 2784, 2890; version 1 is PPTP's (RFC 2637). */
export interface GreJson extends LayerMarks {
  layer: 'gre';
  version: number;
  /** The first 16 bits without the version. */
  flags: number;
  /** Ethertype of what follows. */
  protocol: number;
  payload_length?: number;
  call_id?: number;
  checksum?: number;
  key?: number;
  sequence?: number;
  acknowledgement?: number;
}

export interface ErspanJson extends LayerMarks {
  layer: 'erspan';
  /** 1, 2 or 3. */
  type: number;
  vlan?: number;
  class_of_service?: number;
  session_id?: number;
  /** The switch has cut the mirrored frame. */
  frame_cut?: boolean;
  index?: number;
  timestamp?: number;
  security_group?: number;
  hardware_id?: number;
  /** 0 incoming, 1 outgoing. */
  direction?: number;
}

/** RFC 7348 */
export interface VxlanJson extends LayerMarks {
  layer: 'vxlan';
  flags: number;
  vni: number;
  group_policy?: number;
  next_protocol?: number;
}

/** RFC 8926 */
export interface GeneveJson extends LayerMarks {
  layer: 'geneve';
  version: number;
  control: boolean;
  critical: boolean;
  /** Ethertype of what follows. */
  protocol: number;
  vni: number;
  options?: GeneveOptionJson[];
}

export interface GeneveOptionJson {
  class: number;
  type: number;
  critical: boolean;
  /** Where class and type are known, as those of Amazon's Gateway Load Balancer. */
  name?: 'gwlb-endpoint' | 'gwlb-attachment' | 'gwlb-flow-cookie';
  data?: HexBytes;
  malformed?: true;
}

/** RFC 3032 */
export interface MplsJson extends LayerMarks {
  layer: 'mpls';
  labels: MplsLabelJson[];
}

export interface MplsLabelJson {
  label: number;
  traffic_class: number;
  bottom_of_stack: boolean;
  ttl: number;
}

/** RFC 1661; code, identifier and length of control protocols only. */
export interface PppJson extends LayerMarks {
  layer: 'ppp';
  protocol: number;
  code?: number;
  identifier?: number;
  length?: number;
}

/** RFC 2516 */
export interface PppoeJson extends LayerMarks {
  layer: 'pppoe';
  version: number;
  type: number;
  /** 0 for a session's packets. */
  code: number;
  session_id: number;
  length: number;
  tags?: PppoeTagJson[];
}

export interface PppoeTagJson {
  type: number;
  text?: PacketText;
  data?: HexBytes;
}

/** RFC 2661; of other versions than 2 only the number. */
export interface L2tpJson extends LayerMarks {
  layer: 'l2tp';
  version: number;
  /** No PPP frame follows. */
  control?: boolean;
  priority?: boolean;
  length?: number;
  tunnel_id?: number;
  session_id?: number;
  /** Numbers of this message, and of the one that is expected next. */
  ns?: number;
  nr?: number;
  /** Of a control message; absent: it acknowledges only. */
  message_type?: number;
}
