import { concat, cut, ether, hex, ip4, text, zeros } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('Ethernet and IEEE 802.3', [
  {
    title: 'a frame of an unknown type',
    frame: ether(0x88b5, text('hello')),
    lines: {
      '': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Unknown (0x88b5), length 19: ',
        '\t0x0000:  6865 6c6c 6f                             hello',
      ],
      '-e': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Unknown (0x88b5), length 19: ',
        '\t0x0000:  6865 6c6c 6f                             hello',
      ],
      '-q': '02:00:00:00:00:01 > 02:00:00:00:00:02, Unknown Ethertype (0x88b5), length 19: ',
      '-x': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Unknown (0x88b5), length 19: ',
        '\t0x0000:  6865 6c6c 6f',
      ],
      '-A': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Unknown (0x88b5), length 19: ',
        '\t0x0000:  6865 6c6c 6f                             hello',
        'hello',
      ],
    },
  },
  {
    title: 'a frame too short for its header',
    frame: hex('020000000002 0200'),
    lines: {
      '': ' [|ether]',
      '-e': ' [|ether]',
    },
  },
  {
    title: 'an IPv4 packet behind a padded header',
    frame: concat(ip4(99, hex('0102')), zeros(24)),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 2',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 60: 192.0.2.1 > 192.0.2.2:  ip-proto-99 2',
      '-q -e': '02:00:00:00:00:01 > 02:00:00:00:00:02, IPv4, length 60: 192.0.2.1 > 192.0.2.2:  ip-proto-99 2',
      '-x': [
        'IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 2',
        '\t0x0000:  4500 0016 0000 0000 4063 f681 c000 0201',
        '\t0x0010:  c000 0202 0102 0000 0000 0000 0000 0000',
        '\t0x0020:  0000 0000 0000 0000 0000 0000 0000',
      ],
      '-xx': [
        'IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 2',
        '\t0x0000:  0200 0000 0002 0200 0000 0001 0800 4500',
        '\t0x0010:  0016 0000 0000 4063 f681 c000 0201 c000',
        '\t0x0020:  0202 0102 0000 0000 0000 0000 0000 0000',
        '\t0x0030:  0000 0000 0000 0000 0000 0000',
      ],
      '-XX': [
        'IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 2',
        '\t0x0000:  0200 0000 0002 0200 0000 0001 0800 4500  ..............E.',
        '\t0x0010:  0016 0000 0000 4063 f681 c000 0201 c000  ......@c........',
        '\t0x0020:  0202 0102 0000 0000 0000 0000 0000 0000  ................',
        '\t0x0030:  0000 0000 0000 0000 0000 0000            ............',
      ],
      '-AA': [
        'IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 2',
        '..............E.......@c....................................',
      ],
    },
  },
  {
    title: 'a frame longer than was captured',
    frame: cut(ip4(99, zeros(40)), 60),
    length: 74,
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 40',
      '-e -v': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 74: (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto unknown (99), length 60)',
        '    192.0.2.1 > 192.0.2.2:  ip-proto-99 40',
      ],
    },
  },
]);
