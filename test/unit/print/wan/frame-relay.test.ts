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
