import { hex } from '../fixtures/frames';
import { linkHeaders } from '../fixtures/link-headers';
import { describeModes, fixtureOf } from '../modes';

describeModes('IP over IEEE 1394', [
  {
    ...fixtureOf(linkHeaders, 'IP over IEEE 1394'),
    lines: {
      '-e': '02:00:00:00:00:00:00:02 > 02:00:00:00:00:00:00:01, ethertype IPv4 (0x0800), length 38: 10.0.0.1 > 10.0.0.2: no next header',
      '-e -q':
        '02:00:00:00:00:00:00:02 > 02:00:00:00:00:00:00:01, IPv4, length 38: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    title: 'an unknown ethertype',
    frame: hex('0200000000000001 0200000000000002 88b5 0102'),
    linkType: 138,
    lines: {
      '': [
        '02:00:00:00:00:00:00:02 > 02:00:00:00:00:00:00:01, ethertype Unknown (0x88b5), length 20: ',
        '\t0x0000:  0102                                     ..',
      ],
      '-q': '02:00:00:00:00:00:00:02 > 02:00:00:00:00:00:00:01, Unknown Ethertype (0x88b5), length 20: ',
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('0200000000000001'),
    linkType: 138,
    length: 60,
    lines: {
      '': ' [|ap1394]',
    },
  },
]);
