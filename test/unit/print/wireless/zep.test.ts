import { concat, hex, zeros } from '../fixtures/frames';
import { zep } from '../fixtures/zep';
import { describeModes, fixtureOf } from '../modes';

// Times are local, tcpdump's too.
process.env.TZ = 'UTC';

describeModes('ZEP', [
  {
    ...fixtureOf(zep, 'a frame in ZEP version 1'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto UDP (17), length 56, bad cksum 0 (->66b2)!)',
        '    10.0.0.1.49153 > 10.0.0.2.17754: ZEPv1 Channel ID 11, Device ID 0x0001, LQI 255, inner len = 12',
        '\tIEEE 802.15.4 Data packet v0 seq 01 1234:5678 < -:9abc ',
        '\t0x0000:  0102 03                                  ...',
      ],
      '-q': 'IP 10.0.0.1.49153 > 10.0.0.2.17754: UDP, length 28',
    },
  },
  {
    title: 'a frame in version 2',
    frame: concat(
      hex(
        '020000000001 020000000002 0800 45 00 0048 0001 0000 4011 0000 0a000001 0a000002 c001 455a 0034 0000 455802010b000100ffe00000008000000000000005',
      ),
      zeros(10),
      hex('0c41880134127856bc9a010203'),
    ),
    lines: {
      '': [
        'IP 10.0.0.1.49153 > 10.0.0.2.17754: ZEPv2 Type 1, Channel ID 11, Device ID 0x0001, LQI 255, 3758096384.500000000 (2019/02/02 11:39:44), seq# = 5, inner len = 12',
        '\tIEEE 802.15.4 Data packet v0 1234:5678 < -:9abc ',
        '\t0x0000:  0102 03                                  ...',
      ],
      '-x': [
        'IP 10.0.0.1.49153 > 10.0.0.2.17754: ZEPv2 Type 1, Channel ID 11, Device ID 0x0001, LQI 255, 3758096384.500000000 (2019/02/02 11:39:44), seq# = 5, inner len = 12',
        '\tIEEE 802.15.4 Data packet v0 1234:5678 < -:9abc ',
        '\t0x0000:  4500 0048 0001 0000 4011 0000 0a00 0001',
        '\t0x0010:  0a00 0002 c001 455a 0034 0000 4558 0201',
        '\t0x0020:  0b00 0100 ffe0 0000 0080 0000 0000 0000',
        '\t0x0030:  0500 0000 0000 0000 0000 000c 4188 0134',
        '\t0x0040:  1278 56bc 9a01 0203',
      ],
    },
  },
  {
    title: 'no time, and a check sequence',
    frame: concat(
      hex(
        '020000000001 020000000002 0800 45 00 0048 0001 0000 4011 0000 0a000001 0a000002 c001 455a 0034 0000 455802010b000101ff000000008000000000000005',
      ),
      zeros(10),
      hex('0c41880134127856bc9a010203'),
    ),
    lines: {
      '': [
        'IP 10.0.0.1.49153 > 10.0.0.2.17754: ZEPv2 Type 1, Channel ID 11, Device ID 0x0001, CRC, 0.500000000, seq# = 5, inner len = 12',
        '\tIEEE 802.15.4 Data packet v0 1234:5678 < -:9abc ',
        '\t0x0000:  0102 03                                  ...',
      ],
    },
  },
  {
    title: 'a frame that cannot be read',
    frame: concat(
      hex(
        '020000000001 020000000002 0800 45 00 003f 0001 0000 4011 0000 0a000001 0a000002 c001 455a 002b 0000 455802010b000100ffe00000008000000000000005',
      ),
      zeros(10),
      hex('03060001'),
    ),
    lines: {
      '': [
        'IP 10.0.0.1.49153 > 10.0.0.2.17754: ZEPv2 Type 1, Channel ID 11, Device ID 0x0001, LQI 255, 3758096384.500000000 (2019/02/02 11:39:44), seq# = 5, inner len = 3',
        '\tIEEE 802.15.4 Fragment packet ',
        '\t0x0000:  0600 01                                  ...',
      ],
      '-q': 'IP 10.0.0.1.49153 > 10.0.0.2.17754: UDP, length 35',
    },
  },
  {
    title: 'a header that is too short',
    frame: hex(
      '020000000001 020000000002 0800 45 00 0023 0001 0000 4011 0000 0a000001 0a000002 c001 455a 000f 0000 4558010b000100',
    ),
    lines: {
      '': 'IP 10.0.0.1.49153 > 10.0.0.2.17754: ZEPv1  [len 7 < 16] (invalid)',
    },
  },
  {
    title: 'a header of version 2 that is too short',
    frame: hex(
      '020000000001 020000000002 0800 45 00 0024 0001 0000 4011 0000 0a000001 0a000002 c001 455a 0010 0000 455802010b000100',
    ),
    lines: {
      '': 'IP 10.0.0.1.49153 > 10.0.0.2.17754: ZEPv2  [len 8 < 32] (invalid)',
    },
  },
  {
    title: 'another preamble',
    frame: hex(
      '020000000001 020000000002 0800 45 00 001f 0001 0000 4011 0000 0a000001 0a000002 c001 455a 000b 0000 014101',
    ),
    lines: {
      '': 'IP 10.0.0.1.49153 > 10.0.0.2.17754: ZEP [Preamble Code: ^AA] (invalid)',
    },
  },
]);
