import { ethernet, ipv4, ipv6, udp } from '../../../../src/frames/frames';
import { hex, text } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('UDP', [
  {
    title: 'a datagram over IPv4',
    frame: ethernet({}, ipv4({}, udp({}, text('abc')))),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.9: UDP, length 3',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 31)',
        '    192.0.2.1.40000 > 192.0.2.2.9: UDP, length 3',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 31)',
        '    192.0.2.1.40000 > 192.0.2.2.9: [udp sum ok] UDP, length 3',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 45: 192.0.2.1.40000 > 192.0.2.2.9: UDP, length 3',
      '-q': 'IP 192.0.2.1.40000 > 192.0.2.2.9: UDP, length 3',
    },
  },
  {
    title: 'a datagram over IPv6',
    frame: ethernet({}, ipv6({}, udp({}, text('abc')))),
    lines: {
      '': 'IP6 2001:db8::1.40000 > 2001:db8::2.9: UDP, length 3',
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 11) 2001:db8::1.40000 > 2001:db8::2.9: [udp sum ok] UDP, length 3',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv6 (0x86dd), length 65: 2001:db8::1.40000 > 2001:db8::2.9: UDP, length 3',
    },
  },
  {
    title: 'a wrong checksum',
    frame: ethernet({}, ipv4({}, udp({ checksum: 1 }, text('abc')))),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 31)',
        '    192.0.2.1.40000 > 192.0.2.2.9: UDP, length 3',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 31)',
        '    192.0.2.1.40000 > 192.0.2.2.9: [bad udp cksum 0x0001 -> 0x1b28!] UDP, length 3',
      ],
      '-vv -K': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 31)',
        '    192.0.2.1.40000 > 192.0.2.2.9: UDP, length 3',
      ],
    },
  },
  {
    title: 'no checksum',
    frame: ethernet({}, ipv4({}, udp({ checksum: 0 }, text('abc')))),
    lines: {
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 31)',
        '    192.0.2.1.40000 > 192.0.2.2.9: [no cksum] UDP, length 3',
      ],
    },
  },
  {
    title: 'a length beyond the packet',
    frame: ethernet({}, ipv4({}, udp({ length: 100, checksum: 1 }, text('abc')))),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.9: UDP, bad length 92 > 3',
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 31)',
        '    192.0.2.1.40000 > 192.0.2.2.9: [bad udp cksum 0x0001 -> 0x1acf!] UDP, bad length 92 > 3',
      ],
    },
  },
  {
    title: 'a length below the header',
    frame: ethernet({}, ipv4({}, udp({ length: 7 }, text('abc')))),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.9: truncated-udplength 7',
    },
  },
  {
    title: 'a source route in the checksum',
    frame: ethernet({}, ipv4({ options: hex('830704 0a000063 00') }, udp({ checksum: 0x1234 }, text('abc')))),
    lines: {
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 39, options (LSRR 10.0.0.99,EOL))',
        '    192.0.2.1.40000 > 192.0.2.2.9: [bad udp cksum 0x1234 -> 0xd2c7!] UDP, length 3',
      ],
    },
  },
]);
