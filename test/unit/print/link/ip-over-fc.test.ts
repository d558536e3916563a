import { hex } from '../fixtures/frames';
import { linkHeaders } from '../fixtures/link-headers';
import { describeModes, fixtureOf } from '../modes';

describeModes('IP over Fibre Channel', [
  {
    ...fixtureOf(linkHeaders, 'IP over Fibre Channel'),
    lines: {
      '-e': '02:00:00:00:00:02 > 02:00:00:00:00:01, length 44: LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 20: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    title: 'NetBIOS',
    frame: hex('1000 020000000001 1000 020000000002 f0f0 03 0102'),
    linkType: 122,
    lines: {
      '': [
        '02:00:00:00:00:02 > 02:00:00:00:00:01 NetBeui Unnumbered, ui, Flags [Command], length 5',
        '\t0x0000:  f0f0 0301 02                             .....',
      ],
      '-q': '02:00:00:00:00:02 > 02:00:00:00:00:01 NetBeui Unnumbered, ui, Flags [Command], length 5',
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('1000 020000000001'),
    linkType: 122,
    length: 60,
    lines: {
      '': ' [|ipfc]',
    },
  },
]);
