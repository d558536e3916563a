import { frameRelay } from '../fixtures/frame-relay';
import { hex } from '../fixtures/frames';
import { describeModes, fixtureOf } from '../modes';

describeModes('Frame relay', [
  {
    title: 'IP',
    frame: hex('1841 03 cc 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 107,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'Q.922, hdr-len 2, DLCI 100, Flags [none], NLPID IPv4 (0xcc), length 24: 10.0.0.1 > 10.0.0.2: no next header',
      '-e -q': 'Q.922, DLCI 100, length 24: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    ...fixtureOf(frameRelay, "IP by Cisco's ethertype"),
    lines: {
      '-e': 'Q.922, hdr-len 2, DLCI 100, Flags [none], cisco-ethertype IPv4 (0x0800), length 24: 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'a type that is none',
    frame: hex('1841 1234 0102'),
    linkType: 107,
    lines: {
      '': [
        'UI 12! Q.922, hdr-len 2, DLCI 100, Flags [none], NLPID unknown (0x34), length 6: ',
        '\t0x0000:  0102                                     ..',
      ],
      '-e': [
        'Q.922, hdr-len 2, DLCI 100, Flags [none], cisco-ethertype unknown (0x1234), length 6: UI 12! Q.922, hdr-len 2, DLCI 100, Flags [none], NLPID unknown (0x34), length 6: ',
        '\t0x0000:  0102                                     ..',
      ],
    },
  },
  {
    title: 'an address of four bytes, flags and a pad',
    frame: hex('1a4e0803 03 00 cc 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 107,
    lines: {
      '': 'Pad! IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'Pad! Q.922, hdr-len 4, DLCI 819456, Flags [C!, DE, BECN, FECN, sdlcore], NLPID IPv4 (0xcc), length 27: 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'an address of three bytes without its pad',
    frame: hex('184089 03 cc 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 107,
    lines: {
      '': 'No pad! IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'No pad! Q.922, hdr-len 3, DLCI 6434, Flags [none], NLPID IPv4 (0xcc), length 25: 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'a bridged Ethernet frame',
    frame: hex(
      '184089 03 00 80 0080c2 0007 020000000001 020000000002 0800 45000014 00010000 403b0000 0a0000010a000002',
    ),
    linkType: 107,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'Q.922, hdr-len 3, DLCI 6434, Flags [none], NLPID SNAP (0x80), length 45: oui Ethernet bridged (0x0080c2), pid Ethernet w/o FCS (0x0007), length 34: 02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype IPv4 (0x0800), length 34: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  0080 c200 0702 0000 0000 0102 0000 0000',
        '\t0x0010:  0208 0045 0000 1400 0100 0040 3b00 000a',
        '\t0x0020:  0000 010a 0000 02',
      ],
    },
  },
  {
    title: 'a bridged Token Ring frame',
    frame: hex(
      '1841 03 80 0080c2 0009 10 40 020000000001 020000000002 aaaa03 000000 0800 45000014 00010000 403b0000 0a0000010a000002',
    ),
    linkType: 107,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'Q.922, hdr-len 2, DLCI 100, Flags [none], NLPID SNAP (0x80), length 51: oui Ethernet bridged (0x0080c2), pid Token Ring w/o FCS (0x0009), length 42: 10 40 02:00:00:00:00:02 > 02:00:00:00:00:01, length 42: LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 20: 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'a bridged FDDI frame',
    frame: hex(
      '1841 03 80 0080c2 000a 00 50 020000000001 020000000002 aaaa03 000000 0800 45000014 00010000 403b0000 0a0000010a000002',
    ),
    linkType: 107,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'Q.922, hdr-len 2, DLCI 100, Flags [none], NLPID SNAP (0x80), length 51: oui Ethernet bridged (0x0080c2), pid FDDI w/o FCS (0x000a), length 42: async0 02:00:00:00:00:02 > 02:00:00:00:00:01, length 41: LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 20: 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'a bridged frame that is cut',
    frame: hex('1841 03 80 0080c2 000a'),
    linkType: 107,
    length: 60,
    lines: {
      '': ' [|snap]',
      '-x': [' [|snap]', '\t0x0000:  0080 c200 0a'],
    },
  },
  {
    title: 'a SNAP header without a printer',
    frame: hex('1841 03 80 00000c 1234 0102'),
    linkType: 107,
    lines: {
      '': [
        'SNAP, oui Cisco (0x00000c), pid Unknown (0x1234), length 2: Q.922, hdr-len 4, DLCI 100, Flags [none], NLPID SNAP (0x80), length 11: ',
        '\t0x0000:  1841 0380 0000 0c12 3401 02              .A......4..',
      ],
      '-e': [
        'Q.922, hdr-len 2, DLCI 100, Flags [none], NLPID SNAP (0x80), length 11: oui Cisco (0x00000c), pid Unknown (0x1234), length 2: ',
        '\t0x0000:  1841 0380 0000 0c12 3401 02              .A......4..',
      ],
      '-q': 'SNAP, oui Cisco (0x00000c), pid Unknown (0x1234), length 2: Q.922, DLCI 100, length 11: ',
    },
  },
  {
    ...fixtureOf(frameRelay, 'Inverse ARP over frame relay'),
    lines: {
      '-v': 'ARP, FrameRelay (len 2), IPv4 (len 4), Inverse Request who-is <Truncated> tell DLCI 100, length 20',
    },
  },
  {
    title: 'Inverse ARP with addresses of the wrong length',
    frame: hex('1841 03 80 000000 0806 000f 0800 0104 0008 18 0a000001 01 0a000002'),
    linkType: 107,
    lines: {
      '': 'ARP, Inverse Request who-is <Invalid DLCI> tell <Truncated>, length 18',
    },
  },
  {
    title: 'a fragment by FRF.15',
    frame: hex('1841 03 b1 8101 0102'),
    linkType: 107,
    lines: {
      '': 'FRF.15, seq 0x001, Flags [Begin],Interface Fragmentation, length 4',
      '-e': 'Q.922, hdr-len 2, DLCI 100, Flags [none], NLPID FRF.15 (0xb1), length 8: FRF.15, seq 0x001, Flags [Begin],Interface Fragmentation, length 4',
    },
  },
  {
    title: 'a fragment from end to end',
    frame: hex('1841 03 b1 4001 0102'),
    linkType: 107,
    lines: {
      '': 'FRF.15, seq 0x001, Flags [End],End-to-End Fragmentation, length 4',
    },
  },
  {
    title: 'PPP',
    frame: hex('1841 03 cf ff03 0021 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 107,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'an unknown identifier',
    frame: hex('1841 03 01 0102'),
    linkType: 107,
    lines: {
      '': [
        'Q.922, hdr-len 2, DLCI 100, Flags [none], NLPID unknown (0x01), length 6: ',
        '\t0x0000:  0102                                     ..',
      ],
      '-e': [
        'Q.922, hdr-len 2, DLCI 100, Flags [none], NLPID unknown (0x01), length 6: ',
        '\t0x0000:  0102                                     ..',
      ],
      '-q': ['Q.922, DLCI 100, length 6: ', '\t0x0000:  0102                                     ..'],
      '-x': ['Q.922, hdr-len 2, DLCI 100, Flags [none], NLPID unknown (0x01), length 6: ', '\t0x0000:  0102'],
    },
  },
  {
    title: 'an unknown identifier in a frame that is cut',
    frame: hex('1841 03 01 0102'),
    linkType: 107,
    length: 60,
    lines: {
      '': [
        'Q.922, hdr-len 2, DLCI 100, Flags [none], NLPID unknown (0x01), length 60: ',
        '\t0x0000:  0102                                     .. [|fr]',
      ],
      '-x': ['Q.922, hdr-len 2, DLCI 100, Flags [none], NLPID unknown (0x01), length 60: ', '\t0x0000:  0102'],
    },
  },
  {
    title: 'an address of one byte',
    frame: hex('0141 0301'),
    linkType: 107,
    lines: {
      '': 'Q.922, invalid address',
      '-x': ['Q.922, invalid address', '\t0x0000:  0141 0301'],
    },
  },
  {
    title: 'a frame that is cut',
    frame: hex('1840 89'),
    linkType: 107,
    length: 60,
    lines: {
      '': ' [|fr]',
      '-x': ' [|fr]',
    },
  },
  {
    title: 'an address that is cut',
    frame: hex('18408800'),
    linkType: 107,
    length: 60,
    lines: {
      '': 'Q.922, invalid address',
      '-x': ['Q.922, invalid address', '\t0x0000:  1840 8800'],
    },
  },
]);

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
