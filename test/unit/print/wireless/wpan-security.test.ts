import { hex } from '../fixtures/frames';
import { wpan } from '../fixtures/wpan';
import { describeModes, fixtureOf } from '../modes';

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
