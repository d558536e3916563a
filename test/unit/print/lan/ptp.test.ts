import { concat, cut, ether, hex, udp4, zeros } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('PTP', [
  {
    title: 'a sync message',
    frame: ether(
      0x88f7,
      concat(
        hex('0002 002c 00 00 0200 0000000000640001 00000000 020000fffe000001 0001 002a 00 00 000065a0b1c2 000003e8'),
      ),
    ),
    lines: {
      '': 'PTPv2, v1 compat : no, msg type : sync msg, length : 44, domain : 0, reserved1 : 0, Flags [two step], NS correction : 100, sub NS correction : 1, reserved2 : 0, clock identity : 0x20000fffe000001, port id : 1, seq id : 42, control : 0 (Sync), log message interval : 0, originTimeStamp : 1705030082 seconds, 1000 nanoseconds',
      '-v': 'PTPv2, v1 compat : no, msg type : sync msg, length : 44, domain : 0, reserved1 : 0, Flags [two step], NS correction : 100, sub NS correction : 1, reserved2 : 0, clock identity : 0x20000fffe000001, port id : 1, seq id : 42, control : 0 (Sync), log message interval : 0, originTimeStamp : 1705030082 seconds, 1000 nanoseconds',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype PTP (0x88f7), length 58: PTPv2, v1 compat : no, msg type : sync msg, length : 44, domain : 0, reserved1 : 0, Flags [two step], NS correction : 100, sub NS correction : 1, reserved2 : 0, clock identity : 0x20000fffe000001, port id : 1, seq id : 42, control : 0 (Sync), log message interval : 0, originTimeStamp : 1705030082 seconds, 1000 nanoseconds',
    },
  },
  {
    title: 'a delay request',
    frame: ether(
      0x88f7,
      concat(
        hex('0102 002c 00 00 0000 0000000000640001 00000000 020000fffe000001 0001 002a 01 7f 000065a0b1c2 000003e8'),
      ),
    ),
    lines: {
      '': 'PTPv2, v1 compat : no, msg type : delay req msg, length : 44, domain : 0, reserved1 : 0, Flags [none], NS correction : 100, sub NS correction : 1, reserved2 : 0, clock identity : 0x20000fffe000001, port id : 1, seq id : 42, control : 1 (Delay_Req), log message interval : 127, originTimeStamp : 1705030082 seconds, 1000 nanoseconds',
    },
  },
  {
    title: 'a peer delay request',
    frame: ether(
      0x88f7,
      concat(
        hex(
          '1202 0036 00 00 0002 0000000000640001 00000000 020000fffe000001 0001 002a 05 00 000065a0b1c2 000003e8 020000fffe000002 0002',
        ),
      ),
    ),
    lines: {
      '': 'PTPv2, v1 compat : yes, msg type : peer delay req msg, length : 54, domain : 0, reserved1 : 0, Flags [l1 59], NS correction : 100, sub NS correction : 1, reserved2 : 0, clock identity : 0x20000fffe000001, port id : 1, seq id : 42, control : 5 (Other), log message interval : 0, preciseOriginTimeStamp : 1705030082 seconds, 1000 nanoseconds, port identity : 0x20000fffe000002, port id : 2',
    },
  },
  {
    title: 'a peer delay response',
    frame: ether(
      0x88f7,
      concat(
        hex(
          '0302 0036 00 00 0001 0000000000640001 00000000 020000fffe000001 0001 002a 05 00 000065a0b1c2 000003e8 020000fffe000002 0002',
        ),
      ),
    ),
    lines: {
      '': 'PTPv2, v1 compat : no, msg type : peer delay resp msg, length : 54, domain : 0, reserved1 : 0, Flags [l1 61], NS correction : 100, sub NS correction : 1, reserved2 : 0, clock identity : 0x20000fffe000001, port id : 1, seq id : 42, control : 5 (Other), log message interval : 0, receiveTimeStamp : 1705030082 seconds, 1000 nanoseconds, port identity : 0x20000fffe000002, port id : 2',
    },
  },
  {
    title: 'a follow-up',
    frame: ether(
      0x88f7,
      concat(
        hex('0802 002c 00 00 0004 0000000000640001 00000000 020000fffe000001 0001 002a 02 00 ffffffffffff ffffffff'),
      ),
    ),
    lines: {
      '': 'PTPv2, v1 compat : no, msg type : follow up msg, length : 44, domain : 0, reserved1 : 0, Flags [utc reasonable], NS correction : 100, sub NS correction : 1, reserved2 : 0, clock identity : 0x20000fffe000001, port id : 1, seq id : 42, control : 2 (Follow_Up), log message interval : 0, preciseOriginTimeStamp : 281474976710655 seconds, 4294967295 nanoseconds',
    },
  },
  {
    title: 'a delay response',
    frame: ether(
      0x88f7,
      concat(
        hex(
          '0902 0036 00 00 0000 0000000000640001 00000000 020000fffe000001 0001 002a 03 00 000065a0b1c2 000003e8 020000fffe000002 0002',
        ),
      ),
    ),
    lines: {
      '': 'PTPv2, v1 compat : no, msg type : delay resp msg, length : 54, domain : 0, reserved1 : 0, Flags [none], NS correction : 100, sub NS correction : 1, reserved2 : 0, clock identity : 0x20000fffe000001, port id : 1, seq id : 42, control : 3 (Delay_Resp), log message interval : 0, receiveTimeStamp : 1705030082 seconds, 1000 nanoseconds, port identity : 0x20000fffe000002, port id : 2',
    },
  },
  {
    title: 'a follow-up of a peer delay response',
    frame: ether(
      0x88f7,
      concat(
        hex(
          '0a02 0036 00 00 0000 0000000000640001 00000000 020000fffe000001 0001 002a 05 00 000065a0b1c2 000003e8 020000fffe000002 0002',
        ),
      ),
    ),
    lines: {
      '': 'PTPv2, v1 compat : no, msg type : pdelay resp fup msg, length : 54, domain : 0, reserved1 : 0, Flags [none], NS correction : 100, sub NS correction : 1, reserved2 : 0, clock identity : 0x20000fffe000001, port id : 1, seq id : 42, control : 5 (Other), log message interval : 0, preciseOriginTimeStamp : 1705030082 seconds, 1000 nanoseconds, port identity : 0x20000fffe000002, port id : 2',
    },
  },
  {
    title: 'an announcement',
    frame: ether(
      0x88f7,
      concat(
        hex(
          '0b02 0040 00 00 003c 0000000000640001 00000000 020000fffe000001 0001 002a 05 01 000065a0b1c2 000003e8 0025 00 80 06 21 4e5d 80 020000fffe000003 0000 20',
        ),
      ),
    ),
    lines: {
      '': 'PTPv2, v1 compat : no, msg type : announce msg, length : 64, domain : 0, reserved1 : 0, Flags [utc reasonable, timescale, time tracable, frequency tracable], NS correction : 100, sub NS correction : 1, reserved2 : 0, clock identity : 0x20000fffe000001, port id : 1, seq id : 42, control : 5 (Other), log message interval : 1, originTimeStamp : 1705030082 seconds 1000 nanoseconds, origin cur utc :37, rsvd : 0, gm priority_1 : 128, gm clock class : 6, gm clock accuracy : 33, gm clock variance : 20061, gm priority_2 : 128, gm clock id : 0x20000fffe000003, steps removed : 0, time source : 0x20',
    },
  },
  {
    title: 'a signal',
    frame: ether(
      0x88f7,
      concat(
        hex('0c02 002c 00 00 0400 0000000000640001 00000000 020000fffe000001 0001 002a 05 00 ffffffffffffffff ffff'),
      ),
    ),
    lines: {
      '': 'PTPv2, v1 compat : no, msg type : signalling msg, length : 44, domain : 0, reserved1 : 0, Flags [unicast], NS correction : 100, sub NS correction : 1, reserved2 : 0, clock identity : 0x20000fffe000001, port id : 1, seq id : 42, control : 5 (Other), log message interval : 0, port identity : 0xffffffffffffffff, port id : 65535',
    },
  },
  {
    title: 'a management message',
    frame: ether(
      0x88f7,
      concat(
        hex(
          '0d02 0030 00 00 7900 0000000000640001 00000000 020000fffe000001 0001 002a 04 00 0100000000000001 ffff 01 01 01 01',
        ),
      ),
    ),
    lines: {
      '': 'PTPv2, v1 compat : no, msg type : management msg, length : 48, domain : 0, reserved1 : 0, Flags [alternate master, profile specific 1, profile specific 2, security mask], NS correction : 100, sub NS correction : 1, reserved2 : 0, clock identity : 0x20000fffe000001, port id : 1, seq id : 42, control : 4 (Management), log message interval : 0, port identity : 0x100000000000001, port id : 65535, , start boundary hops  1, , boundary hops  1, , flags  0x1, , reserved  0x1',
    },
  },
  {
    title: 'a message of a reserved kind',
    frame: ether(
      0x88f7,
      concat(hex('0402 0022 00 00 18c0 0000000000640001 00000000 020000fffe000001 0001 002a 09 00')),
    ),
    lines: {
      '': 'PTPv2, v1 compat : no, msg type : Reserved, length : 34, domain : 0, reserved1 : 0, Flags [profile specific 1, unknown], NS correction : 100, sub NS correction : 1, reserved2 : 0, clock identity : 0x20000fffe000001, port id : 1, seq id : 42, control : 9 (Reserved), log message interval : 0',
    },
  },
  {
    title: 'version 1',
    frame: ether(0x88f7, concat(hex('0001 0001'), zeros(40))),
    lines: {
      '': 'PTPv1 (not implemented)',
    },
  },
  {
    title: 'a version that is not known',
    frame: ether(0x88f7, concat(hex('0003 0001'), zeros(40))),
    lines: {
      '': 'PTPv3',
    },
  },
  {
    title: 'a message shorter than its header',
    frame: ether(0x88f7, concat(hex('0002 0022'))),
    lines: {
      '': ' [length 4 < 34] (invalid)',
    },
  },
  {
    title: 'a message over UDP',
    frame: udp4(
      319,
      319,
      hex('0002 002c 00 00 0200 0000000000640001 00000000 020000fffe000001 0001 002a 00 00 000065a0b1c2 000003e8'),
    ),
    lines: {
      '': 'IP 192.0.2.1.319 > 192.0.2.2.319: PTPv2, v1 compat : no, msg type : sync msg, length : 44, domain : 0, reserved1 : 0, Flags [two step], NS correction : 100, sub NS correction : 1, reserved2 : 0, clock identity : 0x20000fffe000001, port id : 1, seq id : 42, control : 0 (Sync), log message interval : 0, originTimeStamp : 1705030082 seconds, 1000 nanoseconds',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 72)',
        '    192.0.2.1.319 > 192.0.2.2.319: PTPv2, v1 compat : no, msg type : sync msg, length : 44, domain : 0, reserved1 : 0, Flags [two step], NS correction : 100, sub NS correction : 1, reserved2 : 0, clock identity : 0x20000fffe000001, port id : 1, seq id : 42, control : 0 (Sync), log message interval : 0, originTimeStamp : 1705030082 seconds, 1000 nanoseconds',
      ],
      '-q': 'IP 192.0.2.1.319 > 192.0.2.2.319: UDP, length 44',
    },
  },
  {
    title: 'a cut announcement',
    frame: cut(
      udp4(
        320,
        320,
        hex(
          '0b02 0040 00 00 003c 0000000000640001 00000000 020000fffe000001 0001 002a 05 01 000065a0b1c2 000003e8 0025 00 80 06 21 4e5d 80 020000fffe000003 0000 20',
        ),
      ),
      96,
    ),
    length: 106,
    lines: {
      '': 'IP 192.0.2.1.320 > 192.0.2.2.320: PTPv2, v1 compat : no, msg type : announce msg, length : 64, domain : 0, reserved1 : 0, Flags [utc reasonable, timescale, time tracable, frequency tracable], NS correction : 100, sub NS correction : 1, reserved2 : 0, clock identity : 0x20000fffe000001, port id : 1, seq id : 42, control : 5 (Other), log message interval : 1, originTimeStamp : 1705030082 seconds 1000 nanoseconds, origin cur utc :37, rsvd : 0, gm priority_1 : 128, gm clock class : 6, gm clock accuracy : 33, gm clock variance : 20061, gm priority_2 : 128 [|ptp]',
    },
  },
]);
