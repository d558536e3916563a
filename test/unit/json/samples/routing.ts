/** Protocols of routers. */
import { ethernet, ipv6, udp } from '../../../../src/frames/frames';
import { datagram, hex, inIpv4, type JsonSample, latin1Hex } from './packet';

const intervals = '000f4240 000493e0 00000000';
const bfd = {
  layer: 'bfd',
  version: 1,
  diagnostic: 0,
  state: 3,
  detect_multiplier: 3,
  my_discriminator: 1,
  your_discriminator: 2,
  desired_min_tx_interval: 1_000_000,
  required_min_rx_interval: 300_000,
  required_min_echo_rx_interval: 0,
} as const;

export const routingSamples: readonly JsonSample[] = [
  {
    title: 'a BFD session that is up',
    bytes: datagram(3784, hex(`20 c8 03 18 00000001 00000002 ${intervals}`)),
    layer: { ...bfd, flags: ['control_plane_independent'], length: 24 },
  },
  {
    title: 'a BFD session with a keyed hash',
    bytes: datagram(4784, hex(`20 c4 03 34 00000001 00000002 ${intervals} 05 1c 02 00 00000005 ${'ab'.repeat(20)}`)),
    layer: {
      ...bfd,
      flags: ['authentication_present'],
      length: 52,
      authentication: { type: 5, key_id: 2, sequence: 5, digest: 'ab'.repeat(20) },
    },
  },
  {
    title: 'a BFD session with a password',
    bytes: datagram(6784, hex(`20 c4 03 21 00000001 00000002 ${intervals} 01 09 02 ${latin1Hex('secret')}`)),
    layer: {
      ...bfd,
      flags: ['authentication_present'],
      length: 33,
      authentication: { type: 1, key_id: 2, password: 'secret' },
    },
  },
  {
    title: 'a RIP 1 response',
    bytes: datagram(520, hex('02 01 0000 0002 0000 c0000200 00000000 00000000 00000001')),
    layer: { layer: 'rip', command: 2, version: 1, entries: [{ family: 2, address: '192.0.2.0', metric: 1 }] },
  },
  {
    title: 'a RIP 2 response with a digest behind it',
    bytes: datagram(
      520,
      hex(
        `02 02 0000 ffff 0003 002c 01 14 00000009 0000000000000000
         0002 0007 c0000200 ffffff00 c0000201 00000002 ffff 0001 ${'cd'.repeat(16)}`,
      ),
    ),
    layer: {
      layer: 'rip',
      command: 2,
      version: 2,
      entries: [
        {
          family: 0xffff,
          authentication_type: 3,
          packet_length: 44,
          key_id: 1,
          authentication_length: 20,
          sequence: 9,
        },
        { family: 2, tag: 7, address: '192.0.2.0', netmask: '255.255.255.0', next_hop: '192.0.2.1', metric: 2 },
        { family: 0xffff, authentication_type: 1, data: 'cd'.repeat(16) },
      ],
    },
  },
  {
    title: 'a RIP 2 request with a password and half an entry',
    bytes: datagram(520, hex(`01 02 0000 ffff 0002 ${latin1Hex('abc')}${'00'.repeat(13)} 0000`)),
    layer: {
      layer: 'rip',
      command: 1,
      version: 2,
      entries: [{ family: 0xffff, authentication_type: 2, password: 'abc' }],
      malformed: true,
    },
  },
  {
    title: 'a RIPng response with a next hop',
    bytes: ethernet(
      {},
      ipv6(
        {},
        udp(
          { sourcePort: 521, destinationPort: 521 },
          hex('02 01 0000 fe800000000000000000000000000001 0000 00 ff 20010db8000000000000000000000000 0003 20 01'),
        ),
      ),
    ),
    layer: {
      layer: 'ripng',
      command: 2,
      version: 1,
      entries: [{ next_hop: 'fe80::1' }, { prefix: '2001:db8::', prefix_length: 32, tag: 3, metric: 1 }],
    },
  },
  {
    title: 'the header of a message of PIM',
    bytes: inIpv4(103, '23 00 1234 0102'),
    layer: { layer: 'pim', version: 2, type: 3, checksum: 0x1234 },
  },
];
