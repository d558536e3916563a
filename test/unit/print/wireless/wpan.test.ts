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

describeModes('Security of IEEE 802.15.4', [
  {
    ...fixtureOf(wpan, 'a secured frame'),
    lines: {
      '-v': [
        'IEEE 802.15.4 Data packet v1 seq 05 1234:5678 < -:9abc ',
        '\tSecurity Level 5, Key Id Mode 1, ',
        '\t0x0000:  0102                                     ..',
      ],
      '-vv': [
        'IEEE 802.15.4 Data packet v1 seq 05 1234:5678 < -:9abc ',
        '\tSecurity Level 5, Key Id Mode 1, Frame Counter 0x00000001 KeyIndex 0x0a, ',
        '\t0x0000:  0102                                     ..',
      ],
      '-vvv': [
        'IEEE 802.15.4 Data packet v1 Security Enabled, PAN ID Compression, seq 05 1234:5678 < -:9abc ',
        '\tSecurity Level 5, Key Id Mode 1, Frame Counter 0x00000001 KeyIndex 0x0a, ',
        '\tMIC 21222324 wrong FCS 2423 vs 107 (assume no FCS stored) ',
        '\t0x0000:  0102                                     ..',
      ],
    },
  },
  {
    title: 'an implicit key',
    frame: hex('4998 05 3412 7856 bc9a 04 01000000 0102'),
    linkType: 195,
    lines: {
      '': [
        'IEEE 802.15.4 Data packet v1 1234:5678 < -:9abc ',
        '\t0x0000:  0102                                     ..',
      ],
      '-v': [
        'IEEE 802.15.4 Data packet v1 seq 05 1234:5678 < -:9abc ',
        '\tSecurity Level 4, Key Id Mode 0, ',
        '\t0x0000:  0102                                     ..',
      ],
      '-vv': [
        'IEEE 802.15.4 Data packet v1 seq 05 1234:5678 < -:9abc ',
        '\tSecurity Level 4, Key Id Mode 0, Frame Counter 0x00000001 Implicit',
        '\t0x0000:  0102                                     ..',
      ],
    },
  },
  {
    title: 'no frame counter',
    frame: hex('4998 05 3412 7856 bc9a 2e 01 0102 2122232425262728'),
    linkType: 195,
    lines: {
      '': [
        'IEEE 802.15.4 Data packet v1 1234:5678 < -:9abc ',
        '\t0x0000:  0102                                     ..',
      ],
      '-vv': [
        'IEEE 802.15.4 Data packet v1 seq 05 1234:5678 < -:9abc ',
        '\tSecurity Level 6, Key Id Mode 1, KeyIndex 0x01, ',
        '\t0x0000:  0102                                     ..',
      ],
    },
  },
  {
    title: 'a key source that is cut',
    frame: hex('4998 05 3412 7856 bc9a 14 01000000 0102'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Data packet v1 1234:5678 < -:9abc [ERROR: Truncated before Key Source]',
      '-v': [
        'IEEE 802.15.4 Data packet v1 seq 05 1234:5678 < -:9abc ',
        '\tSecurity Level 4, Key Id Mode 2, [ERROR: Truncated before Key Source]',
      ],
    },
  },
  {
    title: 'an extended key source that is cut',
    frame: hex('4998 05 3412 7856 bc9a 3c 0102'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Data packet v1 1234:5678 < -:9abc [ERROR: Truncated before Key Source]',
    },
  },
  {
    title: 'a key index that is cut',
    frame: hex('4998 05 3412 7856 bc9a 0d 01000000'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Data packet v1 1234:5678 < -:9abc [ERROR: Truncated before Key Index]',
    },
  },
  {
    title: 'a frame counter that is cut',
    frame: hex('4998 05 3412 7856 bc9a 0d 0100'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Data packet v1 1234:5678 < -:9abc [ERROR: Truncated before Frame Counter]',
      '-v': [
        'IEEE 802.15.4 Data packet v1 seq 05 1234:5678 < -:9abc ',
        '\tSecurity Level 5, Key Id Mode 1, [ERROR: Truncated before Frame Counter]',
      ],
    },
  },
  {
    title: 'nothing',
    frame: hex('4998 05 3412 7856 bc9a'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Data packet v1 1234:5678 < -:9abc [ERROR: Truncated before Aux Security Header]',
    },
  },
  {
    title: 'an integrity code that is cut',
    frame: hex('4998 05 3412 7856 bc9a 0f 01000000 0a 0102'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Data packet v1 1234:5678 < -:9abc [ERROR: Truncated before MIC]',
    },
  },
  {
    title: 'elements in an encrypted payload',
    frame: hex('49aa 05 3412 7856 bc9a 04 01000000 003f 0102'),
    linkType: 195,
    lines: {
      '': [
        'IEEE 802.15.4 Data packet v2 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] Payload IEs present, but encrypted, cannot print ',
        '\t0x0000:  0102                                     ..',
      ],
    },
  },
]);

describeModes('Beacons', [
  {
    title: 'no slots and no addresses',
    frame: hex('0080 05 3412 7856 ffcf 00 00 0102'),
    linkType: 195,
    lines: {
      '': [
        'IEEE 802.15.4 Beacon packet v0 -:none < 1234:5678 ',
        '\t0x0000:  0102                                     ..',
      ],
      '-v': [
        'IEEE 802.15.4 Beacon packet v0 seq 05 -:none < 1234:5678 ',
        '\tBeacon order = 15, Superframe order = 15, Final CAP Slot = 15, PAN Coordinator, Association Permit',
        '\tGTS Descriptor Count = 0, ',
        '\tPending address list, # short addresses = 0, # extended addresses = 0',
        '\t0x0000:  0102                                     ..',
      ],
      '-vv': [
        'IEEE 802.15.4 Beacon packet v0 seq 05 -:none < 1234:5678 ',
        '\tBeacon order = 15, Superframe order = 15, Final CAP Slot = 15, PAN Coordinator, Association Permit',
        '\tGTS Descriptor Count = 0, ',
        '\tPending address list, # short addresses = 0, # extended addresses = 0',
        '\t0x0000:  0102                                     ..',
      ],
    },
  },
  {
    title: 'pending addresses',
    frame: hex('0080 05 3412 7856 5504 00 21 1234 0102030405060708 1112131415161718'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Beacon packet v0 -:none < 1234:5678 ',
      '-v': [
        'IEEE 802.15.4 Beacon packet v0 seq 05 -:none < 1234:5678 ',
        '\tBeacon order = 5, Superframe order = 5, Final CAP Slot = 4',
        '\tGTS Descriptor Count = 0, ',
        '\tPending address list, # short addresses = 1, # extended addresses = 2',
      ],
      '-vv': [
        'IEEE 802.15.4 Beacon packet v0 seq 05 -:none < 1234:5678 ',
        '\tBeacon order = 5, Superframe order = 5, Final CAP Slot = 4',
        '\tGTS Descriptor Count = 0, ',
        '\tPending address list, # short addresses = 1, # extended addresses = 2, Short address list = [ 3412 ], Extended address list = [ 08:07:06:05:04:03:02:01 18:17:16:15:14:13:12:11 ]',
      ],
    },
  },
  {
    title: 'slots',
    frame: hex('0080 05 3412 7856 ffcf 02 7f 7856f1 7955e2 00'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Beacon packet v0 -:none < 1234:5678 ',
      '-v': [
        'IEEE 802.15.4 Beacon packet v0 seq 05 -:none < 1234:5678 ',
        '\tBeacon order = 15, Superframe order = 15, Final CAP Slot = 15, PAN Coordinator, Association Permit',
        '\tPending address list, # short addresses = 0, # extended addresses = 0',
      ],
    },
  },
  {
    title: 'slots that are cut',
    frame: hex('0080 05 3412 7856 ffcf 02 7f 7856'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Beacon packet v0 -:none < 1234:5678  [ERROR: Truncated GTS Info List]',
      '-v': [
        'IEEE 802.15.4 Beacon packet v0 seq 05 -:none < 1234:5678 ',
        '\tBeacon order = 15, Superframe order = 15, Final CAP Slot = 15, PAN Coordinator, Association Permit [ERROR: Truncated GTS Info List]',
      ],
    },
  },
  {
    title: 'pending addresses that are cut',
    frame: hex('0080 05 3412 7856 ffcf 00 21 12'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Beacon packet v0 -:none < 1234:5678  [ERROR: Pending address list truncated]',
      '-v': [
        'IEEE 802.15.4 Beacon packet v0 seq 05 -:none < 1234:5678 ',
        '\tBeacon order = 15, Superframe order = 15, Final CAP Slot = 15, PAN Coordinator, Association Permit',
        '\tGTS Descriptor Count = 0, ',
        '\tPending address list, # short addresses = 1, # extended addresses = 2 [ERROR: Pending address list truncated]',
      ],
    },
  },
  {
    title: 'nothing',
    frame: hex('0080 05 3412 7856'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Beacon packet v0 -:none < 1234:5678 [ERROR: Truncated before beacon information]',
    },
  },
  {
    title: 'no slots',
    frame: hex('0080 05 3412 7856 ffcf'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Beacon packet v0 -:none < 1234:5678 [ERROR: Truncated before GTS info]',
    },
  },
  {
    title: 'no list of addresses',
    frame: hex('0080 05 3412 7856 ffcf 00'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Beacon packet v0 -:none < 1234:5678 [ERROR: Truncated before pending addresses]',
    },
  },
  {
    title: 'a beacon of version 2',
    frame: hex('00a0 05 3412 7856 0102'),
    linkType: 195,
    lines: {
      '': [
        'IEEE 802.15.4 Beacon packet v2 -:none < 1234:5678 ',
        '\t0x0000:  0102                                     ..',
      ],
      '-v': [
        'IEEE 802.15.4 Beacon packet v2 seq 05 -:none < 1234:5678 ',
        '\t0x0000:  0102                                     ..',
      ],
    },
  },
]);

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

describeModes('Header elements', [
  {
    title: 'times',
    frame: hex(
      '40aa 05 3412 7856 bc9a 040d 01000200 060d 010002000300 050d 0102030405 840d 01020300 840e 01000200 020f 3480 020f ff0f 803f',
    ),
    linkType: 230,
    lines: {
      '': [
        'IEEE 802.15.4 Beacon packet v2 1234:5678 < -:9abc ',
        '\tLE CSL IE [ length = 4, IE Data = 01 00 02 00 ] ',
        '\tLE CSL IE [ length = 6, IE Data = 01 00 02 00 03 00 ] ',
        '\tLE CSL IE [ length = 5, IE Data = 01 02 03 04 05 ] ',
        '\tLE RIT IE [ length = 4, IE Data = 01 02 03 00 ] ',
        '\tRendezvous Time IE [ length = 4, IE Data = 01 00 02 00 ] ',
        '\tTime Correction IE [ length = 2, IE Data = 34 80 ] ',
        '\tTime Correction IE [ length = 2, IE Data = ff 0f ] ',
        '\tHeader Termination 2 IE [] ',
      ],
      '-v': [
        'IEEE 802.15.4 Beacon packet v2 seq 05 1234:5678 < -:9abc ',
        '\tLE CSL IE [ length = 4, IE Data = 01 00 02 00 ] ',
        '\tLE CSL IE [ length = 6, IE Data = 01 00 02 00 03 00 ] ',
        '\tLE CSL IE [ length = 5, IE Data = 01 02 03 04 05 ] ',
        '\tLE RIT IE [ length = 4, IE Data = 01 02 03 00 ] ',
        '\tRendezvous Time IE [ length = 4, IE Data = 01 00 02 00 ] ',
        '\tTime Correction IE [ length = 2, IE Data = 34 80 ] ',
        '\tTime Correction IE [ length = 2, IE Data = ff 0f ] ',
        '\tHeader Termination 2 IE [] ',
      ],
      '-vv': [
        'IEEE 802.15.4 Beacon packet v2 seq 05 1234:5678 < -:9abc ',
        '\tLE CSL IE [ length = 4, IE Data = 01 00 02 00 ] ',
        '\tLE CSL IE [ length = 6, IE Data = 01 00 02 00 03 00 ] ',
        '\tLE CSL IE [ length = 5, IE Data = 01 02 03 04 05 ] ',
        '\tLE RIT IE [ length = 4, IE Data = 01 02 03 00 ] ',
        '\tRendezvous Time IE [ length = 4, IE Data = 01 00 02 00 ] ',
        '\tTime Correction IE [ length = 2, IE Data = 34 80 ] ',
        '\tTime Correction IE [ length = 2, IE Data = ff 0f ] ',
        '\tHeader Termination 2 IE [] ',
      ],
      '-vvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tLE CSL IE [ length = 4, IE Data = 01 00 02 00 ] ',
        '\tLE CSL IE [ length = 6, IE Data = 01 00 02 00 03 00 ] ',
        '\tLE CSL IE [ length = 5, IE Data = 01 02 03 04 05 ] ',
        '\tLE RIT IE [ length = 4, IE Data = 01 02 03 00 ] ',
        '\tRendezvous Time IE [ length = 4, IE Data = 01 00 02 00 ] ',
        '\tTime Correction IE [ length = 2, IE Data = 34 80 ] ',
        '\tTime Correction IE [ length = 2, IE Data = ff 0f ] ',
        '\tHeader Termination 2 IE [] wrong FCS 3f80 vs 5f90 (assume no FCS stored) ',
      ],
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tLE CSL IE [ length = 4, CSL Phase = 1, CSL Period = 2] ',
        '\tLE CSL IE [ length = 6, CSL Phase = 1, CSL Period = 2, Rendezvous time = 3] ',
        '\tLE CSL IE [ length = 5, CSL Phase = 513, CSL Period = 1027 [ERROR: CSL IE length wrong]] ',
        '\tLE RIT IE [ length = 4, Time to First Listen = 1, # of Repeat Listen = 2, Repeat Listen Interval = 3] ',
        '\tRendezvous Time IE [ length = 4, Rendezvous time = 1, Wake-up Interval = 2] ',
        '\tTime Correction IE [ length = 2, Negative Ack time correction = 52, ] ',
        '\tTime Correction IE [ length = 2, Ack time correction = -1, ] ',
        '\tHeader Termination 2 IE [] wrong FCS 3f80 vs 5f90 (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'wrong lengths',
    frame: hex('40aa 05 3412 7856 bc9a 020d 0102 820d 0102 820e 0102 030f 010203 0200 0102 803f'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tLE CSL IE [ length = 2, [ERROR: Truncated CSL IE]] ',
        '\tLE RIT IE [ length = 2, [ERROR: Truncated RIT IE]] ',
        '\tRendezvous Time IE [ length = 2, [ERROR: Length != 2]] ',
        '\tTime Correction IE [ length = 3, [ERROR: Length != 2]] ',
        '\tVendor Specific Header IE [ length = 2, [ERROR: Vendor OUI missing]] ',
        '\tHeader Termination 2 IE [] wrong FCS 3f80 vs f0a5 (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'a vendor and a reserved one',
    frame: hex('40aa 05 3412 7856 bc9a 0500 0102030405 8101 0a 803f 0102'),
    linkType: 230,
    lines: {
      '': [
        'IEEE 802.15.4 Beacon packet v2 1234:5678 < -:9abc ',
        '\tVendor Specific Header IE [ length = 5, IE Data = 01 02 03 04 05 ] ',
        '\tReserved 0x03 [ length = 1, IE Data = 0a ] ',
        '\tHeader Termination 2 IE [] ',
        '\t0x0000:  0102                                     ..',
      ],
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tVendor Specific Header IE [ length = 5, OUI = 0x010203, Data = 04 05 ] ',
        '\tReserved 0x03 [ length = 1, IE Data = 0a ] ',
        '\tHeader Termination 2 IE [] wrong FCS 201 vs ac81 (assume no FCS stored) ',
        '\t0x0000:  0102                                     ..',
      ],
    },
  },
  {
    title: 'a list that does not end',
    frame: hex('40aa 05 3412 7856 bc9a 8101 0a'),
    linkType: 230,
    lines: {
      '': ['IEEE 802.15.4 Beacon packet v2 1234:5678 < -:9abc ', '\tReserved 0x03 [ length = 1, IE Data = 0a ] '],
    },
  },
  {
    title: 'one of type 1',
    frame: hex('40aa 05 3412 7856 bc9a 0180 0a 803f'),
    linkType: 230,
    lines: {
      '': [
        'IEEE 802.15.4 Beacon packet v2 1234:5678 < -:9abc [ERROR: Header IE with type 1] ',
        '\tVendor Specific Header IE [ length = 1, IE Data = 0a ] ',
        '\tHeader Termination 2 IE [] ',
      ],
    },
  },
  {
    title: 'data that is cut',
    frame: hex('40aa 05 3412 7856 bc9a 8201 0a'),
    linkType: 230,
    lines: {
      '': [
        'IEEE 802.15.4 Beacon packet v2 1234:5678 < -:9abc ',
        '\tReserved 0x03 [ length = 2, [ERROR: Truncated IE data]',
      ],
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('40aa 05 3412 7856 bc9a 82'),
    linkType: 230,
    lines: {
      '': 'IEEE 802.15.4 Beacon packet v2 1234:5678 < -:9abc [ERROR: Truncated header IE]',
    },
  },
  {
    title: 'nothing',
    frame: hex('40aa 05 3412 7856 bc9a'),
    linkType: 230,
    lines: {
      '': 'IEEE 802.15.4 Beacon packet v2 1234:5678 < -:9abc [ERROR: Truncated header IE]',
    },
  },
]);

describeModes('The PAN descriptor', [
  {
    title: 'everything',
    frame: hex('40aa 05 3412 7856 bc9a 2a10 ff00 11 1234 0102030405060708 0a1d 010203040506 0700 0800 0000 803f'),
    linkType: 230,
    lines: {
      '': [
        'IEEE 802.15.4 Beacon packet v2 1234:5678 < -:9abc ',
        '\tReserved 0x20 [ length = 42, [ERROR: Truncated IE data]',
      ],
      '-v': [
        'IEEE 802.15.4 Beacon packet v2 seq 05 1234:5678 < -:9abc ',
        '\tReserved 0x20 [ length = 42, [ERROR: Truncated IE data]',
      ],
      '-vv': [
        'IEEE 802.15.4 Beacon packet v2 seq 05 1234:5678 < -:9abc ',
        '\tReserved 0x20 [ length = 42, [ERROR: Truncated IE data]',
      ],
      '-vvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tReserved 0x20 [ length = 42, [ERROR: Truncated IE data]',
      ],
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tReserved 0x20 [ length = 42, [ERROR: Truncated IE data]',
      ],
    },
  },
  {
    title: 'the extended one',
    frame: hex(
      '40aa 05 3412 7856 bc9a a010 5504 00 0a1d 010203040506 0700 0800 0100 aa 01 02 0300 00 02 0b00 1601 803f',
    ),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tExtended DSME PAN descriptor IE [ length = 32, [ERROR: Truncated IE data]',
      ],
    },
  },
  {
    title: 'nothing',
    frame: hex('40aa 05 3412 7856 bc9a 010e 01 803f'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tDSME PAN descriptor IE [ length = 1, [ERROR: Truncated DSME PAN IE]] ',
        '\tHeader Termination 2 IE [] wrong FCS 3f80 vs 9636 (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'no addresses',
    frame: hex('40aa 05 3412 7856 bc9a 020e 0102 803f'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tDSME PAN descriptor IE [ length = 2, ',
        '\tBeacon order = 1, Superframe order = 0, Final CAP Slot = 2[ERROR: Truncated before pending addresses field]] ',
        '\tHeader Termination 2 IE [] wrong FCS 3f80 vs 52fc (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'addresses that are cut',
    frame: hex('40aa 05 3412 7856 bc9a 040e 0102 11 00 803f'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tDSME PAN descriptor IE [ length = 4, ',
        '\tBeacon order = 1, Superframe order = 0, Final CAP Slot = 2',
        '\tPending address list, # short addresses = 1, # extended addresses = 1 [ERROR: Pending address list truncated]] ',
        '\tHeader Termination 2 IE [] wrong FCS 3f80 vs 308c (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'no order',
    frame: hex('40aa 05 3412 7856 bc9a 030e 0102 00 803f'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tDSME PAN descriptor IE [ length = 3, ',
        '\tBeacon order = 1, Superframe order = 0, Final CAP Slot = 2',
        '\tPending address list, # short addresses = 0, # extended addresses = 0[ERROR: Truncated before DSME Superframe Specification]] ',
        '\tHeader Termination 2 IE [] wrong FCS 3f80 vs 36f5 (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'no time',
    frame: hex('40aa 05 3412 7856 bc9a 040e 0102 00 5a 803f'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tDSME PAN descriptor IE [ length = 4, ',
        '\tBeacon order = 1, Superframe order = 0, Final CAP Slot = 2',
        '\tPending address list, # short addresses = 0, # extended addresses = 0Multi-superframe Order = 10, Channel hopping mode, CAP reduction enabled [ERROR: Truncated before Time synchronization specification]] ',
        '\tHeader Termination 2 IE [] wrong FCS 3f80 vs 411a (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'no bitmap',
    frame: hex('40aa 05 3412 7856 bc9a 0c0e 0102 00 5a 0102030405060708 803f'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tDSME PAN descriptor IE [ length = 12, ',
        '\tBeacon order = 1, Superframe order = 0, Final CAP Slot = 2',
        '\tPending address list, # short addresses = 0, # extended addresses = 0Multi-superframe Order = 10, Channel hopping mode, CAP reduction enabledBeacon timestamp = 6618611909121, offset = 2055 [ERROR: Truncated before Beacon Bitmap]] ',
        '\tHeader Termination 2 IE [] wrong FCS 3f80 vs 24bc (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'a bitmap that is cut',
    frame: hex('40aa 05 3412 7856 bc9a 100e 0102 00 5a 0102030405060708 0100 0400 803f'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tDSME PAN descriptor IE [ length = 16, ',
        '\tBeacon order = 1, Superframe order = 0, Final CAP Slot = 2',
        '\tPending address list, # short addresses = 0, # extended addresses = 0Multi-superframe Order = 10, Channel hopping mode, CAP reduction enabledBeacon timestamp = 6618611909121, offset = 2055SD Index = 1, Bitmap len = 4,  [ERROR: Truncated in SD bitmap]] ',
        '\tHeader Termination 2 IE [] wrong FCS 3f80 vs 1f46 (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'no channels',
    frame: hex('40aa 05 3412 7856 bc9a 110e 0102 00 5a 0102030405060708 0100 0100 aa 803f'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tDSME PAN descriptor IE [ length = 17, ',
        '\tBeacon order = 1, Superframe order = 0, Final CAP Slot = 2',
        '\tPending address list, # short addresses = 0, # extended addresses = 0Multi-superframe Order = 10, Channel hopping mode, CAP reduction enabledBeacon timestamp = 6618611909121, offset = 2055SD Index = 1, Bitmap len = 1,  SD Bitmap = aa  [ERROR: Truncated before Channel hopping specification]] ',
        '\tHeader Termination 2 IE [] wrong FCS 3f80 vs 8789 (assume no FCS stored) ',
      ],
    },
  },
]);

describeModes('Payload elements', [
  {
    title: 'those of vendors, of the IETF and unknown ones',
    frame: hex('40aa 05 3412 7856 bc9a 003f 0590 0102030405 0290 0102 03a8 010203 02b0 0102 00f8 0a0b'),
    linkType: 230,
    lines: {
      '': [
        'IEEE 802.15.4 Beacon packet v2 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tVendor Specific Nested IE [ length = 5, IE Data = 01 02 03 04 05 ]',
        '\t',
        '\tVendor Specific Nested IE [ length = 2, IE Data = 01 02 ]',
        '\t',
        '\tIETF IE [ length = 3, IE Data = 01 02 03 ]',
        '\t',
        '\tReserved 0x06 [ length = 2, IE Data = 01 02 ]',
        '\t',
        '\tList termination []',
        '\t',
        '\t0x0000:  0a0b                                     ..',
      ],
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tVendor Specific Nested IE [ length = 5, OUI = 0x010203, Data = 04 05 ]',
        '\t',
        '\tVendor Specific Nested IE [ length = 2, [ERROR: Vendor OUI missing]]',
        '\t',
        '\tIETF IE [ length = 3, Subtype ID = 0x01, Subtype content = 02 03 ]',
        '\t',
        '\tReserved 0x06 [ length = 2, IE Data = 01 02 ]',
        '\t',
        '\tList termination []',
        '\twrong FCS b0a vs abdb (assume no FCS stored) ',
        '\t0x0000:  0a0b                                     ..',
      ],
    },
  },
  {
    title: 'multiplexed ones',
    frame: hex(
      '40aa 05 3412 7856 bc9a 003f 0598 08 0102 0304 0298 0901 0898 02 00 0102 0304 0506 0398 0a 01 02 0398 0c 02 03 0198 0e 0398 0e 0102 0298 0e01 0298 0b01',
    ),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMultiplexed IE (802.15.9) [ length = 5, Type = Full upper layer fragment, tid = 0x01, Multiplex ID = 0x0201, Upper layer data = 03 04 ]',
        '\t',
        '\tMultiplexed IE (802.15.9) [ length = 2, Type = Full upper layer fragment with small Multiplex ID, Multiplex ID = 0x0001, Upper layer data = 01 ]',
        '\t',
        '\tMultiplexed IE (802.15.9) [ length = 8, Type = First fragment, tid = 0x00, fragment = 0x00, Total upper layer size = 0x0201, Multiplex ID = 0x0403, Upper layer data = 05 06 ]',
        '\t',
        '\tMultiplexed IE (802.15.9) [ length = 3, Type = Middle fragment, tid = 0x01, fragment = 0x01, Upper layer data = 02 ]',
        '\t',
        '\tMultiplexed IE (802.15.9) [ length = 3, Type = Last fragment, tid = 0x01, fragment = 0x02, Upper layer data = 03 ]',
        '\t',
        '\tMultiplexed IE (802.15.9) [ length = 1, Type = Abort, tid = 0x01, no max size given]',
        '\t',
        '\tMultiplexed IE (802.15.9) [ length = 3, Type = Abort, tid = 0x01, max size = 0x0201]',
        '\t',
        '\tMultiplexed IE (802.15.9) [ length = 2, Type = Abort, tid = 0x01, invalid length = 2 (not 1 or 3)Abort data = 01 ]',
        '\t',
        '\tMultiplexed IE (802.15.9) [ length = 2, Type = 3 (Reserved), tid = 0x01, Upper layer data = 01 ]',
        '\twrong FCS 10b vs ee91 (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'multiplexed ones that are cut',
    frame: hex('40aa 05 3412 7856 bc9a 003f 0298 0801 0198 0a 0398 0a00 01'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMultiplexed IE (802.15.9) [ length = 2, Type = Full upper layer fragment, [ERROR: Multiplex ID missing]]',
        '\t',
        '\tMultiplexed IE (802.15.9) [ length = 1, [ERROR: fragment number missing]]',
        '\t',
        '\tMultiplexed IE (802.15.9) [ length = 3, Type = First fragment, tid = 0x01, fragment = 0x00, [ERROR: Total upper layer size or multiplex ID missing]]',
        '\twrong FCS 100 vs cb08 (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'one of type 0',
    frame: hex('40aa 05 3412 7856 bc9a 003f 0010 00f8'),
    linkType: 230,
    lines: {
      '': [
        'IEEE 802.15.4 Beacon packet v2 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] [ERROR: Payload IE with type 0] ',
        '\tVendor Specific Nested IE []',
        '\t',
        '\tList termination []',
        '\t',
      ],
    },
  },
  {
    title: 'data that is cut',
    frame: hex('40aa 05 3412 7856 bc9a 003f 0598 08'),
    linkType: 230,
    lines: {
      '': [
        'IEEE 802.15.4 Beacon packet v2 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMultiplexed IE (802.15.9) [ length = 5, [ERROR: Truncated IE data]',
      ],
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('40aa 05 3412 7856 bc9a 003f 05'),
    linkType: 230,
    lines: {
      '': [
        'IEEE 802.15.4 Beacon packet v2 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] [ERROR: Truncated header IE]',
      ],
    },
  },
]);

describeModes('Management elements', [
  {
    ...fixtureOf(wpan, 'management elements'),
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMLME IE [ length = 24, [ERROR: Truncated IE data]',
      ],
    },
  },
  {
    title: 'a timeslot',
    frame: hex('40aa 05 3412 7856 bc9a 003f 1b88 191c 01020002000200020002000200020002000200020002000200'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMLME IE [ length = 27, ',
        '\t\tTSCH Timeslot IE [ length = 25, Time slot ID = 1, CCA Offset = 2, CCA = 2, TX Offset = 2, RX Offset = 2, RX Ack Delay = 2, TX Ack Delay = 2, RX Wait = 2, Ack Wait = 2, RX TX = 2, Max Ack = 2, Max TX = 2, Time slot Length = 2 ] ]',
        '\twrong FCS 2 vs 25db (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'a wide timeslot',
    frame: hex('40aa 05 3412 7856 bc9a 003f 1d88 1b1c 010200020002000200020002000200020002000200030001 040001'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMLME IE [ length = 29, ',
        '\t\tTSCH Timeslot IE [ length = 27, Time slot ID = 1, CCA Offset = 2, CCA = 2, TX Offset = 2, RX Offset = 2, RX Ack Delay = 2, TX Ack Delay = 2, RX Wait = 2, Ack Wait = 2, RX TX = 2, Max Ack = 2, Max TX = 65539, Time slot Length = 65540 ] ]',
        '\twrong FCS 100 vs 2c6f (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'a timeslot of the wrong length',
    frame: hex('40aa 05 3412 7856 bc9a 003f 0588 031c 010203'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMLME IE [ length = 5, ',
        '\t\tTSCH Timeslot IE [ length = 3, [ERROR: Length not 1, 25, or 27]',
        '\t\t\tIE Data = 01 02 03 ] ]',
        '\twrong FCS 302 vs 239c (assume no FCS stored) ',
      ],
    },
  },
  {
    ...fixtureOf(wpan, 'channel hopping'),
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMLME IE [ length = 21, ',
        '\t\tChannel Hopping IE [ length = 19, Hopping Sequence ID = 9Channel Page = 9, Number of Channels = 3, Phy Configuration = 0x04030201, Extended bitmap = 0xaa, Hopping Seq length = 2 [ 0b 116 ]Current hop = 5] ]',
        '\twrong FCS 0 vs ab66 (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'a hopping sequence of a known number',
    frame: hex('40aa 05 3412 7856 bc9a 003f 0388 01c8 09'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMLME IE [ length = 3, ',
        '\t\tChannel Hopping IE [ length = 1, Hopping Sequence ID = 9] ]',
        '\twrong FCS 9c8 vs aefd (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'channel hopping that is cut',
    frame: hex('40aa 05 3412 7856 bc9a 003f 0588 03c8 090203'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMLME IE [ length = 5, ',
        '\t\tChannel Hopping IE [ length = 3, Hopping Sequence ID = 9[ERROR: IE truncated]] ]',
        '\twrong FCS 302 vs 978f (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'a vendor and reserved ones',
    frame: hex('40aa 05 3412 7856 bc9a 003f 0e88 04c0 01020304 0102 05 0110 05'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMLME IE [ length = 14, [ERROR: Truncated IE data]',
      ],
    },
  },
  {
    title: 'links that are cut',
    frame: hex('40aa 05 3412 7856 bc9a 003f 0988 071b 02 01 6500 01 0000'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMLME IE [ length = 9, ',
        '\t\tTSCH Slotframe and Link IE [ length = 7, Slotframes = 2 ',
        '\t\t\t[ Handle 1, size = 101, links = 1 [ERROR: Truncated IE links]] [ERROR: Truncated IE before slotframes]] ]',
        '\twrong FCS 0 vs 8a22 (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'one that is cut',
    frame: hex('40aa 05 3412 7856 bc9a 003f 0388 051a 01'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMLME IE [ length = 3, ',
        '\t\tTSCH Synchronization IE [ length = 5, [ERROR: Truncated IE data]]',
        '\twrong FCS 11a vs e8d9 (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'half a header',
    frame: hex('40aa 05 3412 7856 bc9a 003f 0188 05'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMLME IE [ length = 1, [ERROR: Truncated MLME IE]]',
        '\twrong FCS 588 vs 6390 (assume no FCS stored) ',
      ],
    },
  },
]);
