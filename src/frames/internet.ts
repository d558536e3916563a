// RFC 791 IPv4, RFC 8200 IPv6, RFC 792 ICMP, RFC 4443 ICMPv6.
import { ipv4Bytes, ipv6Bytes } from './address';
import { internetChecksum, transportChecksum } from './checksum';
import { concat, header, ipProtocolOf, type Layer, type Payload, toBytes } from './layer';
import { EtherType } from './link';

export const IpProtocol = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58, noNextHeader: 59, reserved: 255 } as const;

const ipv4HeaderLength = 20;
const moreFragments = 0x2000;
const dontFragment = 0x4000;

export interface Ipv4Fields {
  source?: string;
  destination?: string;
  ttl?: number;
  tos?: number;
  id?: number;
  dontFragment?: boolean;
  moreFragments?: boolean;
  /** Bytes, a multiple of 8. */
  fragmentOffset?: number;
  /** Padded with zeros (end of options) to a multiple of 4. */
  options?: Uint8Array;
  /** By default that of the payload. */
  protocol?: number;
  totalLength?: number;
  checksum?: number;
}

export function ipv4(fields: Ipv4Fields, payload?: Payload): Layer {
  return {
    etherType: EtherType.ipv4,
    ipProtocol: 4,
    build: () => {
      const source = ipv4Bytes(fields.source ?? '192.0.2.1');
      const destination = ipv4Bytes(fields.destination ?? '192.0.2.2');
      const protocol = fields.protocol ?? ipProtocolOf(payload, IpProtocol.reserved);
      const content = toBytes(payload, { source, destination, protocol });
      const optionsLength = Math.ceil((fields.options?.length ?? 0) / 4) * 4;
      const headerLength = ipv4HeaderLength + optionsLength;
      const head = header(headerLength, (view, bytes) => {
        view.setUint8(0, 0x40 | (headerLength / 4));
        view.setUint8(1, fields.tos ?? 0);
        view.setUint16(2, fields.totalLength ?? headerLength + content.length);
        view.setUint16(4, fields.id ?? 0);
        const flags = (fields.dontFragment ? dontFragment : 0) | (fields.moreFragments ? moreFragments : 0);
        view.setUint16(6, flags | ((fields.fragmentOffset ?? 0) / 8));
        view.setUint8(8, fields.ttl ?? 64);
        view.setUint8(9, protocol);
        bytes.set(source, 12);
        bytes.set(destination, 16);
        bytes.set(fields.options ?? [], ipv4HeaderLength);
        view.setUint16(10, fields.checksum ?? internetChecksum(bytes));
      });
      return concat(head, content);
    },
  };
}

export interface Ipv6Fields {
  source?: string;
  destination?: string;
  hopLimit?: number;
  trafficClass?: number;
  flowLabel?: number;
  /** By default that of the payload. */
  nextHeader?: number;
  payloadLength?: number;
}

export function ipv6(fields: Ipv6Fields, payload?: Payload): Layer {
  return {
    etherType: EtherType.ipv6,
    ipProtocol: 41,
    build: () => {
      const source = ipv6Bytes(fields.source ?? '2001:db8::1');
      const destination = ipv6Bytes(fields.destination ?? '2001:db8::2');
      const protocol = fields.nextHeader ?? ipProtocolOf(payload, IpProtocol.noNextHeader);
      const content = toBytes(payload, { source, destination, protocol });
      const head = header(8, (view) => {
        view.setUint32(0, (0x60000000 | ((fields.trafficClass ?? 0) << 20) | (fields.flowLabel ?? 0)) >>> 0);
        view.setUint16(4, fields.payloadLength ?? content.length);
        view.setUint8(6, protocol);
        view.setUint8(7, fields.hopLimit ?? 64);
      });
      return concat(head, source, destination, content);
    },
  };
}

export interface IcmpFields {
  type: number;
  code?: number;
  /** The four bytes after the checksum: identifier and sequence number of an echo. */
  rest?: number;
  checksum?: number;
}

export function icmp(fields: IcmpFields, payload?: Payload): Layer {
  return {
    ipProtocol: IpProtocol.icmp,
    build: () => {
      const message = icmpMessage(fields, payload);
      return withChecksum(message, fields.checksum ?? internetChecksum(message));
    },
  };
}

/** Its checksum covers the pseudo header, unlike that of ICMP for IPv4. */
export function icmpv6(fields: IcmpFields, payload?: Payload): Layer {
  return {
    ipProtocol: IpProtocol.icmpv6,
    build: (pseudo) => {
      const message = icmpMessage(fields, payload);
      return withChecksum(message, fields.checksum ?? (pseudo ? transportChecksum(pseudo, message) : 0));
    },
  };
}

function icmpMessage(fields: IcmpFields, payload: Payload | undefined): Uint8Array {
  const head = header(8, (view) => {
    view.setUint8(0, fields.type);
    view.setUint8(1, fields.code ?? 0);
    view.setUint32(4, fields.rest ?? 0);
  });
  return concat(head, toBytes(payload));
}

function withChecksum(message: Uint8Array, checksum: number): Uint8Array {
  new DataView(message.buffer).setUint16(2, checksum);
  return message;
}
