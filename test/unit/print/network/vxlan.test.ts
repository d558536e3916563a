import { ethernet, ipv4, udp, vxlan } from '../../../../src/frames/frames';
import { concat, hex, ip4, ip4Packet, udp4 } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('VXLAN and VXLAN-GPE', [
  {
    title: 'a frame',
    frame: ethernet({}, ipv4({}, udp({ destinationPort: 4789, checksum: 0 }, vxlan({ vni: 42 }, ip4(99, hex('01')))))),
    lines: {
      '': [
        'IP 192.0.2.1.40000 > 192.0.2.2.4789: VXLAN, flags [I] (0x08), vni 42',
        'IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      ],
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 71)',
        '    192.0.2.1.40000 > 192.0.2.2.4789: VXLAN, flags [I] (0x08), vni 42',
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto unknown (99), length 21)',
        '    192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      ],
      '-e': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 85: 192.0.2.1.40000 > 192.0.2.2.4789: VXLAN, flags [I] (0x08), vni 42',
        '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 35: 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      ],
      '-e -v': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 85: (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 71)',
        '    192.0.2.1.40000 > 192.0.2.2.4789: VXLAN, flags [I] (0x08), vni 42',
        '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 35: (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto unknown (99), length 21)',
        '    192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      ],
      '-q': 'IP 192.0.2.1.40000 > 192.0.2.2.4789: UDP, length 43',
    },
  },
  {
    title: 'a header without VNI',
    frame: udp4(40000, 4789, concat(hex('00000000 00002a00'), ip4(99, hex('01')))),
    lines: {
      '': [
        'IP 192.0.2.1.40000 > 192.0.2.2.4789: VXLAN, flags [invalid] (0x00), vni 42',
        'IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      ],
    },
  },
  {
    title: 'a header that is cut',
    frame: udp4(40000, 4789, hex('08000000')),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.4789: VXLAN (invalid)',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 32)',
        '    192.0.2.1.40000 > 192.0.2.2.4789: VXLAN (invalid)',
      ],
    },
  },
  {
    title: 'a packet of the generic extension',
    frame: udp4(40000, 4790, concat(hex('0c000001 00002a00'), ip4Packet(99, hex('01')))),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.4790: VXLAN-GPE, flags [IP], vni 42: IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 57)',
        '    192.0.2.1.40000 > 192.0.2.2.4790: VXLAN-GPE, flags [IP], vni 42',
        '    IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto unknown (99), length 21)',
        '    192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 71: 192.0.2.1.40000 > 192.0.2.2.4790: VXLAN-GPE, flags [IP], vni 42: 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
    },
  },
  {
    title: 'an unknown protocol of the generic extension',
    frame: udp4(40000, 4790, hex('0c000009 00002a00')),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.4790: VXLAN-GPE, flags [IP], vni 42: ERROR: unknown-next-protocol (invalid)',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 36)',
        '    192.0.2.1.40000 > 192.0.2.2.4790: VXLAN-GPE, flags [IP], vni 42',
        '    ERROR: unknown-next-protocol (invalid)',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 50: 192.0.2.1.40000 > 192.0.2.2.4790: VXLAN-GPE, flags [IP], vni 42: ERROR: unknown-next-protocol (invalid)',
    },
  },
]);
