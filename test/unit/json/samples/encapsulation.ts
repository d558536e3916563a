/** Tunnels. */
import { geneve, vxlan } from '../../../../src/frames/frames';
import { datagram, hex, inIpv4, type JsonSample, linkFrame } from './packet';

export const encapsulationSamples: readonly JsonSample[] = [
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
  {
    title: 'a control message of L2TP',
    bytes: datagram(1701, hex('c802 0014 0001 0002 0003 0004 8008 0000 0000 0006')),
    layer: {
      layer: 'l2tp',
      version: 2,
      control: true,
      priority: false,
      length: 20,
      tunnel_id: 1,
      session_id: 2,
      ns: 3,
      nr: 4,
      message_type: 6,
    },
  },
  {
    title: 'what a data message of L2TP carries',
    bytes: datagram(1701, hex('0302 0001 0002 0002 ffff ff03 c021 01 05 0004')),
    layer: { layer: 'ppp', protocol: 0xc021, code: 1, identifier: 5, length: 4 },
  },
  {
    title: 'L2TP that says more than the datagram has',
    bytes: datagram(1701, hex('4002 0009 0001 0002')),
    layer: {
      layer: 'l2tp',
      version: 2,
      control: false,
      priority: false,
      length: 9,
      tunnel_id: 1,
      session_id: 2,
      malformed: true,
    },
  },
];
