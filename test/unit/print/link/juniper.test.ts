import { hex } from '../fixtures/frames';
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
