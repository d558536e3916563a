import { ethernet, geneve, ipv4, udp } from '../../../../src/frames/frames';
import { concat, hex, ip4, udp4 } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('GENEVE', [
  {
    title: 'a frame',
    frame: ethernet({}, ipv4({}, udp({ destinationPort: 6081, checksum: 0 }, geneve({ vni: 10 }, ip4(99, hex('01')))))),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.6081: Geneve, Flags [none], vni 0xa: IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 71)',
        '    192.0.2.1.40000 > 192.0.2.2.6081: Geneve, Flags [none], vni 0xa',
        '\tIP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto unknown (99), length 21)',
        '    192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 71)',
        '    192.0.2.1.40000 > 192.0.2.2.6081: [no cksum] Geneve, Flags [none], vni 0xa',
        '\tIP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto unknown (99), length 21)',
        '    192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 85: 192.0.2.1.40000 > 192.0.2.2.6081: Geneve, Flags [none], vni 0xa, proto TEB (0x6558): 02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 35: 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
    },
  },
  {
    title: 'options',
    frame: udp4(
      40000,
      6081,
      concat(hex('0440 6558 00000a00 0104 8001 00030002 fff0 0101 61626364'), ip4(99, hex('01'))),
    ),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.6081: Geneve, Flags [C], vni 0xa, options [16 bytes]: IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 87)',
        '    192.0.2.1.40000 > 192.0.2.2.6081: Geneve, Flags [C], vni 0xa, options [class VMware (0x104) type 0x80(C) len 8, class Experimental (0xfff0) type 0x1 len 8]',
        '\tIP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto unknown (99), length 21)',
        '    192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 87)',
        '    192.0.2.1.40000 > 192.0.2.2.6081: [udp sum ok] Geneve, Flags [C], vni 0xa, options [class VMware (0x104) type 0x80(C) len 8 data 00030002, class Experimental (0xfff0) type 0x1 len 8 data 61626364]',
        '\tIP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto unknown (99), length 21)',
        '    192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 101: 192.0.2.1.40000 > 192.0.2.2.6081: Geneve, Flags [C], vni 0xa, proto TEB (0x6558), options [16 bytes]: 02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 35: 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
    },
  },
  {
    title: 'an unknown protocol',
    frame: udp4(40000, 6081, hex('0000 1234 00000a05')),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.6081: Geneve, Flags [none], vni 0xa, rsvd 0x5: geneve-proto-0x1234',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 36)',
        '    192.0.2.1.40000 > 192.0.2.2.6081: Geneve, Flags [none], vni 0xa, rsvd 0x5',
        '\tgeneve-proto-0x1234',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 50: 192.0.2.1.40000 > 192.0.2.2.6081: Geneve, Flags [none], vni 0xa, rsvd 0x5, proto unknown (0x1234): geneve-proto-0x1234',
    },
  },
  {
    title: 'options that are cut',
    frame: udp4(40000, 6081, hex('0200 6558 00000a00 01020304')),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.6081: Geneve, Flags [none], vni 0xa truncated-geneve - 4 bytes missing',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 40)',
        '    192.0.2.1.40000 > 192.0.2.2.6081: Geneve, Flags [none], vni 0xa truncated-geneve - 4 bytes missing',
      ],
    },
  },
  {
    title: 'a header that is cut',
    frame: udp4(40000, 6081, hex('0000 6558')),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.6081: Geneve [length 4 < 8] (invalid)',
    },
  },
]);
