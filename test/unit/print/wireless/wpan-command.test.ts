import { hex } from '../fixtures/frames';
import { wpan } from '../fixtures/wpan';
import { describeModes, fixtureOf } from '../modes';

describeModes('MAC commands', [
  {
    ...fixtureOf(wpan, 'a command'),
    lines: {
      '-v': 'IEEE 802.15.4 Command packet v0 seq 01 1234:5678 < ffff:08:07:06:05:04:03:02:01 Command ID = Association Request command FFD, AC powered, Receiver on when idle, Fast association, Security supported, Allocate address, ',
    },
  },
  {
    title: 'an association request of the wrong length',
    frame: hex('2388 01 3412 7856 bc9a 01 8e01'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Command packet v0 1234:5678 < 9abc:8e01 Command ID = Association Request command ',
    },
  },
  {
    title: 'an association response',
    frame: hex('2388 01 3412 7856 bc9a 02 7956 00'),
    linkType: 195,
    lines: {
      '': [
        'IEEE 802.15.4 Command packet v0 1234:5678 < 9abc:7902 Command ID = Reserved 0x56 Command Data = 00 ',
        '\t0x0000:  00                                       .',
      ],
    },
  },
  {
    title: 'an association response with an unknown status',
    frame: hex('2388 01 3412 7856 bc9a 02 7956 77'),
    linkType: 195,
    lines: {
      '': [
        'IEEE 802.15.4 Command packet v0 1234:5678 < 9abc:7902 Command ID = Reserved 0x56 Command Data = 77 ',
        '\t0x0000:  77                                       w',
      ],
    },
  },
  {
    title: 'an association response of the wrong length',
    frame: hex('2388 01 3412 7856 bc9a 02 7956'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Command packet v0 1234:5678 < 9abc:7902 Command ID = Reserved 0x56 ',
    },
  },
  {
    title: 'disassociation',
    frame: hex('0388 01 3412 7856 bc9a 03 02'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Command packet v0 1234:5678 < 9abc:0203 [ERROR: Truncated before Command ID]',
    },
  },
  {
    title: 'disassociation by the coordinator',
    frame: hex('0388 01 3412 7856 bc9a 03 01'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Command packet v0 1234:5678 < 9abc:0103 [ERROR: Truncated before Command ID]',
    },
  },
  {
    title: 'disassociation for a reserved reason',
    frame: hex('0388 01 3412 7856 bc9a 03 00'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Command packet v0 1234:5678 < 9abc:0003 [ERROR: Truncated before Command ID]',
    },
  },
  {
    title: 'disassociation of the wrong length',
    frame: hex('0388 01 3412 7856 bc9a 03 0102'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Command packet v0 1234:5678 < 9abc:0103 Command ID = Association Response command ',
    },
  },
  {
    title: 'a data request',
    frame: hex('0388 01 3412 7856 bc9a 04'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Command packet v0 1234:5678 < 9abc:[ERROR: Truncated before dst_addr]',
    },
  },
  {
    title: 'a beacon request with data',
    frame: hex('0388 01 3412 7856 bc9a 07 01'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Command packet v0 1234:5678 < 9abc:0107 [ERROR: Truncated before Command ID]',
    },
  },
  {
    title: 'realignment',
    frame: hex('0388 01 3412 7856 bc9a 08 3412 7856 0b 9abc 02'),
    linkType: 195,
    lines: {
      '': [
        'IEEE 802.15.4 Command packet v0 1234:5678 < 9abc:3408 Command ID = Reserved 0x12 Command Data = 78 56 0b 9a bc 02 ',
        '\t0x0000:  7856 0b9a bc02                           xV....',
      ],
    },
  },
  {
    title: 'realignment without a page',
    frame: hex('0388 01 3412 7856 bc9a 08 3412 7856 0b 9abc'),
    linkType: 195,
    lines: {
      '': [
        'IEEE 802.15.4 Command packet v0 1234:5678 < 9abc:3408 Command ID = Reserved 0x12 Command Data = 78 56 0b 9a bc ',
        '\t0x0000:  7856 0b9a bc                             xV...',
      ],
    },
  },
  {
    title: 'realignment of the wrong length',
    frame: hex('0388 01 3412 7856 bc9a 08 3412'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Command packet v0 1234:5678 < 9abc:3408 Command ID = Reserved 0x12 ',
    },
  },
  {
    title: 'a request for slots',
    frame: hex('0388 01 3412 7856 bc9a 09 35'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Command packet v0 1234:5678 < 9abc:3509 [ERROR: Truncated before Command ID]',
    },
  },
  {
    title: 'a request for slots of the wrong length',
    frame: hex('0388 01 3412 7856 bc9a 09 3501'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Command packet v0 1234:5678 < 9abc:3509 Command ID = Association Request command ',
    },
  },
  {
    title: 'a command of a vendor',
    frame: hex('0388 01 3412 7856 bc9a 24 010203'),
    linkType: 195,
    lines: {
      '': [
        'IEEE 802.15.4 Command packet v0 1234:5678 < 9abc:0124 Command ID = Association Response command Invalid Association response command length',
        '\t0x0000:  03                                       .',
      ],
      '-q': 'IEEE 802.15.4 Command packet v0 1234:5678 < 9abc:0124 Command ID = Association Response command Invalid Association response command length',
    },
  },
  {
    title: 'a reserved command',
    frame: hex('0388 01 3412 7856 bc9a 30'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Command packet v0 1234:5678 < 9abc:[ERROR: Truncated before dst_addr]',
    },
  },
  {
    title: 'no command',
    frame: hex('0388 01 3412 7856 bc9a'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Command packet v0 1234:5678 < 9abc:[ERROR: Truncated before dst_addr]',
    },
  },
]);
