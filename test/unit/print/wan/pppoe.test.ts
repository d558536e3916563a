import { concat, cut, ether, hex, ip4Packet, ip6Packet, text } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('PPPoE', [
  {
    title: 'an initiation',
    frame: ether(0x8863, hex('1109 0000 000e 0101 0000 0103 0006 163700000001')),
    lines: {
      '': 'PPPoE PADI [Service-Name] [Host-Uniq 0x163700000001]',
      '-v': 'PPPoE PADI [Service-Name] [Host-Uniq 0x163700000001]',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype PPPoE D (0x8863), length 34: PPPoE PADI [Service-Name] [Host-Uniq 0x163700000001]',
    },
  },
  {
    title: 'a request by the number that 3Com had before',
    frame: ether(0x3c12, hex('1119 0000 0004 0101 0000')),
    lines: { '': 'PPPoE PADR [Service-Name]' },
  },
  {
    title: 'a session by the number that 3Com had before',
    frame: ether(0x3c13, concat(hex('1100 0017 0017 0021'), ip4Packet(99, hex('01')))),
    lines: { '': 'PPPoE  [ses 0x17] IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 1' },
  },
  {
    title: 'an offer',
    frame: ether(0x8863, concat(hex('1107 0000 0013 0102 0004'), text('bras'), hex('0103 0003 16372c 0000 0000'))),
    lines: {
      '': 'PPPoE PADO [AC-Name "bras"] [Host-Uniq ".7,"] [EOL]',
      '-v': 'PPPoE PADO [AC-Name "bras"] [Host-Uniq ".7,"] [EOL]',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype PPPoE D (0x8863), length 39: PPPoE PADO [AC-Name "bras"] [Host-Uniq ".7,"] [EOL]',
    },
  },
  {
    title: 'IPv4 in a session',
    frame: ether(0x8864, concat(hex('1100 0017 0017 0021'), ip4Packet(99, hex('01')))),
    lines: {
      '': 'PPPoE  [ses 0x17] IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      '-v': [
        'PPPoE  [ses 0x17] IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto unknown (99), length 21)',
        '    192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype PPPoE S (0x8864), length 43: PPPoE  [ses 0x17] IP (0x0021), length 23: 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      '-e -v': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype PPPoE S (0x8864), length 43: PPPoE  [ses 0x17] IP (0x0021), length 23: (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto unknown (99), length 21)',
        '    192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      ],
    },
  },
  {
    title: 'IPv6 in a session',
    frame: ether(0x8864, concat(hex('1100 0017 002a 0057'), ip6Packet(59, hex('')))),
    lines: {
      '': 'PPPoE  [ses 0x17] IP6 2001:db8::1 > 2001:db8::2: no next header',
      '-v': 'PPPoE  [ses 0x17] IP6 (hlim 64, next-header unknown (59) payload length: 0) 2001:db8::1 > 2001:db8::2: no next header',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype PPPoE S (0x8864), length 62: PPPoE  [ses 0x17] IP6 (0x0057), length 42: 2001:db8::1 > 2001:db8::2: no next header',
    },
  },
  {
    title: 'a length beyond the frame',
    frame: ether(0x8864, concat(hex('1100 0017 0050 0021'), ip4Packet(99, hex('01')))),
    lines: {
      '': 'PPPoE  [len 80 > 23!] [ses 0x17] IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      '-v': [
        'PPPoE  [len 80 > 23!] [ses 0x17] IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto unknown (99), length 21)',
        '    192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      ],
    },
  },
  {
    title: 'an unknown version',
    frame: ether(0x8863, hex('2109 0000 0004 0101 0000')),
    lines: {
      '': ' [ver 2]PPPoE PADI [Service-Name]',
    },
  },
  {
    title: 'a cut tag',
    frame: cut(ether(0x8863, hex('1109 0000 000e 0101 0000 0103 0006 163700000001')), 30),
    length: 34,
    lines: {
      '': 'PPPoE PADI [Service-Name] [|pppoe]',
      '-x': [
        'PPPoE PADI [Service-Name] [|pppoe]',
        '\t0x0000:  0200 0000 0002 0200 0000 0001 8863 1109',
        '\t0x0010:  0000 000e 0101 0000 0103 0006 1637',
      ],
    },
  },
]);
