import { hex } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('SNAP', [
  {
    title: 'an organization of many',
    frame: hex('020000000001 020000000002 000a aaaa03 080009 1234 0102'),
    lines: {
      '': [
        '02:00:00:00:00:02 > 02:00:00:00:00:01 SNAP, oui Hewlett-Packard (0x080009), pid Unknown (0x1234), length 2: ',
        '\t0x0000:  aaaa 0308 0009 1234 0102                 .......4..',
      ],
      '-e': [
        '02:00:00:00:00:02 > 02:00:00:00:00:01, 802.3, length 10: LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Hewlett-Packard (0x080009), pid Unknown (0x1234), length 2: ',
        '\t0x0000:  aaaa 0308 0009 1234 0102                 .......4..',
      ],
    },
  },
  {
    title: 'an organization that nobody knows',
    frame: hex('020000000001 020000000002 000a aaaa03 00000e 1234 0102'),
    lines: {
      '': [
        '02:00:00:00:00:02 > 02:00:00:00:00:01 SNAP, oui Unknown (0x00000e), pid Unknown (0x1234), length 2: ',
        '\t0x0000:  aaaa 0300 000e 1234 0102                 .......4..',
      ],
    },
  },
  {
    title: "a protocol of Cisco's that nobody knows",
    frame: hex('020000000001 020000000002 000a aaaa03 00000c 0104 0102'),
    lines: {
      '': [
        '02:00:00:00:00:02 > 02:00:00:00:00:01 SNAP, oui Cisco (0x00000c), pid Unknown (0x0104), length 2: ',
        '\t0x0000:  aaaa 0300 000c 0104 0102                 ..........',
      ],
      '-e': [
        '02:00:00:00:00:02 > 02:00:00:00:00:01, 802.3, length 10: LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Cisco (0x00000c), pid Unknown (0x0104), length 2: ',
        '\t0x0000:  aaaa 0300 000c 0104 0102                 ..........',
      ],
    },
  },
  {
    title: 'a bridged FDDI frame',
    frame: hex(
      '020000000001 020000000002 0028 aaaa03 0080c2 000a 0000 00 50 020000000003 020000000004 aaaa03 000000 0800 45000014 00010000 403b0000 0a0000010a000002',
    ),
    lines: {
      '': 'IP  [|ip]',
      '-e': '02:00:00:00:00:02 > 02:00:00:00:00:01, 802.3, length 40: LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet bridged (0x0080c2), pid FDDI w/o FCS (0x000a), length 32: async0 02:00:00:00:00:04 > 02:00:00:00:00:03, length 29: LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 8:  [|ip]',
      '-x': [
        'IP  [|ip]',
        '\t0x0000:  0000 0050 0200 0000 0003 0200 0000 0004',
        '\t0x0010:  aaaa 0300 0000 0800 4500 0014 0001 0000',
        '\t0x0020:  403b 0000 0a00 0001 0a00 0002',
      ],
    },
  },
  {
    title: 'a bridged Token Ring frame',
    frame: hex(
      '020000000001 020000000002 002c aaaa03 0080c2 0009 0000 10 40 020000000003 020000000004 aaaa03 000000 0800 45000014 00010000 403b0000 0a0000010a000002',
    ),
    lines: {
      '': 'IP  [|ip]',
    },
  },
  {
    title: 'a bridged frame whose padding is cut',
    frame: hex('020000000001 020000000002 002c aaaa03 0080c2 0009 00'),
    length: 80,
    lines: {
      '': ' [|snap]',
      '-x': [' [|snap]', '\t0x0000:  00'],
    },
  },
  {
    title: 'a bridged BPDU without padding',
    frame: hex(
      '020000000001 020000000002 002b aaaa03 0080c2 000e 0000 00 00 01 8000020000000001 00000000 8000020000000001 8001 0000 1400 0200 0f00',
    ),
    lines: {
      '': 'STP 802.1d, Config, Flags [Topology change], bridge-id 8000.02:00:00:00:00:01.8001, length 35',
    },
  },
]);

describeModes('Raw IP', [
  {
    title: 'nothing behind a PPI header',
    frame: hex('00 00 0800 0c000000'),
    linkType: 192,
    lines: {
      '': 'truncated-ip 0',
      '-e': 'V.0 DLT RAW (12) len 8, length 8: ip: truncated-ip 0',
    },
  },
  {
    title: 'what is cut behind a PPI header',
    frame: hex('00 00 0800 0c000000'),
    linkType: 192,
    length: 40,
    lines: {
      '': ' [|ipn]',
    },
  },
]);
