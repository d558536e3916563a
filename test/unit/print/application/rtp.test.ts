import { hex, udp4 } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('RTP', [
  {
    title: 'a packet with its marker',
    frame: udp4(9000, 9001, hex('8080001a000000a0000000077878787878787878787878787878787878787878')),
    lines: {
      '-Trtp': 'IP 192.0.2.1.9000 > 192.0.2.2.9001: udp/rtp 20 c0 * 26 160',
      '-v -Trtp': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 60)',
        '    192.0.2.1.9000 > 192.0.2.2.9001: udp/rtp 20 c0 * 26 160 7',
      ],
    },
  },
  {
    title: 'an H.261 header behind an extension',
    frame: udp4(9000, 9001, hex('909f001a000000a000000007000100010000000012345678')),
    lines: {
      '-Trtp': 'IP 192.0.2.1.9000 > 192.0.2.2.9001: udp/rtp 12 c31 +* 26 160',
      '-v -Trtp': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 52)',
        '    192.0.2.1.9000 > 192.0.2.2.9001: udp/rtp 12 c31 +* 26 160 7 0x1234',
      ],
    },
  },
  {
    title: 'an extension that is longer than the packet',
    frame: udp4(9000, 9001, hex('90080001000000020000000300010009')),
    lines: {
      '-v -Trtp': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 44)',
        '    192.0.2.1.9000 > 192.0.2.2.9001: udp/rtp 4 c8 + 1 2 3 !ext',
      ],
    },
  },
  {
    title: 'an H.261 header that is missing',
    frame: udp4(9000, 9001, hex('801f001a000000a000000007')),
    lines: {
      '-v -Trtp': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 40)',
        '    192.0.2.1.9000 > 192.0.2.2.9001: udp/rtp 0 c31  26 160 7 [|rtp]',
      ],
    },
  },
  {
    title: 'version 1 with an option',
    frame: udp4(9000, 9001, hex('40df00050000000680010000aabbccdd')),
    lines: {
      '-Trtp': 'IP 192.0.2.1.9000 > 192.0.2.2.9001: udp/rtpv1 8 c31 +* 5 6',
      '-v -Trtp': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 44)',
        '    192.0.2.1.9000 > 192.0.2.2.9001: udp/rtpv1 8 c31 +* 5 6 2147549184 0xaabb',
      ],
    },
  },
  {
    title: 'version 1 with an option of length zero',
    frame: udp4(9000, 9001, hex('408000050000000600000000')),
    lines: {
      '-v -Trtp': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 40)',
        '    192.0.2.1.9000 > 192.0.2.2.9001: udp/rtpv1 4 c0 + 5 6 0 !opt',
      ],
    },
  },
  {
    title: 'a header of version 2 that is too short',
    frame: udp4(9000, 9001, hex('80000001000000020000')),
    lines: {
      '-Trtp': 'IP 192.0.2.1.9000 > 192.0.2.2.9001: udp/rtp, length 10 < 12',
    },
  },
  {
    title: 'a header of any version that is too short',
    frame: udp4(9000, 9001, hex('800000')),
    lines: {
      '-Trtp': 'IP 192.0.2.1.9000 > 192.0.2.2.9001: udp/rtp, length 3 < 8',
    },
  },
]);
