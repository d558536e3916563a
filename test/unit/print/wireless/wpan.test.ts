import { hex } from '../fixtures/frames';
import { wpan } from '../fixtures/wpan';
import { describeModes, fixtureOf } from '../modes';

describeModes('IEEE 802.15.4', [
  {
    ...fixtureOf(wpan, 'data of a low-rate wireless network'),
    lines: {
      '-v': [
        'IEEE 802.15.4 Data packet v0 seq 01 1234:5678 < -:9abc ',
        '\t0x0000:  0102 0304 05                             .....',
      ],
      '-vvv': [
        'IEEE 802.15.4 Data packet v0 PAN ID Compression, seq 01 1234:5678 < -:9abc wrong FCS 504 vs 60e5 (assume no FCS stored) ',
        '\t0x0000:  0102 0304 05                             .....',
      ],
      '-e': [
        'IEEE 802.15.4 Data packet v0 1234:5678 < -:9abc ',
        '\t0x0000:  0102 0304 05                             .....',
      ],
      '-q': 'IEEE 802.15.4 Data packet v0 1234:5678 < -:9abc ',
    },
  },
  {
    title: 'an acknowledgement with its check sequence of two bytes',
    frame: hex('0200 05 15e2'),
    linkType: 230,
    lines: {
      '': 'IEEE 802.15.4 ACK packet v0 -:none < -:none ',
      '-vvv': 'IEEE 802.15.4 ACK packet v0 seq 05 -:none < -:none FCS e215 ',
      '-q': 'IEEE 802.15.4 ACK packet v0 -:none < -:none ',
    },
  },
  {
    title: 'data with a check sequence of four bytes',
    frame: hex('4188 01 3412 7856 bc9a 0102 5762be04'),
    linkType: 195,
    lines: {
      '': [
        'IEEE 802.15.4 Data packet v0 1234:5678 < -:9abc ',
        '\t0x0000:  0102                                     ..',
      ],
      '-vvv': [
        'IEEE 802.15.4 Data packet v0 PAN ID Compression, seq 01 1234:5678 < -:9abc FCS 4be6257 ',
        '\t0x0000:  0102                                     ..',
      ],
    },
  },
  {
    title: 'TAP fields of an unknown version',
    frame: hex('01 00 0400 4188 01'),
    linkType: 283,
    lines: {
      '': ' (invalid)',
      '-x': [' (invalid)', '\t0x0000:  0100 0400 4188 01'],
    },
  },
  {
    title: 'TAP fields that are cut',
    frame: hex('00 00 4000 4188 01'),
    linkType: 283,
    lines: {
      '': ' [|802.15.4_tap]',
      '-x': ' [|802.15.4_tap]',
    },
  },
  {
    title: 'a TAP header that is cut',
    frame: hex('00 00'),
    linkType: 283,
    length: 20,
    lines: {
      '': ' [|802.15.4_tap]',
      '-x': ' [|802.15.4_tap]',
    },
  },
  {
    title: 'extended addresses without PANs',
    frame: hex('61ec 07 0102030405060708 1112131415161718 01'),
    linkType: 195,
    lines: {
      '': [
        'IEEE 802.15.4 Data packet v2 -:08:07:06:05:04:03:02:01 < -:18:17:16:15:14:13:12:11 ',
        '\t0x0000:  01                                       .',
      ],
      '-vvv': [
        'IEEE 802.15.4 Data packet v2 AR, PAN ID Compression, seq 07 -:08:07:06:05:04:03:02:01 < -:18:17:16:15:14:13:12:11 wrong FCS 118 vs 20f5 (assume no FCS stored) ',
        '\t0x0000:  01                                       .',
      ],
    },
  },
  {
    title: 'extended addresses with one',
    frame: hex('21ec 07 3412 0102030405060708 1112131415161718 01'),
    linkType: 195,
    lines: {
      '': [
        'IEEE 802.15.4 Data packet v2 1234:08:07:06:05:04:03:02:01 < -:18:17:16:15:14:13:12:11 ',
        '\t0x0000:  01                                       .',
      ],
    },
  },
  {
    title: 'a short and an extended address',
    frame: hex('21e8 07 3412 7856 1112131415161718 01'),
    linkType: 195,
    lines: {
      '': [
        'IEEE 802.15.4 Data packet v2 1234:5678 < -:18:17:16:15:14:13:12:11 ',
        '\t0x0000:  01                                       .',
      ],
    },
  },
  {
    title: 'one address of version 2',
    frame: hex('21e0 07 3412 1112131415161718 01 02'),
    linkType: 195,
    lines: {
      '': [
        'IEEE 802.15.4 Data packet v2 -:none < 1234:18:17:16:15:14:13:12:11 ',
        '\t0x0000:  0102                                     ..',
      ],
    },
  },
  {
    title: 'one address of version 0 whose PAN is left out',
    frame: hex('4108 05 3412 7856'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Data packet v0 [ERROR: PAN ID Compression != 0, and only one address with frame version < 2]1234:5678 < -:none ',
      '-v': 'IEEE 802.15.4 Data packet v0 seq 05 [ERROR: PAN ID Compression != 0, and only one address with frame version < 2]1234:5678 < -:none ',
    },
  },
  {
    title: 'a PAN without addresses',
    frame: hex('4120 05 3412 01'),
    linkType: 195,
    lines: {
      '': ['IEEE 802.15.4 Data packet v2 1234:none < -:none ', '\t0x0000:  01                                       .'],
    },
  },
  {
    title: 'no sequence number',
    frame: hex('0121 01 0203'),
    linkType: 195,
    lines: {
      '': ['IEEE 802.15.4 Data packet v2 -:none < -:none ', '\t0x0000:  0102 03                                  ...'],
      '-v': [
        'IEEE 802.15.4 Data packet v2 seq suppressed -:none < -:none ',
        '\t0x0000:  0102 03                                  ...',
      ],
      '-vvv': [
        'IEEE 802.15.4 Data packet v2 Sequence Number Suppression, seq suppressed -:none < -:none wrong FCS 302 vs 71be (assume no FCS stored) ',
        '\t0x0000:  0102 03                                  ...',
      ],
    },
  },
  {
    title: 'no sequence number where there should be one',
    frame: hex('0101 01 0203'),
    linkType: 195,
    lines: {
      '': [
        'IEEE 802.15.4 Data packet v0 [ERROR: Sequence number suppressed on frames where version < 2]-:none < -:none ',
        '\t0x0000:  0102 03                                  ...',
      ],
      '-v': [
        'IEEE 802.15.4 Data packet v0 [ERROR: Sequence number suppressed on frames where version < 2]seq suppressed -:none < -:none ',
        '\t0x0000:  0102 03                                  ...',
      ],
    },
  },
  {
    title: 'a reserved source address mode',
    frame: hex('0140 05 01'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Data packet v0 [ERROR: Invalid src address mode]',
    },
  },
  {
    title: 'a reserved destination address mode',
    frame: hex('0104 05 01'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Data packet v0 [ERROR: Invalid dst address mode]',
    },
  },
  {
    title: 'reserved, fragment and extended frames',
    frame: hex('0400 01'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Reserved packet ',
    },
  },
  {
    title: 'a fragment',
    frame: hex('0600 0102'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Fragment packet ',
      '-q': 'IEEE 802.15.4 Fragment packet ',
    },
  },
  {
    title: 'a frame of one byte',
    frame: hex('41'),
    linkType: 195,
    lines: {
      '': ' [|802.15.4]',
      '-x': ' [|802.15.4]',
    },
  },
  {
    title: 'a frame that ends before its PAN',
    frame: hex('4188 01 34'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Data packet v0 [ERROR: Truncated before dst_pan]',
    },
  },
  {
    title: 'a frame that ends in an address',
    frame: hex('4188 01 3412 78'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Data packet v0 1234:[ERROR: Truncated before dst_addr]',
    },
  },
  {
    title: 'a frame that ends before its sequence number',
    frame: hex('4188'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Data packet v0  [|802.15.4]',
    },
  },
  {
    title: 'a frame that ends in the source',
    frame: hex('0188 01 3412 7856 bc'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Data packet v0 1234:5678 < [ERROR: Truncated before dst_pan]',
    },
  },
  {
    title: 'a frame that ends in the source address',
    frame: hex('0188 01 3412 7856 bc9a 12'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Data packet v0 1234:5678 < 9abc:[ERROR: Truncated before dst_addr]',
    },
  },
]);

describeModes('Multipurpose frames', [
  {
    title: 'a short frame control',
    frame: hex('c5 07 3412 01'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Multipurpose packet -:none <  -:[ERROR: Truncated before dst_addr]',
      '-v': 'IEEE 802.15.4 Multipurpose packet seq 07 -:none <  -:[ERROR: Truncated before dst_addr]',
      '-vvv': 'IEEE 802.15.4 Multipurpose packet seq 07 -:none <  -:[ERROR: Truncated before dst_addr]',
    },
  },
  {
    title: 'a long frame control',
    frame: hex('ad49 07 3412 0102 0304 0102'),
    linkType: 195,
    lines: {
      '': [
        'IEEE 802.15.4 Multipurpose packet v0 1234:0201 <  -:0403 ',
        '\t0x0000:  0102                                     ..',
      ],
      '-v': [
        'IEEE 802.15.4 Multipurpose packet v0 seq 07 1234:0201 <  -:0403 ',
        '\t0x0000:  0102                                     ..',
      ],
      '-vvv': [
        'IEEE 802.15.4 Multipurpose packet v0 Frame Pending, AR, PAN ID Present, seq 07 1234:0201 <  -:0403 wrong FCS 201 vs 802d (assume no FCS stored) ',
        '\t0x0000:  0102                                     ..',
      ],
    },
  },
  {
    title: 'a suppressed sequence number',
    frame: hex('0d04 010203'),
    linkType: 195,
    lines: {
      '-v': [
        'IEEE 802.15.4 Multipurpose packet v0 -:none <  -:none ',
        '\t0x0000:  0102 03                                  ...',
      ],
      '-vvv': [
        'IEEE 802.15.4 Multipurpose packet v0 Sequence Number Suppression, -:none <  -:none wrong FCS 302 vs 8996 (assume no FCS stored) ',
        '\t0x0000:  0102 03                                  ...',
      ],
    },
  },
  {
    title: 'a frame that is too short',
    frame: hex('0d08'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Multipurpose packet v0  [|802.15.4]',
    },
  },
  {
    title: 'an address that is cut',
    frame: hex('25 07 34'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Multipurpose packet -:[ERROR: Truncated before dst_addr]',
    },
  },
  {
    title: 'a PAN that is cut',
    frame: hex('0d01 07 34'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Multipurpose packet v0 [ERROR: Truncated before dst_pan]',
    },
  },
  {
    title: 'a check sequence',
    frame: hex('c5 07 3412 da3b'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Multipurpose packet -:none <  -:[ERROR: Truncated before dst_addr]',
      '-vvv': 'IEEE 802.15.4 Multipurpose packet seq 07 -:none <  -:[ERROR: Truncated before dst_addr]',
    },
  },
]);
