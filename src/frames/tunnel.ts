// RFC 7348 VXLAN, VXLAN-GPE, RFC 8926 GENEVE and GUE: what stands in the UDP payload.
import { concat, etherTypeOf, header, type Payload, toBytes } from './layer';
import { EtherType } from './link';

const vxlanVniValid = 0x08;

export interface VxlanFields {
  /** 0..2^24-1 */
  vni?: number;
  /** The flags byte; by default only the I bit. */
  flags?: number;
  /** Group policy ID; the G bit is the flags'. */
  policy?: number;
}

/** A VXLAN header and the frame behind it. */
export function vxlan(fields: VxlanFields, frame: Payload): Uint8Array {
  const head = header(8, (view) => {
    view.setUint8(0, fields.flags ?? vxlanVniValid);
    view.setUint16(2, fields.policy ?? 0);
    view.setUint32(4, ((fields.vni ?? 0) << 8) >>> 0);
  });
  return concat(head, toBytes(frame));
}

export interface VxlanGpeFields {
  vni?: number;
  /** The flags byte; by default I and P. */
  flags?: number;
  /** By default that of the payload: 1 IPv4, 2 IPv6, 3 Ethernet. */
  next?: number;
}

/** A VXLAN-GPE header (draft-ietf-nvo3-vxlan-gpe) and what it carries. */
export function vxlanGpe(fields: VxlanGpeFields, payload: Payload): Uint8Array {
  const nextOf = new Map<number, number>([
    [EtherType.ipv4, 1],
    [EtherType.ipv6, 2],
    [EtherType.transparentEthernet, 3],
  ]);
  const head = header(8, (view) => {
    view.setUint8(0, fields.flags ?? 0x0c);
    view.setUint8(3, fields.next ?? nextOf.get(etherTypeOf(payload, EtherType.transparentEthernet)) ?? 0);
    view.setUint32(4, ((fields.vni ?? 0) << 8) >>> 0);
  });
  return concat(head, toBytes(payload));
}

export interface GueFields {
  /** IP protocol of what it carries, or type of a control message. */
  protocol?: number;
  /** The first byte but for the length: variant and control bit. */
  first?: number;
  flags?: number;
  /** A multiple of 4 bytes, at most 124. */
  extensions?: Uint8Array;
}

/** A GUE header of variant 0 (draft-ietf-intarea-gue) and what it carries. */
export function gue(fields: GueFields, payload: Payload): Uint8Array {
  const extensions = fields.extensions ?? new Uint8Array(0);
  const head = header(4, (view) => {
    view.setUint8(0, (fields.first ?? 0) | (extensions.length / 4));
    view.setUint8(1, fields.protocol ?? (etherTypeOf(payload, EtherType.ipv4) === EtherType.ipv6 ? 41 : 4));
    view.setUint16(2, fields.flags ?? 0);
  });
  return concat(head, extensions, toBytes(payload));
}

export interface GeneveOption {
  class: number;
  type: number;
  /** A multiple of 4 bytes, at most 124. */
  data?: Uint8Array;
}

export interface GeneveFields {
  /** 0..2^24-1 */
  vni?: number;
  /** 0..3, 0 in every GENEVE that exists. */
  version?: number;
  /** By default the payload's ethertype, or transparent Ethernet for a whole frame. */
  protocol?: number;
  options?: GeneveOption[];
  /** The second byte: O and C bits. */
  flags?: number;
}

/** A GENEVE header with its options and what it carries. */
export function geneve(fields: GeneveFields, payload: Payload): Uint8Array {
  const options = concat(...(fields.options ?? []).map(optionBytes));
  const head = header(8, (view) => {
    view.setUint8(0, ((fields.version ?? 0) << 6) | (options.length / 4));
    view.setUint8(1, fields.flags ?? 0);
    view.setUint16(2, fields.protocol ?? etherTypeOf(payload, EtherType.transparentEthernet));
    view.setUint32(4, ((fields.vni ?? 0) << 8) >>> 0);
  });
  return concat(head, options, toBytes(payload));
}

function optionBytes(option: GeneveOption): Uint8Array {
  const data = option.data ?? new Uint8Array(0);
  if (data.length % 4 !== 0 || data.length > 124) throw new Error(`GENEVE option data of ${data.length} bytes`);
  const head = header(4, (view) => {
    view.setUint16(0, option.class);
    view.setUint8(2, option.type);
    view.setUint8(3, data.length / 4);
  });
  return concat(head, data);
}
