import { atm } from '../fixtures/atm';
import { hex } from '../fixtures/frames';
import { linkTypes } from '../fixtures/link-types';
import { describeModes, fixtureOf } from '../modes';

describeModes('ATM', [
  {
    ...fixtureOf(atm, 'IP over ATM'),
    lines: {
      '-e': 'LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 20: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    title: 'IP under the number of BSD',
    frame: hex('aaaa03 000000 0800 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 11,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    ...fixtureOf(atm, "IP by Cisco's identifier"),
    lines: {
      '-e': 'CNLPID OSI NLPID IPv4 (0xcc): 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  cc45 0000 1400 0100 0040 3b00 000a 0000',
        '\t0x0010:  010a 0000 02',
      ],
    },
  },
  {
    title: 'IP behind an 802.6 header',
    frame: hex(
      '0102030405060708090a0b0c0d0e0f10 11121314 aaaa03 000000 0800 45000014 00010000 403b0000 0a0000010a000002',
    ),
    linkType: 100,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': '0102030405060708 090a0b0c0d0e0f10 LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 20: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    title: 'an unknown service access point',
    frame: hex('0102030405060708090a0b0c0d0e0f10 11121314 8080 03 01'),
    linkType: 100,
    lines: {
      '': [
        'Unknown DSAP 0x80 Unnumbered, ui, Flags [Command], length 4',
        '\t0x0000:  8080 0301                                ....',
      ],
      '-q': 'Unknown DSAP 0x80 Unnumbered, ui, Flags [Command], length 4',
    },
  },
  {
    title: 'an 802.6 header that is cut',
    frame: hex('01020304 05060708 0910'),
    linkType: 100,
    length: 60,
    lines: {
      '': ' [|atm]',
      '-e': ' [|atm]',
    },
  },
]);

describeModes('Classical IP over ATM', [
  {
    ...fixtureOf(linkTypes, 'IP on ATM behind an LLC header'),
    lines: {
      '-e': '28: LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 20: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    ...fixtureOf(atm, 'classical IP'),
    lines: {
      '-e': '20: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    ...fixtureOf(linkTypes, 'a cut header on ATM'),
    lines: {
      '-e': '60:  [|cip]',
    },
  },
]);

describeModes('ATM ARP', [
  {
    title: 'a request',
    frame: hex('aaaa03 000000 0806 0013 0800 04 00 0001 04 00 00 04 47010203 0a000001 0a000002'),
    linkType: 100,
    lines: {
      '': 'ARP, Request who-has 10.0.0.2 tell 10.0.0.1, length 24',
      '-v': 'ARP, ATM, IPv4 (len 4/4), Request who-has 10.0.0.2 tell 10.0.0.1, length 24',
      '-e': 'LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype ARP (0x0806), length 24: Request who-has 10.0.0.2 tell 10.0.0.1, length 24',
    },
  },
  {
    ...fixtureOf(atm, 'an ATM ARP reply'),
    lines: {
      '-v': 'ARP, ATM, IPv4 (len 4/4), Reply 10.0.0.1 is-at 47:01:02:03,01:02, length 31',
    },
  },
  {
    title: 'an inverse request',
    frame: hex('aaaa03 000000 0806 0013 0800 04 02 0008 04 04 01 04 47010203 0102 0a000001 47010204 09 0a000002'),
    linkType: 100,
    lines: {
      '': 'ARP, Inverse Request who-is 47:01:02:04,09 tell 47:01:02:03,01:02, length 31',
    },
  },
  {
    title: 'an inverse reply',
    frame: hex('aaaa03 000000 0806 0013 0800 04 02 0009 04 04 01 04 47010203 0102 0a000001 47010204 09 0a000002'),
    linkType: 100,
    lines: {
      '': 'ARP, Inverse Reply 47:01:02:03,01:02at 10.0.0.1, length 31',
    },
  },
  {
    title: 'an inverse request for no number',
    frame: hex('aaaa03 000000 0806 0013 0800 04 00 0008 04 00 00 04 47010203 0a000001 0a000002'),
    linkType: 100,
    lines: {
      '': 'ARP, Inverse Request who-is <No address> tell 47:01:02:03, length 24',
    },
  },
  {
    title: 'a negative answer',
    frame: hex('aaaa03 000000 0806 0013 0800 04 02 000a 04 04 01 04 47010203 0102 0a000001 47010204 09 0a000002'),
    linkType: 100,
    lines: {
      '': 'ARP, NACK Reply for 10.0.0.1, length 31',
    },
  },
  {
    title: 'an unknown operation',
    frame: hex('aaaa03 000000 0806 0013 0800 04 02 0063 04 04 01 04 47010203 0102 0a000001 47010204 09 0a000002'),
    linkType: 100,
    lines: {
      '': [
        'ARP, Unknown (99) ',
        '\t0x0000:  0013 0800 0402 0063 0404 0104 4701 0203  .......c....G...',
        '\t0x0010:  0102 0a00 0001 4701 0204 090a 0000 02    ......G........',
      ],
      '-q': [
        'ARP, Unknown (99) ',
        '\t0x0000:  0013 0800 0402 0063 0404 0104 4701 0203  .......c....G...',
        '\t0x0010:  0102 0a00 0001 4701 0204 090a 0000 02    ......G........',
      ],
    },
  },
  {
    title: 'protocol addresses of the wrong length',
    frame: hex('aaaa03 000000 0806 0013 0800 04 00 0001 02 00 00 03 47010203 0a00 0a0000'),
    linkType: 100,
    lines: {
      '': 'ARP, ATM, IPv4 (len 2/3), length 21',
      '-v': 'ARP, ATM, IPv4 (len 2/3), Request who-has <wrong tplen> tell <wrong splen>, length 21',
    },
  },
  {
    title: 'an unknown protocol',
    frame: hex('aaaa03 000000 0806 0013 88b5 04 00 0002 04 00 00 04 47010203 0a000001 0a000002'),
    linkType: 100,
    lines: {
      '': 'ARP, ATM, Unknown Protocol (0x88b5) (len 4/4), length 24',
      '-v': 'ARP, ATM, Unknown Protocol (0x88b5) (len 4/4), Reply <wrong proto type> is-at 47:01:02:03, length 24',
    },
  },
  {
    title: 'addresses that are cut',
    frame: hex('aaaa03 000000 0806 0013 0800 14 00 0001 04 00 00 04 4701'),
    linkType: 100,
    length: 60,
    lines: {
      '': ' [|arp]',
      '-x': [' [|arp]', '\t0x0000:  aaaa 0300 0000 0806 0013 0800 1400 0001', '\t0x0010:  0400 0004 4701'],
    },
  },
]);

describeModes('SunATM', [
  {
    title: 'IP',
    frame: hex('82 00 0064 aaaa03 000000 0800 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 123,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'Tx: VPI:0 VCI:100 LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 20: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  aaaa 0300 0000 0800 4500 0014 0001 0000',
        '\t0x0010:  403b 0000 0a00 0001 0a00 0002',
      ],
    },
  },
  {
    ...fixtureOf(atm, 'an emulated Ethernet frame'),
    lines: {
      '-e': 'Rx: VPI:0 VCI:100 lecid:5 02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype IPv4 (0x0800), length 34: 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    ...fixtureOf(atm, 'a control frame of LAN emulation'),
    lines: {
      '-e': 'Rx: VPI:0 VCI:100 lec: proto 1 vers 1 join response',
    },
  },
  {
    title: 'an unknown one',
    frame: hex('01 00 0064 ff00 0a 01 0909 0000'),
    linkType: 123,
    lines: {
      '': 'lec: proto a vers 1 opcode-#2313',
    },
  },
  {
    title: 'one that is cut',
    frame: hex('01 00 0064 ff00 01'),
    linkType: 123,
    length: 20,
    lines: {
      '': ' [|lane]',
      '-x': [' [|lane]', '\t0x0000:  0100 0064 ff00 01'],
    },
  },
  {
    title: 'an emulated frame that is cut',
    frame: hex('01 00 0064 0005 0200'),
    linkType: 123,
    length: 60,
    lines: {
      '': ' [|ether]',
    },
  },
  {
    ...fixtureOf(atm, 'signalling of ATM'),
    lines: {
      '-e': 'Rx: VPI:0 VCI:5 Q.2931:Setup CALL_REF:0x800001',
    },
  },
  {
    title: 'unknown messages',
    frame: hex('02 00 0005 09 03 800001 63 00'),
    linkType: 123,
    lines: {
      '': 'Q.2931:msgtype#99 CALL_REF:0x800001',
    },
  },
  {
    title: 'another signalling protocol',
    frame: hex('02 00 0005 08 03'),
    linkType: 123,
    lines: {
      '': 'SSCOP, proto 8 ',
    },
  },
  {
    title: 'broadcast signalling',
    frame: hex('02 00 0002 01'),
    linkType: 123,
    lines: {
      '': 'broadcast sig: ',
    },
  },
  {
    title: 'meta signalling',
    frame: hex('02 00 0001 01'),
    linkType: 123,
    lines: {
      '': 'meta: ',
    },
  },
  {
    title: 'local management',
    frame: hex(
      '02 00 0010 30 26 0201 00 0406 7075626c6963 a019 0201 01 0201 00 0201 00 300e 300c 0608 2b06010201010100 0500',
    ),
    linkType: 123,
    lines: {
      '': 'ilmi:  GetRequest(25)  .1.3.6.1.2.1.1.1.0',
      '-e': 'Rx: VPI:0 VCI:16 ilmi:  GetRequest(25)  .1.3.6.1.2.1.1.1.0',
    },
  },
  {
    title: 'the same channel of another path',
    frame: hex('02 01 0002 aaaa03 000000 0800 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 123,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    ...fixtureOf(atm, 'a loopback cell'),
    lines: {
      '-v': [
        'OAM F4 (segment), vpi 0, vci 3, payload [ user data, uncongested, SDU 0 ], clp 0, length 54',
        '\tcell-type Fault Management (1), func-type Loopback (8)',
        '\tLoopback-Indicator Request, Correlation-Tag 0x12345678',
        '\tLocation-ID 0201 0201 0201 0201 0201 0203 ',
        '\tSource-ID   0403 0403 0403 0403 0403 0400 ',
        '\tcksum 0x001 (incorrect)',
      ],
    },
  },
  {
    ...fixtureOf(atm, 'an alarm cell'),
    lines: {
      '-v': [
        'OAM F4 (end), vpi 0, vci 4, payload [ VCC OAM F5 flow end-to-end ], clp 0, length 53',
        '\tcell-type Fault Management (1), func-type AIS (0)',
        '\tFailure-type 0x05',
        '\tLocation-ID 0201 0201 0201 0201 0201 0201 0201 026a ',
        '\tcksum 0x123 (incorrect)',
      ],
    },
  },
  {
    title: 'cells of other types',
    frame: hex(
      '02 00 0004 00 0000004f 81 05 01010101010101010101010101010101 6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a 0123',
    ),
    linkType: 123,
    lines: {
      '': 'OAM F4 (end), vpi 0, vci 4, payload [ Unknown ], clp 1, length 53',
      '-v': [
        'OAM F4 (end), vpi 0, vci 4, payload [ Unknown ], clp 1, length 53',
        '\tcell-type activate/deactivate (8), func-type Continuity Check (1)',
        '\tcksum 0x123 (incorrect)',
      ],
    },
  },
  {
    title: 'an unknown type of cell',
    frame: hex(
      '02 00 0004 00 1230064e 3f 05 01010101010101010101010101010101 6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a6a 0123',
    ),
    linkType: 123,
    lines: {
      '-v': [
        'OAM F5, vpi 35, vci 100, payload [ Unknown ], clp 0, length 53',
        '\tcell-type unknown (3), func-type unknown (15)',
        '\tcksum 0x123 (incorrect)',
      ],
    },
  },
  {
    title: 'a cell that is cut',
    frame: hex('02 00 0003 00 00000030 18 01 12345678'),
    linkType: 123,
    length: 60,
    lines: {
      '': 'OAM F4 (segment), vpi 0, vci 3, payload [ user data, uncongested, SDU 0 ], clp 0, length 56',
      '-v': [
        'OAM F4 (segment), vpi 0, vci 3, payload [ user data, uncongested, SDU 0 ], clp 0, length 56',
        '\tcell-type Fault Management (1), func-type Loopback (8) [|oam]',
      ],
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('82 00 00'),
    linkType: 123,
    length: 60,
    lines: {
      '': ' [|sunatm]',
      '-e': 'Tx:  [|sunatm]',
    },
  },
]);
