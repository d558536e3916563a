import { nsh } from '../fixtures/nsh';
import { describeFixtures } from '../modes';

describeFixtures('NSH', nsh, {
  'metadata of fixed length': {
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
  'metadata of variable length': {
    '-vvv': [
      'NSH, ver 0, flags [O], TTL 63, length 5, md type 2, next-protocol IPv4, service-path-id 0x000064, service-index 0xff',
      '        TLV Class 259, Type 2, Len 5',
      '            Value: 0x01:02:03:04:05',
      '    IP0 (invalid)',
    ],
  },
  'no metadata and an Ethernet frame': {
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
  'an IPv6 packet': {
    '-v': [
      'NSH, flags [none], service-path-id 0x000064, service-index 0x1',
      '    IP6 (hlim 64, next-header unknown (59) payload length: 0) 2001:db8::1 > 2001:db8::2: no next header',
    ],
    '-vvv': [
      'NSH, ver 0, flags [none], TTL 63, length 2, md type experimental, next-protocol IPv6, service-path-id 0x000064, service-index 0x1',
      '    IP6 (hlim 64, next-header unknown (59) payload length: 0) 2001:db8::1 > 2001:db8::2: no next header',
    ],
  },
  'a next protocol that is not known': {
    '-v': ['NSH, flags [none], service-path-id 0x000064, service-index 0x1', '    ERROR: unknown-next-protocol'],
    '-vvv': [
      'NSH, ver 0, flags [none], TTL 63, length 2, md type unknown (0x05), next-protocol unknown (0x09), service-path-id 0x000064, service-index 0x1',
      '    ERROR: unknown-next-protocol',
    ],
  },
  'a version that is not known': {
    '-v': 'NSH, ',
    '-vvv': 'NSH, ver 1, ',
  },
  'more headers than there are bytes': {
    '-v': 'NSH, flags [none],  (too many headers for packet length 12) (invalid)',
    '-vvv':
      'NSH, ver 0, flags [none], TTL 63, length 4, md type 1, next-protocol IPv4,  (too many headers for packet length 12) (invalid)',
  },
  'less than two headers': {
    '-v': 'NSH, flags [none], service-path-id 0x000064, service-index 0xff (less than two headers) (invalid)',
    '-vvv':
      'NSH, ver 0, flags [none], TTL 63, length 1, md type 1, next-protocol IPv4, service-path-id 0x000064, service-index 0xff (less than two headers) (invalid)',
  },
  'a length that fixed metadata cannot have': {
    '-v': [
      'NSH, flags [none], service-path-id 0x000064, service-index 0xff',
      '    IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto ICMP (1), length 28)',
      '    192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
    ],
    '-vvv':
      'NSH, ver 0, flags [none], TTL 63, length 3, md type 1, next-protocol IPv4, service-path-id 0x000064, service-index 0xff (invalid length for the MD type) (invalid)',
  },
  'a value that is longer than the header': {
    '-vvv': [
      'NSH, ver 0, flags [none], TTL 63, length 4, md type 2, next-protocol IPv4, service-path-id 0x000064, service-index 0xff',
      '        TLV Class 259, Type 2, Len 5 (length too big) (invalid)',
    ],
  },
  'a packet shorter than two headers': {
    '-v': ' (packet length 6 < 8) (invalid)',
    '-vvv': ' (packet length 6 < 8) (invalid)',
  },
  'a header over VXLAN-GPE': {
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
  'a cut header': {
    '-vvv': [
      'NSH, ver 0, flags [none], TTL 63, length 6, md type 1, next-protocol IPv4, service-path-id 0x000064, service-index 0xff',
      '        Context[00]: 0x00000001 [|nsh]',
    ],
  },
});
