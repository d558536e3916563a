import { hex, tcp4 } from '../fixtures/frames';
import { services } from '../fixtures/services';
import { describeModes, fixtureOf } from '../modes';

const data = (text: string) => tcp4(323, 40000, hex(text));

describeModes('RPKI-RTR', [
  {
    ...fixtureOf(services, 'RPKI-RTR: a query and its answer'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 124)',
        '    192.0.2.1.323 > 192.0.2.2.40000: Flags [P.], cksum 0x5682 (correct), seq 1:85, ack 1, win 65535, length 84',
        '\tRPKI-RTRv0, Serial Query PDU (1), length: 12',
        '\t  Session ID: 0x0007, Serial: 9',
        '\tRPKI-RTRv0, Cache Response PDU (3), length: 8',
        '\t  Session ID: 0x0007',
        '\tRPKI-RTRv0, IPV4 Prefix PDU (4), length: 20',
        '\t  IPv4 Prefix 192.0.2.0/24-24, origin-as 65000, flags 0x01',
        '\tRPKI-RTRv0, IPV6 Prefix PDU (6), length: 32',
        '\t  IPv6 Prefix 2001:db8::/32-48, origin-as 65536, flags 0x00',
        '\tRPKI-RTRv0, End of Data PDU (7), length: 12',
        '\t  Session ID: 0x0007, Serial: 10',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 124)',
        '    192.0.2.1.323 > 192.0.2.2.40000: Flags [P.], cksum 0x5682 (correct), seq 1:85, ack 1, win 65535, length 84',
        '\tRPKI-RTRv0, Serial Query PDU (1), length: 12',
        '\t  Session ID: 0x0007, Serial: 9',
        '\t  0x0000:  0001 0007 0000 000c 0000 0009',
        '\tRPKI-RTRv0, Cache Response PDU (3), length: 8',
        '\t  Session ID: 0x0007',
        '\t  0x0000:  0003 0007 0000 0008',
        '\tRPKI-RTRv0, IPV4 Prefix PDU (4), length: 20',
        '\t  IPv4 Prefix 192.0.2.0/24-24, origin-as 65000, flags 0x01',
        '\t  0x0000:  0004 0000 0000 0014 0118 1800 c000 0200',
        '\t  0x0010:  0000 fde8',
        '\tRPKI-RTRv0, IPV6 Prefix PDU (6), length: 32',
        '\t  IPv6 Prefix 2001:db8::/32-48, origin-as 65536, flags 0x00',
        '\t  0x0000:  0006 0000 0000 0020 0020 3000 2001 0db8',
        '\t  0x0010:  0000 0000 0000 0000 0000 0000 0001 0000',
        '\tRPKI-RTRv0, End of Data PDU (7), length: 12',
        '\t  Session ID: 0x0007, Serial: 10',
        '\t  0x0000:  0007 0007 0000 000c 0000 000a',
      ],
    },
  },
  {
    title: 'PDUs without contents',
    frame: data('00 02 0000 00000008 00 08 0000 00000008 00 00 0007 0000000c 00000001'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 68)',
        '    192.0.2.1.323 > 192.0.2.2.40000: Flags [P.], cksum 0x8df9 (correct), seq 1:29, ack 1, win 65535, length 28',
        '\tRPKI-RTRv0, Reset Query PDU (2), length: 8',
        '\tRPKI-RTRv0, Cache Reset PDU (8), length: 8',
        '\tRPKI-RTRv0, Serial Notify PDU (0), length: 12',
        '\t  Session ID: 0x0007, Serial: 1',
      ],
    },
  },
  {
    title: 'an error',
    frame: data('00 0a 0003 00000024 0000000c 00 01 0007 0000000c 00000009 00000008 7768617420190000 '),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 76)',
        '    192.0.2.1.323 > 192.0.2.2.40000: Flags [P.], cksum 0x94c7 (correct), seq 1:37, ack 1, win 65535, length 36',
        '\tRPKI-RTRv0, Error Report PDU (10), length: 36',
        '\t  Error code: Invalid Request (3), Encapsulated PDU length: 12',
        '\t    -----encapsulated PDU-----',
        '\tRPKI-RTRv0, Serial Query PDU (1), length: 12',
        '\t    Session ID: 0x0007, Serial: 9',
        '\t  Error text: what ^Y^@^@',
      ],
    },
  },
  {
    ...fixtureOf(services, 'RPKI-RTR: an error in an error'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 80)',
        '    192.0.2.1.323 > 192.0.2.2.40000: Flags [P.], cksum 0xaa6c (correct), seq 1:41, ack 1, win 65535, length 40',
        '\tRPKI-RTRv0, Error Report PDU (10), length: 40',
        '\t  Error code: Unsupported PDU Type (5), Encapsulated PDU length: 20',
        '\t    -----encapsulated PDU-----',
        '\tRPKI-RTRv0, Error Report PDU (10), length: 20',
        '\t    Error code: Unknown (99), Encapsulated PDU length: 4',
        '\t  Error text: nope',
      ],
    },
  },
  {
    title: 'an error without a PDU',
    frame: data('00 0a 0002 00000010 00000000 00000000'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 56)',
        '    192.0.2.1.323 > 192.0.2.2.40000: Flags [P.], cksum 0x8e17 (correct), seq 1:17, ack 1, win 65535, length 16',
        '\tRPKI-RTRv0, Error Report PDU (10), length: 16',
        '\t  Error code: No Data Available (2), Encapsulated PDU length: 0',
      ],
    },
  },
  {
    title: 'an error that says too much',
    frame: data('00 0a 0002 00000010 000000ff 00000000'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 56)',
        '    192.0.2.1.323 > 192.0.2.2.40000: Flags [P.], cksum 0x8d18 (correct), seq 1:17, ack 1, win 65535, length 16',
        '\tRPKI-RTRv0, Error Report PDU (10), length: 16',
        '\t  Error code: No Data Available (2), Encapsulated PDU length: 255 (invalid)',
      ],
    },
  },
  {
    title: 'an error whose text goes past the end',
    frame: data('00 0a 0002 00000010 00000000 000000ff'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 56)',
        '    192.0.2.1.323 > 192.0.2.2.40000: Flags [P.], cksum 0x8d18 (correct), seq 1:17, ack 1, win 65535, length 16',
        '\tRPKI-RTRv0, Error Report PDU (10), length: 16',
        '\t  Error code: No Data Available (2), Encapsulated PDU length: 0 (invalid)',
      ],
    },
  },
  {
    title: 'an unknown PDU',
    frame: data('00 09 0000 0000000c 01020304 00 02 0000 00000008'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 60)',
        '    192.0.2.1.323 > 192.0.2.2.40000: Flags [P.], cksum 0x8a0a (correct), seq 1:21, ack 1, win 65535, length 20',
        '\tRPKI-RTRv0, Unknown PDU (9), length: 12',
        '\t  0x0000:  0009 0000 0000 000c 0102 0304',
        '\tRPKI-RTRv0, Reset Query PDU (2), length: 8',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 60)',
        '    192.0.2.1.323 > 192.0.2.2.40000: Flags [P.], cksum 0x8a0a (correct), seq 1:21, ack 1, win 65535, length 20',
        '\tRPKI-RTRv0, Unknown PDU (9), length: 12',
        '\t  0x0000:  0009 0000 0000 000c 0102 0304',
        '\tRPKI-RTRv0, Reset Query PDU (2), length: 8',
        '\t  0x0000:  0002 0000 0000 0008',
      ],
    },
  },
  {
    title: 'wrong lengths',
    frame: data('00 02 0000 00000009 00'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 49)',
        '    192.0.2.1.323 > 192.0.2.2.40000: Flags [P.], cksum 0x8e2f (correct), seq 1:10, ack 1, win 65535, length 9',
        '\tRPKI-RTRv0, Reset Query PDU (2), length: 9 (invalid)',
      ],
    },
  },
  {
    title: 'a length of 0',
    frame: data('00 04 0000 00000000 00'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 49)',
        '    192.0.2.1.323 > 192.0.2.2.40000: Flags [P.], cksum 0x8e36 (correct), seq 1:10, ack 1, win 65535, length 9',
        '\tRPKI-RTRv0, IPV4 Prefix PDU (4), length: 0 (invalid)',
      ],
    },
  },
  {
    title: 'a length past the end',
    frame: data('00 04 0000 00000014 01 18 18 00'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 52)',
        '    192.0.2.1.323 > 192.0.2.2.40000: Flags [P.], cksum 0x7507 (correct), seq 1:13, ack 1, win 65535, length 12',
        '\tRPKI-RTRv0, IPV4 Prefix PDU (4), length: 20 (invalid)',
      ],
    },
  },
  {
    title: 'a half header',
    frame: data('00 02 0000 00000008 00 02'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 50)',
        '    192.0.2.1.323 > 192.0.2.2.40000: Flags [P.], cksum 0x8e2d (correct), seq 1:11, ack 1, win 65535, length 10',
        '\tRPKI-RTRv0, Reset Query PDU (2), length: 8(2 bytes is too few to decode) (invalid)',
      ],
    },
  },
  {
    title: 'another version',
    frame: data('01 02 0000 00000008'),
    lines: {
      '': 'IP 192.0.2.1.323 > 192.0.2.2.40000: Flags [P.], seq 1:9, ack 1, win 65535, length 8, RPKI-RTR',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 48)',
        '    192.0.2.1.323 > 192.0.2.2.40000: Flags [P.], cksum 0x8d31 (correct), seq 1:9, ack 1, win 65535, length 8',
        '\tRPKI-RTRv1 (unknown)',
      ],
    },
  },
]);
