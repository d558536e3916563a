import { cut, hex, ip4 } from '../fixtures/frames';
import { routing } from '../fixtures/routing';
import { describeModes, fixtureOf } from '../modes';

/** A packet of `opcode` in AS 100. */
const eigrp = (opcode: string, tlvs: string, flags = '00000000') =>
  ip4(88, hex(`02 ${opcode} abcd ${flags} 00000003 00000002 0000 0064 ${tlvs}`));

describeModes('EIGRP', [
  {
    title: 'a hello',
    frame: eigrp('05', '0001 000c 01 00 01 00 00 00 000f 0004 0008 0c 04 01 02'),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: EIGRP Hello, length: 40',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto EIGRP (88), length 60)',
        '    192.0.2.1 > 192.0.2.2: ',
        '\tEIGRP v2, opcode: Hello (5), chksum: 0xabcd, Flags: [none]',
        '\tseq: 0x00000003, ack: 0x00000002, VRID: 0, AS: 100, length: 20',
        '\t  General Parameters TLV (0x0001), length: 12',
        '\t    holdtime: 15s, k1 1, k2 0, k3 1, k4 0, k5 0',
        '\t  Software Version TLV (0x0004), length: 8',
        '\t    IOS version: 12.4, EIGRP version 1.2',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto EIGRP (88), length 60)',
        '    192.0.2.1 > 192.0.2.2: ',
        '\tEIGRP v2, opcode: Hello (5), chksum: 0xabcd, Flags: [none]',
        '\tseq: 0x00000003, ack: 0x00000002, VRID: 0, AS: 100, length: 20',
        '\t  General Parameters TLV (0x0001), length: 12',
        '\t    holdtime: 15s, k1 1, k2 0, k3 1, k4 0, k5 0',
        '\t    0x0000:  0100 0100 0000 000f',
        '\t  Software Version TLV (0x0004), length: 8',
        '\t    IOS version: 12.4, EIGRP version 1.2',
        '\t    0x0000:  0c04 0102',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 74: 192.0.2.1 > 192.0.2.2: EIGRP Hello, length: 40',
    },
  },
  {
    ...fixtureOf(routing, 'EIGRP: an update'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto EIGRP (88), length 143)',
        '    192.0.2.1 > 192.0.2.2: ',
        '\tEIGRP v2, opcode: Update (1), chksum: 0xabcd, Flags: [Init, Restart, End-of-Table]',
        '\tseq: 0x00000003, ack: 0x00000002, VRID: 0, AS: 100, length: 103',
        '\t  IP Internal routes TLV (0x0102), length: 28',
        '\t    IPv4 prefix:        10.1.2.0/24, nexthop: self',
        '\t      delay 2 ms, bandwidth 256 Kbps, mtu 1500, hop 0, reliability 255, load 1',
        '\t  IP External routes TLV (0x0103), length: 50',
        '\t    IPv4 prefix:       192.0.2.1/32, nexthop: 10.0.0.1',
        '\t      origin-router 10.0.0.2, origin-as 100, origin-proto Connected, flags [0x01], tag 0x00000005, metric 10',
        '\t      delay 5 ms, bandwidth 256 Kbps, mtu 1500, hop 1, reliability 255, load 1',
        '\t    0x0000:  0000 0000 0001 0000 0001 0000 05dc 00ff',
        '\t    0x0010:  0100 0008 0a',
      ],
    },
  },
  {
    title: 'AppleTalk',
    frame: eigrp(
      '01',
      '0202 001c 00000000 00000100 00000100 0005dc 00 ff 01 0000 0001 0005 0203 002c 00010002 00000003 00000064 00000005 06 01 000a 00000200 00000100 0005dc 01 ff 01 0000 0006 0009 0204 000c 000a 0014 00000007',
      '00000002',
    ),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto EIGRP (88), length 124)',
        '    192.0.2.1 > 192.0.2.2: ',
        '\tEIGRP v2, opcode: Update (1), chksum: 0xabcd, Flags: [Conditionally Received]',
        '\tseq: 0x00000003, ack: 0x00000002, VRID: 0, AS: 100, length: 84',
        '\t  AppleTalk Internal routes TLV (0x0202), length: 28',
        '\t     Cable-Range: 1-5, nexthop: self',
        '\t      delay 2 ms, bandwidth 256 Kbps, mtu 1500, hop 0, reliability 255, load 1',
        '\t  AppleTalk External routes TLV (0x0203), length: 44',
        '\t     Cable-Range: 6-9, nexthop: 1.2',
        '\t      origin-router 3, origin-as 100, origin-proto OSPF, flags [0x01], tag 0x00000005, metric 10',
        '\t      delay 5 ms, bandwidth 256 Kbps, mtu 1500, hop 1, reliability 255, load 1',
        '\t  AppleTalk Cable setup TLV (0x0204), length: 12',
        '\t    Cable-range: 10-20, Router-ID 7',
      ],
    },
  },
  {
    title: 'TLVs that are not known, too short, wrong',
    frame: eigrp('03', '0003 0006 abcd 0001 0006 0100 0102 001a 00000000 00000100 00000100 0005dc 00 ff 01 0000 21 00'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto EIGRP (88), length 78)',
        '    192.0.2.1 > 192.0.2.2: ',
        '\tEIGRP v2, opcode: Query (3), chksum: 0xabcd, Flags: [none]',
        '\tseq: 0x00000003, ack: 0x00000002, VRID: 0, AS: 100, length: 38',
        '\t  Sequence TLV (0x0003), length: 6',
        '\t    0x0000:  abcd',
        '\t  General Parameters TLV (0x0001), length: 6 (too short, < 12)',
        '\t  IP Internal routes TLV (0x0102), length: 26',
        '\t    illegal prefix length 33',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto EIGRP (88), length 78)',
        '    192.0.2.1 > 192.0.2.2: ',
        '\tEIGRP v2, opcode: Query (3), chksum: 0xabcd, Flags: [none]',
        '\tseq: 0x00000003, ack: 0x00000002, VRID: 0, AS: 100, length: 38',
        '\t  Sequence TLV (0x0003), length: 6',
        '\t    0x0000:  abcd',
        '\t  General Parameters TLV (0x0001), length: 6 (too short, < 12)',
        '\t    0x0000:  0100',
        '\t  IP Internal routes TLV (0x0102), length: 26',
        '\t    illegal prefix length 33',
        '\t    0x0000:  0000 0000 0000 0100 0000 0100 0005 dc00',
        '\t    0x0010:  ff01 0000 2100',
      ],
    },
  },
  {
    title: 'a TLV of length 0',
    frame: eigrp('04', '0003 0000 abcd'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto EIGRP (88), length 46)',
        '    192.0.2.1 > 192.0.2.2: ',
        '\tEIGRP v2, opcode: Reply (4), chksum: 0xabcd, Flags: [none]',
        '\tseq: 0x00000003, ack: 0x00000002, VRID: 0, AS: 100, length: 6',
        '\t    0x0000:  abcd',
      ],
    },
  },
  {
    title: 'a TLV beyond the packet',
    frame: eigrp('07', '0003 0010 abcd'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto EIGRP (88), length 46)',
        '    192.0.2.1 > 192.0.2.2: ',
        '\tEIGRP v2, opcode: Probe (7), chksum: 0xabcd, Flags: [none]',
        '\tseq: 0x00000003, ack: 0x00000002, VRID: 0, AS: 100, length: 6',
        '\t    0x0000:  abcd',
      ],
    },
  },
  {
    title: 'an unknown opcode and version',
    frame: ip4(88, hex('03 09 abcd 00000000 00000003 00000002 0000 0064')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto EIGRP (88), length 40)',
        '    192.0.2.1 > 192.0.2.2: EIGRP version 3 packet not supported',
      ],
    },
  },
  {
    title: 'an unknown opcode',
    frame: eigrp('09', ''),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto EIGRP (88), length 40)',
        '    192.0.2.1 > 192.0.2.2: ',
        '\tEIGRP v2, opcode: unknown, type: 9 (9), chksum: 0xabcd, Flags: [none]',
        '\tseq: 0x00000003, ack: 0x00000002, VRID: 0, AS: 100, length: 0',
      ],
    },
  },
  {
    title: 'a cut hello',
    frame: cut(eigrp('05', '0001 000c 01 00 01 00 00 00 000f'), 62),
    length: 66,
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto EIGRP (88), length 52)',
        '    192.0.2.1 > 192.0.2.2: ',
        '\tEIGRP v2, opcode: Hello (5), chksum: 0xabcd, Flags: [none]',
        '\tseq: 0x00000003, ack: 0x00000002, VRID: 0, AS: 100, length: 12',
        '\t  General Parameters TLV (0x0001), length: 12 [|eigrp]',
      ],
    },
  },
]);
