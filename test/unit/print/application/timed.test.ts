import { hex, udp4 } from '../fixtures/frames';
import { services } from '../fixtures/services';
import { describeModes, fixtureOf } from '../modes';

const data = (text: string) => udp4(525, 525, hex(text));

describeModes('timed', [
  {
    ...fixtureOf(services, 'timed: a time'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 45)',
        '    192.0.2.1.525 > 192.0.2.2.525: TSP_SETTIME vers 1 seq 7 time 100.000005 name host',
      ],
    },
  },
  {
    title: 'times before',
    frame: data('01 01 0007 ffffffff 0007a120 686f737400'),
    lines: {
      '': 'IP 192.0.2.1.525 > 192.0.2.2.525: TSP_ADJTIME vers 1 seq 7 time -0.500000 name host',
    },
  },
  {
    title: 'times long before',
    frame: data('16 01 0007 fffffffe 0007a120 6800'),
    lines: {
      '': 'IP 192.0.2.1.525 > 192.0.2.2.525: TSP_SETDATE vers 1 seq 7 time -1.500000 name h',
    },
  },
  {
    title: 'more than a million microseconds',
    frame: data('17 01 0007 fffffffe 001e8480 6800'),
    lines: {
      '': 'IP 192.0.2.1.525 > 192.0.2.2.525: TSP_SETDATEREQ vers 1 seq 7 time -1.-1000000 name h',
    },
  },
  {
    title: 'far more microseconds',
    frame: data('17 01 0007 00000001 7fffffff 6800'),
    lines: {
      '': 'IP 192.0.2.1.525 > 192.0.2.2.525: TSP_SETDATEREQ vers 1 seq 7 time 1.2147483647 name h',
    },
  },
  {
    title: 'a little more than a million microseconds',
    frame: data('17 01 0007 fffffffe 000f4245 6800'),
    lines: {
      '': 'IP 192.0.2.1.525 > 192.0.2.2.525: TSP_SETDATEREQ vers 1 seq 7 time -1.-00005 name h',
    },
  },
  {
    title: 'negative microseconds',
    frame: data('05 01 0007 00000001 ffffffff 6800'),
    lines: {
      '': 'IP 192.0.2.1.525 > 192.0.2.2.525: TSP_SETTIME vers 1 seq 7',
    },
  },
  {
    title: 'a loop detection',
    frame: data('18 01 0007 0a000000 00000000 6d6100'),
    lines: {
      '': 'IP 192.0.2.1.525 > 192.0.2.2.525: TSP_LOOP vers 1 seq 7 hopcnt 10 name ma',
    },
  },
  {
    title: 'another message',
    frame: data('02 01 0007 00000000 00000000 6d0161ff00'),
    lines: {
      '': 'IP 192.0.2.1.525 > 192.0.2.2.525: TSP_ACK vers 1 seq 7 name m^AaM-^?',
    },
  },
  {
    title: 'an unknown message',
    frame: data('19 01 0007 00000000 00000000 6d00'),
    lines: {
      '': 'IP 192.0.2.1.525 > 192.0.2.2.525: (tsp_type 0x19) vers 1 seq 7 name m',
    },
  },
  {
    title: 'a name without an end',
    frame: data('02 01 0007 00000000 00000000 6d61'),
    lines: {
      '': 'IP 192.0.2.1.525 > 192.0.2.2.525: TSP_ACK vers 1 seq 7 name ma [|timed]',
    },
  },
  {
    title: 'a short message',
    frame: data('05 01 0007 0000'),
    lines: {
      '': 'IP 192.0.2.1.525 > 192.0.2.2.525: TSP_SETTIME vers 1 seq 7 [|timed]',
      '-x': [
        'IP 192.0.2.1.525 > 192.0.2.2.525: TSP_SETTIME vers 1 seq 7 [|timed]',
        '\t0x0000:  0200 0000 0002 0200 0000 0001 0800 4500',
        '\t0x0010:  0022 0000 0000 4011 f6c7 c000 0201 c000',
        '\t0x0020:  0202 020d 020d 000e 72ac 0501 0007 0000',
      ],
    },
  },
]);
