import { ptp } from '../fixtures/ptp';
import { describeFixtures } from '../modes';

describeFixtures('PTP', ptp, {
  'a sync message': {
    '-v': 'PTPv2, v1 compat : no, msg type : sync msg, length : 44, domain : 0, reserved1 : 0, Flags [two step], NS correction : 100, sub NS correction : 1, reserved2 : 0, clock identity : 0x20000fffe000001, port id : 1, seq id : 42, control : 0 (Sync), log message interval : 0, originTimeStamp : 1705030082 seconds, 1000 nanoseconds',
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype PTP (0x88f7), length 58: PTPv2, v1 compat : no, msg type : sync msg, length : 44, domain : 0, reserved1 : 0, Flags [two step], NS correction : 100, sub NS correction : 1, reserved2 : 0, clock identity : 0x20000fffe000001, port id : 1, seq id : 42, control : 0 (Sync), log message interval : 0, originTimeStamp : 1705030082 seconds, 1000 nanoseconds',
  },
  'a message over UDP': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 72)',
      '    192.0.2.1.319 > 192.0.2.2.319: PTPv2, v1 compat : no, msg type : sync msg, length : 44, domain : 0, reserved1 : 0, Flags [two step], NS correction : 100, sub NS correction : 1, reserved2 : 0, clock identity : 0x20000fffe000001, port id : 1, seq id : 42, control : 0 (Sync), log message interval : 0, originTimeStamp : 1705030082 seconds, 1000 nanoseconds',
    ],
    '-q': 'IP 192.0.2.1.319 > 192.0.2.2.319: UDP, length 44',
  },
});
