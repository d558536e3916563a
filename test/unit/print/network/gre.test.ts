import { concat, hex, ip4, ip4Packet, ip6Packet } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('GRE', [
  {
    title: 'IPv4 with key and sequence number',
    frame: ip4(47, concat(hex('3000 0800 00000007 00000005'), ip4Packet(99, hex('01')))),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: GREv0, key=0x7, seq 5, length 33: IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto GRE (47), length 53)',
        '    192.0.2.1 > 192.0.2.2: GREv0, Flags [key present, sequence# present], key=0x7, seq 5, length 33',
        '\tIP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto unknown (99), length 21)',
        '    192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 67: 192.0.2.1 > 192.0.2.2: GREv0, key=0x7, seq 5, proto IPv4 (0x0800), length 33: 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
    },
  },
  {
    title: 'a checksum',
    frame: ip4(47, concat(hex('8000 86dd 12340000'), ip6Packet(59, hex('')))),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: GREv0, off 0x0, length 48: IP6 2001:db8::1 > 2001:db8::2: no next header',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto GRE (47), length 68)',
        '    192.0.2.1 > 192.0.2.2: GREv0, Flags [checksum present], sum 0x1234, off 0x0, length 48',
        '\tIP6 (hlim 64, next-header unknown (59) payload length: 0) 2001:db8::1 > 2001:db8::2: no next header',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 82: 192.0.2.1 > 192.0.2.2: GREv0, off 0x0, proto IPv6 (0x86dd), length 48: 2001:db8::1 > 2001:db8::2: no next header',
    },
  },
  {
    title: 'a bridged frame',
    frame: ip4(47, concat(hex('0000 6558'), ip4(99, hex('01')))),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: GREv0, length 39: IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto GRE (47), length 59)',
        '    192.0.2.1 > 192.0.2.2: GREv0, Flags [none], length 39',
        '\tIP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto unknown (99), length 21)',
        '    192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 73: 192.0.2.1 > 192.0.2.2: GREv0, proto TEB (0x6558), length 39: 02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 35: 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
    },
  },
  {
    title: 'a source route',
    frame: ip4(47, concat(hex('4000 0800 00000000 0800 04 08 0a000001 0a000002 00000000'), ip4Packet(99, hex('01')))),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: GREv0, off 0x0, (rtaf=ip 10.0.0.1 *10.0.0.2), length 45: IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto GRE (47), length 65)',
        '    192.0.2.1 > 192.0.2.2: GREv0, Flags [routing present], sum 0x0, off 0x0, (rtaf=ip 10.0.0.1 *10.0.0.2), length 45',
        '\tIP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto unknown (99), length 21)',
        '    192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      ],
    },
  },
  {
    title: 'an unknown protocol',
    frame: ip4(47, hex('0000 1234 0102')),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: GREv0, length 6: gre-proto-0x1234',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto GRE (47), length 26)',
        '    192.0.2.1 > 192.0.2.2: GREv0, Flags [none], length 6',
        '\tgre-proto-0x1234',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 40: 192.0.2.1 > 192.0.2.2: GREv0, proto unknown (0x1234), length 6: gre-proto-0x1234',
    },
  },
  {
    title: 'PPTP',
    frame: ip4(47, concat(hex('3081 880b 0010 0007 00000005 00000006 0021'), ip4Packet(99, hex('01')))),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: GREv1, call 7, seq 5, ack 6, length 39: IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto GRE (47), length 59)',
        '    192.0.2.1 > 192.0.2.2: GREv1, Flags [key present, sequence# present, ack present], call 7, seq 5, ack 6, length 39',
        '\tIP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto unknown (99), length 21)',
        '    192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 73: 192.0.2.1 > 192.0.2.2: GREv1, call 7, seq 5, ack 6, proto PPP (0x880b), length 39: IP (0x0021), length 23: 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
    },
  },
  {
    title: 'PPTP without payload',
    frame: ip4(47, hex('2081 880b 0000 0007 00000006')),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: GREv1, call 7, ack 6, no-payload, length 12',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto GRE (47), length 32)',
        '    192.0.2.1 > 192.0.2.2: GREv1, Flags [key present, ack present], call 7, ack 6, no-payload, length 12',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 46: 192.0.2.1 > 192.0.2.2: GREv1, call 7, ack 6, no-payload, proto PPP (0x880b), length 12',
    },
  },
  {
    title: 'an unknown version',
    frame: ip4(47, hex('0002 0800')),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: GREv2 ERROR: unknown-version',
    },
  },
]);
