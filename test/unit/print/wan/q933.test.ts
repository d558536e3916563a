import { frameRelay } from '../fixtures/frame-relay';
import { hex } from '../fixtures/frames';
import { describeModes, fixtureOf } from '../modes';

describeModes('Q.933', [
  {
    title: 'an enquiry by ANSI',
    frame: hex('0001 03 08 00 75 95 01 01 00 03 02 11 10'),
    linkType: 107,
    lines: {
      '': 'Q.933, ANSI, codeset 5, Status Enquiry, TX Seq:  17, RX Seq:  16, length 10',
      '-v': [
        'Q.933, ANSI, codeset 5, Status Enquiry (0x75), length 10',
        '\tANSI Report Type IE (0x01), length 1: Full Status (0)',
        '\tANSI Link Verify IE (0x03), length 2: TX Seq:  17, RX Seq:  16',
      ],
      '-vv': [
        'Q.933, ANSI, codeset 5, Status Enquiry (0x75), length 10',
        '\tANSI Report Type IE (0x01), length 1: Full Status (0)',
        '\t  0x0000:  00',
        '\tANSI Link Verify IE (0x03), length 2: TX Seq:  17, RX Seq:  16',
        '\t  0x0000:  1110',
      ],
      '-e': 'Q.922, hdr-len 2, DLCI 0, Flags [none], NLPID Q.933 (0x08), length 14: ANSI, codeset 5, Status Enquiry, TX Seq:  17, RX Seq:  16, length 10',
    },
  },
  {
    ...fixtureOf(frameRelay, 'the status of circuits'),
    lines: {
      '-v': [
        'Q.933, CCITT, codeset 0, Status Reply (0x7d), length 27',
        '\tCCITT Report Type IE (0x51), length 1: Full Status (0)',
        '\tCCITT Link Verify IE (0x53), length 2: TX Seq:  17, RX Seq:  16',
        '\tCCITT PVC Status IE (0x57), length 3: DLCI 96: status New, Inactive',
        '\tCCITT PVC Status IE (0x57), length 4: DLCI 6145: status Active',
        '\tCCITT PVC Status IE (0x57), length 5: DLCI 786434: status New, Active',
      ],
      '-vv': [
        'Q.933, CCITT, codeset 0, Status Reply (0x7d), length 27',
        '\tCCITT Report Type IE (0x51), length 1: Full Status (0)',
        '\t  0x0000:  00',
        '\tCCITT Link Verify IE (0x53), length 2: TX Seq:  17, RX Seq:  16',
        '\t  0x0000:  1110',
        '\tCCITT PVC Status IE (0x57), length 3: DLCI 96: status New, Inactive',
        '\t  0x0000:  0684 88',
        '\tCCITT PVC Status IE (0x57), length 4: DLCI 6145: status Active',
        '\t  0x0000:  0604 8282',
        '\tCCITT PVC Status IE (0x57), length 5: DLCI 786434: status New, Active',
        '\t  0x0000:  0600 0084 8a',
      ],
    },
  },
  {
    title: 'a circuit whose address does not end',
    frame: hex('0001 03 08 00 7d 57 03 0604 88'),
    linkType: 107,
    lines: {
      '': 'Q.933, CCITT, codeset 0, Status Reply, Invalid DLCI in PVC STATUS IE, length 7',
      '-v': [
        'Q.933, CCITT, codeset 0, Status Reply (0x7d), length 7',
        '\tCCITT PVC Status IE (0x57), length 3: Invalid DLCI in PVC STATUS IE',
      ],
    },
  },
  {
    ...fixtureOf(frameRelay, 'shifts of codesets'),
    lines: {
      '-v': [
        'Q.933, CCITT, codeset 6, Call Ref: 0x99, Setup (0x05), length 22',
        '\tunknown IE (0x51), length 1: ',
        '\t0x0000:  00',
        '\tunknown IE (0x07), length 3: ',
        '\t0x0000:  0684 88',
        '\tunknown IE (0x07), length 1: ',
        '\t0x0000:  01',
        '\tunknown IE (0x07), length 3: ',
        '\t0x0000:  0684 88',
      ],
    },
  },
  {
    title: 'a call reference and an unknown message',
    frame: hex('0001 03 08 02 1234 99 60 02 0102 b0'),
    linkType: 107,
    lines: {
      '': 'Q.933, CCITT, codeset 0, Call Ref: 0x1234, unknown message 0x99, length 9',
      '-v': [
        'Q.933, CCITT, codeset 0, Call Ref: 0x1234, unknown message (0x99), length 9',
        '\tunknown IE (0x60), length 2: ',
        '\t0x0000:  0102',
      ],
    },
  },
  {
    title: 'an element of no length',
    frame: hex('0001 03 08 00 75 51 00 53 02 1110'),
    linkType: 107,
    lines: {
      '': 'Q.933, CCITT, codeset 0, Status Enquiry',
      '-v': ['Q.933, CCITT, codeset 0, Status Enquiry (0x75), length 8', '\tCCITT Report Type IE (0x51), length 0: '],
    },
  },
  {
    title: 'a verification that is too short',
    frame: hex('0001 03 08 00 75 53 01 11'),
    linkType: 107,
    lines: {
      '': 'Q.933, CCITT, codeset 0, Status Enquiry, Invalid LINK VERIFY IE, length 5',
      '-v': [
        'Q.933, CCITT, codeset 0, Status Enquiry (0x75), length 5',
        '\tCCITT Link Verify IE (0x53), length 1: Invalid LINK VERIFY IE',
      ],
    },
  },
  {
    title: 'an element that is longer than the message',
    frame: hex('0001 03 08 00 75 51 09 00'),
    linkType: 107,
    lines: {
      '': 'Q.933, CCITT, codeset 0, Status Enquiry, length 5 [|q.933]',
      '-v': [
        'Q.933, CCITT, codeset 0, Status Enquiry (0x75), length 5',
        '\tCCITT Report Type IE (0x51), length 9:  [|q.933]',
      ],
    },
  },
  {
    title: 'an element that is cut',
    frame: hex('0001 03 08 00 75 51'),
    linkType: 107,
    length: 20,
    lines: {
      '': 'Q.933, CCITT, codeset 0, Status Enquiry, length 16 [|q.933]',
      '-v': 'Q.933, CCITT, codeset 0, Status Enquiry (0x75), length 16 [|q.933]',
    },
  },
  {
    title: 'elements that are cut',
    frame: hex('0001 03 08 00 75 51 01 00'),
    linkType: 107,
    length: 20,
    lines: {
      '': 'Q.933, CCITT, codeset 0, Status Enquiry, length 16 [|q.933]',
      '-v': [
        'Q.933, CCITT, codeset 0, Status Enquiry (0x75), length 16',
        '\tCCITT Report Type IE (0x51), length 1: Full Status (0) [|q.933]',
      ],
    },
  },
  {
    title: 'a call reference that is cut',
    frame: hex('0001 03 08 05 12'),
    linkType: 107,
    length: 20,
    lines: {
      '': 'Q.933, length 16 [|q.933]',
      '-e': 'Q.922, hdr-len 2, DLCI 0, Flags [none], NLPID Q.933 (0x08), length 20: length 16 [|q.933]',
    },
  },
  {
    title: 'a message without a type',
    frame: hex('0001 03 08 00'),
    linkType: 107,
    lines: {
      '': 'Q.933, length 1 [|q.933]',
    },
  },
]);
