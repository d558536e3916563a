import { ethernet, ipv4, ipv6, udp } from '../../../../src/frames/frames';
import { hex, text } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('IPv4', [
  {
    title: 'a packet with a type of service',
    frame: ethernet({}, ipv4({ protocol: 99, tos: 0x2e, id: 7, dontFragment: true }, hex('0102'))),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 2',
      '-v': [
        'IP (tos 0x2e,ECT(0), ttl 64, id 7, offset 0, flags [DF], proto unknown (99), length 22)',
        '    192.0.2.1 > 192.0.2.2:  ip-proto-99 2',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 36: 192.0.2.1 > 192.0.2.2:  ip-proto-99 2',
    },
  },
  {
    title: 'a packet with options',
    frame: ethernet({}, ipv4({ protocol: 99, options: hex('94040000 07070c 0a000001 01') }, hex('0102'))),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 2',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto unknown (99), length 34, options (RA,RR [bad ptr 12] 10.0.0.1,,NOP))',
        '    192.0.2.1 > 192.0.2.2:  ip-proto-99 2',
      ],
    },
  },
  {
    title: 'a time stamp option',
    frame: ethernet({}, ipv4({ protocol: 99, options: hex('440c0d01 0a000001 00000005') }, hex('0102'))),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto unknown (99), length 34, options (timestamp TS{TS+ADDR 5@10.0.0.1 ^ }))',
        '    192.0.2.1 > 192.0.2.2:  ip-proto-99 2',
      ],
    },
  },
  {
    title: 'the first fragment',
    frame: ethernet({}, ipv4({ moreFragments: true, protocol: 17 }, udp({ length: 100 }, text('abcdefgh')))),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.9: UDP, length 92',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [+], proto UDP (17), length 36)',
        '    192.0.2.1.40000 > 192.0.2.2.9: UDP, length 92',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [+], proto UDP (17), length 36)',
        '    192.0.2.1.40000 > 192.0.2.2.9: UDP, length 92',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 50: 192.0.2.1.40000 > 192.0.2.2.9: UDP, length 92',
    },
  },
  {
    title: 'a later fragment',
    frame: ethernet({}, ipv4({ fragmentOffset: 1480, protocol: 17 }, text('abcdefgh'))),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: ip-proto-17',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 1480, flags [none], proto UDP (17), length 28)',
        '    192.0.2.1 > 192.0.2.2: ip-proto-17',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 42: 192.0.2.1 > 192.0.2.2: ip-proto-17',
      '-q -q': 'IP ',
    },
  },
  {
    title: 'a wrong header checksum',
    frame: ethernet({}, ipv4({ protocol: 99, checksum: 1 }, hex('0102'))),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 2',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto unknown (99), length 22, bad cksum 1 (->f681)!)',
        '    192.0.2.1 > 192.0.2.2:  ip-proto-99 2',
      ],
      '-v -K': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto unknown (99), length 22)',
        '    192.0.2.1 > 192.0.2.2:  ip-proto-99 2',
      ],
    },
  },
  {
    title: 'a packet without a time to live',
    frame: ethernet({}, ipv4({ protocol: 99, ttl: 0 }, hex('0102'))),
    lines: {
      '-v': [
        'IP (tos 0x0, id 0, offset 0, flags [none], proto unknown (99), length 22)',
        '    192.0.2.1 > 192.0.2.2:  ip-proto-99 2',
      ],
    },
  },
  {
    title: 'a packet that claims more than there is',
    frame: ethernet({}, ipv4({ protocol: 99, totalLength: 60 }, hex('0102'))),
    lines: {
      '': 'IP truncated-ip - 38 bytes missing! 192.0.2.1 > 192.0.2.2:  ip-proto-99 40',
      '-v': [
        'IP truncated-ip - 38 bytes missing! (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto unknown (99), length 60)',
        '    192.0.2.1 > 192.0.2.2:  ip-proto-99 40',
      ],
    },
  },
  {
    title: 'an IPv6 protocol',
    frame: ethernet({}, ipv4({ protocol: 58 }, hex('8000 0000'))),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: [ICMPv6 requires IPv6] (invalid)',
    },
  },
  {
    title: 'IPv6 inside',
    frame: ethernet({}, ipv4({ protocol: 41 }, ipv6({ nextHeader: 59 }))),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: IP6 2001:db8::1 > 2001:db8::2: no next header',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto IPv6 (41), length 60)',
        '    192.0.2.1 > 192.0.2.2: IP6 (hlim 64, next-header unknown (59) payload length: 0) 2001:db8::1 > 2001:db8::2: no next header',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 74: 192.0.2.1 > 192.0.2.2: 2001:db8::1 > 2001:db8::2: no next header',
    },
  },
]);
