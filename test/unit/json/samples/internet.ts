/** IP and what it carries for its own sake. */
import { ethernet, icmp, icmpv6, ipv4, ipv6 } from '../../../../src/frames/frames';
import { group, hex, inIpv4, type JsonSample, mac1 } from './packet';

function inIpv6(nextHeader: number, content: string): Uint8Array {
  return ethernet({}, ipv6({ nextHeader }, hex(content)));
}

export const internetSamples: readonly JsonSample[] = [
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
