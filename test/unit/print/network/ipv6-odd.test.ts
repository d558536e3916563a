import { cut, hex, ip6 } from '../fixtures/frames';
import { describeModes } from '../modes';

/** An IPv6 packet without a payload length, as jumbograms are. */
const jumbogram = (nextHeader: number, payload: Uint8Array) => {
  const frame = ip6(nextHeader, payload);
  frame.fill(0, 18, 20);
  return frame;
};

describeModes('IPv6 extension headers in odd places', [
  {
    title: 'hop-by-hop options twice',
    frame: ip6(0, hex('00 00 0104 00000000 3a 00 0104 00000000 8000')),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: HBH [The Hop-by-Hop Options header was already found] (invalid)',
      '-v': 'IP6 (hlim 64, next-header Options (0) payload length: 18) 2001:db8::1 > 2001:db8::2: HBH (padn) [The Hop-by-Hop Options header was already found] (invalid)',
    },
  },
  {
    title: 'hop-by-hop options behind others',
    frame: ip6(60, hex('00 00 0104 00000000 3b 00 0104 00000000')),
    lines: {
      '': "IP6 2001:db8::1 > 2001:db8::2: DSTOPT [The Hop-by-Hop Options header don't follow the IPv6 header] (invalid)",
      '-v': "IP6 (hlim 64, next-header unknown (60) payload length: 16) 2001:db8::1 > 2001:db8::2: DSTOPT (padn) [The Hop-by-Hop Options header don't follow the IPv6 header] (invalid)",
    },
  },
  {
    title: 'a jumbo payload',
    frame: jumbogram(0, hex('3b 00 c204 00010000')),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: HBH truncated-ip6 - 65528 bytes missing!no next header',
      '-v': 'IP6 (hlim 64, next-header Options (0) payload length: 0) 2001:db8::1 > 2001:db8::2: HBH (jumbo: 65536)  truncated-ip6 - 65528 bytes missing!no next header',
    },
  },
  {
    title: 'a jumbo payload that is none',
    frame: jumbogram(0, hex('3b 00 c204 00000100')),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: HBH [No valid Jumbo Payload Hop-by-Hop option found] (invalid)',
      '-v': 'IP6 (hlim 64, next-header Options (0) payload length: 0) 2001:db8::1 > 2001:db8::2: HBH (jumbo: 256 - < 65536)  [No valid Jumbo Payload Hop-by-Hop option found] (invalid)',
    },
  },
  {
    title: 'two jumbo payloads',
    frame: ip6(0, hex('3b 01 c204 00010000 c204 00020000 0100')),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: HBH no next header',
      '-v': 'IP6 (hlim 64, next-header Options (0) payload length: 16) 2001:db8::1 > 2001:db8::2: HBH (jumbo: 65536 - payload len != 0) (jumbo: 131072 - already seen) (padn) no next header',
    },
  },
  {
    title: 'no payload length and no option for it',
    frame: jumbogram(0, hex('3b 00 0104 00000000')),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: HBH [No valid Jumbo Payload Hop-by-Hop option found] (invalid)',
      '-v': 'IP6 (hlim 64, next-header Options (0) payload length: 0) 2001:db8::1 > 2001:db8::2: HBH (padn) [No valid Jumbo Payload Hop-by-Hop option found] (invalid)',
    },
  },
  {
    title: 'no payload length before destination options',
    frame: jumbogram(60, hex('3b 00 0104 00000000')),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: DSTOPT  [|ip6]',
      '-v': 'IP6 (hlim 64, next-header unknown (60) payload length: 0) 2001:db8::1 > 2001:db8::2: DSTOPT (padn)  [|ip6]',
    },
  },
  {
    title: 'no payload',
    frame: jumbogram(59, hex('')),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: no next header',
      '-v': 'IP6 (hlim 64, next-header unknown (59) payload length: 0) 2001:db8::1 > 2001:db8::2: no next header',
    },
  },
  {
    title: 'hop-by-hop options that are cut',
    frame: cut(ip6(0, hex('3b 00 0104 00000000')), 58),
    length: 62,
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2:  [|hbhopt]',
      '-v': 'IP6 (hlim 64, next-header Options (0) payload length: 8) 2001:db8::1 > 2001:db8::2:  [|hbhopt]',
    },
  },
  {
    title: 'a routing header that is cut',
    frame: cut(ip6(43, hex('3b 02 04 01 00 00 0000 20010db8000000000000000000000001')), 60),
    length: 78,
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: RT6 (len=2, type=4, segleft=1, last-entry=0 [|rt6]',
      '-v': 'IP6 (hlim 64, next-header Routing (43) payload length: 24) 2001:db8::1 > 2001:db8::2: RT6 (len=2, type=4, segleft=1, last-entry=0, flags=0x0 [|rt6]',
    },
  },
  {
    title: 'options of mobility, the last of which counts as cut',
    frame: ip6(135, hex('3b01 0500 0000 0025 c000 0003 0202 0010')),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: mobility: BU seq#=37 AH lifetime=12',
      '-v': 'IP6 (hlim 64, next-header Mobility (135) payload length: 16) 2001:db8::1 > 2001:db8::2: mobility: BU seq#=37 AH lifetime=12 [|mobility]',
    },
  },
  {
    title: 'a mobility option that is cut',
    frame: cut(ip6(135, hex('3b02 0500 0000 0025 c000 0003 0404 0001 0002 0104 0000 0000 0000')), 70),
    length: 78,
    lines: {
      '-v': 'IP6 truncated-ip6 - 2 bytes missing!(hlim 64, next-header Mobility (135) payload length: 26) 2001:db8::1 > 2001:db8::2: mobility: BU seq#=37 AH lifetime=12 [|mobility]',
    },
  },
  {
    title: 'an ICMPv6 message of length 0',
    frame: ip6(58, hex('')),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: ICMP6, length 0 (invalid)',
      '-v': 'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 0) 2001:db8::1 > 2001:db8::2: ICMP6, length 0 (invalid)',
    },
  },
  {
    title: 'an ICMPv6 type without a code',
    frame: ip6(58, hex('80')),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: ICMP6, echo request [|icmp6]',
      '-v': 'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 1) 2001:db8::1 > 2001:db8::2:  [|icmp6]',
    },
  },
  {
    title: 'who-are-you',
    frame: ip6(58, hex('8b00 0000 0000 0000 0000 0001')),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: ICMP6, who-are-you request who-are-you request, length 12',
      '-v': 'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 12) 2001:db8::1 > 2001:db8::2: [bad icmp6 cksum 0x0000 -> 0x1943!] ICMP6, who-are-you request who-are-you request',
    },
  },
  {
    title: 'a query for addresses',
    frame: ip6(58, hex('8b00 0000 0003 007e 0000000000000001 20010db8000000000000000000000002')),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: ICMP6, who-are-you request node information query (node addresses [aGSLCA], subject=2001:db8::2), length 32',
      '-v': 'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 32) 2001:db8::1 > 2001:db8::2: [bad icmp6 cksum 0x0000 -> 0xeaf2!] ICMP6, who-are-you request node information query (node addresses [aGSLCA], subject=2001:db8::2)',
    },
  },
  {
    title: 'a renumbering command that ends too early',
    frame: ip6(58, hex('8a00 0000 00000001 00 80 0000 00000000 01 07 00 30')),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: ICMP6, router renumbering, command, seq=1 [|icmp6], length 20',
      '-v': 'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 20) 2001:db8::1 > 2001:db8::2: [bad icmp6 cksum 0x0000 -> 0x1884!] ICMP6, router renumbering, command, seq=1[T,seg=0,maxdelay=0] [|icmp6]',
      '-vv':
        'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 20) 2001:db8::1 > 2001:db8::2: [bad icmp6 cksum 0x0000 -> 0x1884!] ICMP6, router renumbering, command, seq=1[T,seg=0,maxdelay=0] [|icmp6]',
    },
  },
  {
    title: 'a listener query that is cut',
    frame: cut(ip6(58, hex('8200 0000 03e8 0000 00000000000000000000000000000000 0a 7d 0000')), 79),
    length: 82,
    lines: {
      '-v': 'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 28) 2001:db8::1 > 2001:db8::2: ICMP6, multicast listener query v2 [max resp delay=1000] [gaddr :: sflag robustness=2 [|icmp6]',
    },
  },
]);
