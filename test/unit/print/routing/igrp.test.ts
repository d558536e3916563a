import { hex, ip4 } from '../fixtures/frames';
import { routing } from '../fixtures/routing';
import { describeModes, fixtureOf } from '../modes';

describeModes('IGRP, mobile IP and IGMP', [
  {
    ...fixtureOf(routing, 'IGRP, mobile IP and IGMP: an IGRP update'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto IGRP (9), length 74)',
        '    192.0.2.1 > 192.0.2.2: igrp: update V1 edit=2 AS=100 (1/1/1) checksum=0xabcd *.10.1.2 d=1000 b=9765 r=255 l=1 M=1124 mtu=1500 in 2 hops 10.2.0.0 d=1000 b=0 r=255 l=1 M=100 mtu=1500 in 2 hops X192.0.2.0 d=167772150 b=9765 r=255 l=1 M=16777215 mtu=1500 in 2 hops',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 88: 192.0.2.1 > 192.0.2.2: igrp: update V1 edit=2 AS=100 (1/1/1) *.10.1.2 d=1000 b=9765 r=255 l=1 M=1124 mtu=1500 in 2 hops 10.2.0.0 d=1000 b=0 r=255 l=1 M=100 mtu=1500 in 2 hops X192.0.2.0 d=167772150 b=9765 r=255 l=1 M=16777215 mtu=1500 in 2 hops',
    },
  },
  {
    title: 'an IGRP request',
    frame: ip4(9, hex('12 00 0064 0000 0000 0000 abcd')),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: igrp: request V1 edit=0 AS=100 (0/0/0)',
    },
  },
  {
    title: 'an IGRP update with more than it counts',
    frame: ip4(9, hex('13 02 0064 0000 0000 0000 abcd 0a0102 000064 000400 05dc ff 01 02')),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: igrp: op-#3 V1 edit=2 AS=100 (0/0/0) [extra bytes 14] (invalid)',
    },
  },
  {
    title: 'an IGRP update with less than it counts',
    frame: ip4(9, hex('11 02 0064 0002 0000 0000 abcd 0a0102 000064 000400 05dc ff 01 02 00')),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: igrp: update V1 edit=2 AS=100 (2/0/0) *.10.1.2 d=1000 b=9765 r=255 l=1 M=1124 mtu=1500 in 2 hops (invalid)',
    },
  },
  {
    ...fixtureOf(routing, 'IGRP, mobile IP and IGMP: a packet to a mobile host'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto Mobile IP (55), length 32)',
        '    192.0.2.1 > 192.0.2.2: mobile: [S] 192.0.2.6 > 192.0.2.5 (oproto=17) (bad checksum 10937)',
      ],
    },
  },
  {
    title: 'a packet to a mobile host whose checksum is wrong',
    frame: ip4(55, hex('0600 1234 c0000205 00000000')),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: mobile: []  (bad checksum 4660)',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto Mobile IP (55), length 32)',
        '    192.0.2.1 > 192.0.2.2: mobile: [] > 192.0.2.5 (oproto=6) (bad checksum 4660)',
      ],
    },
  },
  {
    title: 'a packet to a mobile host that is too short',
    frame: ip4(55, hex('0600 1234 c0000205')),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2:  [|mobile]',
    },
  },
  {
    ...fixtureOf(routing, 'IGRP, mobile IP and IGMP: a trace of multicast'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto IGMP (2), length 44)',
        '    192.0.2.1 > 192.0.2.2: mtrace 7: 192.0.2.1 to 192.0.2.2 reply-to 224.0.1.32 with-ttl 32 bad igmp cksum 0!',
      ],
    },
  },
  {
    title: 'its answer',
    frame: ip4(2, hex('1e 01 0000 e0000001 c0000201 c0000202 c0000203 20 000007 01020304')),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: mresp 7: 192.0.2.1 to 192.0.2.2 reply-to 192.0.2.3',
    },
  },
  {
    title: 'a trace that is too short',
    frame: ip4(2, hex('1f 08 0000 e0000001 c0000201')),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2:  [invalid len 12]',
    },
  },
  {
    ...fixtureOf(routing, 'IGRP, mobile IP and IGMP: a DVMRP report'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto IGMP (2), length 47)',
        '    192.0.2.1 > 192.0.2.2: igmp dvmrp Report bad igmp cksum 0!',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto IGMP (2), length 47)',
        '    192.0.2.1 > 192.0.2.2: igmp dvmrp Report',
        '\tMask 255.255.255.0',
        '\t  192.0.2.0 metric 1',
        '\t  192.0.3.0 metric 3',
        '\t  0.0.0.0 metric 10',
        '\t  132.255.0.0 metric 0',
        '\t  [Truncated Report] (invalid) bad igmp cksum 0!',
      ],
    },
  },
  {
    title: 'a DVMRP probe',
    frame: ip4(2, hex('13 01 0000 0000ff03 00000005 c0000202 c000')),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: igmp dvmrp Probe',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto IGMP (2), length 38)',
        '    192.0.2.1 > 192.0.2.2: igmp dvmrp Probe genid 5 bad igmp cksum 0!',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto IGMP (2), length 38)',
        '    192.0.2.1 > 192.0.2.2: igmp dvmrp Probe',
        '\tgenid 5',
        '\tneighbor 192.0.2.2[remaining length 2 < 4] (invalid) bad igmp cksum 0!',
      ],
    },
  },
]);
