import { hex } from '../fixtures/frames';
import { juniper } from '../fixtures/juniper';
import { describeModes, fixtureOf } from '../modes';

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
