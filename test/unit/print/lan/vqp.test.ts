import { hex, udp4 } from '../fixtures/frames';
import { services } from '../fixtures/services';
import { describeModes, fixtureOf } from '../modes';

describeModes('VQP', [
  {
    ...fixtureOf(services, 'VQP: a request'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 98)',
        '    192.0.2.1.1589 > 192.0.2.2.1589: ',
        '\tVQPv1, Request, Join Port Message, error-code No error (0), seq 0x00000007, items 6, length 70',
        '\t  Client IP Address Object (0x00000c01), length 4, value: 192.0.2.1 (0xc0000201)',
        '\t  Port Name Object (0x00000c02), length 5, value: Fa0/1',
        '\t  VTP Domain Object (0x00000c04), length 3, value: lab',
        '\t  MAC Null Object (0x00000c06), length 6, value: 00:00:00:00:00:00',
        '\t  MAC Address Object (0x00000c08), length 6, value: 02:00:00:00:00:01',
        '\t  Unknown Object (0x00000c09), length 2, value: ',
        '\t    0x0000:  0102',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 98)',
        '    192.0.2.1.1589 > 192.0.2.2.1589: [udp sum ok] ',
        '\tVQPv1, Request, Join Port Message, error-code No error (0), seq 0x00000007, items 6, length 70',
        '\t  Client IP Address Object (0x00000c01), length 4, value: 192.0.2.1 (0xc0000201)',
        '\t  Port Name Object (0x00000c02), length 5, value: Fa0/1',
        '\t  VTP Domain Object (0x00000c04), length 3, value: lab',
        '\t  MAC Null Object (0x00000c06), length 6, value: 00:00:00:00:00:00',
        '\t  MAC Address Object (0x00000c08), length 6, value: 02:00:00:00:00:01',
        '\t  Unknown Object (0x00000c09), length 2, value: ',
      ],
    },
  },
  {
    title: 'a response',
    frame: udp4(1589, 1589, hex('01 02 03 02 00000007 00000c03 0004 76320a00 00000c05 0002 4142')),
    lines: {
      '': 'IP 192.0.2.1.1589 > 192.0.2.2.1589: VQPv1 Response, VLAN Message, error-code Access denied (3), length 26',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 54)',
        '    192.0.2.1.1589 > 192.0.2.2.1589: ',
        '\tVQPv1, Response, VLAN Message, error-code Access denied (3), seq 0x00000007, items 2, length 26',
        '\t  VLAN Name Object (0x00000c03), length 4, value: v2^J',
        '\t  Ethernet Packet Object (0x00000c05), length 2, value: AB',
      ],
    },
  },
  {
    title: 'an unknown message',
    frame: udp4(1589, 1589, hex('01 09 09 00 00000007')),
    lines: {
      '': 'IP 192.0.2.1.1589 > 192.0.2.2.1589: VQPv1 unknown (9) Message, error-code unknown (9), length 8',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 36)',
        '    192.0.2.1.1589 > 192.0.2.2.1589: ',
        '\tVQPv1, unknown (9) Message, error-code unknown (9), seq 0x00000007, items 0, length 8',
      ],
    },
  },
  {
    title: 'another version',
    frame: udp4(1589, 1589, hex('02 01 00 06 00000007')),
    lines: {
      '': 'IP 192.0.2.1.1589 > 192.0.2.2.1589: VQP version 2 packet not supported',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 36)',
        '    192.0.2.1.1589 > 192.0.2.2.1589: VQP version 2 packet not supported',
      ],
    },
  },
  {
    title: 'an address of five bytes',
    frame: udp4(1589, 1589, hex('01 01 00 01 00000007 00000c01 0005 c000020100')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 47)',
        '    192.0.2.1.1589 > 192.0.2.2.1589: ',
        '\tVQPv1, Request, Join Port Message, error-code No error (0), seq 0x00000007, items 1, length 19',
        '\t  Client IP Address Object (0x00000c01), length 5, value:  (invalid)',
      ],
    },
  },
  {
    title: 'a MAC address of five bytes',
    frame: udp4(1589, 1589, hex('01 01 00 01 00000007 00000c08 0005 c000020100')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 47)',
        '    192.0.2.1.1589 > 192.0.2.2.1589: ',
        '\tVQPv1, Request, Join Port Message, error-code No error (0), seq 0x00000007, items 1, length 19',
        '\t  MAC Address Object (0x00000c08), length 5, value:  (invalid)',
      ],
    },
  },
  {
    title: 'an object of length 0',
    frame: udp4(1589, 1589, hex('01 01 00 02 00000007 00000c02 0000 00000c02 0001 41')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 49)',
        '    192.0.2.1.1589 > 192.0.2.2.1589: ',
        '\tVQPv1, Request, Join Port Message, error-code No error (0), seq 0x00000007, items 2, length 21',
        '\t  Port Name Object (0x00000c02), length 0, value: ',
      ],
    },
  },
  {
    title: 'an object that goes past the end',
    frame: udp4(1589, 1589, hex('01 01 00 01 00000007 00000c02 0009 41')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 43)',
        '    192.0.2.1.1589 > 192.0.2.2.1589: ',
        '\tVQPv1, Request, Join Port Message, error-code No error (0), seq 0x00000007, items 1, length 15',
        '\t  Port Name Object (0x00000c02), length 9, value:  [|vqp]',
      ],
    },
  },
  {
    title: 'fewer objects than are said',
    frame: udp4(1589, 1589, hex('01 01 00 09 00000007 00000c02 0001 41')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 43)',
        '    192.0.2.1.1589 > 192.0.2.2.1589: ',
        '\tVQPv1, Request, Join Port Message, error-code No error (0), seq 0x00000007, items 9, length 15',
        '\t  Port Name Object (0x00000c02), length 1, value: A',
      ],
    },
  },
  {
    title: 'a short message',
    frame: udp4(1589, 1589, hex('01 01 00 09')),
    lines: {
      '': 'IP 192.0.2.1.1589 > 192.0.2.2.1589:  [|vqp]',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 32)',
        '    192.0.2.1.1589 > 192.0.2.2.1589:  [|vqp]',
      ],
    },
  },
]);
