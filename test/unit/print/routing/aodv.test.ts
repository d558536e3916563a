import { hex, udp4, udp6 } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('AODV', [
  {
    title: 'a request',
    frame: udp4(654, 654, hex('01 40 00 02 00000007 c0000202 00000003 c0000201 00000004')),
    lines: {
      '': [
        'IP 192.0.2.1.654 > 192.0.2.2.654:  aodv rreq 24  hops 2 id 0x00000007',
        '\tdst 192.0.2.2 seq 3 src 192.0.2.1 seq 4',
      ],
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 52)',
        '    192.0.2.1.654 > 192.0.2.2.654:  aodv rreq 24  hops 2 id 0x00000007',
        '\tdst 192.0.2.2 seq 3 src 192.0.2.1 seq 4',
      ],
      '-e': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 66: 192.0.2.1.654 > 192.0.2.2.654:  aodv rreq 24  hops 2 id 0x00000007',
        '\tdst 192.0.2.2 seq 3 src 192.0.2.1 seq 4',
      ],
    },
  },
  {
    title: 'an acknowledgement',
    frame: udp4(654, 654, hex('04 00')),
    lines: {
      '': 'IP 192.0.2.1.654 > 192.0.2.2.654:  aodv rrep-ack 2',
    },
  },
  {
    title: 'a request over IPv6',
    frame: udp6(
      654,
      654,
      hex('01 00 00 02 00000007 20010db8000000000000000000000002 00000003 20010db8000000000000000000000001 00000004'),
    ),
    lines: {
      '': [
        'IP6 2001:db8::1.654 > 2001:db8::2.654:  aodv v6 rreq 48  hops 2 id 0x00000007',
        '\tdst 2001:db8::2 seq 3 src 2001:db8::1 seq 4',
      ],
    },
  },
  {
    title: 'a reply over IPv6',
    frame: udp6(
      654,
      654,
      hex('02 00 18 02 20010db8000000000000000000000002 00000003 20010db8000000000000000000000001 00001388 02 02 0000'),
    ),
    lines: {
      '': [
        'IP6 2001:db8::1.654 > 2001:db8::2.654:  aodv rrep 48  prefix 24 hops 2',
        '\tdst 2001:db8::2 dseq 3 src 2001:db8::1 5000 ms',
        '\text 2 2',
      ],
    },
  },
  {
    title: 'an error over IPv6',
    frame: udp6(654, 654, hex('03 00 00 01 20010db8000000000000000000000002 00000003')),
    lines: {
      '': 'IP6 2001:db8::1.654 > 2001:db8::2.654:  aodv rerr  [items 1] [24]: {2001:db8::2}(3)',
    },
  },
  {
    title: 'a request of the draft',
    frame: udp6(
      654,
      654,
      hex('10 00 00 02 00000007 00000003 00000004 20010db8000000000000000000000002 20010db8000000000000000000000001'),
    ),
    lines: {
      '': [
        'IP6 2001:db8::1.654 > 2001:db8::2.654:  aodv rreq 48 [D] hops 2 id 0x00000007',
        '\tdst 2001:db8::2 seq 3 src 2001:db8::1 seq 4',
      ],
    },
  },
  {
    title: 'a reply of the draft',
    frame: udp6(
      654,
      654,
      hex('11 00 18 02 00000003 20010db8000000000000000000000002 20010db8000000000000000000000001 00001388'),
    ),
    lines: {
      '': [
        'IP6 2001:db8::1.654 > 2001:db8::2.654:  aodv rrep 44  prefix 24 hops 2',
        '\tdst 2001:db8::2 dseq 3 src 2001:db8::1 5000 ms',
      ],
    },
  },
  {
    title: 'an error of the draft',
    frame: udp6(654, 654, hex('12 80 00 01 20010db8000000000000000000000002 00000003')),
    lines: {
      '': 'IP6 2001:db8::1.654 > 2001:db8::2.654:  aodv rerr [D] [items 1] [24]: {2001:db8::2}(3)',
    },
  },
  {
    title: 'an acknowledgement of the draft',
    frame: udp6(654, 654, hex('13 00')),
    lines: {
      '': 'IP6 2001:db8::1.654 > 2001:db8::2.654:  aodv rrep-ack 2',
    },
  },
  {
    title: 'an unknown type',
    frame: udp4(654, 654, hex('09 00')),
    lines: {
      '': 'IP 192.0.2.1.654 > 192.0.2.2.654:  aodv type 9 2',
    },
  },
  {
    title: 'an extension whose length is wrong',
    frame: udp4(654, 654, hex('02 40 18 02 c0000202 00000003 c0000201 00001388 01 00 000003e8')),
    lines: {
      '': [
        'IP 192.0.2.1.654 > 192.0.2.2.654:  aodv rrep 26  prefix 24 hops 2',
        '\tdst 192.0.2.2 dseq 3 src 192.0.2.1 5000 ms',
        '\text HELLO - bad length 0',
      ],
    },
  },
  {
    title: 'an error without what it counts',
    frame: udp4(654, 654, hex('03 00 00 02 c0000202 00000003')),
    lines: {
      '': 'IP 192.0.2.1.654 > 192.0.2.2.654:  aodv rerr  [items 2] [12]: {192.0.2.2}(3) [|aodv]',
    },
  },
  {
    title: 'a request that is too short',
    frame: udp4(654, 654, hex('01 40 00 02 00000007')),
    lines: {
      '': 'IP 192.0.2.1.654 > 192.0.2.2.654:  aodv [|aodv]',
    },
  },
]);
