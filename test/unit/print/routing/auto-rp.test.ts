import { cut, hex, udp4 } from '../fixtures/frames';
import { services } from '../fixtures/services';
import { describeModes, fixtureOf } from '../modes';

const data = (text: string) => udp4(496, 496, hex(text));

describeModes('Auto-RP', [
  {
    title: 'a candidate',
    frame: data('11 01 00b5 00000000 c0000201 03 01 00 04 e0000000'),
    lines: {
      '': 'IP 192.0.2.1.496 > 192.0.2.2.496:  auto-rp candidate-advert Hold 3m1s RP 192.0.2.1 PIMv1+2 224.0.0.0/4',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 48)',
        '    192.0.2.1.496 > 192.0.2.2.496:  auto-rp candidate-advert Hold 3m1s RP 192.0.2.1 PIMv1+2 224.0.0.0/4',
      ],
    },
  },
  {
    ...fixtureOf(services, 'Auto-RP: a mapping'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 66)',
        '    192.0.2.1.496 > 192.0.2.2.496:  auto-rp mapping Hold FOREVER RP 192.0.2.1 PIMv2 !239.0.0.0/8,239.1.0.0/16 bidir RP 192.0.2.2 PIMv1 [rsvd=0xfc] 239.1.2.0/24[rsvd=0xfc]',
      ],
    },
  },
  {
    title: 'an unknown type',
    frame: data('07 01 003c 00000000 c0000201 00 00'),
    lines: {
      '': 'IP 192.0.2.1.496 > 192.0.2.2.496:  auto-rp type-0x07 Hold 1m RP 192.0.2.1 PIMv?',
    },
  },
  {
    title: 'a group that is cut off',
    frame: data('11 01 00b5 00000000 c0000201 03 02 00 04 e0000000'),
    lines: {
      '': 'IP 192.0.2.1.496 > 192.0.2.2.496:  auto-rp candidate-advert Hold 3m1s RP 192.0.2.1 PIMv1+2 224.0.0.0/4 [|cisco_autorp]',
    },
  },
  {
    title: 'points that are cut off',
    frame: data('11 03 00b5 00000000 c0000201 03 00'),
    lines: {
      '': 'IP 192.0.2.1.496 > 192.0.2.2.496:  auto-rp candidate-advert Hold 3m1s RP 192.0.2.1 PIMv1+2 [|cisco_autorp]',
    },
  },
  {
    title: 'a point without versions',
    frame: data('11 03 00b5 00000000 c0000201'),
    lines: {
      '': 'IP 192.0.2.1.496 > 192.0.2.2.496:  auto-rp candidate-advert Hold 3m1s RP 192.0.2.1 [|cisco_autorp]',
    },
  },
  {
    title: 'a point without a count',
    frame: data('11 03 00b5 00000000 c0000201 03'),
    lines: {
      '': 'IP 192.0.2.1.496 > 192.0.2.2.496:  auto-rp candidate-advert Hold 3m1s RP 192.0.2.1 PIMv1+2 [|cisco_autorp]',
    },
  },
  {
    title: 'a short message',
    frame: data('11 03 00b5'),
    lines: {
      '': 'IP 192.0.2.1.496 > 192.0.2.2.496:  [|cisco_autorp]',
    },
  },
  {
    title: 'a cut message',
    frame: cut(data('11 01 00b5 00000000 c0000201 03 01 00 04 e0000000'), 60),
    length: 62,
    lines: {
      '': 'IP 192.0.2.1.496 > 192.0.2.2.496:  auto-rp candidate-advert Hold 3m1s RP 192.0.2.1 PIMv1+2 [|cisco_autorp]',
      '-x': [
        'IP 192.0.2.1.496 > 192.0.2.2.496:  auto-rp candidate-advert Hold 3m1s RP 192.0.2.1 PIMv1+2 [|cisco_autorp]',
        '\t0x0000:  0200 0000 0002 0200 0000 0001 0800 4500',
        '\t0x0010:  0030 0000 0000 4011 f6b9 c000 0201 c000',
        '\t0x0020:  0202 01f0 01f0 001c c114 1101 00b5 0000',
        '\t0x0030:  0000 c000 0201 0301 0004 e000',
      ],
    },
  },
]);
