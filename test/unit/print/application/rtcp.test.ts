import { hex, udp4 } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('RTCP', [
  {
    title: "a sender's report about one source",
    frame: udp4(
      9000,
      9001,
      hex('81c8000c11223344e875470020000000000000a00000000a0000064000000001010000020000000300000004000120000000a000'),
    ),
    lines: {
      '-Trtcp': 'IP 192.0.2.1.9000 > 192.0.2.2.9001:  sr @3900000000.12 160 10p 1600b 2l 3s 4j @1.12+0.62',
      '-v -Trtcp': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 80)',
        '    192.0.2.1.9000 > 192.0.2.2.9001:  sr 287454020 @3900000000.12 160 10p 1600b 1 2l 3s 4j @1.12+0.62',
      ],
    },
  },
  {
    title: "a receiver's report",
    frame: udp4(9000, 9001, hex('81c9000700000005000000010100000200000003000000040001200000006000')),
    lines: {
      '-Trtcp': 'IP 192.0.2.1.9000 > 192.0.2.2.9001:  rr 2l 3s 4j @1.12+0.38',
    },
  },
  {
    title: 'a report whose length is not that of its blocks',
    frame: udp4(9000, 9001, hex('80c9000500000005')),
    lines: {
      '-Trtcp': 'IP 192.0.2.1.9000 > 192.0.2.2.9001:  rr [24]',
    },
  },
  {
    title: 'all packets of a compound one',
    frame: udp4(9000, 9001, hex('80c900010000000581ca000300000005010361626300000081cb000100000005')),
    lines: {
      '-Trtcp': 'IP 192.0.2.1.9000 > 192.0.2.2.9001:  rr sdes 16 bye 8',
      '-v -Trtcp': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 60)',
        '    192.0.2.1.9000 > 192.0.2.2.9001:  rr 5 sdes 16 5 bye 8 5',
      ],
    },
  },
  {
    title: 'an unknown type',
    frame: udp4(9000, 9001, hex('80cf000100000005')),
    lines: {
      '-Trtcp': 'IP 192.0.2.1.9000 > 192.0.2.2.9001:  type-0xcf 8',
    },
  },
  {
    title: 'a report block that is cut',
    frame: udp4(9000, 9001, hex('81c8000c11223344e875470020000000000000a00000000a00000640000000010100000200000003')),
    lines: {
      '-Trtcp': 'IP 192.0.2.1.9000 > 192.0.2.2.9001:  sr @3900000000.12 160 10p 1600b [|rtcp]',
    },
  },
  {
    title: 'a header that is cut',
    frame: udp4(9000, 9001, hex('81c900070000')),
    lines: {
      '-Trtcp': 'IP 192.0.2.1.9000 > 192.0.2.2.9001:  [|rtcp]',
    },
  },
  {
    title: 'half a hundredth of a second as the even hundredth',
    frame: udp4(9000, 9001, hex('81c900070000000500000001000000000000000000000000000020000000a000')),
    lines: {
      '-Trtcp': 'IP 192.0.2.1.9000 > 192.0.2.2.9001:  rr 0l 0s 0j @0.12+0.62',
    },
  },
]);
