import { hex } from '../fixtures/frames';
import { linkHeaders } from '../fixtures/link-headers';
import { describeModes, fixtureOf } from '../modes';

describeModes('Bluetooth HCI', [
  {
    ...fixtureOf(linkHeaders, 'a Bluetooth event'),
    lines: {
      '-e': ['bluetooth, hci length 7, direction in', '\t0x0000:  040e 0401 030c 00                        .......'],
      '-q': 'bluetooth',
    },
  },
  {
    title: 'a command',
    frame: hex('00000000 01 03 0c 00'),
    linkType: 201,
    lines: {
      '-e': ['bluetooth, hci length 4, direction out', '\t0x0000:  0103 0c00                                ....'],
      '-x': ['bluetooth', '\t0x0000:  0103 0c00'],
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('0000'),
    linkType: 201,
    length: 8,
    lines: {
      '': 'bluetooth [|bluetooth]',
    },
  },
]);
