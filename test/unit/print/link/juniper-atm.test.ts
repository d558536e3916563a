import { concat, hex, zeros } from '../fixtures/frames';
import { juniper } from '../fixtures/juniper';
import { describeModes, fixtureOf } from '../modes';

describeModes("Juniper's ATM", [
  {
    title: 'SNAP by the older card',
    frame: hex('4d4743 00 01020304 aaaa03 000000 0800 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 137,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'Out ATM1-PIC, cookie-len 4, cookie 0x01020304: hlen 8, proto 0xaaaa, LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 20: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  aaaa 0300 0000 0800 4500 0014 0001 0000',
        '\t0x0010:  403b 0000 0a00 0001 0a00 0002',
      ],
    },
  },
  {
    title: 'SNAP without a printer',
    frame: hex('4d4743 00 01020304 aaaa03 00000c 0800 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 137,
    lines: {
      '': 'SNAP, oui Cisco (0x00000c), pid Unknown (0x0800), length 20: ',
    },
  },
  {
    title: "Cisco's identifier by the older card",
    frame: hex('4d4743 00 01020304 03 cc 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 137,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'IP alone by the older card',
    frame: hex('4d4743 00 01020304 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 137,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    ...fixtureOf(juniper, "a cell of Juniper's"),
    lines: {
      '-v': [
        'OAM F4 (segment), vpi 0, vci 3, payload [ user data, uncongested, SDU 0 ], clp 0, length 53',
        '\tcell-type Fault Management (1), func-type Loopback (8)',
        '\tLoopback-Indicator Request, Correlation-Tag 0x12345678',
        '\tLocation-ID 0201 0201 0201 0201 0201 0203 ',
        '\tSource-ID   0403 0403 0403 0403 0403 0400 ',
        '\tcksum 0x001 (incorrect)',
      ],
    },
  },
  {
    ...fixtureOf(juniper, "ATM of Juniper's"),
    lines: {
      '-e': 'Out ATM2-PIC, cookie-len 8, cookie 0x0102030005060708: hlen 12, proto 0xaaaa, LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 20: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  aaaa 0300 0000 0800 4500 0014 0001 0000',
        '\t0x0010:  403b 0000 0a00 0001 0a00 0002',
      ],
    },
  },
  {
    title: 'Ethernet by the newer card',
    frame: hex('4d4743 00 0102030405060708 020000000001 020000000002 0800 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 135,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'Out ATM2-PIC, cookie-len 8, cookie 0x0102030405060708: hlen 12, proto 0x0200, 02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype IPv4 (0x0800), length 34: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  0200 0000 0001 0200 0000 0002 0800 4500',
        '\t0x0010:  0014 0001 0000 403b 0000 0a00 0001 0a00',
        '\t0x0020:  0002',
      ],
    },
  },
  {
    title: "Cisco's identifier by the newer card",
    frame: hex('4d4743 01 0102030405060708 03 cc 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 135,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'PPP by the newer card',
    frame: hex('4d4743 01 0102030405060708 0021 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 135,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'IP alone by the newer card',
    frame: hex('4d4743 01 0102030405060708 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 135,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'a cell by the newer card',
    frame: concat(
      hex(
        '4d4743 00 0102030405060718 08380000 00000030 18 01 12345678 010201020102010201020102 030403040304030403040304',
      ),
      zeros(17),
      hex('01e2'),
    ),
    linkType: 135,
    lines: {
      '': 'OAM F4 (segment), vpi 0, vci 3, payload [ user data, uncongested, SDU 0 ], clp 0, length 57',
      '-e': 'Out ATM2-PIC, cookie-len 8, cookie 0x0102030405060718: control-word 0x08380000 hlen 16, proto 0x0838, OAM F4 (segment), vpi 0, vci 3, payload [ user data, uncongested, SDU 0 ], clp 0, length 57',
    },
  },
]);
