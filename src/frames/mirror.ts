// What mirrors put before a frame. HP ERM and TZSP have no standard; GRE: RFC 2784; ERSPAN: draft-foschiano-erspan;
// MPLS: RFC 3032.
import { concat, etherTypeOf, header, type Layer, type Payload, toBytes } from './layer';

const greProtocol = 47;
const erspanTagTakenOff = 0x1000;
const etherTypes = { erspan: 0x88be, erspan3: 0x22eb, mpls: 0x8847, ethernet: 0x6558 } as const;

export interface ErmFields {
  /** 0..7 in the switch's own order of queues. */
  queue?: number;
  /** 0..4095; undefined: the frame had no tag. */
  vlan?: number;
}

/** HP ERM: twelve bytes in a datagram to port 7932, then the frame without its tag. */
export function erm(fields: ErmFields, frame: Payload): Uint8Array {
  const tag = fields.vlan === undefined ? 0 : (fields.vlan << 8) | 0x80;
  const head = header(12, (view) => view.setUint32(8, (((fields.queue ?? 0) << 21) | tag) >>> 0));
  return concat(head, toBytes(frame));
}

/** TZSP: a header, the tagged field that ends them, the frame. */
export function tzsp(frame: Payload): Uint8Array {
  return concat(Uint8Array.of(1, 0, 0, 1, 1), toBytes(frame));
}

export interface GreFields {
  /** Key and sequence number are there when given. */
  key?: number;
  sequence?: number;
  /** By default the payload's ethertype, or transparent Ethernet for a whole frame. */
  protocol?: number;
}

/** The payload of an IP packet of protocol 47. */
export function gre(fields: GreFields, payload: Payload): Layer {
  return {
    etherType: 0,
    ipProtocol: greProtocol,
    build: () => {
      const flags = (fields.key === undefined ? 0 : 0x2000) | (fields.sequence === undefined ? 0 : 0x1000);
      const type = fields.protocol ?? etherTypeOf(payload, etherTypes.ethernet);
      const head = header(4, (view) => {
        view.setUint16(0, flags);
        view.setUint16(2, type);
      });
      const words = [fields.key, fields.sequence].filter((word) => word !== undefined);
      const optional = words.map((word) => header(4, (view) => view.setUint32(0, word)));
      return concat(head, ...optional, toBytes(payload));
    },
  };
}

/** What ERSPAN of type 2 keeps of a tag that the switch has taken off the frame. */
export interface ErspanTag {
  vlan: number;
  /** 0..7 as in 802.1p. */
  priority: number;
}

/** ERSPAN of type 1, 2 or 3 in GRE. */
export function erspan(type: 1 | 2 | 3, frame: Payload, tag?: ErspanTag): Layer {
  if (type === 1) return gre({ protocol: etherTypes.erspan }, frame);
  const head = header(type === 2 ? 8 : 12, (view) => {
    view.setUint16(0, ((type - 1) << 12) | (tag?.vlan ?? 0));
    view.setUint16(2, tag === undefined ? 0 : (tag.priority << 13) | erspanTagTakenOff);
  });
  const protocol = type === 2 ? etherTypes.erspan : etherTypes.erspan3;
  return gre({ protocol, sequence: 1 }, concat(head, toBytes(frame)));
}

/** MPLS labels and what they carry, behind an Ethernet header. */
export function mpls(labels: number[], payload: Payload): Layer {
  return {
    etherType: etherTypes.mpls,
    ipProtocol: 137,
    build: () => {
      const stack = labels.map((label, index) =>
        header(4, (view) => view.setUint32(0, ((label << 12) | (index === labels.length - 1 ? 0x100 : 0) | 64) >>> 0)),
      );
      return concat(...stack, toBytes(payload));
    },
  };
}
