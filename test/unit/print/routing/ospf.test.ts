import { cut, hex, ip4 } from '../fixtures/frames';
import { routing } from '../fixtures/routing';
import { describeModes, fixtureOf } from '../modes';
import { ospf } from './ospf-packets';

describeModes('OSPF version 2', [
  {
    title: 'a hello',
    frame: ospf('01', 'ffffff00 000a 12 01 00000028 0a000001 0a000002 0a000003'),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: OSPFv2, Hello, length 48',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto OSPF (89), length 68)',
        '    192.0.2.1 > 192.0.2.2: OSPFv2, Hello, length 48',
        '\tRouter-ID 10.0.0.1, Backbone Area, Authentication Type: none (0)',
        '\tOptions [External, LLS]',
        '\t  Hello Timer 10s, Dead Timer 40s, Mask 255.255.255.0, Priority 1',
        '\t  Designated Router 10.0.0.1, Backup Designated Router 10.0.0.2',
        '\t  Neighbor List:',
        '\t    10.0.0.3',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 82: 192.0.2.1 > 192.0.2.2: OSPFv2, Hello, length 48',
    },
  },
  {
    title: 'a hello with a password in another area',
    frame: ospf('01', 'ffffff00 000a 00 01 00000028 00000000 00000000', '00000001 0000 0001 7365637265740000'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto OSPF (89), length 64)',
        '    192.0.2.1 > 192.0.2.2: OSPFv2, Hello, length 44',
        '\tRouter-ID 10.0.0.1, Area 0.0.0.1, Authentication Type: simple (1)',
        '\tSimple text password: secret',
        '\tOptions [none]',
        '\t  Hello Timer 10s, Dead Timer 40s, Mask 255.255.255.0, Priority 1',
      ],
    },
  },
  {
    ...fixtureOf(routing, 'OSPF version 2: a hello with a digest and signaling'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto OSPF (89), length 116)',
        '    192.0.2.1 > 192.0.2.2: OSPFv2, Hello, length 80 [len 44]',
        '\tRouter-ID 10.0.0.1, Backbone Area, Authentication Type: MD5 (2)',
        '\tKey-ID: 1, Auth-Length: 16, Crypto Sequence Number: 0x00000005',
        '\tOptions [External, LLS]',
        '\t  Hello Timer 10s, Dead Timer 40s, Mask 255.255.255.0, Priority 1',
        '\t  LLS: checksum: 0xfff6, length: 3',
        '\t    Extended Options (1), length: 4',
        '\t      Options: 0x00000001 [LSDB resync]',
        '\t    MD5 Authentication (2), length: 20',
        '\t      Sequence number: 0x00000007',
      ],
    },
  },
  {
    title: 'unknown authentication',
    frame: ospf('01', 'ffffff00', '00000000 0000 0003 0000000000000000'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto OSPF (89), length 48)',
        '    192.0.2.1 > 192.0.2.2: OSPFv2, Hello, length 28',
        '\tRouter-ID 10.0.0.1, Backbone Area, Authentication Type: unknown (3)',
      ],
    },
  },
  {
    title: 'a length that is not that of the packet',
    frame: ip4(
      89,
      hex('02 01 0040 0a000001 00000000 0000 0000 0000000000000000 ffffff00 000a 02 01 00000028 00000000 00000000'),
    ),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto OSPF (89), length 64)',
        '    192.0.2.1 > 192.0.2.2: OSPFv2, Hello, length 44 [len 64]',
        '\tRouter-ID 10.0.0.1, Backbone Area, Authentication Type: none (0)',
        '\tOptions [External]',
        '\t  Hello Timer 10s, Dead Timer 40s, Mask 255.255.255.0, Priority 1',
      ],
    },
  },
  {
    title: 'an unknown type and version',
    frame: ip4(89, hex('03 09 0018 0a000001 00000000 0000 0000 0000000000000000')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto OSPF (89), length 44)',
        '    192.0.2.1 > 192.0.2.2: OSPFv3, unknown LS-type 9, length 24',
      ],
    },
  },
  {
    title: 'a database description',
    frame: ospf(
      '02',
      '05dc 52 07 00000011 0009 22 01 0a000002 0a000002 80000001 abcd 0030 0009 22 0a 01000003 0a000002 80000001 abcd 0030',
    ),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: OSPFv2, Database Description, length 72',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto OSPF (89), length 92)',
        '    192.0.2.1 > 192.0.2.2: OSPFv2, Database Description, length 72',
        '\tRouter-ID 10.0.0.1, Backbone Area, Authentication Type: none (0)',
        '\tOptions [External, LLS, Opaque], DD Flags [Init, More, Master], MTU: 1500, Sequence: 0x00000011',
        '\t  Advertising Router 10.0.0.2, seq 0x80000001, age 9s, length 28',
        '\t    Router LSA (1), LSA-ID: 10.0.0.2',
        '\t    Options: [External, Demand Circuit]',
        '\t  Advertising Router 10.0.0.2, seq 0x80000001, age 9s, length 28',
        '\t    Area Local Opaque LSA (10), Opaque-Type Traffic Engineering LSA (1), Opaque-ID 3',
        '\t    Options: [External, Demand Circuit]',
      ],
    },
  },
  {
    title: 'requests',
    frame: ospf('03', '00000001 0a000002 0a000002 0000000a 04000001 0a000003'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto OSPF (89), length 68)',
        '    192.0.2.1 > 192.0.2.2: OSPFv2, LS-Request, length 48',
        '\tRouter-ID 10.0.0.1, Backbone Area, Authentication Type: none (0)',
        '\t  Advertising Router: 10.0.0.2, Router LSA (1), LSA-ID: 10.0.0.2',
        '\t  Advertising Router: 10.0.0.3, Area Local Opaque LSA (10), Opaque-Type: Router Information LSA (4), Opaque-ID: 1',
      ],
    },
  },
  {
    title: 'acknowledgements',
    frame: ospf('05', '0009 22 01 0a000002 0a000002 80000001 abcd 0030'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto OSPF (89), length 64)',
        '    192.0.2.1 > 192.0.2.2: OSPFv2, LS-Ack, length 44',
        '\tRouter-ID 10.0.0.1, Backbone Area, Authentication Type: none (0)',
        '\t  Advertising Router 10.0.0.2, seq 0x80000001, age 9s, length 28',
        '\t    Router LSA (1), LSA-ID: 10.0.0.2',
        '\t    Options: [External, Demand Circuit] [|ospf2]',
      ],
    },
  },
  {
    title: 'a cut hello',
    frame: cut(ospf('01', 'ffffff00 000a 12 01 00000028 0a000001 0a000002 0a000003'), 70),
    length: 82,
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto OSPF (89), length 68)',
        '    192.0.2.1 > 192.0.2.2: OSPFv2, Hello, length 48',
        '\tRouter-ID 10.0.0.1, Backbone Area, Authentication Type: none (0)',
        '\tOptions [External, LLS]',
        '\t  Hello Timer 10s, Dead Timer 40s, Mask 255.255.255.0, Priority 1 [|ospf2]',
      ],
    },
  },
]);
