import { expect, test } from 'vitest';
import type { ForwardStats } from '../../../src/engine/native';
import { forwardLines } from '../../../src/report/forward';

const nothing: ForwardStats = { sent: 0, sentBytes: 0, refused: [], notCarried: 0, stopped: 0, icmpErrors: 0 };

test('what was sent on has a line, and each way in which packets were not', () => {
  expect(forwardLines({ ...nothing, sent: 1 })).toEqual(['1 packet sent on']);
  const refused = [{ errno: 90, reason: 'Message too long', packets: 2 }];
  expect(forwardLines({ ...nothing, sent: 5, refused, notCarried: 1, stopped: 3, icmpErrors: 4 })).toEqual([
    '5 packets sent on',
    '2 packets not sent: Message too long',
    '1 packet not sent: the tunnel carries no packets of their link type',
    '3 packets not sent: stopped before they were due',
    '4 ICMP errors came back',
  ]);
});
