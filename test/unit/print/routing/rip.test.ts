import { cut, hex, udp4 } from '../fixtures/frames';
import { services } from '../fixtures/services';
import { describeModes, fixtureOf } from '../modes';

describeModes('RIP', [
  {
    title: 'a response of version 1',
    frame: udp4(
      520,
      520,
      hex('02 01 0000 0002 0000 0a000000 00000000 00000000 00000001 0000 0000 00000000 00000000 00000000 00000010'),
    ),
    lines: {
      '': 'IP 192.0.2.1.520 > 192.0.2.2.520: RIPv1, Response, length: 44',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 72)',
        '    192.0.2.1.520 > 192.0.2.2.520: ',
        '\tRIPv1, Response, length: 44, routes: 2',
        '\t  10.0.0.0, metric: 1',
        '\t  AFI 0, 0.0.0.0, metric: 16',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 72)',
        '    192.0.2.1.520 > 192.0.2.2.520: [udp sum ok] ',
        '\tRIPv1, Response, length: 44, routes: 2',
        '\t  10.0.0.0, metric: 1',
        '\t  AFI 0, 0.0.0.0, metric: 16',
        '\t0x0000:  0201 0000 0002 0000 0a00 0000 0000 0000',
        '\t0x0010:  0000 0000 0000 0001 0000 0000 0000 0000',
        '\t0x0020:  0000 0000 0000 0000 0000 0010',
      ],
    },
  },
  {
    title: 'entries of version 1 that are not as they should be',
    frame: udp4(
      520,
      520,
      hex(
        '02 01 0000 0002 0001 0a000000 00000000 00000000 00000001 0007 0000 0102030405060708090a0b0c0d0e0f10 0063 0000 0102030405060708090a0b0c0d0e0f10',
      ),
    ),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 92)',
        '    192.0.2.1.520 > 192.0.2.2.520: ',
        '\tRIPv1, Response, length: 64, routes: 3',
        '\t  0x0000:  0002 0001 0a00 0000 0000 0000 0000 0000',
        '\t  0x0010:  0000 0001',
        '\t AFI ISO, ',
        '\t  0x0000:  0102 0304 0506 0708 090a 0b0c 0d0e 0f10',
        '\t AFI Unknown (99), ',
        '\t  0x0000:  0102 0304 0506 0708 090a 0b0c 0d0e 0f10',
      ],
    },
  },
  {
    ...fixtureOf(services, 'RIP: a response of version 2'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 92)',
        '    192.0.2.1.520 > 192.0.2.2.520: ',
        '\tRIPv2, Response, length: 64, routes: 3 or less',
        '\t  AFI IPv4,        10.0.0.0/8 , tag 0x0001, metric: 1, next-hop: self',
        '\t  AFI IPv4,    192.168.10.0/24, tag 0x0000, metric: 3, next-hop: 192.0.2.1',
        '\t  AFI 0,         0.0.0.0/-1, tag 0x0000, metric: 16, next-hop: self',
      ],
    },
  },
  {
    title: 'an entry of another family',
    frame: udp4(
      520,
      520,
      hex('02 02 0000 0017 0000 0102030405060708090a0b0c0d0e0f10 0063 0000 0102030405060708090a0b0c0d0e0f10'),
    ),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 72)',
        '    192.0.2.1.520 > 192.0.2.2.520: ',
        '\tRIPv2, Response, length: 44, routes: 2 or less',
        '\t  AFI IPX',
        '\t  0x0000:  0102 0304 0506 0708 090a 0b0c 0d0e 0f10',
        '\t  AFI Unknown (99)',
        '\t  0x0000:  0102 0304 0506 0708 090a 0b0c 0d0e 0f10',
      ],
    },
  },
  {
    title: 'a password',
    frame: udp4(
      520,
      520,
      hex('02 02 0000 ffff 0002 7365 6372 6574 0d00 0000 0000 0000 0000 0002 0001 0a000000 ff000000 00000000 00000001'),
    ),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 72)',
        '    192.0.2.1.520 > 192.0.2.2.520: ',
        '\tRIPv2, Response, length: 44, routes: 2 or less',
        '\t  Simple Text Authentication data: secret^M',
        '\t  AFI IPv4,        10.0.0.0/8 , tag 0x0001, metric: 1, next-hop: self',
      ],
    },
  },
  {
    ...fixtureOf(services, 'RIP: a digest'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 92)',
        '    192.0.2.1.520 > 192.0.2.2.520: ',
        '\tRIPv2, Response, length: 64, routes: 3 or less',
        '\t  Auth header: Packet Len 44, Key-ID 1, Auth Data Len 16, SeqNo 10, MBZ 0, MBZ 1',
        '\t  AFI IPv4,        10.0.0.0/8 , tag 0x0001, metric: 1, next-hop: self',
        '\t  Auth trailer:',
        '\t  0x0000:  0102 0304 0506 0708 090a 0b0c 0d0e 0f10',
      ],
    },
  },
  {
    title: 'authentication of no known type',
    frame: udp4(520, 520, hex('02 02 0000 ffff 0009 0102030405060708090a0b0c0d0e0f10')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 52)',
        '    192.0.2.1.520 > 192.0.2.2.520: ',
        '\tRIPv2, Response, length: 24, routes: 1 or less',
        '\t  Unknown (9) Authentication data:',
        '\t  0x0000:  0102 0304 0506 0708 090a 0b0c 0d0e 0f10',
      ],
    },
  },
  {
    title: 'a length that is no whole number of entries',
    frame: udp4(520, 520, hex('02 02 0000 0002 0001 0a000000 ff000000 00000000 00000001 0002 0001 0a000000')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 60)',
        '    192.0.2.1.520 > 192.0.2.2.520: ',
        '\tRIPv2, Response, length: 32, routes: 1 or less',
        '\t  AFI IPv4,        10.0.0.0/8 , tag 0x0001, metric: 1, next-hop: self [|rip]',
      ],
    },
  },
  {
    title: 'a last entry that is too short for its family',
    frame: udp4(520, 520, hex('02 02 0000 0017 0000 01020304')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 40)',
        '    192.0.2.1.520 > 192.0.2.2.520: ',
        '\tRIPv2, Response, length: 12, routes: 0 or less',
        '\t  AFI IPX',
        '\t  0x0000:  0102 0304 [remaining entries length 8 < 20] (invalid)',
      ],
    },
  },
  {
    title: 'a last entry of version 1 that is too short',
    frame: udp4(520, 520, hex('02 01 0000 0002 0000 0a000000')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 40)',
        '    192.0.2.1.520 > 192.0.2.2.520: ',
        '\tRIPv1, Response, length: 12, routes: 0 [|rip]',
      ],
    },
  },
  {
    title: 'an unknown version',
    frame: udp4(520, 520, hex('02 03 0000 0002 0000 0a000000 00000000 00000000 00000001')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 52)',
        '    192.0.2.1.520 > 192.0.2.2.520: ',
        '\tRIPv3, Response, length: 24, unknown version',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 52)',
        '    192.0.2.1.520 > 192.0.2.2.520: [udp sum ok] ',
        '\tRIPv3, Response, length: 24, unknown version',
        '\t0x0000:  0203 0000 0002 0000 0a00 0000 0000 0000',
        '\t0x0010:  0000 0000 0000 0001',
      ],
    },
  },
  {
    title: 'a version that nobody has written down',
    frame: udp4(520, 520, hex('01 00 0000 01020304')),
    lines: {
      '': ['IP 192.0.2.1.520 > 192.0.2.2.520: RIPv0', '\t0x0000:  0100 0000 0102 0304'],
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 36)',
        '    192.0.2.1.520 > 192.0.2.2.520: ',
        '\tRIPv0',
        '\t0x0000:  0100 0000 0102 0304',
      ],
    },
  },
  {
    title: 'an unknown command',
    frame: udp4(520, 520, hex('09 02 0000 01020304')),
    lines: {
      '': 'IP 192.0.2.1.520 > 192.0.2.2.520: RIPv2, unknown command (9), length: 8',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 36)',
        '    192.0.2.1.520 > 192.0.2.2.520: ',
        '\tRIPv2, unknown command (9), length: 8',
        '\t0x0000:  0902 0000 0102 0304',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 36)',
        '    192.0.2.1.520 > 192.0.2.2.520: [udp sum ok] ',
        '\tRIPv2, unknown command (9), length: 8',
        '\t0x0000:  0902 0000 0102 0304',
      ],
    },
  },
  {
    title: 'a poll',
    frame: udp4(520, 520, hex('05 01 0000 01020304')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 36)',
        '    192.0.2.1.520 > 192.0.2.2.520: ',
        '\tRIPv1, Poll, length: 8',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 36)',
        '    192.0.2.1.520 > 192.0.2.2.520: [udp sum ok] ',
        '\tRIPv1, Poll, length: 8',
        '\t0x0000:  0501 0000 0102 0304',
      ],
    },
  },
  {
    title: 'a cut response',
    frame: cut(
      udp4(
        520,
        520,
        hex('02 02 0000 0002 0001 0a000000 ff000000 00000000 00000001 0002 0001 0a000000 ff000000 00000000 00000001'),
      ),
      80,
    ),
    length: 86,
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 72)',
        '    192.0.2.1.520 > 192.0.2.2.520: ',
        '\tRIPv2, Response, length: 44, routes: 2 or less',
        '\t  AFI IPv4,        10.0.0.0/8 , tag 0x0001, metric: 1, next-hop: self [|rip]',
      ],
    },
  },
]);
