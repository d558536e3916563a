import { ethernet, icmp, ipv4, udp } from '../../../../src/frames/frames';
import { concat, cut, hex, ip4Packet, text, zeros } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('ICMP', [
  {
    title: 'an echo request',
    frame: ethernet({}, ipv4({}, icmp({ type: 8, rest: 0x00070001 }, text('abcdefgh')))),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: ICMP echo request, id 7, seq 1, length 16',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto ICMP (1), length 36)',
        '    192.0.2.1 > 192.0.2.2: ICMP echo request, id 7, seq 1, length 16',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 50: 192.0.2.1 > 192.0.2.2: ICMP echo request, id 7, seq 1, length 16',
    },
  },
  {
    title: 'a wrong checksum',
    frame: ethernet({}, ipv4({}, icmp({ type: 8, checksum: 1 }, text('ab')))),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: ICMP echo request, id 0, seq 0, length 10',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto ICMP (1), length 30)',
        '    192.0.2.1 > 192.0.2.2: ICMP echo request, id 0, seq 0, length 10 (wrong icmp cksum 1 (->969d)!)',
      ],
      '-v -K': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto ICMP (1), length 30)',
        '    192.0.2.1 > 192.0.2.2: ICMP echo request, id 0, seq 0, length 10 (wrong icmp cksum 1 (->969d)!)',
      ],
    },
  },
  {
    title: 'an unreachable port and the packet it quotes',
    frame: ethernet({}, ipv4({}, icmp({ type: 3, code: 3 }, ipv4({}, udp({}, text('abc')))))),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: ICMP 192.0.2.2 udp port 9 unreachable, length 39',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto ICMP (1), length 59)',
        '    192.0.2.1 > 192.0.2.2: ICMP 192.0.2.2 udp port 9 unreachable, length 39',
        '\tIP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 31)',
        '    192.0.2.1.40000 > 192.0.2.2.9: UDP, length 3',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 73: 192.0.2.1 > 192.0.2.2: ICMP 192.0.2.2 udp port 9 unreachable, length 39',
    },
  },
  {
    title: 'a packet that needs fragmentation',
    frame: ethernet({}, ipv4({}, icmp({ type: 3, code: 4, rest: 1400 }, ipv4({}, udp({}, text('abc')))))),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: ICMP 192.0.2.2 unreachable - need to frag (mtu 1400), length 39',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto ICMP (1), length 59)',
        '    192.0.2.1 > 192.0.2.2: ICMP 192.0.2.2 unreachable - need to frag (mtu 1400), length 39',
        '\tIP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 31)',
        '    192.0.2.1.40000 > 192.0.2.2.9: UDP, length 3',
      ],
    },
  },
  {
    title: 'a label stack behind a quoted packet',
    frame: ethernet(
      {},
      ipv4(
        {},
        icmp(
          { type: 11, rest: 0x00200000 },
          concat(ip4Packet(17, hex('03e8 07d0 006c 0000')), zeros(100), hex('2000 de05 0008 0101 0001d1ff')),
        ),
      ),
    ),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: ICMP time exceeded in-transit, length 148',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto ICMP (1), length 168)',
        '    192.0.2.1 > 192.0.2.2: ICMP time exceeded in-transit, length 148',
        '\tIP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 28)',
        '    192.0.2.1.1000 > 192.0.2.2.2000: UDP, bad length 100 > 0',
        '\tICMP Multi-Part extension v2, checksum 0xde05 (incorrect), length 12',
        '\t  MPLS Stack Entry Object (1), Class-Type: 1, length 8',
        '\t    label 29, tc 0, [S], ttl 255',
      ],
    },
  },
  {
    title: 'a redirect',
    frame: ethernet({}, ipv4({}, icmp({ type: 5, code: 1, rest: 0x0a000009 }, ipv4({}, udp({}, text('abc')))))),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: ICMP redirect 192.0.2.2 to host 10.0.0.9, length 39',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto ICMP (1), length 59)',
        '    192.0.2.1 > 192.0.2.2: ICMP redirect 192.0.2.2 to host 10.0.0.9, length 39',
        '\tIP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 31)',
        '    192.0.2.1.40000 > 192.0.2.2.9: UDP, length 3',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 73: 192.0.2.1 > 192.0.2.2: ICMP redirect 192.0.2.2 to host 10.0.0.9, length 39',
    },
  },
  {
    title: 'a router advertisement',
    frame: ethernet({}, ipv4({}, icmp({ type: 9, rest: 0x01020708 }, hex('0a000001 ffffffff')))),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: ICMP router advertisement lifetime 30:00 1: {10.0.0.1 4294967295}, length 16',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto ICMP (1), length 36)',
        '    192.0.2.1 > 192.0.2.2: ICMP router advertisement lifetime 30:00 1: {10.0.0.1 4294967295}, length 16',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 50: 192.0.2.1 > 192.0.2.2: ICMP router advertisement lifetime 30:00 1: {10.0.0.1 4294967295}, length 16',
    },
  },
  {
    title: 'a time stamp reply',
    frame: ethernet({}, ipv4({}, icmp({ type: 14, rest: 0x00010002 }, hex('00000001 0036ee80 05265bff')))),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: ICMP time stamp reply id 1 seq 2: org 00:00:00.001, recv 01:00:00.000, xmit 23:59:59.999, length 20',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto ICMP (1), length 40)',
        '    192.0.2.1 > 192.0.2.2: ICMP time stamp reply id 1 seq 2: org 00:00:00.001, recv 01:00:00.000, xmit 23:59:59.999, length 20',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 54: 192.0.2.1 > 192.0.2.2: ICMP time stamp reply id 1 seq 2: org 00:00:00.001, recv 01:00:00.000, xmit 23:59:59.999, length 20',
    },
  },
  {
    title: 'a message cut in the quoted packet',
    frame: cut(ethernet({}, ipv4({}, icmp({ type: 3, code: 3 }, ipv4({}, udp({}, text('abc')))))), 60),
    length: 73,
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2:  [|icmp]',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto ICMP (1), length 59)',
        '    192.0.2.1 > 192.0.2.2:  [|icmp]',
      ],
      '-x': [
        'IP 192.0.2.1 > 192.0.2.2:  [|icmp]',
        '\t0x0000:  0200 0000 0002 0200 0000 0001 0800 4500',
        '\t0x0010:  003b 0000 0000 4001 f6be c000 0201 c000',
        '\t0x0020:  0202 0303 811d 0000 0000 4500 001f 0000',
        '\t0x0030:  0000 4011 f6ca c000 0201 c000',
      ],
    },
  },
]);
