import { hex, udp4 } from '../fixtures/frames';
import { services } from '../fixtures/services';
import { describeModes, fixtureOf } from '../modes';

describeModes('LWAPP', [
  {
    ...fixtureOf(services, 'LWAPP: a discovery'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 60)',
        '    192.0.2.1.40000 > 192.0.2.2.12223: LWAPPv0, Control frame, Radio-id 1, Flags [Control Bit], Frag-id 0, length 20',
        '\tAP identity: 02:00:00:00:00:01',
        '\t  Msg type: Discovery req (1), Seqnum: 7, Msg len: 4, Session: 0x00000000',
        '\t  Msg type: Mobile config req (39), Seqnum: 8, Msg len: 0, Session: 0x00000001',
      ],
    },
  },
  {
    title: 'an answer',
    frame: udp4(12223, 40000, hex('04 00 0008 0000 02 07 0000 00000000')),
    lines: {
      '': 'IP 192.0.2.1.12223 > 192.0.2.2.40000: LWAPPv0, Control frame, Flags [Control Bit], length 14',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 42)',
        '    192.0.2.1.12223 > 192.0.2.2.40000: LWAPPv0, Control frame, Radio-id 0, Flags [Control Bit], Frag-id 0, length 8',
        '\t  Msg type: Discovery resp (2), Seqnum: 7, Msg len: 0, Session: 0x00000000',
      ],
    },
  },
  {
    title: 'an unknown message',
    frame: udp4(12223, 40000, hex('04 00 0008 0000 07 07 0000 00000000')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 42)',
        '    192.0.2.1.12223 > 192.0.2.2.40000: LWAPPv0, Control frame, Radio-id 0, Flags [Control Bit], Frag-id 0, length 8',
        '\t  Msg type: Unknown (7), Seqnum: 7, Msg len: 0, Session: 0x00000000',
      ],
    },
  },
  {
    title: 'a message past the end of its PDU',
    frame: udp4(12223, 40000, hex('04 00 0008 0000 02 07 0004 00000000 00')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 43)',
        '    192.0.2.1.12223 > 192.0.2.2.40000: LWAPPv0, Control frame, Radio-id 0, Flags [Control Bit], Frag-id 0, length 8',
        '\t  Msg goes past end of PDU',
      ],
    },
  },
  {
    title: 'a PDU that ends inside a message',
    frame: udp4(12223, 40000, hex('04 00 0004 0000 02 07 0000 00000000')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 42)',
        '    192.0.2.1.12223 > 192.0.2.2.40000: LWAPPv0, Control frame, Radio-id 0, Flags [Control Bit], Frag-id 0, length 4',
        '\t  Msg goes past end of PDU',
      ],
    },
  },
  {
    title: 'a PDU past the end',
    frame: udp4(12223, 40000, hex('04 00 0018 0000 02 07 0000 00000000')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 42)',
        '    192.0.2.1.12223 > 192.0.2.2.40000: LWAPPv0, Control frame, Radio-id 0, Flags [Control Bit], Frag-id 0, length 24',
        '\t  Msg type: Discovery resp (2), Seqnum: 7, Msg len: 0, Session: 0x00000000 [|lwapp_control]',
      ],
    },
  },
  {
    title: 'another version',
    frame: udp4(12223, 40000, hex('44 00 0008 0000')),
    lines: {
      '': 'IP 192.0.2.1.12223 > 192.0.2.2.40000: LWAPP version 1 packet not supported',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 34)',
        '    192.0.2.1.12223 > 192.0.2.2.40000: LWAPP version 1 packet not supported',
      ],
    },
  },
  {
    ...fixtureOf(services, 'LWAPP: data'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 38)',
        '    192.0.2.1.40000 > 192.0.2.2.12222: LWAPPv0, Data frame, Radio-id  1, Flags [Last Fragment Bit], Frag-id  3, length 10',
        '\t0x0000:  8000 0102',
      ],
    },
  },
  {
    title: 'data shorter than the header',
    frame: udp4(40000, 12222, hex('00 03 0005 0000')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 34)',
        '    192.0.2.1.40000 > 192.0.2.2.12222: LWAPPv0, Data frame, Radio-id  0, Flags [none], length 5 < transport header length',
      ],
    },
  },
  {
    title: 'data of another version',
    frame: udp4(40000, 12222, hex('80 03 0005 0000')),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.12222: LWAPP version 2 packet not supported',
    },
  },
  {
    title: 'short messages',
    frame: udp4(40000, 12223, hex('0200000000010c')),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.12223:  [|lwapp_control]',
      '-v -x': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 35)',
        '    192.0.2.1.40000 > 192.0.2.2.12223:  [|lwapp_control]',
        '\t0x0000:  4500 0023 0000 0000 4011 f6c6 c000 0201',
        '\t0x0010:  c000 0202 9c40 2fbf 000f a1cb 0200 0000',
        '\t0x0020:  0001 0c',
      ],
    },
  },
  {
    title: 'short data',
    frame: udp4(40000, 12222, hex('0200')),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.12222:  [|lwapp_data]',
      '-v -x': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 30)',
        '    192.0.2.1.40000 > 192.0.2.2.12222:  [|lwapp_data]',
        '\t0x0000:  4500 001e 0000 0000 4011 f6cb c000 0201',
        '\t0x0010:  c000 0202 9c40 2fbe 000a add7 0200',
      ],
    },
  },
]);
