import { m3ua } from '../fixtures/m3ua';
import { describeFixtures } from '../modes';

describeFixtures('M3UA', m3ua, {
  'an application server process that is up': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto SCTP (132), length 64)',
      '    192.0.2.1.2906 > 192.0.2.2.2906: sctp (1) [DATA] (B)(E) [TSN: 1] [SID: 1] [SSEQ 2] [PPID M3UA] ',
    ],
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto SCTP (132), length 64)',
      '    192.0.2.1.2906 > 192.0.2.2.2906: sctp',
      '\t1) [DATA] (B)(E) [TSN: 1] [SID: 1] [SSEQ 2] [PPID M3UA] ',
      '\t\tASP Up Message',
      '\t\t\tASP Identifier: (length 8)',
    ],
  },
  'a transfer with padding': {
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto SCTP (132), length 68)',
      '    192.0.2.1.2906 > 192.0.2.2.2906: sctp',
      '\t1) [DATA] (B)(E) [TSN: 1] [SID: 1] [SSEQ 2] [PPID M3UA] ',
      '\t\tTransfer Data Message',
      '\t\t\tProtocol Data: (length 9)',
    ],
  },
  'an unknown message and an unknown parameter': {
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto SCTP (132), length 64)',
      '    192.0.2.1.2906 > 192.0.2.2.2906: sctp',
      '\t1) [DATA] (B)(E) [TSN: 1] [SID: 1] [SSEQ 2] [PPID M3UA] ',
      '\t\tRouting Key Management Unknown (0x07) Message',
      '\t\t\tUnknown Parameter (0x0fff): (length 8)',
    ],
  },
  'an unknown class': {
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto SCTP (132), length 56)',
      '    192.0.2.1.2906 > 192.0.2.2.2906: sctp',
      '\t1) [DATA] (B)(E) [TSN: 1] [SID: 1] [SSEQ 2] [PPID M3UA] ',
      '\t\tUnknown message class 7',
    ],
  },
  'a length that is not that of the chunk': {
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto SCTP (132), length 56)',
      '    192.0.2.1.2906 > 192.0.2.2.2906: sctp',
      '\t1) [DATA] (B)(E) [TSN: 1] [SID: 1] [SSEQ 2] [PPID M3UA] ',
      '\t\tManagement Notify Message',
      '\t\t\t@@@@@@ Corrupted length 9 of message @@@@@@',
    ],
  },
  'a parameter without a length': {
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto SCTP (132), length 64)',
      '    192.0.2.1.2906 > 192.0.2.2.2906: sctp',
      '\t1) [DATA] (B)(E) [TSN: 1] [SID: 1] [SSEQ 2] [PPID M3UA] ',
      '\t\tSS7 Destination User Part Unavailable Message',
      '\t\t\tUser/Cause:  (invalid)',
    ],
  },
  'a routing context that is too short': {
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto SCTP (132), length 64)',
      '    192.0.2.1.2906 > 192.0.2.2.2906: sctp',
      '\t1) [DATA] (B)(E) [TSN: 1] [SID: 1] [SSEQ 2] [PPID M3UA] ',
      '\t\tASP Active Message',
      '\t\t\tRouting Context:  (invalid)',
    ],
  },
  'a header that is too short': {
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto SCTP (132), length 52)',
      '    192.0.2.1.2906 > 192.0.2.2.2906: sctp',
      '\t1) [DATA] (B)(E) [TSN: 1] [SID: 1] [SSEQ 2] [PPID M3UA]  (invalid)',
    ],
  },
  'nothing of another version': {
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto SCTP (132), length 56)',
      '    192.0.2.1.2906 > 192.0.2.2.2906: sctp',
      '\t1) [DATA] (B)(E) [TSN: 1] [SID: 1] [SSEQ 2] [PPID M3UA] ',
    ],
  },
  'data of another protocol': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto SCTP (132), length 56)',
      '    192.0.2.1.2906 > 192.0.2.2.2906: sctp (1) [DATA] (B)(E) [TSN: 1] [SID: 1] [SSEQ 2] [PPID 0x0] ',
    ],
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto SCTP (132), length 56)',
      '    192.0.2.1.2906 > 192.0.2.2.2906: sctp',
      '\t1) [DATA] (B)(E) [TSN: 1] [SID: 1] [SSEQ 2] [PPID 0x0] [Payload:',
      '\t0x0000:  6865 6c6c 6f                             hello]',
    ],
    '-vv -q': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto SCTP (132), length 56)',
      '    192.0.2.1.2906 > 192.0.2.2.2906: sctp',
      '\t1) [DATA] (B)(E) [TSN: 1] [SID: 1] [SSEQ 2] [PPID 0x0] [Payload]',
    ],
    '-vv -x': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto SCTP (132), length 56)',
      '    192.0.2.1.2906 > 192.0.2.2.2906: sctp',
      '\t1) [DATA] (B)(E) [TSN: 1] [SID: 1] [SSEQ 2] [PPID 0x0] [Payload]',
      '\t0x0000:  4500 0038 0000 0000 4084 f63e c000 0201',
      '\t0x0010:  c000 0202 0b5a 0b5a 0000 0001 0000 0000',
      '\t0x0020:  0003 0015 0000 0001 0001 0002 0000 0000',
      '\t0x0030:  6865 6c6c 6f00 0000',
    ],
  },
  'chunks on lines of their own': {
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto SCTP (132), length 56)',
      '    192.0.2.1.10000 > 192.0.2.2.10001: sctp',
      '\t1) [SHUTDOWN COMPLETE] ',
      '\t2) [SACK] [cum ack 1] [a_rwnd 65536] [#gap acks 1] [#dup tsns 0] ',
      '\t\t[gap ack block #1: start = 3, end = 4] ',
    ],
  },
});
