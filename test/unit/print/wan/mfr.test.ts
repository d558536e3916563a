import { frameRelay } from '../fixtures/frame-relay';
import { hex } from '../fixtures/frames';
import { describeModes, fixtureOf } from '../modes';

describeModes('Multilink frame relay', [
  {
    ...fixtureOf(frameRelay, 'a control frame of a bundle'),
    lines: {
      '-v': [
        'FRF.16 Control, Flags [Begin, End, Control], Add Link, length 24',
        '\tIE Bundle ID (1), length 5: abc',
        '\tIE Link ID (2), length 5: m',
        '\tIE Timestamp (5), length 7: ',
        '\t  0x0000:  0102 0304 05',
        '\tIE Cause (7), length 4: ',
        '\t  0x0000:  0102',
      ],
      '-vv': [
        'FRF.16 Control, Flags [Begin, End, Control], Add Link, length 24',
        '\tIE Bundle ID (1), length 5: abc',
        '\t  0x0000:  6162 63',
        '\tIE Link ID (2), length 5: m',
        '\t  0x0000:  6d00 31',
        '\tIE Timestamp (5), length 7: ',
        '\t  0x0000:  0102 0304 05',
        '\tIE Cause (7), length 4: ',
        '\t  0x0000:  0102',
      ],
      '-x': [
        'FRF.16 Control, Flags [Begin, End, Control], Add Link, length 24',
        '\t0x0000:  0105 6162 6302 056d 0031 0507 0102 0304',
        '\t0x0010:  0507 0401 02',
      ],
    },
  },
  {
    title: 'a hello',
    frame: hex('e1 00 04 03 06 01020304'),
    linkType: 182,
    lines: {
      '': 'FRF.16 Control, Flags [Begin, End, Control], Hello, length 9',
      '-v': [
        'FRF.16 Control, Flags [Begin, End, Control], Hello, length 9',
        '\tIE Magic Number (3), length 6: 0x01020304',
      ],
      '-vv': [
        'FRF.16 Control, Flags [Begin, End, Control], Hello, length 9',
        '\tIE Magic Number (3), length 6: 0x01020304',
        '\t  0x0000:  0102 0304',
      ],
    },
  },
  {
    title: 'an unknown message with a magic number of the wrong length',
    frame: hex('e1 00 09 03 05 010203'),
    linkType: 182,
    lines: {
      '': 'FRF.16 Control, Flags [Begin, End, Control], Unknown Message (0x09), length 8',
      '-v': [
        'FRF.16 Control, Flags [Begin, End, Control], Unknown Message (0x09), length 8',
        '\tIE Magic Number (3), length 5: [IE data length 3 != 4] (invalid)',
      ],
    },
  },
  {
    title: 'an element of no length',
    frame: hex('e1 00 04 03 00 01020304'),
    linkType: 182,
    lines: {
      '-v': ['FRF.16 Control, Flags [Begin, End, Control], Hello, length 9', '\tIE Magic Number (3), length 0: '],
    },
  },
  {
    title: 'an element that is cut',
    frame: hex('e1 00 04 03 06 0102'),
    linkType: 182,
    length: 20,
    lines: {
      '-v': [
        'FRF.16 Control, Flags [Begin, End, Control], Hello, length 20',
        '\tIE Magic Number (3), length 6:  [|mfr]',
      ],
      '-x': ['FRF.16 Control, Flags [Begin, End, Control], Hello, length 20', '\t0x0000:  0306 0102'],
    },
  },
  {
    ...fixtureOf(frameRelay, 'a fragment of a bundle'),
    lines: {
      '-e': 'FRF.16 Frag, seq 1, Flags [Begin, End], Q.922, hdr-len 2, DLCI 100, Flags [none], NLPID IPv4 (0xcc), length 24: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'FRF.16 Frag, seq 1, Flags [Begin, End], IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  1841 03cc 4500 0014 0001 0000 403b 0000',
        '\t0x0010:  0a00 0001 0a00 0002',
      ],
    },
  },
  {
    title: 'the first fragment',
    frame: hex('8302 1841 0800 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 182,
    lines: {
      '': 'FRF.16 Frag, seq 258, Flags [Begin], IP 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'a fragment between',
    frame: hex('0101 010203'),
    linkType: 182,
    lines: {
      '': ['FRF.16 Frag, seq 1, Flags [none]', '\t0x0000:  0101 0102 03'],
      '-x': ['FRF.16 Frag, seq 1, Flags [none]', '\t0x0000:  0101 0102 03', '\t0x0000:  0101 0102 03'],
    },
  },
  {
    title: 'the last fragment',
    frame: hex('4102 0102'),
    linkType: 182,
    lines: {
      '': ['FRF.16 Frag, seq 2, Flags [End]', '\t0x0000:  4102 0102'],
    },
  },
  {
    title: 'a frame that is too short',
    frame: hex('e100 01'),
    linkType: 182,
    lines: {
      '': '[length 3 < 4] (invalid)',
      '-x': '[length 3 < 4] (invalid)',
    },
  },
  {
    title: 'a frame that is cut',
    frame: hex('e100 01'),
    linkType: 182,
    length: 20,
    lines: {
      '': ' [|mfr]',
      '-x': ' [|mfr]',
    },
  },
]);
