import { cut, hex, udp4 } from '../fixtures/frames';
import { services } from '../fixtures/services';
import { describeModes, fixtureOf } from '../modes';

describeModes('SOME/IP', [
  {
    ...fixtureOf(services, 'SOME/IP: a request'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 44)',
        '    192.0.2.1.40000 > 192.0.2.2.30490: SOMEIP, service 4660, method 1057, len 8, client 1, session 2, pver 1, iver 1, msgtype REQUEST, retcode E_OK',
        '',
      ],
    },
  },
  {
    title: 'an event',
    frame: udp4(30490, 40000, hex('1234 8421 00000008 0000 0001 01 02 02 0f')),
    lines: {
      '': [
        'IP 192.0.2.1.30490 > 192.0.2.2.40000: SOMEIP, service 4660, event 1057, len 8, client 0, session 1, pver 1, iver 2, msgtype NOTIFICATION, retcode E_E2E_NO_NEW_DATA',
        '',
      ],
    },
  },
  {
    title: 'numbers without a name',
    frame: udp4(30490, 40000, hex('1234 0421 00000008 0000 0001 01 02 90 10')),
    lines: {
      '': [
        'IP 192.0.2.1.30490 > 192.0.2.2.40000: SOMEIP, service 4660, method 1057, len 8, client 0, session 1, pver 1, iver 2, msgtype Unknown, retcode Unknown',
        '',
      ],
    },
  },
  {
    title: 'a short message',
    frame: udp4(30490, 40000, hex('1234 8421')),
    lines: {
      '': 'IP 192.0.2.1.30490 > 192.0.2.2.40000: SOMEIP (invalid)',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 32)',
        '    192.0.2.1.30490 > 192.0.2.2.40000: SOMEIP (invalid)',
      ],
    },
  },
  {
    title: 'a cut message',
    frame: cut(udp4(40000, 30490, hex('1234 0421 00000008 0001 0002 01 01 00 00')), 56),
    length: 58,
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.30490: SOMEIP, service 4660, method 1057, len 8, client 1, session 2, pver 1, iver 1 [|someip]',
      '-x': [
        'IP 192.0.2.1.40000 > 192.0.2.2.30490: SOMEIP, service 4660, method 1057, len 8, client 1, session 2, pver 1, iver 1 [|someip]',
        '\t0x0000:  0200 0000 0002 0200 0000 0001 0800 4500',
        '\t0x0010:  002c 0000 0000 4011 f6bd c000 0201 c000',
        '\t0x0020:  0202 9c40 771a 0018 50fe 1234 0421 0000',
        '\t0x0030:  0008 0001 0002 0101',
      ],
    },
  },
]);
