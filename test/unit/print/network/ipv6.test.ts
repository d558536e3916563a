import { ethernet, ipv6 } from '../../../../src/frames/frames';
import { concat, hex, ip6 } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('IPv6 and its extension headers', [
  {
    title: 'a packet with class and flow label',
    frame: ethernet({}, ipv6({ nextHeader: 59, trafficClass: 0xe0, flowLabel: 0x12345 })),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: no next header',
      '-v': 'IP6 (class 0xe0, flowlabel 0x12345, hlim 64, next-header unknown (59) payload length: 0) 2001:db8::1 > 2001:db8::2: no next header',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv6 (0x86dd), length 54: 2001:db8::1 > 2001:db8::2: no next header',
    },
  },
  {
    title: 'hop-by-hop options',
    frame: ip6(0, hex('3b 00 0502 0000 0100')),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: HBH no next header',
      '-v': 'IP6 (hlim 64, next-header Options (0) payload length: 8) 2001:db8::1 > 2001:db8::2: HBH (rtalert: 0x0000) (padn) no next header',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv6 (0x86dd), length 62: 2001:db8::1 > 2001:db8::2: HBH no next header',
    },
  },
  {
    title: 'a jumbo payload option where it must not be',
    frame: ip6(0, hex('3b 00 c204 00010000')),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: HBH no next header',
      '-v': 'IP6 (hlim 64, next-header Options (0) payload length: 8) 2001:db8::1 > 2001:db8::2: HBH (jumbo: 65536 - payload len != 0)  no next header',
    },
  },
  {
    title: 'destination options',
    frame: ip6(60, hex('3b 00 0104 00000000')),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: DSTOPT no next header',
      '-v': 'IP6 (hlim 64, next-header unknown (60) payload length: 8) 2001:db8::1 > 2001:db8::2: DSTOPT (padn) no next header',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv6 (0x86dd), length 62: 2001:db8::1 > 2001:db8::2: DSTOPT no next header',
    },
  },
  {
    title: 'a home address option',
    frame: ip6(60, hex('3b 02 0100 0100 c910 20010db8000000000000000000000009')),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: DSTOPT no next header',
      '-v': 'IP6 (hlim 64, next-header unknown (60) payload length: 24) 2001:db8::1 > 2001:db8::2: DSTOPT (padn)(padn)(homeaddr: 2001:db8::9) no next header',
    },
  },
  {
    title: 'a segment routing header',
    frame: ip6(43, hex('3b020400 00000000 20010db8000000000000000000000009')),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: RT6 (len=2, type=4, segleft=0, last-entry=0, tag=0, [0]2001:db8::9) no next header',
      '-v': 'IP6 (hlim 64, next-header Routing (43) payload length: 24) 2001:db8::1 > 2001:db8::2: RT6 (len=2, type=4, segleft=0, last-entry=0, flags=0x0, tag=0, [0]2001:db8::9) no next header',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv6 (0x86dd), length 78: 2001:db8::1 > 2001:db8::2: RT6 (len=2, type=4, segleft=0, last-entry=0, tag=0, [0]2001:db8::9) no next header',
    },
  },
  {
    title: 'a routing header of type 2 before UDP',
    frame: ip6(43, concat(hex('11020201 00000000 20010db8000000000000000000000009'), hex('03e8 07d0 000a 0000 6162'))),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: RT6 (len=2, type=2, segleft=1, [0]2001:db8::9) 1000 > 2000: UDP, length 2',
      '-v': 'IP6 (hlim 64, next-header Routing (43) payload length: 34) 2001:db8::1 > 2001:db8::2: RT6 (len=2, type=2, segleft=1, rsv=0x0, [0]2001:db8::9) 1000 > 2000: [bad udp cksum 0x0000 -> 0x3744!] UDP, length 2',
    },
  },
  {
    title: 'the first fragment',
    frame: ip6(44, hex('3b000001 deadbeef 0102030405060708')),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: frag (0|8) no next header',
      '-v': 'IP6 (hlim 64, next-header Fragment (44) payload length: 16) 2001:db8::1 > 2001:db8::2: frag (0xdeadbeef:0|8) no next header',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv6 (0x86dd), length 70: 2001:db8::1 > 2001:db8::2: frag (0|8) no next header',
    },
  },
  {
    title: 'a later fragment',
    frame: ip6(44, hex('11000100 deadbeef 0102030405060708')),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: frag (256|8)',
      '-v': 'IP6 (hlim 64, next-header Fragment (44) payload length: 16) 2001:db8::1 > 2001:db8::2: frag (0xdeadbeef:256|8)',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv6 (0x86dd), length 70: 2001:db8::1 > 2001:db8::2: frag (256|8)',
    },
  },
  {
    title: 'a mobility header',
    frame: ip6(135, hex('3b010600 0000 0380 0005 0008 0100 0000')),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: mobility: BA status=3 K seq#=5 lifetime=32',
    },
  },
  {
    title: 'a payload that is not all there',
    frame: ethernet({}, ipv6({ nextHeader: 59, payloadLength: 20 })),
    lines: {
      '': 'IP6 truncated-ip6 - 20 bytes missing!2001:db8::1 > 2001:db8::2: no next header',
      '-v': 'IP6 truncated-ip6 - 20 bytes missing!(hlim 64, next-header unknown (59) payload length: 20) 2001:db8::1 > 2001:db8::2: no next header',
    },
  },
  {
    title: 'an IPv4 protocol',
    frame: ip6(1, hex('0800 0000')),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: [ICMP requires IPv4] (invalid)',
    },
  },
]);
