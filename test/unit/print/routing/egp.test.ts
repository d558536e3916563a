import { expect, test } from 'vitest';
import { hex, ip4 } from '../fixtures/frames';
import { routing } from '../fixtures/routing';
import { Lines } from '../lines';
import { describeModes, fixtureOf } from '../modes';

describeModes('EGP', [
  {
    ...fixtureOf(routing, 'EGP: a request'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto EGP (8), length 36)',
        '    192.0.2.1 > 192.0.2.2: EGPv2, length 16 acquire request active_mode hello:30 poll:120',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 50: 192.0.2.1 > 192.0.2.2: EGPv2, AS 100, seq 7, length 16',
    },
  },
  {
    title: 'a confirmation of another state',
    frame: ip4(8, hex('02 03 01 04 abcd 0064 0007 001e 0078 0000')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto EGP (8), length 36)',
        '    192.0.2.1 > 192.0.2.2: EGPv2, length 16 acquire confirm [status 4] hello:30 poll:120',
      ],
    },
  },
  {
    title: 'a refusal',
    frame: ip4(8, hex('02 03 02 04 abcd 0064 0007 0000 0000 0000')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto EGP (8), length 36)',
        '    192.0.2.1 > 192.0.2.2: EGPv2, length 16 acquire refuse administratively_prohibited',
      ],
    },
  },
  {
    title: 'a cease with a state of requests',
    frame: ip4(8, hex('02 03 03 01 abcd 0064 0007 0000 0000 0000')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto EGP (8), length 36)',
        '    192.0.2.1 > 192.0.2.2: EGPv2, length 16 acquire cease[status 1]',
      ],
    },
  },
  {
    title: 'an acquisition of an unknown kind',
    frame: ip4(8, hex('02 03 05 01 abcd 0064 0007 0000 0000 0000')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto EGP (8), length 36)',
        '    192.0.2.1 > 192.0.2.2: EGPv2, length 16 acquire[code 5]',
      ],
    },
  },
  {
    title: 'hello and the answer',
    frame: ip4(8, hex('02 05 00 01 abcd 0064 0007 0000 0000 0000')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto EGP (8), length 36)',
        '    192.0.2.1 > 192.0.2.2: EGPv2, length 16 hello state:up',
      ],
    },
  },
  {
    title: 'an answer of an unknown state',
    frame: ip4(8, hex('02 05 01 03 abcd 0064 0007 0000 0000 0000')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto EGP (8), length 36)',
        '    192.0.2.1 > 192.0.2.2: EGPv2, length 16 i-h-u [status 3]',
      ],
    },
  },
  {
    title: 'an unknown reach',
    frame: ip4(8, hex('02 05 02 03 abcd 0064 0007 0000 0000 0000')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto EGP (8), length 36)',
        '    192.0.2.1 > 192.0.2.2: EGPv2, length 16[reach code 2]',
      ],
    },
  },
  {
    title: 'a poll',
    frame: ip4(8, hex('02 02 00 02 abcd 0064 0007 0000 0a000000')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto EGP (8), length 36)',
        '    192.0.2.1 > 192.0.2.2: EGPv2, length 16 poll state:down net:10.0.0.0',
      ],
    },
  },
  {
    title: 'an update without gateways',
    frame: ip4(8, hex('02 01 00 81 abcd 0064 0007 0000 0a000000')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto EGP (8), length 36)',
        '    192.0.2.1 > 192.0.2.2: EGPv2, length 16 update unsolicited state:up 10.0.0.0 int 0 ext 0',
      ],
    },
  },
  {
    title: 'an error',
    frame: ip4(8, hex('02 08 00 01 abcd 0064 0007 0004 0000 0000')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto EGP (8), length 36)',
        '    192.0.2.1 > 192.0.2.2: EGPv2, length 16 error state:up excessive_polling_rate',
      ],
    },
  },
  {
    title: 'an error for an unknown reason',
    frame: ip4(8, hex('02 08 00 09 abcd 0064 0007 0007 0000 0000')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto EGP (8), length 36)',
        '    192.0.2.1 > 192.0.2.2: EGPv2, length 16 error [status 9] [reason 7]',
      ],
    },
  },
  {
    title: 'an unknown type',
    frame: ip4(8, hex('02 09 00 09 abcd 0064 0007 0007 0000 0000')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto EGP (8), length 36)',
        '    192.0.2.1 > 192.0.2.2: EGPv2, length 16[type 9]',
      ],
    },
  },
  {
    title: 'another version',
    frame: ip4(8, hex('03 09 00 09 abcd 0064 0007 0007 0000 0000')),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: EGPv3, AS 100, seq 7, length 16',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto EGP (8), length 36)',
        '    192.0.2.1 > 192.0.2.2: EGPv3, length 16[version 3]',
      ],
    },
  },
  {
    title: 'too little',
    frame: ip4(8, hex('02 05 00 01 abcd 0064 0007 0000 0000')),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2:  [|egp]',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto EGP (8), length 34)',
        '    192.0.2.1 > 192.0.2.2:  [|egp]',
      ],
    },
  },
]);

/** tcpdump writes these addresses as the machine's byte order has them, so it is not asked. */
test('prints the gateways of an update and the networks behind them', () => {
  const update = '02 01 00 01 abcd 0064 0007 01 01 0a000000 000001 02 01 02 0b c00002 02 01 ac10 000002 00';
  const line = new Lines({ verbose: 1 }).print(ip4(8, hex(update)));
  expect(line.split('\n')[1]).toBe(
    '    192.0.2.1 > 192.0.2.2: EGPv2, length 34 update state:up 10.0.0.0 int 1 ext 1' +
      ' int 10.0.0.1 (d1: 11.0.0.0 192.0.2.0, d2: 172.16.0.0) ext 10.0.0.2 ()',
  );
});
