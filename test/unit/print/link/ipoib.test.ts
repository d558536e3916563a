import { concat, hex, zeros } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('IP over InfiniBand', [
  {
    title: 'an ARP request',
    frame: concat(
      zeros(40),
      hex('0806 0000 0020 0800 1404 0001 1111111111111111111111111111111111111111 0a000001'),
      zeros(20),
      hex('0a000002'),
    ),
    linkType: 242,
    lines: {
      '': 'ARP, Request who-has 10.0.0.2 tell 10.0.0.1, length 56',
      '-e': 'IPOIB, ethertype ARP (0x0806), length 100: Request who-has 10.0.0.2 tell 10.0.0.1, length 56',
      '-e -q': 'IPOIB, ethertype ARP, length 100: Request who-has 10.0.0.2 tell 10.0.0.1, length 56',
      '-x': [
        'ARP, Request who-has 10.0.0.2 tell 10.0.0.1, length 56',
        '\t0x0000:  0020 0800 1404 0001 1111 1111 1111 1111',
        '\t0x0010:  1111 1111 1111 1111 1111 1111 0a00 0001',
        '\t0x0020:  0000 0000 0000 0000 0000 0000 0000 0000',
        '\t0x0030:  0000 0000 0a00 0002',
      ],
    },
  },
  {
    title: 'an unknown ethertype',
    frame: concat(zeros(40), hex('88b5 0000 0102')),
    linkType: 242,
    lines: {
      '': [', ethertype Unknown (0x88b5), length 46: ', '\t0x0000:  0102                                     ..'],
      '-e': [
        'IPOIB, ethertype Unknown (0x88b5), length 46: ',
        '\t0x0000:  0102                                     ..',
      ],
      '-q': ', ethertype Unknown, length 46: ',
    },
  },
  {
    title: 'a header that is cut',
    frame: concat(zeros(40), hex('0800')),
    linkType: 242,
    length: 60,
    lines: {
      '': ' [|ipoib]',
      '-x': ' [|ipoib]',
    },
  },
]);
