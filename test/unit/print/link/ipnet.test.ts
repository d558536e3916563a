import { hex } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('Solaris IPNET', [
  {
    title: 'IPv4 between zones',
    frame: hex(
      '01 02 0000 00000030 00000001 00000000 00000005 00000006 4500001c 00010000 40010000 0a0000010a000002 08000000 00010002',
    ),
    linkType: 226,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 2, length 8',
      '-e': '5 > 6, family IPv4 (2), length 52: 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 2, length 8',
      '-e -q': '5 > 6, IPv4, length 52: 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 2, length 8',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 2, length 8',
        '\t0x0000:  4500 001c 0001 0000 4001 0000 0a00 0001',
        '\t0x0010:  0a00 0002 0800 0000 0001 0002',
      ],
    },
  },
  {
    title: 'an unknown family',
    frame: hex('01 09 0000 00000030 00000001 00000000 00000005 00000006 0102'),
    linkType: 226,
    lines: {
      '': ['5 > 6, family Unknown (9), length 26: ', '\t0x0000:  0102                                     ..'],
      '-q': '5 > 6, Unknown Ethertype (0x0009), length 26: ',
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('01 02 0000 00000030 00000001'),
    linkType: 226,
    length: 60,
    lines: {
      '': ' [|ipnet]',
    },
  },
]);
