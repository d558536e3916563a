import { concat, hex, zeros } from '../fixtures/frames';
import { linkHeaders } from '../fixtures/link-headers';
import { symantec } from '../fixtures/symantec';
import { describeModes, fixtureOf } from '../modes';

describeModes('IP over InfiniBand', [
  {
    title: 'an ARP request',
    frame: concat(
      zeros(40),
      hex('0806 0000 0020 0800 1404 0001 1111111111111111111111111111111111111111 0a000001'),
      zeros(20),
      hex('0a000002'),
    ),
    linkType: 242,
    lines: {
      '': 'ARP, Request who-has 10.0.0.2 tell 10.0.0.1, length 56',
      '-e': 'IPOIB, ethertype ARP (0x0806), length 100: Request who-has 10.0.0.2 tell 10.0.0.1, length 56',
      '-e -q': 'IPOIB, ethertype ARP, length 100: Request who-has 10.0.0.2 tell 10.0.0.1, length 56',
      '-x': [
        'ARP, Request who-has 10.0.0.2 tell 10.0.0.1, length 56',
        '\t0x0000:  0020 0800 1404 0001 1111 1111 1111 1111',
        '\t0x0010:  1111 1111 1111 1111 1111 1111 0a00 0001',
        '\t0x0020:  0000 0000 0000 0000 0000 0000 0000 0000',
        '\t0x0030:  0000 0000 0a00 0002',
      ],
    },
  },
  {
    title: 'an unknown ethertype',
    frame: concat(zeros(40), hex('88b5 0000 0102')),
    linkType: 242,
    lines: {
      '': [', ethertype Unknown (0x88b5), length 46: ', '\t0x0000:  0102                                     ..'],
      '-e': [
        'IPOIB, ethertype Unknown (0x88b5), length 46: ',
        '\t0x0000:  0102                                     ..',
      ],
      '-q': ', ethertype Unknown, length 46: ',
    },
  },
  {
    title: 'a header that is cut',
    frame: concat(zeros(40), hex('0800')),
    linkType: 242,
    length: 60,
    lines: {
      '': ' [|ipoib]',
      '-x': ' [|ipoib]',
    },
  },
]);

describeModes('Solaris IPNET', [
  {
    title: 'IPv4 between zones',
    frame: hex(
      '01 02 0000 00000030 00000001 00000000 00000005 00000006 4500001c 00010000 40010000 0a0000010a000002 08000000 00010002',
    ),
    linkType: 226,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 2, length 8',
      '-e': '5 > 6, family IPv4 (2), length 52: 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 2, length 8',
      '-e -q': '5 > 6, IPv4, length 52: 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 2, length 8',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 2, length 8',
        '\t0x0000:  4500 001c 0001 0000 4001 0000 0a00 0001',
        '\t0x0010:  0a00 0002 0800 0000 0001 0002',
      ],
    },
  },
  {
    title: 'an unknown family',
    frame: hex('01 09 0000 00000030 00000001 00000000 00000005 00000006 0102'),
    linkType: 226,
    lines: {
      '': ['5 > 6, family Unknown (9), length 26: ', '\t0x0000:  0102                                     ..'],
      '-q': '5 > 6, Unknown Ethertype (0x0009), length 26: ',
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('01 02 0000 00000030 00000001'),
    linkType: 226,
    length: 60,
    lines: {
      '': ' [|ipnet]',
    },
  },
]);

describeModes('pflog', [
  {
    title: 'a packet of a rule',
    frame: hex(
      '3d 02 01 00656d30000000000000000000000000006162630000000000000000000000000000000003 ffffffff 00000000 00000000 00000000 00000000 01 000000 45000014 00010000 403b0000 0a0000010a000002',
    ),
    linkType: 117,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'rule 3/0(match): block in on em0: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    title: 'a packet of a rule in an anchor',
    frame: concat(
      hex('40 18 00 01656d3031'),
      zeros(12),
      hex(
        '6162630000000000000000000000000000000003 00000007 00000000 00000000 00000000 00000000 02 000000 60000000 0008 3a40 fe800000000000000000000000000001 fe800000000000000000000000000002 80000000 00010002',
      ),
    ),
    linkType: 117,
    lines: {
      '': 'IP6 fe80::1 > fe80::2: ICMP6, echo request, id 1, seq 2, length 8',
      '-e': 'rule 3.abc.7/1(bad-offset): pass out on em01: fe80::1 > fe80::2: ICMP6, echo request, id 1, seq 2, length 8',
    },
  },
  {
    title: 'an unknown family',
    frame: hex(
      '40 09 63 0f656d30000000000000000000000000006162630000000000000000000000000000000003 ffffffff 00000000 00000000 00000000 00000000 63 0f0000 0102',
    ),
    linkType: 117,
    lines: {
      '': ['rule 3/unkn(15): unkn(99) unkn(99) on em0: ', '\t0x0000:  0102                                     ..'],
    },
  },
  {
    title: 'a header length that is too small',
    frame: hex(
      '10 02 01 00656d30000000000000000000000000006162630000000000000000000000000000000003 ffffffff 00000000 00000000 00000000 00000000 01 000000 0102',
    ),
    linkType: 117,
    lines: {
      '': '[pflog: invalid header length!]',
      '-x': [
        '[pflog: invalid header length!]',
        '\t0x0000:  0000 0000 6162 6300 0000 0000 0000 0000',
        '\t0x0010:  0000 0000 0000 0003 ffff ffff 0000 0000',
        '\t0x0020:  0000 0000 0000 0000 0000 0000 0100 0000',
        '\t0x0030:  0102',
      ],
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('3d 02 01 00 656d30'),
    linkType: 117,
    length: 100,
    lines: {
      '': ' [|pflog]',
      '-e': ' [|pflog]',
    },
  },
]);

describeModes('enc', [
  {
    title: 'an authentic packet',
    frame: hex('02000000 00001001 00080000 4500001c 00010000 40010000 0a0000010a000002 08000000 00010002'),
    linkType: 109,
    lines: {
      '': '(authentic): SPI 0x00001001: IP 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 2, length 8',
      '-e': '(authentic): SPI 0x00001001: 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 2, length 8',
      '-x': [
        '(authentic): SPI 0x00001001: IP 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 2, length 8',
        '\t0x0000:  4500 001c 0001 0000 4001 0000 0a00 0001',
        '\t0x0010:  0a00 0002 0800 0000 0001 0002',
      ],
    },
  },
  {
    title: 'an authentic and confidential one of the other byte order',
    frame: hex(
      '00000018 00001001 00000c00 60000000 0008 3a40 fe800000000000000000000000000001 fe800000000000000000000000000002 80000000 00010002',
    ),
    linkType: 109,
    lines: {
      '': '(authentic,confidential): SPI 0x00001001: IP6 fe80::1 > fe80::2: ICMP6, echo request, id 1, seq 2, length 8',
    },
  },
  {
    title: 'one with neither',
    frame: hex('02000000 00001001 00000000 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 109,
    lines: {
      '': '(unprotected): SPI 0x00001001: IP 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'flags without a name and an unknown family',
    frame: hex('09000000 00001001 01000000 01'),
    linkType: 109,
    lines: {
      '': '(SPI 0x00001001: ',
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('02000000 00001001'),
    linkType: 109,
    length: 60,
    lines: {
      '': ' [|enc]',
    },
  },
]);

describeModes('PKTAP', [
  {
    title: 'an Ethernet frame',
    frame: hex(
      '6c000000 01000000 01000000656e30000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000 020000000001 020000000002 0800 45000014 00010000 403b0000 0a0000010a000002',
    ),
    linkType: 258,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'DLT EN10MB (1) len 108, length 142: 02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype IPv4 (0x0800), length 34: 10.0.0.1 > 10.0.0.2: no next header',
      '-e -q':
        'EN10MB, length 142: 02:00:00:00:00:02 > 02:00:00:00:00:01, IPv4, length 34: 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'raw IP under the number that macOS once took',
    frame: hex(
      '6c000000 01000000 0c000000656e30000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000 4500001c 00010000 40010000 0a0000010a000002 08000000 00010002',
    ),
    linkType: 149,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 2, length 8',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 2, length 8',
        '\t0x0000:  4500 001c 0001 0000 4001 0000 0a00 0001',
        '\t0x0010:  0a00 0002 0800 0000 0001 0002',
      ],
    },
  },
  {
    title: 'a record without a packet',
    frame: hex(
      '6c000000 00000000 01000000656e30000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000',
    ),
    linkType: 258,
    lines: {
      '': 'no data',
      '-e': 'DLT EN10MB (1) len 108, length 108: no data',
    },
  },
  {
    title: 'a link type without a printer',
    frame: hex(
      '6c000000 01000000 e7000000656e30000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000 0102',
    ),
    linkType: 258,
    lines: {
      '': ['DLT DBUS (231) len 108, length 110: ', '\t0x0000:  0102                                     ..'],
      '-q': 'DBUS, length 110: ',
    },
  },
  {
    title: 'a header length that is too small',
    frame: hex(
      '10000000 01000000 01000000656e30000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000',
    ),
    linkType: 258,
    lines: {
      '': ' (pkt_len too small, 16 < 108) (invalid)',
    },
  },
  {
    title: 'a header length that is too large',
    frame: hex(
      '7c000000 01000000 01000000656e30000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000',
    ),
    linkType: 258,
    lines: {
      '': ' (pkt_len too big, 124 > 108) (invalid)',
    },
  },
  {
    title: 'a packet that is too short',
    frame: hex('6c000000 01000000'),
    linkType: 258,
    lines: {
      '': ' (packet too short, 8 < 108) (invalid)',
    },
  },
]);

describeModes('vsock', [
  {
    title: 'a connection request',
    frame: hex(
      '0200000000000000 0300000000000000 00040000 e8030000 0100 0200 2c00 0000 0200000000000000 0300000000000000 00040000 e8030000 10000000 0100 0100 01000000 00000400 11000000',
    ),
    linkType: 271,
    lines: {
      '': 'VIRTIO 2.1024 > 3.1000 CONNECT, length 76',
      '-e': 'VIRTIO 2.1024 > 3.1000 CONNECT, length 76',
      '-v': [
        'VIRTIO (len 16, type STREAM, op REQUEST, flags 1, buf_alloc 262144, fwd_cnt 17)',
        '\t2.1024 > 3.1000 CONNECT, length 76',
      ],
      '-x': [
        'VIRTIO 2.1024 > 3.1000 CONNECT, length 76',
        '\t0x0000:  0200 0000 0000 0000 0300 0000 0000 0000',
        '\t0x0010:  0004 0000 e803 0000 1000 0000 0100 0100',
        '\t0x0020:  0100 0000 0000 0400 1100 0000',
      ],
    },
  },
  {
    title: 'data between contexts of 64 bits',
    frame: hex(
      '0200000000000080 0300000001000000 00040000 e8030000 0400 0200 2c00 0000 0200000000000000 0300000000000000 00040000 e8030000 10000000 0200 0900 01000000 00000400 11000000 68656c6c6f68656c6c6f68656c6c6f68656c6c6f',
    ),
    linkType: 271,
    lines: {
      '': 'VIRTIO 9223372036854775810.1024 > 4294967299.1000 PAYLOAD, length 96',
      '-v': [
        'VIRTIO (len 16, type Invalid type (2), op Invalid op (9), flags 1, buf_alloc 262144, fwd_cnt 17)',
        '\t9223372036854775810.1024 > 4294967299.1000 PAYLOAD, length 96',
      ],
      '-vv': [
        'VIRTIO (len 16, type Invalid type (2), op Invalid op (9), flags 1, buf_alloc 262144, fwd_cnt 17)',
        '\t9223372036854775810.1024 > 4294967299.1000 PAYLOAD, length 96',
        '\t0x0000:  6865 6c6c 6f68 656c 6c6f 6865 6c6c 6f68\t0x0010:  656c 6c6f',
      ],
    },
  },
  {
    title: 'data without any',
    frame: hex('0200000000000000 0300000000000000 00040000 e8030000 0400 0100 0000 0000'),
    linkType: 271,
    lines: {
      '-vv': ['NO_INFO', '\t2.1024 > 3.1000 PAYLOAD, length 32 [|vsock]'],
    },
  },
  {
    title: 'an unknown transport',
    frame: hex('0200000000000000 0300000000000000 00040000 e8030000 0900 0900 0000 0000'),
    linkType: 271,
    lines: {
      '': 'Invalid transport (9) 2.1024 > 3.1000  invalid op (9), length 32',
      '-v': ['Invalid transport (9)', '\t2.1024 > 3.1000  invalid op (9), length 32'],
    },
  },
  {
    title: 'a transport header that is cut',
    frame: hex('0200000000000000 0300000000000000 00040000 e8030000 0100 0200 2c00 0000 0200'),
    linkType: 271,
    lines: {
      '': 'VIRTIO 2.1024 > 3.1000 CONNECT, length 34',
      '-v': 'VIRTIO2.1024 > 3.1000 CONNECT, length 34 [|vsock]',
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('0200000000000000'),
    linkType: 271,
    length: 80,
    lines: {
      '': ' [|vsock]',
    },
  },
]);

describeModes('USB', [
  {
    ...fixtureOf(linkHeaders, 'a USB transfer'),
    lines: {
      '-e': 'USB CONTROL SUBMIT to 1:5:0',
      '-q': 'USB',
      '-x': ['USB CONTROL SUBMIT to 1:5:0', '\t0x0000:  0000 0000'],
    },
  },
  {
    title: 'a completed interrupt',
    frame: concat(hex('0011223344556677 43 01 81 05 0100 00 2d'), zeros(36), hex('0102')),
    linkType: 189,
    lines: {
      '': 'USB INTERRUPT COMPLETE to 1:5:1',
      '-x': ['USB INTERRUPT COMPLETE to 1:5:1', '\t0x0000:  0000 0000 0102'],
    },
  },
  {
    title: 'a submitted interrupt with the long header',
    frame: concat(hex('0011223344556677 53 01 81 05 0100 00 2d'), zeros(52), hex('0102')),
    linkType: 220,
    lines: {
      '': 'USB INTERRUPT SUBMIT from 1:5:1',
      '-x': ['USB INTERRUPT SUBMIT from 1:5:1', '\t0x0000:  0000 0000 0102'],
    },
  },
  {
    title: 'an unknown event of an unknown transfer',
    frame: concat(hex('0011223344556677 00 09 81 05 0100 00 2d'), zeros(52)),
    linkType: 220,
    lines: {
      '': 'USB  ? ? 1:5:1',
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('0011223344556677 53 02'),
    linkType: 189,
    length: 60,
    lines: {
      '': ' [|usb_linux_48_byte]',
    },
  },
  {
    title: 'a long header that is cut',
    frame: hex('0011223344556677 53 02'),
    linkType: 220,
    length: 80,
    lines: {
      '': ' [|usb_linux_64_byte]',
    },
  },
]);

describeModes('Bluetooth HCI', [
  {
    ...fixtureOf(linkHeaders, 'a Bluetooth event'),
    lines: {
      '-e': ['bluetooth, hci length 7, direction in', '\t0x0000:  040e 0401 030c 00                        .......'],
      '-q': 'bluetooth',
    },
  },
  {
    title: 'a command',
    frame: hex('00000000 01 03 0c 00'),
    linkType: 201,
    lines: {
      '-e': ['bluetooth, hci length 4, direction out', '\t0x0000:  0103 0c00                                ....'],
      '-x': ['bluetooth', '\t0x0000:  0103 0c00'],
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('0000'),
    linkType: 201,
    length: 8,
    lines: {
      '': 'bluetooth [|bluetooth]',
    },
  },
]);

describeModes('IP over Fibre Channel', [
  {
    ...fixtureOf(linkHeaders, 'IP over Fibre Channel'),
    lines: {
      '-e': '02:00:00:00:00:02 > 02:00:00:00:00:01, length 44: LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 20: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    title: 'NetBIOS',
    frame: hex('1000 020000000001 1000 020000000002 f0f0 03 0102'),
    linkType: 122,
    lines: {
      '': [
        '02:00:00:00:00:02 > 02:00:00:00:00:01 NetBeui Unnumbered, ui, Flags [Command], length 5',
        '\t0x0000:  f0f0 0301 02                             .....',
      ],
      '-q': '02:00:00:00:00:02 > 02:00:00:00:00:01 NetBeui Unnumbered, ui, Flags [Command], length 5',
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('1000 020000000001'),
    linkType: 122,
    length: 60,
    lines: {
      '': ' [|ipfc]',
    },
  },
]);

describeModes('IP over IEEE 1394', [
  {
    ...fixtureOf(linkHeaders, 'IP over IEEE 1394'),
    lines: {
      '-e': '02:00:00:00:00:00:00:02 > 02:00:00:00:00:00:00:01, ethertype IPv4 (0x0800), length 38: 10.0.0.1 > 10.0.0.2: no next header',
      '-e -q':
        '02:00:00:00:00:00:00:02 > 02:00:00:00:00:00:00:01, IPv4, length 38: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    title: 'an unknown ethertype',
    frame: hex('0200000000000001 0200000000000002 88b5 0102'),
    linkType: 138,
    lines: {
      '': [
        '02:00:00:00:00:00:00:02 > 02:00:00:00:00:00:00:01, ethertype Unknown (0x88b5), length 20: ',
        '\t0x0000:  0102                                     ..',
      ],
      '-q': '02:00:00:00:00:00:00:02 > 02:00:00:00:00:00:00:01, Unknown Ethertype (0x88b5), length 20: ',
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('0200000000000001'),
    linkType: 138,
    length: 60,
    lines: {
      '': ' [|ap1394]',
    },
  },
]);

describeModes('Symantec Firewall', [
  {
    ...fixtureOf(linkHeaders, 'what a Symantec firewall has captured'),
    lines: {
      '-e': 'ethertype IPv4 (0x0800), length 64: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    ...fixtureOf(symantec, 'a type that is none'),
    lines: {
      '-q': 'invalid ethertype 16, length 46: ',
    },
  },
  {
    title: 'an unknown ethertype',
    frame: concat(hex('000000000000 88b5'), zeros(36), hex('0102')),
    linkType: 99,
    lines: {
      '': ['ethertype Unknown (0x88b5), length 46: ', '\t0x0000:  0102                                     ..'],
      '-e': ['ethertype Unknown (0x88b5), length 46: ', '\t0x0000:  0102                                     ..'],
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('000000000000'),
    linkType: 99,
    length: 60,
    lines: {
      '': ' [|symantec]',
    },
  },
]);

describeModes('netANALYZER', [
  {
    title: 'a frame',
    frame: hex('01020304 020000000001 020000000002 0800 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 240,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': '02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype IPv4 (0x0800), length 34: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    title: 'a frame with its preamble',
    frame: hex('01020304 55555555555555d5 020000000001 020000000002 0800 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 241,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('0102'),
    linkType: 241,
    length: 60,
    lines: {
      '': ' [|netanalyzer_transparent]',
    },
  },
]);
