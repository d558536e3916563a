import { concat, cut, hex, udp6 } from '../fixtures/frames';
import { services } from '../fixtures/services';
import { describeModes, fixtureOf } from '../modes';

/** A message of this type with options in hexadecimal. */
const message = (type: string, options: string) => {
  const body = hex(options);
  const length = body.length.toString(16).padStart(4, '0');
  const header = hex(`2b 01 03 04 0000abcd 0102030405060708 ffffffffffffffff ${type} ${length}`);
  return udp6(5359, 5359, concat(header, body));
};

describeModes('AHCP', [
  {
    title: 'a discovery',
    frame: message('00 00', ''),
    lines: {
      '': 'IP6 2001:db8::1.5359 > 2001:db8::2.5359: AHCP Version 1',
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 36) 2001:db8::1.5359 > 2001:db8::2.5359: [udp sum ok] AHCP Version 1',
        '\tHopcount 3, Original Hopcount 4, Nonce 0x0000abcd, Source Id 01:02:03:04:05:06:07:08, Destination Id ff:ff:ff:ff:ff:ff:ff:ff',
        '\tDiscover, Length 0',
      ],
      '-vv': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 36) 2001:db8::1.5359 > 2001:db8::2.5359: [udp sum ok] AHCP Version 1',
        '\tHopcount 3, Original Hopcount 4, Nonce 0x0000abcd, Source Id 01:02:03:04:05:06:07:08, Destination Id ff:ff:ff:ff:ff:ff:ff:ff',
        '\tDiscover, Length 0',
      ],
    },
  },
  {
    ...fixtureOf(services, 'AHCP: an offer with options'),
    lines: {
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 145) 2001:db8::1.5359 > 2001:db8::2.5359: [udp sum ok] AHCP Version 1',
        '\tHopcount 3, Original Hopcount 4, Nonce 0x0000abcd, Source Id 01:02:03:04:05:06:07:08, Destination Id ff:ff:ff:ff:ff:ff:ff:ff',
        '\tOffer, Length 109',
      ],
      '-vv': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 145) 2001:db8::1.5359 > 2001:db8::2.5359: [udp sum ok] AHCP Version 1',
        '\tHopcount 3, Original Hopcount 4, Nonce 0x0000abcd, Source Id 01:02:03:04:05:06:07:08, Destination Id ff:ff:ff:ff:ff:ff:ff:ff',
        '\tOffer, Length 109',
        '\t Pad',
        '\t Mandatory',
        '\t Origin Time: 2024-03-01 13:06:11 UTC',
        '\t Expires: 3600s',
        '\t My-IPv6-Address: 2001:db8::1',
        '\t My-IPv4-Address: 192.0.2.1, 192.0.2.2',
        '\t IPv6 Prefix: 2001:db8::1/64',
        '\t IPv4 Prefix (Length 2)',
        '\t IPv4 Prefix Delegation: 192.0.2.0/24',
        '\t NTP Server: 2001:db8::1, 2001:db8::1',
        '\t Unknown-14 (Length 1)',
      ],
    },
  },
  {
    title: 'options of wrong lengths',
    frame: message('02 07', '02 03 010203 03 05 0102030405 04 03 010203 05 05 c000020100 06 01 00 0b 04 c0000200'),
    lines: {
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 69) 2001:db8::1.5359 > 2001:db8::2.5359: [udp sum ok] AHCP Version 1',
        '\tHopcount 3, Original Hopcount 4, Nonce 0x0000abcd, Source Id 01:02:03:04:05:06:07:08, Destination Id ff:ff:ff:ff:ff:ff:ff:ff',
        '\tRequest, MBZ 7, Length 33',
      ],
      '-vv': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 69) 2001:db8::1.5359 > 2001:db8::2.5359: [udp sum ok] AHCP Version 1',
        '\tHopcount 3, Original Hopcount 4, Nonce 0x0000abcd, Source Id 01:02:03:04:05:06:07:08, Destination Id ff:ff:ff:ff:ff:ff:ff:ff',
        '\tRequest, MBZ 7, Length 33',
        '\t Origin Time (invalid)',
        '\t Expires (invalid)',
        '\t My-IPv6-Address (invalid)',
        '\t My-IPv4-Address: 192.0.2.1 (invalid)',
        '\t IPv6 Prefix (invalid)',
        '\t IPv4 Prefix Delegation (invalid)',
      ],
    },
  },
  {
    title: 'an option past the end',
    frame: message('09 00', '05 04 c000'),
    lines: {
      '-vv': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 40) 2001:db8::1.5359 > 2001:db8::2.5359: [udp sum ok] AHCP Version 1',
        '\tHopcount 3, Original Hopcount 4, Nonce 0x0000abcd, Source Id 01:02:03:04:05:06:07:08, Destination Id ff:ff:ff:ff:ff:ff:ff:ff',
        '\tUnknown-9, Length 4',
        '\t My-IPv4-Address (invalid)',
      ],
    },
  },
  {
    title: 'an option without a length',
    frame: message('03 00', '00 05'),
    lines: {
      '-vv': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 38) 2001:db8::1.5359 > 2001:db8::2.5359: [udp sum ok] AHCP Version 1',
        '\tHopcount 3, Original Hopcount 4, Nonce 0x0000abcd, Source Id 01:02:03:04:05:06:07:08, Destination Id ff:ff:ff:ff:ff:ff:ff:ff',
        '\tAck, Length 2',
        '\t Pad',
        '\t My-IPv4-Address (invalid)',
      ],
    },
  },
  {
    title: 'a body past the end',
    frame: udp6(5359, 5359, hex('2b 01 03 04 0000abcd 0102030405060708 ffffffffffffffff 04 00 0010 0001')),
    lines: {
      '': 'IP6 2001:db8::1.5359 > 2001:db8::2.5359: AHCP Version 1 (invalid)',
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 38) 2001:db8::1.5359 > 2001:db8::2.5359: [udp sum ok] AHCP Version 1',
        '\tHopcount 3, Original Hopcount 4, Nonce 0x0000abcd, Source Id 01:02:03:04:05:06:07:08, Destination Id ff:ff:ff:ff:ff:ff:ff:ff',
        '\tNack, Length 16 (invalid)',
      ],
      '-vv': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 38) 2001:db8::1.5359 > 2001:db8::2.5359: [udp sum ok] AHCP Version 1',
        '\tHopcount 3, Original Hopcount 4, Nonce 0x0000abcd, Source Id 01:02:03:04:05:06:07:08, Destination Id ff:ff:ff:ff:ff:ff:ff:ff',
        '\tNack, Length 16 (invalid)',
      ],
    },
  },
  {
    title: 'a short body',
    frame: udp6(5359, 5359, hex('2b 01 03 04 0000abcd 0102030405060708 ffffffffffffffff 04 00')),
    lines: {
      '': 'IP6 2001:db8::1.5359 > 2001:db8::2.5359: AHCP Version 1 (invalid)',
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 34) 2001:db8::1.5359 > 2001:db8::2.5359: [udp sum ok] AHCP Version 1',
        '\tHopcount 3, Original Hopcount 4, Nonce 0x0000abcd, Source Id 01:02:03:04:05:06:07:08, Destination Id ff:ff:ff:ff:ff:ff:ff:ff (invalid)',
      ],
    },
  },
  {
    title: 'a short header',
    frame: udp6(5359, 5359, hex('2b 01 03 04 0000abcd')),
    lines: {
      '': 'IP6 2001:db8::1.5359 > 2001:db8::2.5359: AHCP Version 1 (invalid)',
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 16) 2001:db8::1.5359 > 2001:db8::2.5359: [udp sum ok] AHCP Version 1 (invalid)',
    },
  },
  {
    title: 'another version',
    frame: udp6(5359, 5359, hex('2b 02 03 04')),
    lines: {
      '': 'IP6 2001:db8::1.5359 > 2001:db8::2.5359: AHCP Version 2 (unknown)',
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 12) 2001:db8::1.5359 > 2001:db8::2.5359: [udp sum ok] AHCP Version 2 (unknown)',
    },
  },
  {
    title: 'another number first',
    frame: udp6(5359, 5359, hex('2c 02 03 04')),
    lines: {
      '': 'IP6 2001:db8::1.5359 > 2001:db8::2.5359: AHCP (invalid)',
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 12) 2001:db8::1.5359 > 2001:db8::2.5359: [udp sum ok] AHCP (invalid)',
    },
  },
  {
    title: 'a cut header',
    frame: cut(udp6(5359, 5359, hex('2b 01 03 04 0000abcd 0102030405060708 ffffffffffffffff 04 00 0000')), 75),
    length: 90,
    lines: {
      '': 'IP6 2001:db8::1.5359 > 2001:db8::2.5359: AHCP Version 1 [|ahcp]',
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 36) 2001:db8::1.5359 > 2001:db8::2.5359: AHCP Version 1',
        '\tHopcount 3, Original Hopcount 4, Nonce 0x0000abcd [|ahcp]',
      ],
      '-v -x': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 36) 2001:db8::1.5359 > 2001:db8::2.5359: AHCP Version 1',
        '\tHopcount 3, Original Hopcount 4, Nonce 0x0000abcd [|ahcp]',
        '\t0x0000:  0200 0000 0002 0200 0000 0001 86dd 6000',
        '\t0x0010:  0000 0024 1140 2001 0db8 0000 0000 0000',
        '\t0x0020:  0000 0000 0001 2001 0db8 0000 0000 0000',
        '\t0x0030:  0000 0000 0002 14ef 14ef 0024 8c6c 2b01',
        '\t0x0040:  0304 0000 abcd 0102 0304 05',
      ],
    },
  },
]);
