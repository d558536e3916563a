/** Packets of every protocol, and what the object of the innermost layer must be. */
import type { LayerJson } from '../../../src/json/schema';
import { concat, ethernet, geneve, icmp, icmpv6, ipv4, ipv6, tcp, udp, vxlan } from '../../support/frames';

export interface JsonSample {
  readonly title: string;
  readonly bytes: Uint8Array;
  /** LINKTYPE_ value; absent: Ethernet. */
  readonly linkType?: number;
  /** The last layer. */
  readonly layer: LayerJson;
}

/** Hexadecimal with spaces anywhere. */
export function hex(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text.replace(/\s/g, ''), 'hex'));
}

const macs = '020000000002 020000000001';
const mac1 = '02:00:00:00:00:01';
const mac2 = '02:00:00:00:00:02';
const group = 'ff020000000000000000000000000001';

function linkFrame(etherType: string, content: string): Uint8Array {
  return hex(`${macs} ${etherType} ${content}`);
}

function inIpv4(protocol: number, content: string): Uint8Array {
  return ethernet({}, ipv4({ protocol }, hex(content)));
}

function inIpv6(nextHeader: number, content: string): Uint8Array {
  return ethernet({}, ipv6({ nextHeader }, hex(content)));
}

function datagram(port: number, content: Uint8Array): Uint8Array {
  return ethernet({}, ipv4({}, udp({ sourcePort: port, destinationPort: port }, content)));
}

function segment(port: number, content: Uint8Array): Uint8Array {
  return ethernet({}, ipv4({}, tcp({ destinationPort: port, flags: 'P.' }, content)));
}

const bridge = { priority: 0x8000, address: mac1 };
const dnsFlags = { aa: false, tc: false, rd: true, ra: true, ad: false, cd: false };

const linkSamples: JsonSample[] = [
  {
    title: 'an ethertype that nobody knows',
    bytes: linkFrame('88b5', '0102'),
    layer: { layer: 'ethernet', destination: mac2, source: mac1, type: 0x88b5 },
  },
  {
    title: 'a VLAN tag of a provider',
    bytes: linkFrame('88a8', 'b00d 88b5 00'),
    layer: { layer: 'vlan', tpid: 0x88a8, id: 13, priority: 5, drop_eligible: true, type: 0x88b5 },
  },
  {
    title: 'an LLC frame',
    bytes: linkFrame('0004', 'f0f0 0101 0000'),
    layer: { layer: 'llc', dsap: 0xf0, ssap: 0xf0, control: 0x0101 },
  },
  {
    title: 'SNAP of an organization',
    bytes: linkFrame('0009', 'aaaa03 00000c 2000 01'),
    layer: { layer: 'snap', organization: 0x0c, type: 0x2000 },
  },
  {
    title: 'a bridge protocol data unit, times in seconds',
    bytes: linkFrame(
      '0026',
      '424203 0000 00 00 01 8000020000000001 00000004 8000020000000001 8002 0180 1400 0200 0f00',
    ),
    layer: {
      layer: 'stp',
      version: 0,
      type: 0,
      flags: 1,
      root: bridge,
      root_path_cost: 4,
      bridge,
      port_id: 0x8002,
      message_age: 1.5,
      maximum_age: 20,
      hello_time: 2,
      forward_delay: 15,
    },
  },
  {
    title: 'an ARP request',
    bytes: linkFrame('0806', '0001 0800 06 04 0001 020000000001 c0000201 000000000000 c0000202'),
    layer: {
      layer: 'arp',
      hardware_type: 1,
      protocol_type: 0x0800,
      operation: 1,
      sender_hardware: mac1,
      sender_protocol: '192.0.2.1',
      target_hardware: '00:00:00:00:00:00',
      target_protocol: '192.0.2.2',
    },
  },
  {
    title: 'a cooked header',
    bytes: hex('0004 0001 0006 020000000001 0000 88b5 00'),
    linkType: 113,
    layer: { layer: 'sll', packet_type: 4, hardware_type: 1, address: mac1, protocol: 0x88b5 },
  },
  {
    title: 'a cooked header of version 2',
    bytes: hex('88b5 0000 00000007 0001 04 06 020000000001 0000 00'),
    linkType: 276,
    layer: { layer: 'sll2', interface_index: 7, packet_type: 4, hardware_type: 1, address: mac1, protocol: 0x88b5 },
  },
  {
    title: 'a loopback header',
    bytes: hex('07000000 00'),
    linkType: 0,
    layer: { layer: 'null', family: 7 },
  },
  {
    title: 'an acknowledgement of a wireless LAN',
    bytes: hex('d400 0000 020000000002'),
    linkType: 105,
    layer: {
      layer: 'ieee80211',
      type: 1,
      subtype: 13,
      to_ds: false,
      from_ds: false,
      retry: false,
      protected: false,
      receiver: mac2,
    },
  },
  {
    title: 'the notes of a radio alone',
    bytes: hex('0000 0800 00000000'),
    linkType: 127,
    layer: { layer: 'radiotap', length: 8 },
  },
];

const internetSamples: JsonSample[] = [
  {
    title: 'IPv4 with a recorded route',
    bytes: ethernet(
      {},
      ipv4(
        { protocol: 255, tos: 0xb9, id: 9, dontFragment: true, checksum: 1, options: hex('0707 08 c0000209 00') },
        '',
      ),
    ),
    layer: {
      layer: 'ipv4',
      source: '192.0.2.1',
      destination: '192.0.2.2',
      header_length: 28,
      dscp: 46,
      ecn: 1,
      total_length: 28,
      id: 9,
      dont_fragment: true,
      more_fragments: false,
      fragment_offset: 0,
      ttl: 64,
      protocol: 255,
      checksum: 1,
      options: [{ kind: 7, pointer: 8, route: ['192.0.2.9'] }],
    },
  },
  {
    title: 'IPv6 without a next header',
    bytes: ethernet({}, ipv6({ trafficClass: 0xb9, flowLabel: 0x12345 })),
    layer: {
      layer: 'ipv6',
      source: '2001:db8::1',
      destination: '2001:db8::2',
      dscp: 46,
      ecn: 1,
      flow_label: 0x12345,
      payload_length: 0,
      next_header: 59,
      hop_limit: 64,
    },
  },
  {
    title: 'hop-by-hop options',
    bytes: inIpv6(0, '3b00 05020000 0100'),
    layer: { layer: 'hop_by_hop', next_header: 59, options: [{ type: 5, data: '0000' }] },
  },
  {
    title: 'destination options that are padding only',
    bytes: inIpv6(60, '3b00 01040000 0000'),
    layer: { layer: 'destination_options', next_header: 59, options: [] },
  },
  {
    title: 'a segment routing header',
    bytes: inIpv6(43, `3b02 0401 00000000 ${group}`),
    layer: { layer: 'routing', next_header: 59, type: 4, segments_left: 1, addresses: ['ff02::1'] },
  },
  {
    title: 'a later fragment of IPv6',
    bytes: inIpv6(44, '1100 0009 00000007 0102030405060708'),
    layer: { layer: 'fragment', next_header: 17, offset: 8, more_fragments: true, id: 7 },
  },
  {
    title: 'an authentication header',
    bytes: inIpv4(51, 'fe04 0000 00000001 00000002 0102030405060708090a0b0c'),
    layer: { layer: 'ah', next_header: 254, spi: 1, sequence: 2, icv: '0102030405060708090a0b0c' },
  },
  {
    title: 'an encrypted payload',
    bytes: inIpv4(50, '00000001 00000002 ffff'),
    layer: { layer: 'esp', spi: 1, sequence: 2 },
  },
  {
    title: 'an ICMP error and the eight bytes that it quotes of UDP',
    bytes: ethernet(
      {},
      ipv4(
        {},
        icmp(
          { type: 3, code: 4, checksum: 7, rest: 1400 },
          hex('4500001c00000000401100000a0000010a00000207d007d100080000'),
        ),
      ),
    ),
    layer: {
      layer: 'icmp',
      type: 3,
      code: 4,
      checksum: 7,
      mtu: 1400,
      quoted: [
        {
          layer: 'ipv4',
          source: '10.0.0.1',
          destination: '10.0.0.2',
          header_length: 20,
          dscp: 0,
          ecn: 0,
          total_length: 28,
          id: 0,
          dont_fragment: false,
          more_fragments: false,
          fragment_offset: 0,
          ttl: 64,
          protocol: 17,
          checksum: 0,
        },
        { layer: 'udp', source_port: 2000, destination_port: 2001, length: 8, checksum: 0 },
      ],
    },
  },
  {
    title: 'a neighbor solicitation',
    bytes: ethernet({}, ipv6({}, icmpv6({ type: 135, checksum: 7 }, hex(`${group} 0101020000000001`)))),
    layer: {
      layer: 'icmp6',
      type: 135,
      code: 0,
      checksum: 7,
      target: 'ff02::1',
      options: [{ type: 1, link_address: mac1 }],
    },
  },
  {
    title: 'a listener report of version 2',
    bytes: ethernet({}, ipv6({}, icmpv6({ type: 143, checksum: 7, rest: 1 }, hex(`04000000 ${group}`)))),
    layer: {
      layer: 'icmp6',
      type: 143,
      code: 0,
      checksum: 7,
      records: [{ type: 4, group: 'ff02::1', sources: [] }],
    },
  },
  {
    title: 'an IGMP report of version 3',
    bytes: inIpv4(2, '2200 0007 0000 0001 04000001 e00000fb c0000209'),
    layer: {
      layer: 'igmp',
      type: 0x22,
      maximum_response_time: 0,
      checksum: 7,
      records: [{ type: 4, group: '224.0.0.251', sources: ['192.0.2.9'] }],
    },
  },
  {
    title: 'an OSPF hello',
    bytes: inIpv4(89, '0201 002c c0000201 00000000 0007 0000'),
    layer: {
      layer: 'ospf',
      version: 2,
      type: 1,
      length: 44,
      router_id: '192.0.2.1',
      area_id: '0.0.0.0',
      checksum: 7,
    },
  },
];

const transportSamples: JsonSample[] = [
  {
    title: 'a SYN with its options',
    bytes: ethernet(
      {},
      ipv4(
        {},
        tcp({
          flags: 'SE',
          sequence: 0xffffffff,
          checksum: 7,
          options: hex('020405b4 0402 080a 00000007 00000009 01 030307'),
        }),
      ),
    ),
    layer: {
      layer: 'tcp',
      source_port: 40000,
      destination_port: 443,
      sequence: 0xffffffff,
      acknowledgement: 0,
      header_length: 40,
      flags: ['syn', 'ece'],
      window: 65535,
      checksum: 7,
      urgent: 0,
      payload_length: 0,
      options: [
        { kind: 2, maximum_segment_size: 1460 },
        { kind: 4 },
        { kind: 8, value: 7, echo: 9 },
        { kind: 3, shift: 7 },
      ],
    },
  },
  {
    title: 'a datagram',
    bytes: ethernet({}, ipv4({}, udp({ checksum: 7 }, 'x'))),
    layer: { layer: 'udp', source_port: 40000, destination_port: 9, length: 9, checksum: 7 },
  },
  {
    title: 'an SCTP chunk with data',
    bytes: inIpv4(132, '0b59 0b5a 00000001 00000007 0003 0011 00000002 0003 0004 00000005 78 000000'),
    layer: {
      layer: 'sctp',
      source_port: 2905,
      destination_port: 2906,
      verification_tag: 1,
      checksum: 7,
      chunks: [{ type: 0, flags: 3, length: 17, tsn: 2, stream: 3, stream_sequence: 4, payload_protocol: 5 }],
    },
  },
];

const encapsulationSamples: JsonSample[] = [
  {
    title: 'GRE with checksum, key and sequence number',
    bytes: inIpv4(47, 'b000 88b5 0007 0000 00000001 00000002'),
    layer: { layer: 'gre', version: 0, flags: 0xb000, protocol: 0x88b5, checksum: 7, key: 1, sequence: 2 },
  },
  {
    title: 'ERSPAN type II',
    bytes: inIpv4(47, '1000 88be 00000001 1064 4405 00000007'),
    layer: {
      layer: 'erspan',
      type: 2,
      vlan: 100,
      class_of_service: 2,
      session_id: 5,
      frame_cut: true,
      index: 7,
    },
  },
  {
    title: 'VXLAN with a group policy',
    bytes: datagram(4789, vxlan({ vni: 0xabcdef, flags: 0x88 }, '')),
    layer: { layer: 'vxlan', flags: 0x88, vni: 0xabcdef, group_policy: 0 },
  },
  {
    title: 'GENEVE with a critical option',
    bytes: datagram(
      6081,
      geneve({ vni: 42, protocol: 0x88b5, options: [{ class: 0x108, type: 0x81, data: hex('01020304') }] }, ''),
    ),
    layer: {
      layer: 'geneve',
      version: 0,
      control: false,
      critical: false,
      protocol: 0x88b5,
      vni: 42,
      options: [{ class: 0x108, type: 0x81, critical: true, data: '01020304' }],
    },
  },
  {
    title: 'a stack of two labels',
    bytes: linkFrame('8847', '00010a40 00011140'),
    layer: {
      layer: 'mpls',
      labels: [
        { label: 16, traffic_class: 5, bottom_of_stack: false, ttl: 64 },
        { label: 17, traffic_class: 0, bottom_of_stack: true, ttl: 64 },
      ],
    },
  },
  {
    title: 'a PPPoE initiation',
    bytes: linkFrame('8863', '11 09 0000 000d 0101 0003 697370 0103 0002 0102'),
    layer: {
      layer: 'pppoe',
      version: 1,
      type: 1,
      code: 9,
      session_id: 0,
      length: 13,
      tags: [
        { type: 0x0101, text: 'isp' },
        { type: 0x0103, data: '0102' },
      ],
    },
  },
  {
    title: 'an echo request of PPP link control',
    bytes: linkFrame('8864', '11 00 0007 000a c021 09 01 0008 00000000'),
    layer: { layer: 'ppp', protocol: 0xc021, code: 9, identifier: 1, length: 8 },
  },
];

const applicationSamples: JsonSample[] = [
  {
    title: 'a DNS answer with a compressed name',
    bytes: datagram(
      53,
      hex(
        '1234 8180 0001 0001 0000 0000 07 6578616d706c65 03 636f6d 00 0001 0001 c00c 0001 0001 0000003c 0004 c0000201',
      ),
    ),
    layer: {
      layer: 'dns',
      id: 0x1234,
      response: true,
      opcode: 0,
      rcode: 0,
      ...dnsFlags,
      questions: [{ name: 'example.com', type: 'A', class: 'IN' }],
      answers: [{ name: 'example.com', type: 'A', class: 'IN', ttl: 60, address: '192.0.2.1' }],
    },
  },
  {
    title: 'a DHCP discovery',
    bytes: datagram(
      67,
      concat(
        hex('01 01 06 00 00000007 0001 8000 00000000 00000000 00000000 00000000 020000000001'),
        new Uint8Array(10 + 64 + 128),
        hex('63825363 350101 0c0161 3204c0000209 3302 0102 ff'),
      ),
    ),
    layer: {
      layer: 'dhcp',
      operation: 1,
      hardware_type: 1,
      hops: 0,
      transaction_id: 7,
      seconds: 1,
      broadcast: true,
      client_address: '0.0.0.0',
      your_address: '0.0.0.0',
      server_address: '0.0.0.0',
      relay_address: '0.0.0.0',
      client_hardware: mac1,
      options: [
        { code: 53, numbers: [1] },
        { code: 12, text: 'a' },
        { code: 50, addresses: ['192.0.2.9'] },
        { code: 51, data: '0102' },
      ],
    },
  },
  {
    title: 'an NTP reply, times in seconds since 1970',
    bytes: datagram(
      123,
      hex('24 02 06 ec 00010000 00008000 c0000201 0000000000000000 83aa7e8080000000 83aa7e8100000000 e5a2c3d440000000'),
    ),
    layer: {
      layer: 'ntp',
      leap: 0,
      version: 4,
      mode: 4,
      stratum: 2,
      poll: 6,
      precision: -20,
      root_delay: 1,
      root_dispersion: 0.5,
      reference_id: '192.0.2.1',
      origin_time: '0.500000000',
      receive_time: '1.000000000',
      transmit_time: `${0xe5a2c3d4 - 2_208_988_800}.250000000`,
    },
  },
  {
    title: 'a ClientHello with server name and protocols',
    bytes: segment(
      443,
      concat(
        hex('160301 0047 01 000043 0303'),
        new Uint8Array(32),
        hex('00 0002 1301 0100 0018 0000 0009 0007 00 0004 61 2e62 63 0010 0007 0005 0268 32 0161'),
      ),
    ),
    layer: {
      layer: 'tls',
      content_type: 22,
      version: 0x0301,
      length: 0x47,
      client_hello: { version: 0x0303, server_name: 'a.bc', alpn: ['h2', 'a'] },
    },
  },
];

export const jsonSamples: readonly JsonSample[] = [
  ...linkSamples,
  ...internetSamples,
  ...transportSamples,
  ...encapsulationSamples,
  ...applicationSamples,
];
