import { hex } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('PPPoE as a link type', [
  {
    title: 'a session',
    frame: hex('11 00 0001 0016 0021 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 51,
    lines: {
      '': 'PPPoE  [ses 0x1] IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'PPPoE  [ses 0x1] IP (0x0021), length 22: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'PPPoE  [ses 0x1] IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    title: 'discovery',
    frame: hex('11 09 0000 0004 0101 0000'),
    linkType: 51,
    lines: {
      '': 'PPPoE PADI [Service-Name]',
      '-x': ['PPPoE PADI [Service-Name]', '\t0x0000:  0101 0000'],
    },
  },
  {
    title: 'a session that is too short',
    frame: hex('11 00 0001 0001 00'),
    linkType: 51,
    lines: {
      '': 'PPPoE  [ses 0x1]  [|ppp]',
      '-x': ['PPPoE  [ses 0x1]  [|ppp]', '\t0x0000:  00'],
    },
  },
]);

describeModes('PPP as pppd writes it', [
  {
    title: 'a frame that came in',
    frame: hex('0003 0021 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 166,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'In  IP (0x0021), length 24: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    title: 'a frame that goes out',
    frame: hex('0103 c021 0101 0004'),
    linkType: 166,
    lines: {
      '-e': 'Out LCP (0xc021), length 8: LCP, Conf-Request (0x01), id 1, length 6',
    },
  },
]);
