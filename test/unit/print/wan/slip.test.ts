import { describe, expect, test } from 'vitest';
import { atm } from '../fixtures/atm';
import { concat, hex, zeros } from '../fixtures/frames';
import { lineOf } from '../lines';
import { describeModes, fixtureOf } from '../modes';

describeModes('SLIP', [
  {
    title: 'IP',
    frame: concat(hex('00 40'), zeros(14), hex('45000014 00010000 403b0000 0a0000010a000002')),
    linkType: 8,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'I ip 36: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    title: 'a header that was not compressed',
    frame: hex(
      '01 70 0000000000000000 05 0000000000 45000028 00010000 40060000 0a0000010a000002 00160400 00000001 00000002 50100400 00000000',
    ),
    linkType: 8,
    lines: {
      '': 'IP 10.0.0.1.22 > 10.0.0.2.1024: Flags [.], ack 2, win 1024, length 0',
      '-e': 'O utcp 5: 10.0.0.1.22 > 10.0.0.2.1024: Flags [.], ack 2, win 1024, length 0',
    },
  },
  {
    title: 'one whose direction is wrong',
    frame: hex(
      '05 70 0000000000000000 05 0000000000 45000028 00010000 40060000 0a0000010a000002 00160400 00000001 00000002 50100400 00000000',
    ),
    linkType: 8,
    lines: {
      '': 'IP 10.0.0.1.22 > 10.0.0.2.1024: Flags [.], ack 2, win 1024, length 0',
      '-e': 'Invalid direction 5 utcp 5: 10.0.0.1.22 > 10.0.0.2.1024: Flags [.], ack 2, win 1024, length 0',
    },
  },
  {
    ...fixtureOf(atm, 'a compressed header of SLIP'),
    lines: {
      '-e': 'I ctcp * U=257 W-255 A+513 I+769 43 (15): ip v0',
    },
  },
  {
    title: 'a compressed header of a new connection',
    frame: concat(
      hex('01 cf 05 0102'),
      zeros(11),
      hex('45000028 00010000 40060000 0a0000010a000002 00160400 00000001 00000002 50100400 00000000'),
    ),
    linkType: 8,
    lines: {
      '-e': 'O ctcp 5 *S+0 0 (4): 10.0.0.1.22 > 10.0.0.2.1024: Flags [.], ack 2, win 1024, length 0',
    },
  },
  {
    title: 'echoed data',
    frame: concat(
      hex('01 cb 05 0102'),
      zeros(11),
      hex('45000028 00010000 40060000 0a0000010a000002 00160400 00000001 00000002 50100400 00000000'),
    ),
    linkType: 8,
    lines: {
      '-e': 'O ctcp 5 *SA+0 0 (4): 10.0.0.1.22 > 10.0.0.2.1024: Flags [.], ack 2, win 1024, length 0',
    },
  },
  {
    title: 'a type that is none',
    frame: concat(hex('00 10'), zeros(14), hex('45000014 00010000 403b0000 0a0000010a000002')),
    linkType: 8,
    lines: {
      '-e': 'I slip-16!: 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'a version that is none',
    frame: concat(hex('00 40'), zeros(14), hex('e0')),
    linkType: 8,
    lines: {
      '': 'ip v14',
      '-e': 'I ip 17: ip v14',
    },
  },
  {
    title: 'a TCP header that is cut',
    frame: concat(hex('00 cf 05 0102'), zeros(11), hex('45000028 00010000 40060000 0a0000010a000002 001604')),
    linkType: 8,
    length: 60,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: [|tcp]',
      '-e': 'I ctcp 5 *S+0 [|slip]',
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('00 40'),
    linkType: 8,
    length: 60,
    lines: {
      '': ' [|slip]',
      '-e': ' [|slip]',
      '-x': [' [|slip]', '\t0x0000:  0040'],
    },
  },
]);

describeModes('SLIP of BSD/OS', [
  {
    title: 'IP',
    frame: concat(hex('00 40'), zeros(14), hex('45000014 00010000 403b0000 0a0000010a000002')),
    linkType: 102,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': '10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    title: 'IP under the number of BSD',
    frame: concat(zeros(16), hex('45000014 00010000 403b0000 0a0000010a000002')),
    linkType: 15,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('00 40'),
    linkType: 102,
    length: 60,
    lines: {
      '': ' [|slip_bsdos]',
    },
  },
]);

describe('a compressed header of SLIP', () => {
  test('takes changes of one byte, each of which tcpdump 4.99.3 reads again', () => {
    const packet =
      '4500002d 00010000 40060000 0a0000010a000002 00160400 00000001 00000002 50180400 00000000 0102030405';
    expect(lineOf(`01 86 0102 05 0a ${'00'.repeat(10)} ${packet}`, { linkLevel: true }, 8)).toMatch(
      /^O ctcp \* W\+5 A\+10 5 \(5\): 10\.0\.0\.1\.22 > /,
    );
  });
});
