import { m3uaFrames } from '../fixtures/m3ua';
import { describeModes } from '../modes';

describeModes('M3UA', [
  {
    title: 'an application server process that is up',
    frame: m3uaFrames.up,
    lines: {
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
  },
  {
    title: 'a transfer with padding',
    frame: m3uaFrames.transfer,
    lines: {
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto SCTP (132), length 68)',
        '    192.0.2.1.2906 > 192.0.2.2.2906: sctp',
        '\t1) [DATA] (B)(E) [TSN: 1] [SID: 1] [SSEQ 2] [PPID M3UA] ',
        '\t\tTransfer Data Message',
        '\t\t\tProtocol Data: (length 9)',
      ],
    },
  },
  {
    title: 'an unknown message and an unknown parameter',
    frame: m3uaFrames.unknownType,
    lines: {
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto SCTP (132), length 64)',
        '    192.0.2.1.2906 > 192.0.2.2.2906: sctp',
        '\t1) [DATA] (B)(E) [TSN: 1] [SID: 1] [SSEQ 2] [PPID M3UA] ',
        '\t\tRouting Key Management Unknown (0x07) Message',
        '\t\t\tUnknown Parameter (0x0fff): (length 8)',
      ],
    },
  },
  {
    title: 'an unknown class',
    frame: m3uaFrames.unknownClass,
    lines: {
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto SCTP (132), length 56)',
        '    192.0.2.1.2906 > 192.0.2.2.2906: sctp',
        '\t1) [DATA] (B)(E) [TSN: 1] [SID: 1] [SSEQ 2] [PPID M3UA] ',
        '\t\tUnknown message class 7',
      ],
    },
  },
  {
    title: 'a length that is not that of the chunk',
    frame: m3uaFrames.corrupt,
    lines: {
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto SCTP (132), length 56)',
        '    192.0.2.1.2906 > 192.0.2.2.2906: sctp',
        '\t1) [DATA] (B)(E) [TSN: 1] [SID: 1] [SSEQ 2] [PPID M3UA] ',
        '\t\tManagement Notify Message',
        '\t\t\t@@@@@@ Corrupted length 9 of message @@@@@@',
      ],
    },
  },
  {
    title: 'a parameter without a length',
    frame: m3uaFrames.shortParameter,
    lines: {
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto SCTP (132), length 64)',
        '    192.0.2.1.2906 > 192.0.2.2.2906: sctp',
        '\t1) [DATA] (B)(E) [TSN: 1] [SID: 1] [SSEQ 2] [PPID M3UA] ',
        '\t\tSS7 Destination User Part Unavailable Message',
        '\t\t\tUser/Cause:  (invalid)',
      ],
    },
  },
  {
    title: 'a routing context that is too short',
    frame: m3uaFrames.shortValue,
    lines: {
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto SCTP (132), length 64)',
        '    192.0.2.1.2906 > 192.0.2.2.2906: sctp',
        '\t1) [DATA] (B)(E) [TSN: 1] [SID: 1] [SSEQ 2] [PPID M3UA] ',
        '\t\tASP Active Message',
        '\t\t\tRouting Context:  (invalid)',
      ],
    },
  },
  {
    title: 'a header that is too short',
    frame: m3uaFrames.short,
    lines: {
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto SCTP (132), length 52)',
        '    192.0.2.1.2906 > 192.0.2.2.2906: sctp',
        '\t1) [DATA] (B)(E) [TSN: 1] [SID: 1] [SSEQ 2] [PPID M3UA]  (invalid)',
      ],
    },
  },
  {
    title: 'nothing of another version',
    frame: m3uaFrames.otherVersion,
    lines: {
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto SCTP (132), length 56)',
        '    192.0.2.1.2906 > 192.0.2.2.2906: sctp',
        '\t1) [DATA] (B)(E) [TSN: 1] [SID: 1] [SSEQ 2] [PPID M3UA] ',
      ],
    },
  },
  {
    title: 'data of another protocol',
    frame: m3uaFrames.otherData,
    lines: {
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
  },
  {
    title: 'chunks on lines of their own',
    frame: m3uaFrames.twoChunks,
    lines: {
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto SCTP (132), length 56)',
        '    192.0.2.1.10000 > 192.0.2.2.10001: sctp',
        '\t1) [SHUTDOWN COMPLETE] ',
        '\t2) [SACK] [cum ack 1] [a_rwnd 65536] [#gap acks 1] [#dup tsns 0] ',
        '\t\t[gap ack block #1: start = 3, end = 4] ',
      ],
    },
  },
]);
