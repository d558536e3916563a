import { cut, hex, udp4 } from '../fixtures/frames';
import { routing } from '../fixtures/routing';
import { describeModes, fixtureOf } from '../modes';

describeModes('BFD', [
  {
    title: 'a control packet',
    frame: udp4(49152, 3784, hex('20 c8 03 18 00000001 00000002 000f4240 0000c350 00000000')),
    lines: {
      '': 'IP 192.0.2.1.49152 > 192.0.2.2.3784: BCM-LI-SHIM: direction unused, pkt-type unknown, pkt-subtype untagged, li-id 525080',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 52)',
        '    192.0.2.1.49152 > 192.0.2.2.3784: ',
        '    BCM-LI-SHIM: direction unused, pkt-type unknown, pkt-subtype untagged, li-id 525080',
        '     (invalid)',
      ],
    },
  },
  {
    title: 'an early version',
    frame: udp4(49152, 3784, hex('01 80 03 18 00000001 00000002 000f4240 000f4240 00000000')),
    lines: {
      '': 'IP 192.0.2.1.49152 > 192.0.2.2.3784: BCM-LI-SHIM: direction unknown, pkt-type unknown, pkt-subtype unknown, li-id 792',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 52)',
        '    192.0.2.1.49152 > 192.0.2.2.3784: ',
        '    BCM-LI-SHIM: direction unknown, pkt-type unknown, pkt-subtype unknown, li-id 792',
        '     (invalid)',
      ],
    },
  },
  {
    ...fixtureOf(routing, 'BFD: a password'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 61)',
        '    192.0.2.1.49152 > 192.0.2.2.4784: ',
        '    BCM-LI-SHIM: direction unused, pkt-type unknown, pkt-subtype single VLAN tag, li-id 263457',
        '     (invalid)',
      ],
    },
  },
  {
    title: 'a digest',
    frame: udp4(
      49152,
      6784,
      hex(
        '28 84 05 30 00000001 00000002 ffffffff 000f4240 00000000 02 18 02 00 00000005 00112233445566778899aabbccddeeff',
      ),
    ),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 76)',
        '    192.0.2.1.49152 > 192.0.2.2.6784: ',
        '    BCM-LI-SHIM: direction unused, pkt-type undecided, pkt-subtype double VLAN tag, li-id 263472',
        '    unknown payload',
      ],
    },
  },
  {
    title: 'a hash',
    frame: udp4(
      49152,
      3784,
      hex(
        '29 04 05 34 00000001 00000002 000f4240 000f4240 00000000 05 1c 02 00 00000005 00112233445566778899aabbccddeeff01234567',
      ),
    ),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 80)',
        '    192.0.2.1.49152 > 192.0.2.2.3784: ',
        '    BCM-LI-SHIM: direction unused, pkt-type undecided, pkt-subtype unknown, li-id 263476',
        '    unknown payload',
      ],
    },
  },
  {
    title: 'authentication whose length is wrong',
    frame: udp4(49152, 3784, hex('20 44 05 1c 00000001 00000002 000f4240 000f4240 00000000 01 ff 02 61')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 56)',
        '    192.0.2.1.49152 > 192.0.2.2.3784: ',
        '    BCM-LI-SHIM: direction unused, pkt-type unknown, pkt-subtype single VLAN tag, li-id 263452',
        '     (invalid)',
      ],
    },
  },
  {
    title: 'a digest whose length is wrong',
    frame: udp4(49152, 3784, hex('20 44 05 1c 00000001 00000002 000f4240 000f4240 00000000 03 00 02 61')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 56)',
        '    192.0.2.1.49152 > 192.0.2.2.3784: ',
        '    BCM-LI-SHIM: direction unused, pkt-type unknown, pkt-subtype single VLAN tag, li-id 263452',
        '     (invalid)',
      ],
    },
  },
  {
    title: 'unknown authentication',
    frame: udp4(49152, 3784, hex('20 44 05 1c 00000001 00000002 000f4240 000f4240 00000000 09 04 02 61')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 56)',
        '    192.0.2.1.49152 > 192.0.2.2.3784: ',
        '    BCM-LI-SHIM: direction unused, pkt-type unknown, pkt-subtype single VLAN tag, li-id 263452',
        '     (invalid)',
      ],
    },
  },
  {
    title: 'a cut digest',
    frame: cut(
      udp4(
        49152,
        3784,
        hex(
          '28 84 05 30 00000001 00000002 ffffffff 000f4240 00000000 02 18 02 00 00000005 00112233445566778899aabbccddeeff',
        ),
      ),
      80,
    ),
    length: 90,
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 76)',
        '    192.0.2.1.49152 > 192.0.2.2.3784: ',
        '    BCM-LI-SHIM: direction unused, pkt-type undecided, pkt-subtype double VLAN tag, li-id 263472',
        '    unknown payload',
      ],
    },
  },
  {
    title: 'an unknown version',
    frame: udp4(49152, 3784, hex('40 00 05 18 00000001 00000002 000f4240 000f4240 00000000')),
    lines: {
      '': 'IP 192.0.2.1.49152 > 192.0.2.2.3784: BCM-LI-SHIM: direction egress, pkt-type unknown, pkt-subtype unknown, li-id 1304',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 52)',
        '    192.0.2.1.49152 > 192.0.2.2.3784: ',
        '    BCM-LI-SHIM: direction egress, pkt-type unknown, pkt-subtype unknown, li-id 1304',
        '     (invalid)',
      ],
    },
  },
  {
    title: 'an echo',
    frame: udp4(49152, 3785, hex('01020304')),
    lines: {
      '': 'IP 192.0.2.1.49152 > 192.0.2.2.3785: BCM-LI-SHIM: direction unknown, pkt-type unknown, pkt-subtype unknown, li-id 131844',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 32)',
        '    192.0.2.1.49152 > 192.0.2.2.3785: ',
        '    BCM-LI-SHIM: direction unknown, pkt-type unknown, pkt-subtype unknown, li-id 131844',
        '     (invalid)',
      ],
    },
  },
]);
