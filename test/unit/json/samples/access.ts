/** Who may use the network. */
import { datagram, hex, type JsonSample, latin1Hex, linkFrame } from './packet';

/** Type, length with these two bytes, value. */
function attribute(type: number, value: string): string {
  const length = hex(value).length + 2;
  return type.toString(16).padStart(2, '0') + length.toString(16).padStart(2, '0') + value;
}

function radius(code: string, ...attributes: string[]): Uint8Array {
  const content = attributes.join('');
  const length = (20 + hex(content).length).toString(16).padStart(4, '0');
  return datagram(1812, hex(`${code} 07 ${length} ${'0a'.repeat(16)} ${content}`));
}

const beginning = { layer: 'radius', identifier: 7, authenticator: '0a'.repeat(16) } as const;

const ike = '0102030405060708 0000000000000000 21 20 22 08 00000000 0000001d';
const ikeMembers = {
  initiator_spi: '0102030405060708',
  responder_spi: '0000000000000000',
  next_payload: 33,
  major_version: 2,
  minor_version: 0,
  exchange_type: 34,
  flags: 8,
  message_id: 0,
  length: 29,
} as const;

export const accessSamples: readonly JsonSample[] = [
  {
    title: 'a request for access, the password as it was sent',
    bytes: radius(
      '01',
      attribute(1, latin1Hex('joe')),
      attribute(2, '0102030405060708090a0b0c0d0e0f10'),
      attribute(4, 'c0000201'),
      attribute(5, '00000003'),
      attribute(95, '20010db8000000000000000000000001'),
      attribute(250, '01'),
    ),
    layer: {
      ...beginning,
      code: 1,
      length: 76,
      attributes: [
        { type: 1, name: 'User-Name', text: 'joe' },
        { type: 2, name: 'User-Password', data: '0102030405060708090a0b0c0d0e0f10' },
        { type: 4, name: 'NAS-IP-Address', address: '192.0.2.1' },
        { type: 5, name: 'NAS-Port', number: 3 },
        { type: 95, name: 'NAS-IPv6-Address', address: '2001:db8::1' },
        { type: 250, data: '01' },
      ],
    },
  },
  {
    title: 'access with a VLAN, a prefix, and what a vendor adds',
    bytes: radius(
      '02',
      attribute(64, '0100000d'),
      attribute(81, `01 ${latin1Hex('20')}`),
      attribute(81, latin1Hex('30')),
      attribute(58, latin1Hex('1voice')),
      attribute(97, '0020 20010db8'),
      attribute(97, '0040 20010db8'),
      attribute(26, `00000009 0104 ${latin1Hex('ab')}`),
      attribute(26, '00000137 0101'),
      attribute(6, '02'),
    ),
    layer: {
      ...beginning,
      code: 2,
      length: 80,
      attributes: [
        { type: 64, name: 'Tunnel-Type', tag: 1, number: 13 },
        { type: 81, name: 'Tunnel-Private-Group-ID', tag: 1, text: '20' },
        { type: 81, name: 'Tunnel-Private-Group-ID', text: '30' },
        { type: 58, name: 'Egress-VLAN-Name', tag: 0x31, text: 'voice' },
        { type: 97, name: 'Framed-IPv6-Prefix', prefix: '2001:db8::', prefix_length: 32 },
        { type: 97, name: 'Framed-IPv6-Prefix', data: '004020010db8' },
        { type: 26, name: 'Vendor-Specific', vendor: 9, vendor_attributes: [{ type: 1, data: '6162' }] },
        { type: 26, name: 'Vendor-Specific', vendor: 311, data: '0101' },
        { type: 6, name: 'Service-Type', data: '02' },
      ],
    },
  },
  {
    title: 'a RADIUS attribute that goes beyond the message',
    bytes: radius('02', '0106 6a'),
    layer: { ...beginning, code: 2, length: 23, attributes: [], malformed: true },
  },
  {
    title: 'the start of EAP over a LAN',
    bytes: linkFrame('888e', `02 01 0000 ${'00'.repeat(42)}`),
    layer: { layer: 'eapol', version: 2, type: 1, length: 0 },
  },
  {
    title: 'who wants to be let in',
    bytes: linkFrame('888e', `01 00 0008 02 01 0008 01 ${latin1Hex('joe')} 0000`),
    layer: { layer: 'eap', code: 2, identifier: 1, length: 8, type: 1, identity: 'joe' },
  },
  {
    title: 'another method that is wanted',
    bytes: linkFrame('888e', '01 00 0007 02 01 0007 03 0d 19'),
    layer: { layer: 'eap', code: 2, identifier: 1, length: 7, type: 3, desired_types: [13, 25] },
  },
  {
    title: 'what an authenticator shows',
    bytes: linkFrame('888e', `01 00 0007 01 01 0007 02 ${latin1Hex('hi')}`),
    layer: { layer: 'eap', code: 1, identifier: 1, length: 7, type: 2, notification: 'hi' },
  },
  {
    title: 'success of EAP, which has no method',
    bytes: linkFrame('888e', '01 00 0004 03 01 0004'),
    layer: { layer: 'eap', code: 3, identifier: 1, length: 4 },
  },
  {
    title: 'a response of EAP without a method',
    bytes: linkFrame('888e', '01 00 0004 02 01 0004'),
    layer: { layer: 'eap', code: 2, identifier: 1, length: 4, malformed: true },
  },
  {
    title: 'the header of IKE',
    bytes: datagram(500, hex(`${ike} 00`)),
    layer: { layer: 'isakmp', ...ikeMembers },
  },
  {
    title: 'IKE behind a NAT',
    bytes: datagram(4500, hex(`00000000 ${ike} 00`)),
    layer: { layer: 'isakmp', ...ikeMembers },
  },
  {
    title: 'ESP behind a NAT',
    bytes: datagram(4500, hex('00000001 00000002 ffff')),
    layer: { layer: 'esp', spi: 1, sequence: 2 },
  },
  {
    title: 'no layer for a byte that keeps a mapping of NAT',
    bytes: datagram(4500, hex('ff')),
    layer: { layer: 'udp', source_port: 4500, destination_port: 4500, length: 9, checksum: 22959 },
  },
];
