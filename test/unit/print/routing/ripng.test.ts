import { cut, hex, udp6 } from '../fixtures/frames';
import { services } from '../fixtures/services';
import { describeModes, fixtureOf } from '../modes';

describeModes('RIPng', [
  {
    title: 'a request for all',
    frame: udp6(521, 521, hex('01 01 0000 00000000 00000000 00000000 00000000 0000 00 10')),
    lines: {
      '': 'IP6 2001:db8::1.521 > 2001:db8::2.521:  ripng-req dump',
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 32) 2001:db8::1.521 > 2001:db8::2.521: [udp sum ok]  ripng-req dump',
    },
  },
  {
    title: 'a request for one',
    frame: udp6(521, 521, hex('01 01 0000 20010db8 00000000 00000000 00000000 0000 20 10')),
    lines: {
      '': 'IP6 2001:db8::1.521 > 2001:db8::2.521:  ripng-req 1: 2001:db8::/32',
      '-vv': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 32) 2001:db8::1.521 > 2001:db8::2.521: [udp sum ok]  ripng-req 1:',
        '\t2001:db8::/32',
      ],
    },
  },
  {
    ...fixtureOf(services, 'RIPng: a response'),
    lines: {
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 52) 2001:db8::1.521 > 2001:db8::2.521: [udp sum ok]  ripng-resp 2: 2001:db8::/32 (1) 2001:db8:1::/48 [7] (2)',
      '-vv': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 52) 2001:db8::1.521 > 2001:db8::2.521: [udp sum ok]  ripng-resp 2:',
        '\t2001:db8::/32 (1)',
        '\t2001:db8:1::/48 [7] (2)',
      ],
    },
  },
  {
    title: 'a response of half an entry',
    frame: udp6(521, 521, hex('02 01 0000 20010db8 00000000 00000000 00000000 0000 20 01 20010db8')),
    lines: {
      '': 'IP6 2001:db8::1.521 > 2001:db8::2.521:  ripng-resp 1[28]: 2001:db8::/32 (1) (invalid)',
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 36) 2001:db8::1.521 > 2001:db8::2.521: [udp sum ok]  ripng-resp 1[28]: 2001:db8::/32 (1) (invalid)',
    },
  },
  {
    title: 'an unknown command',
    frame: udp6(521, 521, hex('07 01 0000')),
    lines: {
      '': 'IP6 2001:db8::1.521 > 2001:db8::2.521:  ripng-7 ?? 4 (invalid)',
    },
  },
  {
    title: 'another version',
    frame: udp6(521, 521, hex('01 02 0000')),
    lines: {
      '': 'IP6 2001:db8::1.521 > 2001:db8::2.521:  [vers 2] (invalid)',
    },
  },
  {
    title: 'a cut response',
    frame: cut(udp6(521, 521, hex('02 01 0000 20010db8 00000000 00000000 00000000 0000 20 01')), 80),
    length: 86,
    lines: {
      '': 'IP6 2001:db8::1.521 > 2001:db8::2.521:  ripng-resp 1:  [|ripng]',
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 32) 2001:db8::1.521 > 2001:db8::2.521:  ripng-resp 1:  [|ripng]',
    },
  },
]);
