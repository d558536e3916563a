import { concat, hex, zeros } from '../fixtures/frames';
import { linkHeaders } from '../fixtures/link-headers';
import { symantec } from '../fixtures/symantec';
import { describeModes, fixtureOf } from '../modes';

describeModes('Symantec Firewall', [
  {
    ...fixtureOf(linkHeaders, 'what a Symantec firewall has captured'),
    lines: {
      '-e': 'ethertype IPv4 (0x0800), length 64: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    ...fixtureOf(symantec, 'a type that is none'),
    lines: {
      '-q': 'invalid ethertype 16, length 46: ',
    },
  },
  {
    title: 'an unknown ethertype',
    frame: concat(hex('000000000000 88b5'), zeros(36), hex('0102')),
    linkType: 99,
    lines: {
      '': ['ethertype Unknown (0x88b5), length 46: ', '\t0x0000:  0102                                     ..'],
      '-e': ['ethertype Unknown (0x88b5), length 46: ', '\t0x0000:  0102                                     ..'],
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('000000000000'),
    linkType: 99,
    length: 60,
    lines: {
      '': ' [|symantec]',
    },
  },
]);
