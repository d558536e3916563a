import { concat, hex, udp4 } from '../fixtures/frames';
import { services } from '../fixtures/services';
import { describeModes, fixtureOf } from '../modes';

/** A message of the lightweight resolver. */
const message = (flags: string, opcode: string, contents: string, length = 28 + hex(contents).length) => {
  const said = length.toString(16).padStart(8, '0');
  const header = hex(`${said} 0000 ${flags} 00000007 ${opcode} 00000000 00001000 0000 0000`);
  return udp4(40000, 921, concat(header, hex(contents)));
};

describeModes('lwres', [
  {
    title: 'a name',
    frame: message('0000', '00010001', '00000000 00000003 0004 686f737400'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.921:  lwres getaddrsbyname? IPv4/6 host',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 71)',
        '    192.0.2.1.40000 > 192.0.2.2.921:  lwres v0 getaddrsbyname? IPv4/6 host',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 71)',
        '    192.0.2.1.40000 > 192.0.2.2.921: [udp sum ok]  lwres v0 getaddrsbyname? (serial:0x7 result:0x0 recvlen:4096) IPv4/6 host',
      ],
      '-vvv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 71)',
        '    192.0.2.1.40000 > 192.0.2.2.921: [udp sum ok]  lwres v0 getaddrsbyname? (serial:0x7 result:0x0 recvlen:4096 authtype:0x0 authlen:0) flags:0x0 IPv4/6 host',
      ],
    },
  },
  {
    title: 'a name of unknown families',
    frame: message('0000', '00010001', '00000000 00000008 0004 686f737401'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.921:  lwres getaddrsbyname?[0x8] host (not NUL-terminated!)',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 71)',
        '    192.0.2.1.40000 > 192.0.2.2.921:  lwres v0 getaddrsbyname?[0x8] host (not NUL-terminated!)',
      ],
    },
  },
  {
    ...fixtureOf(services, 'lwres: addresses of a name'),
    lines: {
      '-vvv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 115)',
        '    192.0.2.1.40000 > 192.0.2.2.921: [udp sum ok]  lwres v0 getaddrsbyname (serial:0x7 result:0x0 recvlen:4096 authtype:0x0 authlen:0) flags:0x0 1/3 host h 192.0.2.1 2001:db8::1 9/0102',
      ],
    },
  },
  {
    title: 'an address',
    frame: message('0002', '00010002', '00000001 00000001 0004 c0000201'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.921:  lwres getnamebyaddr?[0x2] 192.0.2.1',
      '-vvv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 70)',
        '    192.0.2.1.40000 > 192.0.2.2.921: [udp sum ok]  lwres v0 getnamebyaddr?[0x2] (serial:0x7 result:0x0 recvlen:4096 authtype:0x0 authlen:0) flags:0x1 192.0.2.1',
      ],
    },
  },
  {
    title: 'an address that is too short',
    frame: message('0000', '00010002', '00000001 00000001 0003 c00002'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.921:  lwres getnamebyaddr? (invalid)',
    },
  },
  {
    title: 'an IPv6 address that is too short',
    frame: message('0001', '00010001', '00000000 0000 0001 0000 00 00000002 0003 c00002'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.921:  lwres getaddrsbyname 0/1  (invalid)',
    },
  },
  {
    title: 'the name of an address',
    frame: message('0001', '00010002', '00000001 0001 0004 686f737400 0001 6800'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.921:  lwres getnamebyaddr 1 host h',
      '-vvv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 73)',
        '    192.0.2.1.40000 > 192.0.2.2.921: [udp sum ok]  lwres v0 getnamebyaddr (serial:0x7 result:0x0 recvlen:4096 authtype:0x0 authlen:0) flags:0x1 1 host h',
      ],
    },
  },
  {
    title: 'records',
    frame: message('0000', '00010003', '00000001 0001 001c 0004 686f737400'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.921:  lwres getrdatabyname? AAAA host',
      '-vvv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 71)',
        '    192.0.2.1.40000 > 192.0.2.2.921: [udp sum ok]  lwres v0 getrdatabyname? (serial:0x7 result:0x0 recvlen:4096 authtype:0x0 authlen:0) flags:0x1 AAAA host',
      ],
    },
  },
  {
    title: 'records of other classes',
    frame: message('0000', '00010003', '00000001 0003 03e8 0000 00'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.921:  lwres getrdatabyname? Type1000 CHAOS ',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 67)',
        '    192.0.2.1.40000 > 192.0.2.2.921:  lwres v0 getrdatabyname? Type1000 CHAOS ',
      ],
    },
  },
  {
    ...fixtureOf(services, 'lwres: the answer with records'),
    lines: {
      '-vvv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 89)',
        '    192.0.2.1.40000 > 192.0.2.2.921: [udp sum ok]  lwres v0 getrdatabyname (serial:0x7 result:0x0 recvlen:4096 authtype:0x0 authlen:0) flags:0x1 A Class9 TTL 1h 1/1 hostc0000201abcd',
      ],
    },
  },
  {
    title: 'nothing',
    frame: message('0001', '00000000', ''),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.921:  lwres noop',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 56)',
        '    192.0.2.1.40000 > 192.0.2.2.921:  lwres v0 noop',
      ],
    },
  },
  {
    title: 'bytes after it',
    frame: message('0001', '00000000', '00'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.921:  lwres noop[extra]',
    },
  },
  {
    title: 'another length',
    frame: message('0001', '00000000', '00', 77),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.921:  lwres noop [len: 77 != 29][extra]',
    },
  },
  {
    title: 'an unknown opcode',
    frame: message('0000', '00010009', '00'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.921:  lwres #0x10009?',
    },
  },
  {
    title: 'another version',
    frame: udp4(921, 40000, hex('00000010 0001 0000 00000007 00000000 00000000 00001000 0000 0000')),
    lines: {
      '': 'IP 192.0.2.1.921 > 192.0.2.2.40000:  lwres v1 [len: 16 != 28]',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 56)',
        '    192.0.2.1.921 > 192.0.2.2.40000:  lwres v1 [len: 16 != 28]',
      ],
    },
  },
  {
    title: 'a short message',
    frame: udp4(921, 40000, hex('00000010 0001')),
    lines: {
      '': 'IP 192.0.2.1.921 > 192.0.2.2.40000:  [|lwres]',
      '-x': [
        'IP 192.0.2.1.921 > 192.0.2.2.40000:  [|lwres]',
        '\t0x0000:  0200 0000 0002 0200 0000 0001 0800 4500',
        '\t0x0010:  0022 0000 0000 4011 f6c7 c000 0201 c000',
        '\t0x0020:  0202 0399 9c40 000e dbe3 0000 0010 0001',
      ],
    },
  },
]);
