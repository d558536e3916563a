import { concat, cut, hex, text, udp4 } from '../fixtures/frames';
import { services } from '../fixtures/services';
import { describeModes, fixtureOf } from '../modes';

describeModes('syslog', [
  {
    ...fixtureOf(services, 'syslog: a message'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 42)',
        '    192.0.2.1.514 > 192.0.2.2.514: SYSLOG, length: 14',
        '\tFacility auth (4), Severity critical (2)',
        '\tMsg: su: no^Iway',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 42)',
        '    192.0.2.1.514 > 192.0.2.2.514: [udp sum ok] SYSLOG, length: 14',
        '\tFacility auth (4), Severity critical (2)',
        '\tMsg: su: no^Iway',
        '\t0x0000:  3c33 343e 7375 3a20 6e6f 0977 6179',
      ],
    },
  },
  {
    title: 'a facility without a name',
    frame: udp4(514, 514, concat(hex('3c3939393e'), text('?'))),
    lines: {
      '': 'IP 192.0.2.1.514 > 192.0.2.2.514: SYSLOG unknown (124).debug, length: 6',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 34)',
        '    192.0.2.1.514 > 192.0.2.2.514: SYSLOG, length: 6',
        '\tFacility unknown (124) (124), Severity debug (7)',
        '\tMsg: ?',
      ],
    },
  },
  {
    title: 'a priority without digits',
    frame: udp4(514, 514, concat(hex('3c3e'), text('x'))),
    lines: {
      '': 'IP 192.0.2.1.514 > 192.0.2.2.514: SYSLOG kernel.emergency, length: 3',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 31)',
        '    192.0.2.1.514 > 192.0.2.2.514: SYSLOG, length: 3',
        '\tFacility kernel (0), Severity emergency (0)',
        '\tMsg: x',
      ],
    },
  },
  {
    title: 'no priority',
    frame: udp4(514, 514, text('hello')),
    lines: {
      '': 'IP 192.0.2.1.514 > 192.0.2.2.514:  (invalid)',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 33)',
        '    192.0.2.1.514 > 192.0.2.2.514:  (invalid)',
      ],
    },
  },
  {
    title: 'a priority of four digits',
    frame: udp4(514, 514, text('<1234>x')),
    lines: {
      '': 'IP 192.0.2.1.514 > 192.0.2.2.514:  (invalid)',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 35)',
        '    192.0.2.1.514 > 192.0.2.2.514:  (invalid)',
      ],
    },
  },
  {
    title: 'a cut message',
    frame: cut(udp4(514, 514, concat(hex('3c33343e'), text('su: no way'))), 50),
    length: 56,
    lines: {
      '': 'IP 192.0.2.1.514 > 192.0.2.2.514: SYSLOG auth.critical, length: 14',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 42)',
        '    192.0.2.1.514 > 192.0.2.2.514: SYSLOG, length: 14',
        '\tFacility auth (4), Severity critical (2)',
        '\tMsg: su:  [|syslog]',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 42)',
        '    192.0.2.1.514 > 192.0.2.2.514: SYSLOG, length: 14',
        '\tFacility auth (4), Severity critical (2)',
        '\tMsg: su:  [|syslog]',
      ],
    },
  },
]);
