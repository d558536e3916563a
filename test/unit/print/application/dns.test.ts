import { cut, hex, tcp4, udp4 } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('DNS', [
  {
    title: 'a question',
    frame: udp4(
      40000,
      53,
      hex('1234 0120 0001 0000 0000 0001 03616263 02 6465 00 0001 0001 00 0029 1000 0000 8000 0000'),
    ),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.53: 4660+ [1au] A? abc.de. (35)',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 63)',
        '    192.0.2.1.40000 > 192.0.2.2.53: 4660+ [1au] A? abc.de. (35)',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 63)',
        '    192.0.2.1.40000 > 192.0.2.2.53: [udp sum ok] 4660+ [1au] A? abc.de. ar: . OPT UDPsize=4096 DO (35)',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 77: 192.0.2.1.40000 > 192.0.2.2.53: 4660+ [1au] A? abc.de. (35)',
    },
  },
  {
    title: 'an answer',
    frame: udp4(
      53,
      40000,
      hex(
        '1234 8580 0001 0002 0000 0001 03616263 02 6465 00 0001 0001 c00c 0005 0001 00000e10 0006 03786d6cc010 c024 0001 0001 0000003c 0004 0a000001 00 0029 04d0 0000 0000 000b 0008 0007 0001 1800 0a0000',
      ),
    ),
    lines: {
      '': 'IP 192.0.2.1.53 > 192.0.2.2.40000: 4660* 2/0/1 CNAME xml.de., A 10.0.0.1 (80)',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 108)',
        '    192.0.2.1.53 > 192.0.2.2.40000: 4660* 2/0/1 abc.de. CNAME xml.de., xml.de. A 10.0.0.1 (80)',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 108)',
        '    192.0.2.1.53 > 192.0.2.2.40000: [udp sum ok] 4660* q: A? abc.de. 2/0/1 abc.de. CNAME xml.de., xml.de. A 10.0.0.1 ar: . OPT UDPsize=1232 [ECS 10.0.0.0/24/0] (80)',
      ],
      '-vvv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 108)',
        '    192.0.2.1.53 > 192.0.2.2.40000: [udp sum ok] 4660* q: A? abc.de. 2/0/1 abc.de. [1h] CNAME xml.de., xml.de. [1m] A 10.0.0.1 ar: . OPT UDPsize=1232 [ECS 10.0.0.0/24/0] (80)',
      ],
    },
  },
  {
    title: 'a response code of EDNS',
    frame: udp4(53, 40000, hex('1234 8180 0001 0000 0000 0001 03616263 00 0001 0001 00 0029 04d0 01000000 0000')),
    lines: {
      '': 'IP 192.0.2.1.53 > 192.0.2.2.40000: 4660 BadVers 0/0/1 (32)',
    },
  },
  {
    title: 'the start of authority',
    frame: udp4(
      53,
      40000,
      hex(
        '1234 8403 0001 0000 0001 0000 03616263 00 0006 0001 c00c 0006 0001 00000e10 001a 026e73c00c c00c 00000001 00000002 00000003 00000004 00000005',
      ),
    ),
    lines: {
      '': 'IP 192.0.2.1.53 > 192.0.2.2.40000: 4660 NXDomain*- 0/1/0 (60)',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 88)',
        '    192.0.2.1.53 > 192.0.2.2.40000: 4660 NXDomain*- 0/1/0 (60)',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 88)',
        '    192.0.2.1.53 > 192.0.2.2.40000: [udp sum ok] 4660 NXDomain*- q: SOA? abc. 0/1/0 ns: abc. SOA ns.abc. abc. 1 2 3 4 5 (60)',
      ],
    },
  },
  {
    title: 'text and services',
    frame: udp4(
      53,
      40000,
      hex(
        '1234 8180 0001 0002 0000 0000 03616263 00 00ff 0001 c00c 0010 0001 00000e10 0007 03611b62 026364 c00c 0021 0001 00000e10 000c 0001 0002 0035 03616263c00c',
      ),
    ),
    lines: {
      '': 'IP 192.0.2.1.53 > 192.0.2.2.40000: 4660 2/0/0 TXT "a^[b" "cd", SRV abc.abc.:53 1 2 (64)',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 92)',
        '    192.0.2.1.53 > 192.0.2.2.40000: 4660 2/0/0 abc. TXT "a^[b" "cd", abc. SRV abc.abc.:53 1 2 (64)',
      ],
    },
  },
  {
    title: 'a multicast question',
    frame: udp4(5353, 5353, hex('0000 0000 0001 0000 0000 0000 03616263 05 6c6f63616c 00 00ff 8001')),
    lines: {
      '': 'IP 192.0.2.1.5353 > 192.0.2.2.5353: 0 ANY (QU)? abc.local. (27)',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 55)',
        '    192.0.2.1.5353 > 192.0.2.2.5353: 0 ANY (QU)? abc.local. (27)',
      ],
    },
  },
  {
    title: 'a question over TCP',
    frame: tcp4(40000, 53, hex('0015 1234 0100 0001 0000 0000 0000 03616263 00 001c 0001')),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.53: Flags [P.], seq 1:24, ack 1, win 65535, length 23 4660+ AAAA? abc. (21)',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 63)',
        '    192.0.2.1.40000 > 192.0.2.2.53: Flags [P.], cksum 0xf92b (correct), seq 1:24, ack 1, win 65535, length 23 4660+ AAAA? abc. (21)',
      ],
    },
  },
  {
    title: 'a pointer to itself',
    frame: udp4(53, 40000, hex('1234 8180 0000 0001 0000 0000 c00c 0001 0001 00000000 0004 0a000001')),
    lines: {
      '': 'IP 192.0.2.1.53 > 192.0.2.2.40000: 4660 [0q] 1/0/0 A 10.0.0.1 (28)',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 56)',
        '    192.0.2.1.53 > 192.0.2.2.40000: 4660 [0q] 1/0/0 <BAD PTR> [|domain]',
      ],
    },
  },
  {
    title: 'a cut answer',
    frame: cut(
      udp4(53, 40000, hex('1234 8180 0001 0001 0000 0000 03616263 00 0001 0001 c00c 0001 0001 00000e10 0004 0a000001')),
      70,
    ),
    length: 85,
    lines: {
      '': 'IP 192.0.2.1.53 > 192.0.2.2.40000: 4660 1/0/0 (37)',
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 65)',
        '    192.0.2.1.53 > 192.0.2.2.40000: 4660 q: A? abc. 1/0/0 abc. (37)',
      ],
      '-x': [
        'IP 192.0.2.1.53 > 192.0.2.2.40000: 4660 1/0/0 (37)',
        '\t0x0000:  4500 0041 0000 0000 4011 f6a8 c000 0201',
        '\t0x0010:  c000 0202 0035 9c40 002d bfc7 1234 8180',
        '\t0x0020:  0001 0001 0000 0000 0361 6263 0000 0100',
        '\t0x0030:  01c0 0c00 0100 0100',
      ],
    },
  },
  {
    title: 'an answer whose name is cut behind the length of a label: what follows it is not missed',
    frame: cut(
      udp4(
        53,
        40000,
        hex('1234 8180 0001 0001 0000 0000 03616263 00 0001 0001 0378797a 00 0001 0001 00000e10 0004 0a000001'),
      ),
      64,
    ),
    length: 88,
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 68)',
        '    192.0.2.1.53 > 192.0.2.2.40000: 4660 1/0/0  (40)',
      ],
    },
  },
  {
    title: 'an OPT record cut behind the upper bits of the response code',
    frame: cut(
      udp4(53, 40000, hex('1234 8187 0001 0000 0000 0001 03616263 00 0001 0001 00 0029 1000 01 00 0000 0000')),
      69,
    ),
    length: 74,
    lines: { '': 'IP 192.0.2.1.53 > 192.0.2.2.40000: 4660 BadCookie 0/0/1 (32)' },
  },
]);
