// IEEE 802.3 and 802.1Q framing, and RFC 826 ARP.
import { ipv4Bytes, macBytes } from './address';
import { concat, etherTypeOf, header, type Layer, type Payload, toBytes } from './layer';

export const EtherType = {
  ipv4: 0x0800,
  arp: 0x0806,
  vlan: 0x8100,
  transparentEthernet: 0x6558,
  ipv6: 0x86dd,
  qinq: 0x88a8,
  localExperimental: 0x88b5,
} as const;

export interface EthernetFields {
  source?: string;
  destination?: string;
  /** Ethertype; by default that of the payload. */
  type?: number;
}

/** A whole Ethernet frame without its check sequence. Short ones are not padded: veth and tunnels carry them as they are. */
export function ethernet(fields: EthernetFields, payload?: Payload): Uint8Array {
  const type = header(2, (view) => view.setUint16(0, fields.type ?? etherTypeOf(payload, EtherType.localExperimental)));
  const destination = macBytes(fields.destination ?? '02:00:00:00:00:02');
  const source = macBytes(fields.source ?? '02:00:00:00:00:01');
  return concat(destination, source, type, toBytes(payload));
}

export interface VlanFields {
  /** 0..4095 */
  id: number;
  /** 0..7 */
  priority?: number;
  dropEligible?: boolean;
  /** Tag protocol identifier, 0x8100 unless given. */
  tpid?: number;
  /** Ethertype after the tag; by default that of the payload. */
  type?: number;
}

/** An 802.1Q tag; put one inside another for QinQ. */
export function vlan(fields: VlanFields, payload?: Payload): Layer {
  return {
    etherType: fields.tpid ?? EtherType.vlan,
    build: () =>
      concat(
        header(4, (view) => {
          view.setUint16(0, ((fields.priority ?? 0) << 13) | (fields.dropEligible ? 0x1000 : 0) | fields.id);
          view.setUint16(2, fields.type ?? etherTypeOf(payload, EtherType.localExperimental));
        }),
        toBytes(payload),
      ),
  };
}

export interface ArpFields {
  operation: 'request' | 'reply';
  senderMac?: string;
  senderIp: string;
  targetMac?: string;
  targetIp: string;
}

/** ARP for IPv4 over Ethernet. */
export function arp(fields: ArpFields): Layer {
  return {
    etherType: EtherType.arp,
    build: () =>
      concat(
        header(8, (view) => {
          view.setUint16(0, 1);
          view.setUint16(2, EtherType.ipv4);
          view.setUint8(4, 6);
          view.setUint8(5, 4);
          view.setUint16(6, fields.operation === 'request' ? 1 : 2);
        }),
        macBytes(fields.senderMac ?? '02:00:00:00:00:01'),
        ipv4Bytes(fields.senderIp),
        macBytes(fields.targetMac ?? '00:00:00:00:00:00'),
        ipv4Bytes(fields.targetIp),
      ),
  };
}
