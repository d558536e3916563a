import { concat, cut, ether, hex, ip4Packet, ip6Packet, udp4, zeros } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('NSH', [
  {
    title: 'metadata of fixed length',
    frame: ether(
      0x894f,
      concat(hex('0fc6 01 01 000064 ff 00000001 00000002 00000003 00000004'), ip4Packet(1, hex('0800 f7fd 0001 0001'))),
    ),
    lines: {
      '': 'NSH, flags [none], service-path-id 0x000064, service-index 0xff: IP 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
      '-v': [
        'NSH, flags [none], service-path-id 0x000064, service-index 0xff',
        '    IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto ICMP (1), length 28)',
        '    192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
      ],
      '-vv': [
        'NSH, ver 0, flags [none], next-protocol IPv4, service-path-id 0x000064, service-index 0xff',
        '    IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto ICMP (1), length 28)',
        '    192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
      ],
      '-vvv': [
        'NSH, ver 0, flags [none], TTL 63, length 6, md type 1, next-protocol IPv4, service-path-id 0x000064, service-index 0xff',
        '        Context[00]: 0x00000001',
        '        Context[01]: 0x00000002',
        '        Context[02]: 0x00000003',
        '        Context[03]: 0x00000004',
        '    IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto ICMP (1), length 28)',
        '    192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
      ],
    },
  },
  {
    title: 'metadata of variable length',
    frame: ether(
      0x894f,
      concat(
        hex('2fc5 02 01 000064 ff 0103 02 05 0102030405000000 0104 03 00'),
        ip4Packet(1, hex('0800 f7fd 0001 0001')),
      ),
    ),
    lines: {
      '': 'NSH, flags [O], service-path-id 0x000064, service-index 0xff: IP0 (invalid)',
      '-vvv': [
        'NSH, ver 0, flags [O], TTL 63, length 5, md type 2, next-protocol IPv4, service-path-id 0x000064, service-index 0xff',
        '        TLV Class 259, Type 2, Len 5',
        '            Value: 0x01:02:03:04:05',
        '    IP0 (invalid)',
      ],
    },
  },
  {
    title: 'no metadata and an Ethernet frame',
    frame: ether(0x894f, concat(hex('0fc2 00 03 000064 01'), ether(0x0800, ip4Packet(1, hex('0800 f7fd 0001 0001'))))),
    lines: {
      '': 'NSH, flags [none], service-path-id 0x000064, service-index 0x1: IP 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
      '-v': [
        'NSH, flags [none], service-path-id 0x000064, service-index 0x1',
        '    IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto ICMP (1), length 28)',
        '    192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
      ],
      '-vvv': [
        'NSH, ver 0, flags [none], TTL 63, length 2, md type reserved, next-protocol Ethernet, service-path-id 0x000064, service-index 0x1',
        '    IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto ICMP (1), length 28)',
        '    192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
      ],
    },
  },
  {
    title: 'an IPv6 packet',
    frame: ether(0x894f, concat(hex('0fc2 0f 02 000064 01'), ip6Packet(59, hex('')))),
    lines: {
      '': 'NSH, flags [none], service-path-id 0x000064, service-index 0x1: IP6 2001:db8::1 > 2001:db8::2: no next header',
      '-v': [
        'NSH, flags [none], service-path-id 0x000064, service-index 0x1',
        '    IP6 (hlim 64, next-header unknown (59) payload length: 0) 2001:db8::1 > 2001:db8::2: no next header',
      ],
      '-vvv': [
        'NSH, ver 0, flags [none], TTL 63, length 2, md type experimental, next-protocol IPv6, service-path-id 0x000064, service-index 0x1',
        '    IP6 (hlim 64, next-header unknown (59) payload length: 0) 2001:db8::1 > 2001:db8::2: no next header',
      ],
    },
  },
  {
    title: 'a next protocol that is not known',
    frame: ether(0x894f, concat(hex('0fc2 05 09 000064 01'), zeros(4))),
    lines: {
      '': 'NSH, flags [none], service-path-id 0x000064, service-index 0x1: ERROR: unknown-next-protocol',
      '-v': ['NSH, flags [none], service-path-id 0x000064, service-index 0x1', '    ERROR: unknown-next-protocol'],
      '-vvv': [
        'NSH, ver 0, flags [none], TTL 63, length 2, md type unknown (0x05), next-protocol unknown (0x09), service-path-id 0x000064, service-index 0x1',
        '    ERROR: unknown-next-protocol',
      ],
    },
  },
  {
    title: 'a version that is not known',
    frame: ether(0x894f, concat(hex('4fc2 05 09 000064 01'), zeros(4))),
    lines: {
      '': 'NSH, ',
      '-v': 'NSH, ',
      '-vvv': 'NSH, ver 1, ',
    },
  },
  {
    title: 'more headers than there are bytes',
    frame: ether(0x894f, concat(hex('0fc4 01 01 000064 ff 00000001'))),
    lines: {
      '': 'NSH, flags [none],  (too many headers for packet length 12) (invalid)',
      '-v': 'NSH, flags [none],  (too many headers for packet length 12) (invalid)',
      '-vvv':
        'NSH, ver 0, flags [none], TTL 63, length 4, md type 1, next-protocol IPv4,  (too many headers for packet length 12) (invalid)',
    },
  },
  {
    title: 'less than two headers',
    frame: ether(0x894f, concat(hex('0fc1 01 01 000064 ff 00000001'))),
    lines: {
      '': 'NSH, flags [none], service-path-id 0x000064, service-index 0xff (less than two headers) (invalid)',
      '-v': 'NSH, flags [none], service-path-id 0x000064, service-index 0xff (less than two headers) (invalid)',
      '-vvv':
        'NSH, ver 0, flags [none], TTL 63, length 1, md type 1, next-protocol IPv4, service-path-id 0x000064, service-index 0xff (less than two headers) (invalid)',
    },
  },
  {
    title: 'a length that fixed metadata cannot have',
    frame: ether(0x894f, concat(hex('0fc3 01 01 000064 ff 00000001'), ip4Packet(1, hex('0800 f7fd 0001 0001')))),
    lines: {
      '': 'NSH, flags [none], service-path-id 0x000064, service-index 0xff: IP 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
      '-v': [
        'NSH, flags [none], service-path-id 0x000064, service-index 0xff',
        '    IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto ICMP (1), length 28)',
        '    192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
      ],
      '-vvv':
        'NSH, ver 0, flags [none], TTL 63, length 3, md type 1, next-protocol IPv4, service-path-id 0x000064, service-index 0xff (invalid length for the MD type) (invalid)',
    },
  },
  {
    title: 'a value that is longer than the header',
    frame: ether(
      0x894f,
      concat(hex('0fc4 02 01 000064 ff 0103 02 05 01020304'), ip4Packet(1, hex('0800 f7fd 0001 0001'))),
    ),
    lines: {
      '-vvv': [
        'NSH, ver 0, flags [none], TTL 63, length 4, md type 2, next-protocol IPv4, service-path-id 0x000064, service-index 0xff',
        '        TLV Class 259, Type 2, Len 5 (length too big) (invalid)',
      ],
    },
  },
  {
    title: 'a packet shorter than two headers',
    frame: ether(0x894f, concat(hex('0fc2 01 01 0000'))),
    lines: {
      '': ' (packet length 6 < 8) (invalid)',
      '-v': ' (packet length 6 < 8) (invalid)',
      '-vvv': ' (packet length 6 < 8) (invalid)',
    },
  },
  {
    title: 'a header over VXLAN-GPE',
    frame: udp4(
      50000,
      4790,
      concat(hex('0c 0000 04 000042 00 0fc2 05 01 000064 01'), ip4Packet(1, hex('0800 f7fd 0001 0001'))),
    ),
    lines: {
      '': 'IP 192.0.2.1.50000 > 192.0.2.2.4790: VXLAN-GPE, flags [IP], vni 66: NSH, flags [none], service-path-id 0x000064, service-index 0x1: IP 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 72)',
        '    192.0.2.1.50000 > 192.0.2.2.4790: VXLAN-GPE, flags [IP], vni 66',
        '    NSH, flags [none], service-path-id 0x000064, service-index 0x1',
        '    IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto ICMP (1), length 28)',
        '    192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 72)',
        '    192.0.2.1.50000 > 192.0.2.2.4790: [udp sum ok] VXLAN-GPE, flags [IP], vni 66',
        '    NSH, ver 0, flags [none], next-protocol IPv4, service-path-id 0x000064, service-index 0x1',
        '    IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto ICMP (1), length 28)',
        '    192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 86: 192.0.2.1.50000 > 192.0.2.2.4790: VXLAN-GPE, flags [IP], vni 66: NSH, flags [none], service-path-id 0x000064, service-index 0x1: 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
    },
  },
  {
    title: 'a cut header',
    frame: cut(ether(0x894f, hex('0fc6 01 01 000064 ff 00000001 00000002 00000003 00000004')), 28),
    length: 38,
    lines: {
      '': 'NSH, flags [none], service-path-id 0x000064, service-index 0xff [|nsh]',
      '-vvv': [
        'NSH, ver 0, flags [none], TTL 63, length 6, md type 1, next-protocol IPv4, service-path-id 0x000064, service-index 0xff',
        '        Context[00]: 0x00000001 [|nsh]',
      ],
    },
  },
]);
