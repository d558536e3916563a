import { concat, ether, hex, ip4Packet, ip6Packet } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('MPLS', [
  {
    title: 'one label',
    frame: ether(0x8847, concat(hex('0001 03 40'), ip4Packet(99, hex('01')))),
    lines: {
      '': 'MPLS (label 16, tc 1, [S], ttl 64) IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      '-v': [
        'MPLS (label 16, tc 1, [S], ttl 64)',
        '\tIP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto unknown (99), length 21)',
        '    192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype MPLS unicast (0x8847), length 39: MPLS (label 16, tc 1, [S], ttl 64) 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
    },
  },
  {
    title: 'a stack of labels',
    frame: ether(0x8847, concat(hex('0001 0c 01 0001 1f 40'), ip6Packet(59, hex('')))),
    lines: {
      '': 'MPLS (label 16, tc 6, ttl 1) (label 17, tc 7, [S], ttl 64) IP6 2001:db8::1 > 2001:db8::2: no next header',
      '-v': [
        'MPLS (label 16, tc 6, ttl 1)',
        '\t(label 17, tc 7, [S], ttl 64)',
        '\tIP6 (hlim 64, next-header unknown (59) payload length: 0) 2001:db8::1 > 2001:db8::2: no next header',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype MPLS unicast (0x8847), length 62: MPLS (label 16, tc 6, ttl 1) (label 17, tc 7, [S], ttl 64) 2001:db8::1 > 2001:db8::2: no next header',
    },
  },
  {
    title: 'explicit null',
    frame: ether(0x8847, concat(hex('0000 01 40'), ip4Packet(99, hex('01')))),
    lines: {
      '': 'MPLS (label 0, tc 0, [S], ttl 64) IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      '-v': [
        'MPLS (label 0 (IPv4 explicit NULL), tc 0, [S], ttl 64)',
        '\tIP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto unknown (99), length 21)',
        '    192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype MPLS unicast (0x8847), length 39: MPLS (label 0, tc 0, [S], ttl 64) 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
    },
  },
  {
    title: 'a payload that nobody knows',
    frame: ether(0x8847, hex('0001 01 40 00000000 616263')),
    lines: {
      '': ['MPLS (label 16, tc 0, [S], ttl 64)', '\t0x0000:  0000 0000 6162 63                        ....abc'],
      '-v': ['MPLS (label 16, tc 0, [S], ttl 64)', '\t0x0000:  0000 0000 6162 63                        ....abc'],
      '-e': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype MPLS unicast (0x8847), length 25: MPLS (label 16, tc 0, [S], ttl 64)',
        '\t0x0000:  0000 0000 6162 63                        ....abc',
      ],
    },
  },
  {
    title: 'a label that is cut',
    frame: ether(0x8848, hex('0001 00 40 0001')),
    lines: {
      '': 'MPLS (label 16, tc 0, ttl 64) (invalid)',
      '-v': 'MPLS (label 16, tc 0, ttl 64) (invalid)',
    },
  },
]);
