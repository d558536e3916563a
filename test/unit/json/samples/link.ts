/** Link layers. */
import { hex, type JsonSample, linkFrame, mac1, mac2 } from './packet';

const bridge = { priority: 0x8000, address: mac1 };

export const linkSamples: readonly JsonSample[] = [
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
    bytes: linkFrame('0009', 'aaaa03 00000c 2003 01'),
    layer: { layer: 'snap', organization: 0x0c, type: 0x2003 },
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
