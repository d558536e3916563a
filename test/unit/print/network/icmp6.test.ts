import { ethernet, icmpv6, ipv6, udp } from '../../../../src/frames/frames';
import { concat, hex, text } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('ICMPv6, Neighbor and Listener Discovery', [
  {
    title: 'an echo request',
    frame: ethernet({}, ipv6({}, icmpv6({ type: 128, rest: 0x00070001 }, text('abcdefgh')))),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: ICMP6, echo request, id 7, seq 1, length 16',
      '-v': 'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 16) 2001:db8::1 > 2001:db8::2: [icmp6 sum ok] ICMP6, echo request, id 7, seq 1',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv6 (0x86dd), length 70: 2001:db8::1 > 2001:db8::2: ICMP6, echo request, id 7, seq 1, length 16',
    },
  },
  {
    title: 'a wrong checksum',
    frame: ethernet({}, ipv6({}, icmpv6({ type: 128, checksum: 1 }))),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: ICMP6, echo request, id 0, seq 0, length 8',
      '-v': 'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 8) 2001:db8::1 > 2001:db8::2: [bad icmp6 cksum 0x0001 -> 0x2448!] ICMP6, echo request, id 0, seq 0',
      '-v -K':
        'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 8) 2001:db8::1 > 2001:db8::2: [bad icmp6 cksum 0x0001 -> 0x2448!] ICMP6, echo request, id 0, seq 0',
    },
  },
  {
    title: 'a neighbor solicitation',
    frame: ethernet({}, ipv6({}, icmpv6({ type: 135 }, hex('20010db8000000000000000000000009 0101020000000002')))),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: ICMP6, neighbor solicitation, who has 2001:db8::9, length 32',
      '-v': [
        'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 32) 2001:db8::1 > 2001:db8::2: [icmp6 sum ok] ICMP6, neighbor solicitation, length 32, who has 2001:db8::9',
        '\t  source link-address option (1), length 8 (1): 02:00:00:00:00:02',
      ],
      '-vv': [
        'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 32) 2001:db8::1 > 2001:db8::2: [icmp6 sum ok] ICMP6, neighbor solicitation, length 32, who has 2001:db8::9',
        '\t  source link-address option (1), length 8 (1): 02:00:00:00:00:02',
        '\t    0x0000:  0200 0000 0002',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv6 (0x86dd), length 86: 2001:db8::1 > 2001:db8::2: ICMP6, neighbor solicitation, who has 2001:db8::9, length 32',
    },
  },
  {
    title: 'a neighbor advertisement',
    frame: ethernet(
      {},
      ipv6({}, icmpv6({ type: 136, rest: 0xe0000000 }, hex('20010db8000000000000000000000009 0201020000000002'))),
    ),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: ICMP6, neighbor advertisement, tgt is 2001:db8::9, length 32',
      '-v': [
        'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 32) 2001:db8::1 > 2001:db8::2: [icmp6 sum ok] ICMP6, neighbor advertisement, length 32, tgt is 2001:db8::9, Flags [router, solicited, override]',
        '\t  destination link-address option (2), length 8 (1): 02:00:00:00:00:02',
      ],
      '-vv': [
        'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 32) 2001:db8::1 > 2001:db8::2: [icmp6 sum ok] ICMP6, neighbor advertisement, length 32, tgt is 2001:db8::9, Flags [router, solicited, override]',
        '\t  destination link-address option (2), length 8 (1): 02:00:00:00:00:02',
        '\t    0x0000:  0200 0000 0002',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv6 (0x86dd), length 86: 2001:db8::1 > 2001:db8::2: ICMP6, neighbor advertisement, tgt is 2001:db8::9, length 32',
    },
  },
  {
    title: 'a router advertisement with its options',
    frame: ethernet(
      {},
      ipv6(
        {},
        icmpv6(
          { type: 134, rest: 0x40c80708 },
          hex(
            '00000000 00000000 0304 40e0 00000e10 ffffffff 00000000 20010db8000000000000000000000000 0501 0000000005dc 1902 0000 00000e10 1802 4008 00000e10 20010db8000000 00 1f02 0000 00000e10 03616263 00 000000',
          ),
        ),
      ),
    ),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: ICMP6, router advertisement, length 96',
      '-v': [
        'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 96) 2001:db8::1 > 2001:db8::2: [icmp6 sum ok] ICMP6, router advertisement, length 96',
        '\thop limit 64, Flags [managed, other stateful], pref high, router lifetime 1800s, reachable time 0ms, retrans timer 0ms',
        '\t  prefix info option (3), length 32 (4): 2001:db8::/64, Flags [onlink, auto, router], valid time 3600s, pref. time infinity',
        '\t  mtu option (5), length 8 (1):  1500',
        '\t  rdnss option (25), length 16 (2):  lifetime 3600s,',
        '\t  unknown option (32), length 8 (1): ',
        '\t  0x0000:  0db8 0000 0000',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv6 (0x86dd), length 150: 2001:db8::1 > 2001:db8::2: ICMP6, router advertisement, length 96',
    },
  },
  {
    title: 'a redirect',
    frame: ethernet(
      {},
      ipv6(
        {},
        icmpv6(
          { type: 137 },
          hex('20010db8000000000000000000000009 20010db800000000000000000000000a 0401 000000000000'),
        ),
      ),
    ),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: ICMP6, redirect, 2001:db8::a to 2001:db8::9, length 48',
      '-v': [
        'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 48) 2001:db8::1 > 2001:db8::2: [icmp6 sum ok] ICMP6, redirect, length 48, 2001:db8::a to 2001:db8::9',
        '\t  redirected header option (4), length 8 (1): ',
        '\t    0x0000:  0401 0000 0000 0000',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv6 (0x86dd), length 102: 2001:db8::1 > 2001:db8::2: ICMP6, redirect, 2001:db8::a to 2001:db8::9, length 48',
    },
  },
  {
    title: 'an unreachable port',
    frame: ethernet({}, ipv6({}, icmpv6({ type: 1, code: 4 }, ipv6({}, udp({}, text('abc')))))),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: ICMP6, destination unreachable, unreachable port, 2001:db8::2 udp port 9, length 59',
      '-v': 'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 59) 2001:db8::1 > 2001:db8::2: [icmp6 sum ok] ICMP6, destination unreachable, unreachable port, 2001:db8::2 udp port 9',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv6 (0x86dd), length 113: 2001:db8::1 > 2001:db8::2: ICMP6, destination unreachable, unreachable port, 2001:db8::2 udp port 9, length 59',
    },
  },
  {
    title: 'a packet too big',
    frame: ethernet({}, ipv6({}, icmpv6({ type: 2, rest: 1280 }, ipv6({}, udp({}, text('abc')))))),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: ICMP6, packet too big, mtu 1280, length 59',
      '-v': 'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 59) 2001:db8::1 > 2001:db8::2: [icmp6 sum ok] ICMP6, packet too big, mtu 1280',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv6 (0x86dd), length 113: 2001:db8::1 > 2001:db8::2: ICMP6, packet too big, mtu 1280, length 59',
    },
  },
  {
    title: 'a listener query',
    frame: ethernet({}, ipv6({}, icmpv6({ type: 130, rest: 0x27100000 }, hex('ff020000000000000000000000000009')))),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: ICMP6, multicast listener querymax resp delay: 10000 addr: ff02::9, length 24',
      '-v': 'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 24) 2001:db8::1 > 2001:db8::2: [icmp6 sum ok] ICMP6, multicast listener querymax resp delay: 10000 addr: ff02::9',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv6 (0x86dd), length 78: 2001:db8::1 > 2001:db8::2: ICMP6, multicast listener querymax resp delay: 10000 addr: ff02::9, length 24',
    },
  },
  {
    title: 'a listener query of version 2',
    frame: ethernet(
      {},
      ipv6(
        {},
        icmpv6(
          { type: 130, rest: 0x90010000 },
          hex('ff020000000000000000000000000009 0a900001 20010db8000000000000000000000001'),
        ),
      ),
    ),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: ICMP6, multicast listener query v2 [gaddr ff02::9, 1 source(s)], length 44',
      '-v': 'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 44) 2001:db8::1 > 2001:db8::2: [icmp6 sum ok] ICMP6, multicast listener query v2 [max resp delay=65552] [gaddr ff02::9 sflag robustness=2 qqi=256, 1 source(s)]',
      '-vv':
        'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 44) 2001:db8::1 > 2001:db8::2: [icmp6 sum ok] ICMP6, multicast listener query v2 [max resp delay=65552] [gaddr ff02::9 sflag robustness=2 qqi=256 { 2001:db8::1 }]',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv6 (0x86dd), length 98: 2001:db8::1 > 2001:db8::2: ICMP6, multicast listener query v2 [gaddr ff02::9, 1 source(s)], length 44',
    },
  },
  {
    title: 'a listener report of version 2',
    frame: ethernet(
      {},
      ipv6(
        {},
        icmpv6(
          { type: 143, rest: 1 },
          hex('04000001 ff020000000000000000000000000009 20010db8000000000000000000000001'),
        ),
      ),
    ),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: ICMP6, multicast listener report v2, 1 group record(s), length 44',
      '-v': 'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 44) 2001:db8::1 > 2001:db8::2: [icmp6 sum ok] ICMP6, multicast listener report v2, 1 group record(s) [gaddr ff02::9 to_ex, 1 source(s)]',
      '-vv':
        'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 44) 2001:db8::1 > 2001:db8::2: [icmp6 sum ok] ICMP6, multicast listener report v2, 1 group record(s) [gaddr ff02::9 to_ex { 2001:db8::1 }]',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv6 (0x86dd), length 98: 2001:db8::1 > 2001:db8::2: ICMP6, multicast listener report v2, 1 group record(s), length 44',
    },
  },
  {
    title: 'a router renumbering command',
    frame: ethernet(
      {},
      ipv6(
        {},
        icmpv6(
          { type: 138, rest: 5 },
          hex(
            '03f80007 00000000 01070140 00800000 20010db8000000000000000000000000 4010ff03 00000100 ffffffff c0000000 20010db8000100000000000000000000',
          ),
        ),
      ),
    ),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: ICMP6, router renumbering, command, seq=5 match(add,2001:db8::/64) use(VP,2001:db8:1::/64/16), length 72',
      '-v': 'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 72) 2001:db8::1 > 2001:db8::2: [icmp6 sum ok] ICMP6, router renumbering, command, seq=5[TRASP,seg=3,maxdelay=7] match(add,ord=1,min=0,max=128,2001:db8::/64) use(VP,mask=0xff,raflags=0x3,vltime=256,pltime=infty,2001:db8:1::/64/16)',
      '-vv': [
        'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 72) 2001:db8::1 > 2001:db8::2: [icmp6 sum ok] ICMP6, router renumbering, command, seq=5[TRASP,seg=3,maxdelay=7]',
        '\tmatch(add,ord=1,min=0,max=128,2001:db8::/64)',
        '\tuse(VP,mask=0xff,raflags=0x3,vltime=256,pltime=infty,2001:db8:1::/64/16)',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv6 (0x86dd), length 126: 2001:db8::1 > 2001:db8::2: ICMP6, router renumbering, command, seq=5 match(add,2001:db8::/64) use(VP,2001:db8:1::/64/16), length 72',
    },
  },
  {
    title: 'a node information reply',
    frame: ethernet(
      {},
      ipv6(
        {},
        icmpv6({ type: 140, rest: 0x00020000 }, concat(hex('0102030405060708 0000003c'), hex('04 686f7374 00'))),
      ),
    ),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: ICMP6, who-are-you reply node information reply (DNS name, "host."), length 26',
      '-v': 'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 26) 2001:db8::1 > 2001:db8::2: [icmp6 sum ok] ICMP6, who-are-you reply node information reply (success, DNS name, "host.")',
    },
  },
  {
    title: 'an RPL information object',
    frame: ethernet(
      {},
      ipv6(
        {},
        icmpv6(
          { type: 155, code: 1, rest: 0x01020003 },
          hex('88040000 20010db8000000000000000000000009 0504 00102001'),
        ),
      ),
    ),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: ICMP6, RPL, (CLR)DODAG Information Object, length 34',
      '-v': 'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 34) 2001:db8::1 > 2001:db8::2: [icmp6 sum ok] ICMP6, RPL, (CLR)DODAG Information Object [dagid:2001:db8::9,seq:4,instance:1,rank:3,grounded,mop:storing,prf:0]',
      '-vv':
        'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 34) 2001:db8::1 > 2001:db8::2: [icmp6 sum ok] ICMP6, RPL, (CLR)DODAG Information Object [dagid:2001:db8::9,seq:4,instance:1,rank:3,grounded,mop:storing,prf:0] opt:rpltarget len:6 ',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv6 (0x86dd), length 88: 2001:db8::1 > 2001:db8::2: ICMP6, RPL, (CLR)DODAG Information Object, length 34',
    },
  },
  {
    title: 'a message of an unknown type',
    frame: ethernet({}, ipv6({}, icmpv6({ type: 200 }, text('abc')))),
    lines: {
      '': [
        'IP6 2001:db8::1 > 2001:db8::2: ICMP6, mtrace response, length 11',
        '\t0x0000:  c800 17e2 0000 0000 6162 63',
      ],
      '-v': [
        'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 11) 2001:db8::1 > 2001:db8::2: [icmp6 sum ok] ICMP6, mtrace response, length 11',
        '\t0x0000:  c800 17e2 0000 0000 6162 63',
      ],
      '-vv':
        'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 11) 2001:db8::1 > 2001:db8::2: [icmp6 sum ok] ICMP6, mtrace response, length 11',
      '-e': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv6 (0x86dd), length 65: 2001:db8::1 > 2001:db8::2: ICMP6, mtrace response, length 11',
        '\t0x0000:  c800 17e2 0000 0000 6162 63',
      ],
    },
  },
]);
