import { macsec } from '../fixtures/macsec';
import { describeFixtures } from '../modes';

describeFixtures('MACsec', macsec, {
  'a frame that can be read': {
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
  'an encrypted frame': {
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
  'a changed frame without a channel': {
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
  'a short frame with padding': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 70: an 1, pn 7, flags none, sl 30, ethertype IPv4 (0x0800), 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
    '-x': [
      'IP 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
      '\t0x0000:  4500 001c 0000 0000 4001 f6dd c000 0201',
      '\t0x0010:  c000 0202 0800 f7fd 0001 0001 0000 0000',
      '\t0x0020:  0000 0000 0000 0000 0000 0000 0000 0000',
    ],
  },
  'a VLAN tag inside': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 70: an 0, pn 7, flags none, ethertype 802.1Q (0x8100), vlan 100, p 0, ethertype IPv4 (0x0800), 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
    '-x': [
      'IP 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
      '\t0x0000:  4500 001c 0000 0000 4001 f6dd c000 0201',
      '\t0x0010:  c000 0202 0800 f7fd 0001 0001 0000 0000',
      '\t0x0020:  0000 0000 0000 0000 0000 0000',
    ],
  },
  'an 802.3 frame inside': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 41: an 0, pn 7, flags none, 802.3LLC, dsap STP (0x42) Individual, ssap STP (0x42) Command, ctrl 0x03:  (invalid)',
    '-x': [' (invalid)', '\t0x0000:  0000 0000 0000 0000 0000 0000 0000 0000'],
  },
  'a short length beyond the frame': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 70: an 1, pn 7, flags none, sl 63,  [|macsec]',
    '-x': ' [|macsec]',
  },
  'a short length of one byte': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 70: an 1, pn 7, flags none, sl 1,  [caplen 1 < 2]',
    '-x': [
      ' [caplen 1 < 2]',
      '\t0x0000:  0800 4500 001c 0000 0000 4001 f6dd c000',
      '\t0x0010:  0201 c000 0202 0800 f7fd 0001 0001 0000',
      '\t0x0020:  0000 0000 0000 0000 0000 0000 0000 0000',
      '\t0x0030:  0000',
    ],
  },
  'a short length that is not short': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 70:  (invalid)',
    '-x': ' (invalid)',
  },
  'a version that is not known': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 70:  (invalid)',
    '-x': ' (invalid)',
  },
  'a frame without an integrity check value': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 30: an 0, pn 7, flags none,  [|macsec]',
    '-x': ' [|macsec]',
  },
  'a frame of its integrity check value alone': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 36: an 0, pn 7, flags none,  [|ether]',
    '-x': [
      ' [|ether]',
      '\t0x0000:  0200 0000 0002 0200 0000 0001 88e5 0000',
      '\t0x0010:  0000 0007 0000 0000 0000 0000 0000 0000',
      '\t0x0020:  0000 0000',
    ],
  },
  'a frame shorter than its tag': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 22:  [|macsec]',
    '-x': ' [|macsec]',
  },
  'a frame shorter than any tag': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 18:  [|macsec]',
    '-x': ' [|macsec]',
  },
  'a cut frame': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1AE MACsec (0x88e5), length 74: an 0, pn 7, flags I, sci 0200000000010001, ethertype IPv4 (0x0800), 192.0.2.1 > 192.0.2.2:  [|icmp]',
  },
});
