import { ethernet, ipv4, ipv6, tcp } from '../../../../src/frames/frames';
import { cut, hex, text } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('TCP', [
  {
    title: 'a SYN with options',
    frame: ethernet({}, ipv4({}, tcp({ flags: 'S', options: hex('020405b4 0402 080a0000000100000000 01 030307') }))),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.443: Flags [S], seq 1, win 65535, options [mss 1460,sackOK,TS val 1 ecr 0,nop,wscale 7], length 0',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 60)',
        '    192.0.2.1.40000 > 192.0.2.2.443: Flags [S], cksum 0x25ff (correct), seq 1, win 65535, options [mss 1460,sackOK,TS val 1 ecr 0,nop,wscale 7], length 0',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 60)',
        '    192.0.2.1.40000 > 192.0.2.2.443: Flags [S], cksum 0x25ff (correct), seq 1, win 65535, options [mss 1460,sackOK,TS val 1 ecr 0,nop,wscale 7], length 0',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 74: 192.0.2.1.40000 > 192.0.2.2.443: Flags [S], seq 1, win 65535, options [mss 1460,sackOK,TS val 1 ecr 0,nop,wscale 7], length 0',
      '-q': 'IP 192.0.2.1.40000 > 192.0.2.2.443: tcp 0',
      '-S': 'IP 192.0.2.1.40000 > 192.0.2.2.443: Flags [S], seq 1, win 65535, options [mss 1460,sackOK,TS val 1 ecr 0,nop,wscale 7], length 0',
    },
  },
  {
    title: 'a segment with data',
    frame: ethernet({}, ipv4({}, tcp({ flags: 'P.', acknowledgement: 9 }, text('abc')))),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.443: Flags [P.], seq 1:4, ack 9, win 65535, length 3',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 43)',
        '    192.0.2.1.40000 > 192.0.2.2.443: Flags [P.], cksum 0xc95d (correct), seq 1:4, ack 9, win 65535, length 3',
      ],
      '-q': 'IP 192.0.2.1.40000 > 192.0.2.2.443: tcp 3',
      '-q -v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 43)',
        '    192.0.2.1.40000 > 192.0.2.2.443: tcp 3',
      ],
      '-X': [
        'IP 192.0.2.1.40000 > 192.0.2.2.443: Flags [P.], seq 1:4, ack 9, win 65535, length 3',
        '\t0x0000:  4500 002b 0000 0000 4006 f6c9 c000 0201  E..+....@.......',
        '\t0x0010:  c000 0202 9c40 01bb 0000 0001 0000 0009  .....@..........',
        '\t0x0020:  5018 ffff c95d 0000 6162 63              P....]..abc',
      ],
    },
  },
  {
    title: 'an acknowledgement',
    frame: ethernet({}, ipv6({}, tcp({ flags: '.', acknowledgement: 9 }))),
    lines: {
      '': 'IP6 2001:db8::1.40000 > 2001:db8::2.443: Flags [.], ack 9, win 65535, length 0',
      '-v': 'IP6 (hlim 64, next-header TCP (6) payload length: 20) 2001:db8::1.40000 > 2001:db8::2.443: Flags [.], cksum 0xb65a (correct), ack 9, win 65535, length 0',
      '-vv':
        'IP6 (hlim 64, next-header TCP (6) payload length: 20) 2001:db8::1.40000 > 2001:db8::2.443: Flags [.], cksum 0xb65a (correct), seq 1, ack 9, win 65535, length 0',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv6 (0x86dd), length 74: 2001:db8::1.40000 > 2001:db8::2.443: Flags [.], ack 9, win 65535, length 0',
    },
  },
  {
    title: 'a wrong checksum',
    frame: ethernet({}, ipv4({}, tcp({ flags: '.', checksum: 1 }))),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.443: Flags [.], ack 0, win 65535, length 0',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 40)',
        '    192.0.2.1.40000 > 192.0.2.2.443: Flags [.], cksum 0x0001 (incorrect -> 0x8dd4), ack 0, win 65535, length 0',
      ],
      '-v -K': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 40)',
        '    192.0.2.1.40000 > 192.0.2.2.443: Flags [.], ack 0, win 65535, length 0',
      ],
    },
  },
  {
    title: 'a reset that says why',
    frame: ethernet({}, ipv4({}, tcp({ flags: 'R' }, text('no\x1b[31m such\nconnection')))),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.443: Flags [R], seq 1:24, win 65535, length 23',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 63)',
        '    192.0.2.1.40000 > 192.0.2.2.443: Flags [R], cksum 0x69b4 (correct), seq 1:24, win 65535, length 23 [RST no^[[31m such^Jconnection]',
      ],
    },
  },
  {
    title: 'all flags and an urgent pointer',
    frame: ethernet({}, ipv4({}, tcp({ flags: 'FSRP.UEW', urgent: 5 }))),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.443: Flags [FSRP.UEW], seq 1, ack 0, win 65535, urg 5, length 0',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 40)',
        '    192.0.2.1.40000 > 192.0.2.2.443: Flags [FSRP.UEW], cksum 0x8ce0 (correct), seq 1, ack 0, win 65535, urg 5, length 0',
      ],
    },
  },
  {
    title: 'a fast open cookie request',
    frame: ethernet({}, ipv4({}, tcp({ flags: 'S', options: hex('2202 fd04 1234 ce0501 0203') }))),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.443: Flags [S], seq 1, win 65535, options [tfo  cookiereq,unknown-253 0x1234,unknown-206 0x010203,eol], length 0',
    },
  },
  {
    title: 'selective acknowledgements',
    frame: ethernet({}, ipv4({}, tcp({ flags: '.', acknowledgement: 9, options: hex('0101 050a 00000010 00000020') }))),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.443: Flags [.], ack 9, win 65535, options [nop,nop,sack 1 {8:24}], length 0',
    },
  },
  {
    title: 'a header cut after the ports',
    frame: cut(ethernet({}, ipv4({}, tcp({}))), 44),
    length: 54,
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.443:  [|tcp]',
      '-x': [
        'IP 192.0.2.1.40000 > 192.0.2.2.443:  [|tcp]',
        '\t0x0000:  4500 0028 0000 0000 4006 f6cc c000 0201',
        '\t0x0010:  c000 0202 9c40 01bb 0000 0001 0000',
      ],
    },
  },
  {
    title: 'options cut in the middle',
    frame: cut(ethernet({}, ipv4({}, tcp({ options: hex('020405b4 0101 0402') }))), 59),
    length: 62,
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.443: Flags [.], ack 0, win 65535, options [mss 1460,nop, [|tcp]',
      '-x': [
        'IP 192.0.2.1.40000 > 192.0.2.2.443: Flags [.], ack 0, win 65535, options [mss 1460,nop, [|tcp]',
        '\t0x0000:  0200 0000 0002 0200 0000 0001 0800 4500',
        '\t0x0010:  0030 0000 0000 4006 f6c4 c000 0201 c000',
        '\t0x0020:  0202 9c40 01bb 0000 0001 0000 0000 7010',
        '\t0x0030:  ffff 6111 0000 0204 05b4 01',
      ],
    },
  },
]);
