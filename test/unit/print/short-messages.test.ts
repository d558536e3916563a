import { cut, ether, hex, tcp4, udp4 } from './fixtures/frames';
import { describeModes } from './modes';

describeModes('messages that are short or cut', [
  {
    title: 'half the length of a DNS message',
    frame: tcp4(40000, 53, hex('00')),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.53: Flags [P.], seq 1:2, ack 1, win 65535, length 1 [DNS over TCP: length 1 < 2] (invalid)',
      '-x': [
        'IP 192.0.2.1.40000 > 192.0.2.2.53: Flags [P.], seq 1:2, ack 1, win 65535, length 1 [DNS over TCP: length 1 < 2] (invalid)',
        '\t0x0000:  4500 0029 0000 0000 4006 f6cb c000 0201',
        '\t0x0010:  c000 0202 9c40 0035 0000 0001 0000 0001',
        '\t0x0020:  5018 ffff 8f50 0000 00',
      ],
    },
  },
  {
    title: 'options that a TFTP server has none of',
    frame: udp4(69, 40000, hex('0006')),
    lines: {
      '': 'IP 192.0.2.1.69 > 192.0.2.2.40000: TFTP, length 2, OACK',
    },
  },
  {
    title: 'a file that TFTP is not told',
    frame: udp4(40000, 69, hex('0001')),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.69: TFTP, length 2, RRQ [|tftp]',
    },
  },
  {
    title: 'a VXLAN-GPE header cut in its number',
    frame: cut(udp4(40000, 4790, hex('0c 0000 01 000007 00 45')), 48),
    length: 51,
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.4790: VXLAN-GPE, flags [IP],  [|vxlan_gpe]',
      '-x': [
        'IP 192.0.2.1.40000 > 192.0.2.2.4790: VXLAN-GPE, flags [IP],  [|vxlan_gpe]',
        '\t0x0000:  0200 0000 0002 0200 0000 0001 0800 4500',
        '\t0x0010:  0025 0000 0000 4011 f6c4 c000 0201 c000',
        '\t0x0020:  0202 9c40 12b6 0011 74d0 0c00 0001 0000',
      ],
    },
  },
  {
    title: 'a VXLAN-GPE header cut in its last byte',
    frame: cut(udp4(40000, 4790, hex('0c 0000 01 000007 00 45')), 49),
    length: 51,
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.4790: VXLAN-GPE, flags [IP],  [|vxlan_gpe]',
    },
  },
  {
    title: 'a VXLAN header cut in its last byte',
    frame: cut(udp4(40000, 4789, hex('08 000000 000007 00 45')), 49),
    length: 51,
    lines: {
      '': ['IP 192.0.2.1.40000 > 192.0.2.2.4789: VXLAN, flags [I] (0x08), vni 7', ' [|vxlan]'],
      '-x': [
        'IP 192.0.2.1.40000 > 192.0.2.2.4789: VXLAN, flags [I] (0x08), vni 7',
        ' [|vxlan]',
        '\t0x0000:  0200 0000 0002 0200 0000 0001 0800 4500',
        '\t0x0010:  0025 0000 0000 4011 f6c4 c000 0201 c000',
        '\t0x0020:  0202 9c40 12b5 0011 78d2 0800 0000 0000',
        '\t0x0030:  07',
      ],
    },
  },
  {
    title: 'what MPLS carries, cut',
    frame: cut(udp4(40000, 6635, hex('000641ff 00010203 04050607')), 50),
    length: 54,
    lines: {
      '': [
        'IP 192.0.2.1.40000 > 192.0.2.2.6635: MPLS (label 100, tc 0, [S], ttl 255)',
        '\t0x0000:  0001 0203                                .... [|mpls]',
      ],
      '-x': [
        'IP 192.0.2.1.40000 > 192.0.2.2.6635: MPLS (label 100, tc 0, [S], ttl 255)',
        '\t0x0000:  4500 0028 0000 0000 4011 f6c1 c000 0201',
        '\t0x0010:  c000 0202 9c40 19eb 0014 7781 0006 41ff',
        '\t0x0020:  0001 0203',
      ],
    },
  },
  {
    title: 'a label that is cut',
    frame: cut(udp4(40000, 6635, hex('000640ff 0001')), 47),
    length: 48,
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.6635: MPLS (label 100, tc 0, ttl 255) (invalid) [|mpls]',
    },
  },
  {
    title: 'a short BFD packet',
    frame: udp4(40000, 3784, hex('20 c0 03 18')),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.3784:  [|bfd]',
      '-x': [
        'IP 192.0.2.1.40000 > 192.0.2.2.3784:  [|bfd]',
        '\t0x0000:  0200 0000 0002 0200 0000 0001 0800 4500',
        '\t0x0010:  0020 0000 0000 4011 f6c9 c000 0201 c000',
        '\t0x0020:  0202 9c40 0ec8 000c acf1 20c0 0318',
      ],
    },
  },
  {
    title: 'a Kerberos name that is cut',
    frame: cut(udp4(40000, 88, hex('04 02 6a6f6500 00 4100')), 46),
    length: 51,
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.88:  v4 be KDC_REQUEST: jo [|krb]',
      '-x': [
        'IP 192.0.2.1.40000 > 192.0.2.2.88:  v4 be KDC_REQUEST: jo [|krb]',
        '\t0x0000:  4500 0025 0000 0000 4011 f6c4 c000 0201',
        '\t0x0010:  c000 0202 9c40 0058 0011 0b7d 0402 6a6f',
      ],
    },
  },
  {
    title: 'a line of SMTP of which nothing was captured',
    frame: cut(tcp4(25, 40000, hex('323530 0d0a')), 54),
    length: 59,
    lines: {
      '': 'IP 192.0.2.1.25 > 192.0.2.2.40000: Flags [P.], seq 1:6, ack 1, win 65535, length 5: SMTP [|smtp]',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 45)',
        '    192.0.2.1.25 > 192.0.2.2.40000: Flags [P.], seq 1:6, ack 1, win 65535, length 5: SMTP, length: 5 [|smtp]',
      ],
    },
  },
  {
    title: 'a route that ends in the middle of an address, where the capture ends',
    frame: cut(ether(0x0800, hex('47000030 00000000 4063ef96 c0000201 c0000202 83060401 02030000')), 40),
    length: 62,
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto unknown (99), length 48, options (LSRR [bad length 6] [truncated-option]))',
        '    192.0.2.1 > 192.0.2.2:  [|ip]',
      ],
    },
  },
]);
