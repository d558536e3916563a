import { concat, cut, ether, hex, ip4Packet, zeros } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('MACsec', [
  {
    title: 'a frame that can be read',
    frame: ether(
      0x88e5,
      concat(hex('20 00 00000007 0200000000010001 0800'), ip4Packet(1, hex('0800 f7fd 0001 0001')), zeros(16)),
    ),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto ICMP (1), length 28)',
        '    192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 74: an 0, pn 7, flags I, sci 0200000000010001, ethertype IPv4 (0x0800), 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
      '-x': [
        'IP 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
        '\t0x0000:  4500 001c 0000 0000 4001 f6dd c000 0201',
        '\t0x0010:  c000 0202 0800 f7fd 0001 0001 0000 0000',
        '\t0x0020:  0000 0000 0000 0000 0000 0000',
      ],
      '-e -q':
        '02:00:00:00:00:01 > 02:00:00:00:00:02, 802.1AE MACsec, length 74: an 0, pn 7, flags I, sci 0200000000010001, IPv4, 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
    },
  },
  {
    title: 'an encrypted frame',
    frame: ether(0x88e5, concat(hex('2f 00 00000007 0200000000010001 0102030405060708090a0b0c0d0e0f10 1112'))),
    lines: {
      '': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02 802.1AE MACsec, an 3, pn 7, flags ECI, sci 0200000000010001, ',
        '\t0x0000:  0102 0304 0506 0708 090a 0b0c 0d0e 0f10  ................',
        '\t0x0010:  1112                                     ..',
      ],
      '-e': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 46: an 3, pn 7, flags ECI, sci 0200000000010001, ',
        '\t0x0000:  0102 0304 0506 0708 090a 0b0c 0d0e 0f10  ................',
        '\t0x0010:  1112                                     ..',
      ],
      '-x': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02 802.1AE MACsec, an 3, pn 7, flags ECI, sci 0200000000010001, ',
        '\t0x0000:  0102 0304 0506 0708 090a 0b0c 0d0e 0f10',
        '\t0x0010:  1112',
      ],
      '-q': '02:00:00:00:00:01 > 02:00:00:00:00:02 802.1AE MACsec, an 3, pn 7, flags ECI, sci 0200000000010001, ',
    },
  },
  {
    title: 'a changed frame without a channel',
    frame: ether(0x88e5, concat(hex('44 08 00000007 0102030405060708'), zeros(16))),
    lines: {
      '': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02 802.1AE MACsec, an 0, pn 7, flags CS, sl 8, ',
        '\t0x0000:  0102 0304 0506 0708 0000 0000 0000 0000  ................',
        '\t0x0010:  0000 0000 0000 0000                      ........',
      ],
      '-e': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 44: an 0, pn 7, flags CS, sl 8, ',
        '\t0x0000:  0102 0304 0506 0708 0000 0000 0000 0000  ................',
        '\t0x0010:  0000 0000 0000 0000                      ........',
      ],
      '-x': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02 802.1AE MACsec, an 0, pn 7, flags CS, sl 8, ',
        '\t0x0000:  0102 0304 0506 0708 0000 0000 0000 0000',
        '\t0x0010:  0000 0000 0000 0000',
      ],
    },
  },
  {
    title: 'a short frame with padding',
    frame: ether(0x88e5, concat(hex('01 1e 00000007 0800'), ip4Packet(1, hex('0800 f7fd 0001 0001')), zeros(20))),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 70: an 1, pn 7, flags none, sl 30, ethertype IPv4 (0x0800), 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
      '-x': [
        'IP 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
        '\t0x0000:  4500 001c 0000 0000 4001 f6dd c000 0201',
        '\t0x0010:  c000 0202 0800 f7fd 0001 0001 0000 0000',
        '\t0x0020:  0000 0000 0000 0000 0000 0000 0000 0000',
      ],
    },
  },
  {
    title: 'a VLAN tag inside',
    frame: ether(
      0x88e5,
      concat(hex('00 00 00000007 8100 0064 0800'), ip4Packet(1, hex('0800 f7fd 0001 0001')), zeros(16)),
    ),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 70: an 0, pn 7, flags none, ethertype 802.1Q (0x8100), vlan 100, p 0, ethertype IPv4 (0x0800), 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
      '-x': [
        'IP 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
        '\t0x0000:  4500 001c 0000 0000 4001 f6dd c000 0201',
        '\t0x0010:  c000 0202 0800 f7fd 0001 0001 0000 0000',
        '\t0x0020:  0000 0000 0000 0000 0000 0000',
      ],
    },
  },
  {
    title: 'an 802.3 frame inside',
    frame: ether(0x88e5, concat(hex('00 00 00000007 0003 424203'), zeros(16))),
    lines: {
      '': ' (invalid)',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 41: an 0, pn 7, flags none, 802.3LLC, dsap STP (0x42) Individual, ssap STP (0x42) Command, ctrl 0x03:  (invalid)',
      '-x': [' (invalid)', '\t0x0000:  0000 0000 0000 0000 0000 0000 0000 0000'],
    },
  },
  {
    title: 'a short length beyond the frame',
    frame: ether(0x88e5, concat(hex('01 3f 00000007 0800'), ip4Packet(1, hex('0800 f7fd 0001 0001')), zeros(20))),
    lines: {
      '': ' [|macsec]',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 70: an 1, pn 7, flags none, sl 63,  [|macsec]',
      '-x': ' [|macsec]',
    },
  },
  {
    title: 'a short length of one byte',
    frame: ether(0x88e5, concat(hex('01 01 00000007 0800'), ip4Packet(1, hex('0800 f7fd 0001 0001')), zeros(20))),
    lines: {
      '': ' [caplen 1 < 2]',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 70: an 1, pn 7, flags none, sl 1,  [caplen 1 < 2]',
      '-x': [
        ' [caplen 1 < 2]',
        '\t0x0000:  0800 4500 001c 0000 0000 4001 f6dd c000',
        '\t0x0010:  0201 c000 0202 0800 f7fd 0001 0001 0000',
        '\t0x0020:  0000 0000 0000 0000 0000 0000 0000 0000',
        '\t0x0030:  0000',
      ],
    },
  },
  {
    title: 'a short length that is not short',
    frame: ether(0x88e5, concat(hex('01 40 00000007 0800'), ip4Packet(1, hex('0800 f7fd 0001 0001')), zeros(20))),
    lines: {
      '': ' (invalid)',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 70:  (invalid)',
      '-x': ' (invalid)',
    },
  },
  {
    title: 'a version that is not known',
    frame: ether(0x88e5, concat(hex('80 00 00000007 0800'), ip4Packet(1, hex('0800 f7fd 0001 0001')), zeros(20))),
    lines: {
      '': ' (invalid)',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 70:  (invalid)',
      '-x': ' (invalid)',
    },
  },
  {
    title: 'a frame without an integrity check value',
    frame: ether(0x88e5, concat(hex('00 00 00000007 0800'), zeros(8))),
    lines: {
      '': ' [|macsec]',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 30: an 0, pn 7, flags none,  [|macsec]',
      '-x': ' [|macsec]',
    },
  },
  {
    title: 'a frame of its integrity check value alone',
    frame: ether(0x88e5, concat(hex('00 00 00000007'), zeros(16))),
    lines: {
      '': ' [|ether]',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 36: an 0, pn 7, flags none,  [|ether]',
      '-x': [
        ' [|ether]',
        '\t0x0000:  0200 0000 0002 0200 0000 0001 88e5 0000',
        '\t0x0010:  0000 0007 0000 0000 0000 0000 0000 0000',
        '\t0x0020:  0000 0000',
      ],
    },
  },
  {
    title: 'a frame shorter than its tag',
    frame: ether(0x88e5, concat(hex('20 00 00000007 0200'))),
    lines: {
      '': ' [|macsec]',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 22:  [|macsec]',
      '-x': ' [|macsec]',
    },
  },
  {
    title: 'a frame shorter than any tag',
    frame: ether(0x88e5, concat(hex('00 00 0000'))),
    lines: {
      '': ' [|macsec]',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 18:  [|macsec]',
      '-x': ' [|macsec]',
    },
  },
  {
    title: 'a cut frame',
    frame: cut(
      ether(
        0x88e5,
        concat(hex('20 00 00000007 0200000000010001 0800'), ip4Packet(1, hex('0800 f7fd 0001 0001')), zeros(16)),
      ),
      66,
    ),
    length: 74,
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2:  [|icmp]',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 74: an 0, pn 7, flags I, sci 0200000000010001, ethertype IPv4 (0x0800), 192.0.2.1 > 192.0.2.2:  [|icmp]',
    },
  },
]);
