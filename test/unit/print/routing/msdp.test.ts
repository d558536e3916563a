import { concat, hex, tcp4 } from '../fixtures/frames';
import { routing } from '../fixtures/routing';
import { describeModes, fixtureOf } from '../modes';

describeModes('MSDP', [
  {
    title: 'sources',
    frame: tcp4(50000, 639, concat(hex('01 0014 01 c0000201 000000 20 efc00001 c0000202'), hex('04 0003'))),
    lines: {
      '': 'IP 192.0.2.1.50000 > 192.0.2.2.639: Flags [P.], seq 1:24, ack 1, win 65535, length 23: msdp SA 1 entries Keepalive',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 63)',
        '    192.0.2.1.50000 > 192.0.2.2.639: Flags [P.], cksum 0xd5f8 (correct), seq 1:24, ack 1, win 65535, length 23: msdp [len 20] SA 1 entries [len 3] Keepalive',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 63)',
        '    192.0.2.1.50000 > 192.0.2.2.639: Flags [P.], cksum 0xd5f8 (correct), seq 1:24, ack 1, win 65535, length 23: msdp [len 20] SA 1 entries [len 3] Keepalive',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 77: 192.0.2.1.50000 > 192.0.2.2.639: Flags [P.], seq 1:24, ack 1, win 65535, length 23: msdp SA 1 entries Keepalive',
    },
  },
  {
    ...fixtureOf(routing, 'MSDP: sources with a packet'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 88)',
        '    192.0.2.1.639 > 192.0.2.2.50000: Flags [P.], cksum 0x99c6 (correct), seq 1:49, ack 1, win 65535, length 48: msdp [len 48] SA 1 entries [w/data]',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 88)',
        '    192.0.2.1.639 > 192.0.2.2.50000: Flags [P.], cksum 0x99c6 (correct), seq 1:49, ack 1, win 65535, length 48: msdp [len 48] SA 1 entries [w/data] IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 28)',
        '    192.0.2.1.5000 > 192.0.2.2.5001: [no cksum] UDP, length 0',
      ],
    },
  },
  {
    title: 'a request and its answer',
    frame: tcp4(50000, 639, hex('02 0008 00 efc00001 03 0014 01 c0000201 000000 20 efc00001 c0000202')),
    lines: {
      '': 'IP 192.0.2.1.50000 > 192.0.2.2.639: Flags [P.], seq 1:29, ack 1, win 65535, length 28: msdp SA-Request for 239.192.0.1 SA-Response 1 entries',
    },
  },
  {
    title: 'a notification and more',
    frame: tcp4(50000, 639, hex('05 0005 8100 07 0004 00 04 0005 0000')),
    lines: {
      '': 'IP 192.0.2.1.50000 > 192.0.2.2.639: Flags [P.], seq 1:15, ack 1, win 65535, length 14: msdp Notification [type=7 len=4] Keepalive[len=5] ',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 54)',
        '    192.0.2.1.50000 > 192.0.2.2.639: Flags [P.], cksum 0x5b54 (correct), seq 1:15, ack 1, win 65535, length 14: msdp [len 5] Notification [len 4] [type=7 len=4] [len 5] Keepalive[len=5] ',
      ],
    },
  },
  {
    title: 'a TLV of length 0',
    frame: tcp4(50000, 639, hex('04 0003 04 0000')),
    lines: {
      '': 'IP 192.0.2.1.50000 > 192.0.2.2.639: Flags [P.], seq 1:7, ack 1, win 65535, length 6: msdp Keepalive [|msdp]',
    },
  },
  {
    title: 'a TLV beyond the segment',
    frame: tcp4(50000, 639, hex('04 0003 04 0010')),
    lines: {
      '': 'IP 192.0.2.1.50000 > 192.0.2.2.639: Flags [P.], seq 1:7, ack 1, win 65535, length 6: msdp Keepalive [|msdp]',
    },
  },
  {
    title: 'something else',
    frame: tcp4(50000, 639, hex('09 0003')),
    lines: {
      '': 'IP 192.0.2.1.50000 > 192.0.2.2.639: Flags [P.], seq 1:4, ack 1, win 65535, length 3: msdp [|msdp]',
    },
  },
]);
