import { expect, test } from 'vitest';
import { forwardLines } from '../../../src/report/forward';
import { forwardStats } from '../../support/session-stats';

const nothing = forwardStats();

test('what was sent on has a line, and each way in which packets were not', () => {
  expect(forwardLines({ ...nothing, sent: 1 })).toEqual(['1 packet sent on']);
  const refused = [{ errno: 105, reason: 'No buffer space available', packets: 2 }];
  const tunnel = { ...nothing, sent: 5, sentCut: 2, refused, notCarried: 1, stopped: 3, icmpErrors: 4 };
  expect(forwardLines(tunnel)).toEqual([
    '5 packets sent on',
    '2 packets not sent: No buffer space available',
    '1 packet not sent: the sink carries no packets of their link type',
    '3 packets not sent: stopped before they were due',
    '2 packets sent cut: no more of them was captured',
    '4 ICMP errors came back',
  ]);
  expect(forwardLines({ ...nothing, tooLong: 1, tooShort: 2 })).toEqual([
    '0 packets sent on',
    '1 packet not sent: longer than the MTU of the interface',
    '2 packets not sent: shorter than a link header',
  ]);
  expect(forwardLines({ ...nothing, withoutReader: 6, readers: 2, slowReaders: 1 })).toEqual([
    '0 packets sent on',
    '6 packets not sent: nobody was connected',
    '2 readers connected',
    '1 reader cut off: too slow',
  ]);
});
