import { hex } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('netANALYZER', [
  {
    title: 'a frame',
    frame: hex('01020304 020000000001 020000000002 0800 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 240,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': '02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype IPv4 (0x0800), length 34: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    title: 'a frame with its preamble',
    frame: hex('01020304 55555555555555d5 020000000001 020000000002 0800 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 241,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('0102'),
    linkType: 241,
    length: 60,
    lines: {
      '': ' [|netanalyzer_transparent]',
    },
  },
]);
