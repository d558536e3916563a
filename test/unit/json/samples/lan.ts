/** Protocols of a LAN. */
import { ethernet, ipv6, udp } from '../../../../src/frames/frames';
import { datagram, hex, inIpv4, type JsonSample, latin1Hex, linkFrame, mac1, mac2 } from './packet';

/** Type and length of 7 and 9 bits, and the value. */
function lldpTlv(type: number, value: string): string {
  const length = hex(value).length;
  return `${((type << 9) | length).toString(16).padStart(4, '0')}${value}`;
}

/** Type, length with these four bytes, value. */
function cdpField(type: number, value: string): string {
  const length = hex(value).length + 4;
  return `${type.toString(16).padStart(4, '0')}${length.toString(16).padStart(4, '0')}${value}`;
}

function cdpFrame(...fields: string[]): Uint8Array {
  const content = `aaaa03 00000c 2000 02 b4 1234 ${fields.join('')}`;
  return linkFrame(hex(content).length.toString(16).padStart(4, '0'), content);
}

const actor = '01 14 8000 020000000001 000d 8000 0016 3d 000000';
const partner = '02 14 8001 020000000002 000e 8002 0019 02 000000';
const collector = '03 10 8000 000000000000000000000000';

export const lanSamples: readonly JsonSample[] = [
  {
    title: 'what LLDP tells of a switch, padding left out',
    bytes: linkFrame(
      '88cc',
      [
        lldpTlv(1, '04 020000000001'),
        lldpTlv(2, `05 ${latin1Hex('ge-0/1')}`),
        lldpTlv(3, '0078'),
        lldpTlv(5, latin1Hex('sw1')),
        lldpTlv(7, '0014 0004'),
        lldpTlv(8, '05 01 c0000201 02 00000007 02 2b06'),
        lldpTlv(127, '0080c2 01 000a'),
        lldpTlv(127, '0080c2 03 0014 05 766f696365'),
        lldpTlv(127, '00120f 04 05ee'),
        lldpTlv(127, '0012bb 01 0001'),
        '0000 ffff',
      ].join(''),
    ),
    layer: {
      layer: 'lldp',
      tlvs: [
        { type: 1, subtype: 4, address: mac1 },
        { type: 2, subtype: 5, text: 'ge-0/1' },
        { type: 3, seconds: 120 },
        { type: 5, text: 'sw1' },
        { type: 7, capabilities: 0x14, enabled_capabilities: 4 },
        { type: 8, family: 1, address: '192.0.2.1', interface_subtype: 2, interface: 7, object_id: '2b06' },
        { type: 127, organization: 0x80c2, subtype: 1, vlan: 10 },
        { type: 127, organization: 0x80c2, subtype: 3, vlan: 20, text: 'voice' },
        { type: 127, organization: 0x120f, subtype: 4, maximum_frame_size: 1518 },
        { type: 127, organization: 0x12bb, subtype: 1, data: '0001' },
      ],
    },
  },
  {
    title: 'an LLDP value that goes beyond the frame',
    bytes: linkFrame('88cc', '0206 0702'),
    layer: { layer: 'lldp', tlvs: [], malformed: true },
  },
  {
    title: 'an LLDP management address that is shorter than it says, as bytes',
    bytes: linkFrame('88cc', lldpTlv(8, '05 01 c0000201 02 0000')),
    layer: { layer: 'lldp', tlvs: [{ type: 8, data: '0501c0000201020000' }] },
  },
  {
    title: 'what CDP tells of a switch',
    bytes: cdpFrame(
      cdpField(1, latin1Hex('S1')),
      cdpField(2, '00000002 01 01 cc 0004 c0000201 02 08 aaaa0300000086dd 0010 20010db8000000000000000000000001'),
      cdpField(4, '00000028'),
      cdpField(7, 'c6336400 18'),
      cdpField(10, '000a'),
      cdpField(11, '01'),
      cdpField(14, '01 0014'),
      cdpField(16, '1964'),
      cdpField(17, '000005dc'),
      cdpField(22, '00000001 01 01 81 0003 490001'),
      cdpField(26, '00'),
    ),
    layer: {
      layer: 'cdp',
      version: 2,
      ttl: 180,
      checksum: 0x1234,
      fields: [
        { type: 1, text: 'S1' },
        { type: 2, addresses: ['192.0.2.1', '2001:db8::1'] },
        { type: 4, capabilities: 0x28 },
        { type: 7, prefixes: [{ prefix: '198.51.100.0', prefix_length: 24 }] },
        { type: 10, vlan: 10 },
        { type: 11, full_duplex: true },
        { type: 14, vlan: 20 },
        { type: 16, milliwatts: 6500 },
        { type: 17, mtu: 1500 },
        { type: 22, addresses: ['490001'] },
        { type: 26, data: '00' },
      ],
    },
  },
  {
    title: 'a CDP field shorter than its header',
    bytes: cdpFrame('0001 0003'),
    layer: { layer: 'cdp', version: 2, ttl: 180, checksum: 0x1234, fields: [], malformed: true },
  },
  {
    title: 'both ends of an aggregated link',
    bytes: linkFrame('8809', `01 01 ${actor} ${partner} ${collector} 0000`),
    layer: {
      layer: 'lacp',
      version: 1,
      actor: {
        system_priority: 0x8000,
        system: mac1,
        key: 13,
        port_priority: 0x8000,
        port: 22,
        state: ['activity', 'aggregation', 'synchronization', 'collecting', 'distributing'],
      },
      partner: {
        system_priority: 0x8001,
        system: mac2,
        key: 14,
        port_priority: 0x8002,
        port: 25,
        state: ['timeout'],
      },
      collector_max_delay: 0x8000,
    },
  },
  {
    title: 'no layer for another slow protocol',
    bytes: linkFrame('8809', '02 01 01 10'),
    layer: { layer: 'ethernet', destination: mac2, source: mac1, type: 0x8809 },
  },
  {
    title: 'a virtual router of version 2 with its password',
    bytes: inIpv4(112, `21 2a bf 02 01 0a f121 0a042a01 0a042a02 ${latin1Hex('secret')}0000`),
    layer: {
      layer: 'vrrp',
      version: 2,
      type: 1,
      virtual_router_id: 42,
      priority: 191,
      authentication_type: 1,
      advertisement_interval: 10,
      checksum: 0xf121,
      addresses: ['10.4.42.1', '10.4.42.2'],
      authentication_data: 'secret',
    },
  },
  {
    title: 'a virtual router of version 3 over IPv6, its interval in hundredths of a second',
    bytes: ethernet({}, ipv6({ nextHeader: 112 }, hex('31 2c 64 01 0032 b3c6 fe800000000000000000000000000001'))),
    layer: {
      layer: 'vrrp',
      version: 3,
      type: 1,
      virtual_router_id: 44,
      priority: 100,
      advertisement_interval: 0.5,
      checksum: 0xb3c6,
      addresses: ['fe80::1'],
    },
  },
  {
    title: 'more addresses of a virtual router than the packet has room for',
    bytes: inIpv4(112, '31 01 64 02 0064 0000 c0000201'),
    layer: {
      layer: 'vrrp',
      version: 3,
      type: 1,
      virtual_router_id: 1,
      priority: 100,
      advertisement_interval: 1,
      checksum: 0,
      malformed: true,
    },
  },
  {
    title: 'a router on standby, version 1',
    bytes: datagram(1985, hex(`00 00 08 03 0a 64 01 00 ${latin1Hex('cisco')}000000 c0000201`)),
    layer: {
      layer: 'hsrp',
      version: 0,
      opcode: 0,
      state: 8,
      hello_time: 3,
      hold_time: 10,
      priority: 100,
      group: 1,
      virtual_address: '192.0.2.1',
      authentication: 'cisco',
    },
  },
  {
    title: 'an active router, version 2, its times in milliseconds',
    bytes: ethernet(
      {},
      ipv6(
        {},
        udp(
          { sourcePort: 2029, destinationPort: 2029 },
          hex(
            `0128 02 00 06 06 0102 020000000001 00000064 000001f4 00000708 fe800000000000000000000000000001 0308 ${latin1Hex('cisco')}000000`,
          ),
        ),
      ),
    ),
    layer: {
      layer: 'hsrp',
      version: 2,
      opcode: 0,
      state: 6,
      hello_time: 0.5,
      hold_time: 1.8,
      priority: 100,
      group: 258,
      virtual_address: 'fe80::1',
      identifier: mac1,
      authentication: 'cisco',
    },
  },
];
