import { concat, hex, zeros } from '../fixtures/frames';
import { juniper } from '../fixtures/juniper';
import { describeModes, fixtureOf } from '../modes';

describeModes("Juniper's header", [
  {
    title: 'an Ethernet frame that came in',
    frame: hex('4d4743 01 020000000001 020000000002 0800 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 178,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': ' In hlen 4, proto 0x0000, 02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype IPv4 (0x0800), length 34: 10.0.0.1 > 10.0.0.2: no next header',
      '-vv': [
        '',
        '\tJuniper PCAP Flags [In]IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto unknown (59), length 20, bad cksum 0 (->66ac)!)',
        '    10.0.0.1 > 10.0.0.2: no next header',
      ],
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    ...fixtureOf(juniper, 'extensions of Juniper'),
    lines: {
      '-vv': [
        '',
        '\tJuniper PCAP Flags [Ext, In], PCAP Extension(s) total length 38',
        '\t  Device Interface Index Extension TLV #1, length 1, value 5',
        '\t  Device Interface Name Extension TLV #2, length 2, value ',
        '\t  Device Media Type Extension TLV #3, length 1, value Ethernet (1)',
        '\t  Logical Interface Index Extension TLV #4, length 4, value 1',
        '\t  Logical Interface Encapsulation Extension TLV #6, length 2, value Ethernet (14)',
        '\t  Unknown Extension TLV #128, length 2, value 258',
        '\t  Unknown Extension TLV #9, length 8, value ',
        '\t-----original packet-----',
        '\t00:02:08:00:45:00 > 00:01:02:00:00:00 Null Information, send seq 0, rcv seq 0, Flags [Response], length 16',
        '\t0x0000:  0001 0000 403b 0000 0a00 0001 0a00 0002  ....@;..........',
      ],
      '-x': [
        '00:02:08:00:45:00 > 00:01:02:00:00:00 Null Information, send seq 0, rcv seq 0, Flags [Response], length 16',
        '\t0x0000:  403b 0000 0a00 0001 0a00 0002',
      ],
    },
  },
  {
    title: 'media types and encapsulations without a name',
    frame: hex(
      '4d4743 80 0006 0701c8 0801c8 020000000001 020000000002 0800 45000014 00010000 403b0000 0a0000010a000002',
    ),
    linkType: 178,
    lines: {
      '-vv': [
        '',
        '\tJuniper PCAP Flags [Ext], PCAP Extension(s) total length 6',
        '\t  TTP derived Device Media Type Extension TLV #7, length 1, value Unknown (200)',
        '\t  TTP derived Logical Interface Encapsulation Extension TLV #8, length 1, value Unknown (200)',
        '\t-----original packet-----',
        '\tIP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto unknown (59), length 20, bad cksum 0 (->66ac)!)',
        '    10.0.0.1 > 10.0.0.2: no next header',
      ],
    },
  },
  {
    title: 'an extension of no length',
    frame: hex(
      '4d4743 80 0006 0300 01010203 020000000001 020000000002 0800 45000014 00010000 403b0000 0a0000010a000002',
    ),
    linkType: 178,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-vv': [
        '',
        '\tJuniper PCAP Flags [Ext], PCAP Extension(s) total length 6',
        '\t-----original packet-----',
        '\tIP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto unknown (59), length 20, bad cksum 0 (->66ac)!)',
        '    10.0.0.1 > 10.0.0.2: no next header',
      ],
    },
  },
  {
    title: 'an extension that is too long',
    frame: hex(
      '4d4743 80 0006 0305 01020304 020000000001 020000000002 0800 45000014 00010000 403b0000 0a0000010a000002',
    ),
    linkType: 178,
    lines: {
      '': ' [extension_length 6 < 7] (invalid)',
      '-x': [
        ' [extension_length 6 < 7] (invalid)',
        '\t0x0000:  4d47 4380 0006 0305 0102 0304 0200 0000',
        '\t0x0010:  0001 0200 0000 0002 0800 4500 0014 0001',
        '\t0x0020:  0000 403b 0000 0a00 0001 0a00 0002',
      ],
    },
  },
  {
    title: 'extensions that are cut',
    frame: hex('4d4743 80 0060 0305'),
    linkType: 178,
    length: 120,
    lines: {
      '': ' [|juniper_ether]',
      '-x': [' [|juniper_ether]', '\t0x0000:  4d47 4380 0060 0305'],
    },
  },
  {
    ...fixtureOf(juniper, 'IP without a link layer'),
    lines: {
      '-e': 'Out no-L2-hdr, 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    title: 'no link layer and no IP',
    frame: hex('4d4743 02 00000000 01'),
    linkType: 178,
    lines: {
      '': 'no IP-hdr found!',
    },
  },
  {
    title: 'another magic number',
    frame: hex('4d4744 01 020000000001 020000000002 0800 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 178,
    lines: {
      '': 'no magic-number found!',
      '-x': [
        'no magic-number found!',
        '\t0x0000:  4d47 4401 0200 0000 0001 0200 0000 0002',
        '\t0x0010:  0800 4500 0014 0001 0000 403b 0000 0a00',
        '\t0x0020:  0001 0a00 0002',
      ],
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('4d4743'),
    linkType: 178,
    length: 60,
    lines: {
      '': ' [|juniper_ether]',
    },
  },
]);

describeModes("Juniper's links of one kind", [
  {
    title: 'PPP',
    frame: hex('4d4743 01 ff03 0021 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 179,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': ' In hlen 4, proto 0x0000, IP (0x0021), length 24: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  ff03 0021 4500 0014 0001 0000 403b 0000',
        '\t0x0010:  0a00 0001 0a00 0002',
      ],
    },
  },
  {
    title: 'frame relay',
    frame: hex('4d4743 00 1841 03 cc 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 180,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  1841 03cc 4500 0014 0001 0000 403b 0000',
        '\t0x0010:  0a00 0001 0a00 0002',
      ],
    },
  },
  {
    title: 'Cisco HDLC',
    frame: hex('4d4743 00 0f00 0800 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 181,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'Out hlen 4, proto 0x0000, unicast, ethertype IPv4 (0x0800), length 24: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  0f00 0800 4500 0014 0001 0000 403b 0000',
        '\t0x0010:  0a00 0001 0a00 0002',
      ],
    },
  },
  {
    title: 'PPPoE on Ethernet',
    frame: hex('4d4743 00 020000000001 020000000002 0800 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 167,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'Out PPPoE-PIC, cookie-len 0: hlen 4, proto 0x0200, 02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype IPv4 (0x0800), length 34: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  0200 0000 0001 0200 0000 0002 0800 4500',
        '\t0x0010:  0014 0001 0000 403b 0000 0a00 0001 0a00',
        '\t0x0020:  0002',
      ],
    },
  },
  {
    title: 'PPPoE on ATM',
    frame: hex('4d4743 00 8864 11 00 0001 0016 0021 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 168,
    lines: {
      '': 'PPPoE  [ses 0x1] IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'Out PPPoE ATM-PIC, cookie-len 0: hlen 4, proto 0x8864, PPPoE  [ses 0x1] IP (0x0021), length 22: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'PPPoE  [ses 0x1] IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  8864 1100 0001 0016 0021 4500 0014 0001',
        '\t0x0010:  0000 403b 0000 0a00 0001 0a00 0002',
      ],
    },
  },
  {
    title: 'an unknown type on ATM',
    frame: hex('4d4743 00 88b5 01'),
    linkType: 168,
    lines: {
      '': 'unknown ethertype 0x88b5',
    },
  },
]);

describeModes("Juniper's bundles", [
  {
    title: 'multilink PPP by a cookie',
    frame: hex('4d4743 00 0102 ff03 0021 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 130,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'Out MLPPP-PIC, cookie-len 2, cookie 0x0102: hlen 6, proto 0xff03, Bundle-ID 1: IP (0x0021), length 24: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  ff03 0021 4500 0014 0001 0000 403b 0000',
        '\t0x0010:  0a00 0001 0a00 0002',
      ],
    },
  },
  {
    ...fixtureOf(juniper, "multilink PPP of Juniper's"),
    lines: {
      '-e': 'Out MLPPP-PIC, cookie-len 4, cookie 0x54030102: hlen 8, proto 0xff03, Bundle-ID 3: IP (0x0021), length 24: 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'a link of multilink PPP',
    frame: hex('4d4743 00 ff03 0021 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 130,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'Out MLPPP-PIC, cookie-len 2, cookie 0xff03: hlen 6, proto 0x0021, IP (0x0021), length 22: 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'OSI by multilink PPP',
    frame: hex('4d4743 00 0023 cc 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 130,
    lines: {
      '-e': 'Out MLPPP-PIC, cookie-len 2, cookie 0x0023: hlen 6, proto 0xcc45, OSI (0x0023), length 23: OSI NLPID IPv4 (0xcc): 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'IPv4 of adaptive services',
    frame: hex('4d4743 00 47 000000 00 00 0018 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 130,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'Out MLPPP-PIC, cookie-len 8, cookie 0x4700000000000018: hlen 12, proto 0x0000, Bundle-ID 3: 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'IPv6 of adaptive services',
    frame: hex(
      '4d4743 00 47 000000 00 10 0018 60000000 0008 3a40 fe800000000000000000000000000001 fe800000000000000000000000000002 80000000 00010002',
    ),
    linkType: 130,
    lines: {
      '': 'IP6 fe80::1 > fe80::2: ICMP6, echo request, id 1, seq 2, length 8',
    },
  },
  {
    title: 'MPLS of adaptive services',
    frame: hex('4d4743 00 47 000000 00 20 0018 00064140 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 130,
    lines: {
      '': 'MPLS (label 100, tc 0, [S], ttl 64) IP 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'PPP from the routing engine',
    frame: hex('4d4743 00 47 000000 0c 00 0018 ff03 0021 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 130,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    ...fixtureOf(juniper, "multilink frame relay of Juniper's"),
    lines: {
      '-e': 'Out MLFR-PIC, cookie-len 2, cookie 0x0102: hlen 8, proto 0x03cc, Bundle-ID 1, OSI NLPID IPv4 (0xcc): 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'multilink frame relay of link services',
    frame: hex('4d4743 00 5403 0102 03cc 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 131,
    lines: {
      '-e': 'Out MLFR-PIC, cookie-len 4, cookie 0x54030102: hlen 10, proto 0x03cc, Bundle-ID 3, OSI NLPID IPv4 (0xcc): 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'an unknown protocol of it',
    frame: hex('4d4743 00 0102 0102 01'),
    linkType: 131,
    lines: {
      '': 'unknown protocol 0x0102, length 1',
      '-e': 'Out MLFR-PIC, cookie-len 2, cookie 0x0102: hlen 8, proto 0x0102, Bundle-ID 1, unknown protocol 0x0102, length 1',
    },
  },
  {
    ...fixtureOf(juniper, "FRF.16 of Juniper's"),
    lines: {
      '-e': 'Out MFR-PIC, cookie-len 0: hlen 4, proto 0xc101, FRF.16 Frag, seq 1, Flags [Begin, End], Q.922, hdr-len 2, DLCI 100, Flags [none], NLPID IPv4 (0xcc), length 24: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'FRF.16 Frag, seq 1, Flags [Begin, End], IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  c101 1841 03cc 4500 0014 0001 0000 403b',
        '\t0x0010:  0000 0a00 0001 0a00 0002',
      ],
    },
  },
  {
    title: 'FRF.16 of adaptive services',
    frame: hex('4d4743 00 47 000000 00 00 0018 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 134,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'Out MFR-PIC, cookie-len 8, cookie 0x4700000000000018: hlen 12, proto 0x0000, 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'FRF.16 of link services',
    frame: hex('4d4743 00 54030405 0607 03cc 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 134,
    lines: {
      '-e': 'Out MFR-PIC, cookie-len 6, cookie 0x540304050607: hlen 12, proto 0x03cc, Bundle-ID 3, OSI NLPID IPv4 (0xcc): 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'an unknown protocol of FRF.16',
    frame: hex('4d4743 00 00000001 0102 01'),
    linkType: 134,
    lines: {
      '': 'unknown protocol 0x0102, length 3',
      '-e': 'Out MFR-PIC, cookie-len 4, cookie 0x00000001: hlen 8, proto 0x0102, unknown protocol 0x0102, length 3',
    },
  },
]);

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

describeModes("Juniper's services", [
  {
    title: 'encryption',
    frame: hex('4d4743 00 0001 40 01 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 132,
    lines: {
      '': 'IP0 (invalid)',
      '-e': [
        'Out ES-PIC, cookie-len 0: hlen 4, proto 0x0001, ES SA, index 1, ttl 64 type ESP ENCR-AUTH (1), length 24',
        'IP0 (invalid)',
      ],
    },
  },
  {
    ...fixtureOf(juniper, "encryption by Juniper's"),
    lines: {
      '-e': [
        'Out ES-PIC, cookie-len 0: hlen 4, proto 0x0001, ES SA, index 1, ttl 64 type ESP AUTH (3), spi 7, Tunnel 192.0.2.1 > 192.0.2.2, length 20',
        '10.0.0.1 > 10.0.0.2: no next header',
      ],
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  0001 4003 0000 0007 c000 0201 c000 0202',
        '\t0x0010:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0020:  0a00 0002',
      ],
    },
  },
  {
    title: 'encryption of an unknown type',
    frame: hex('4d4743 00 0001 40 09 00000007 c0000201 c0000202 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 132,
    lines: {
      '': 'ES Invalid type 9, length 36',
    },
  },
  {
    ...fixtureOf(juniper, "a gateway of Juniper's"),
    lines: {
      '-e': 'Out GGSN-PIC, cookie-len 8, cookie 0x0100020000050000: hlen 12, proto 0x4500, proto IPv4 (2), vlan 5: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    title: 'a gateway with IPv6',
    frame: hex(
      '4d4743 00 01 00 06 00 0005 0000 60000000 0008 3a40 fe800000000000000000000000000001 fe800000000000000000000000000002 80000000 00010002',
    ),
    linkType: 133,
    lines: {
      '': 'IP6 fe80::1 > fe80::2: ICMP6, echo request, id 1, seq 2, length 8',
    },
  },
  {
    title: 'a gateway with an unknown protocol',
    frame: hex('4d4743 00 01 00 09 00 0005 0000 0102'),
    linkType: 133,
    lines: {
      '': 'unknown GGSN proto (9)',
      '-e': 'Out GGSN-PIC, cookie-len 8, cookie 0x0100090000050000: hlen 12, proto 0x0102, proto Unknown (9), vlan 5: ',
    },
  },
  {
    title: 'adaptive services',
    frame: hex('4d4743 00 0102030405060708 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 136,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'Out AS-PIC, cookie-len 8, cookie 0x0102030405060708: hlen 12, proto 0x4500, service-id 69 flags 0x00 service-set-id 0x0014 iif 65536: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    title: 'monitoring',
    frame: hex('4d4743 00 0102030405060708 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 164,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'Out MONITOR-PIC, cookie-len 8, cookie 0x0102030405060708: hlen 12, proto 0x4500, service-id 65536, iif 20, pkt-type 69: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    title: 'a cookie that is too long',
    frame: concat(hex('4d4743 00 54'), zeros(20)),
    linkType: 164,
    lines: {
      '': ' (invalid)',
      '-e': 'Out MONITOR-PIC, cookie-len 10 (invalid)',
      '-x': [' (invalid)', '\t0x0000:  0000 0000 0000 0000 0000 00'],
    },
  },
  {
    title: 'a cookie that is cut',
    frame: hex('4d4743 00 0102'),
    linkType: 164,
    length: 60,
    lines: {
      '': ' [|juniper_monitor]',
      '-x': [' [|juniper_monitor]', '\t0x0000:  4d47 4300 0102'],
    },
  },
]);
