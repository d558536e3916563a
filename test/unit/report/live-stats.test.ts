import { describe, expect, test } from 'vitest';
import type { SessionStats, SourceStats } from '../../../src/engine/native';
import type { HostCounters } from '../../../src/report/host-counters';
import { countsByCause } from '../../../src/report/invalid';
import { intervalLine, intervalReport } from '../../../src/report/live-stats';
import { sessionStats, sourceStats } from '../../support/session-stats';

const seconds = 2;

function between(
  before: Partial<SourceStats>[],
  now: Partial<SourceStats>[],
  { host, session = {} }: { host?: [before: HostCounters, now: HostCounters]; session?: Partial<SessionStats> } = {},
) {
  const reading = (at: number, rows: Partial<SourceStats>[], counters: HostCounters | undefined) => ({
    at,
    stats: sessionStats({ ...session, sources: rows.map((row, worker) => sourceStats({ worker, ...row })) }),
    host: counters,
  });
  // A timer is late: the rates are those of the time that has really passed.
  const later = reading(10.0004 + seconds, now, host?.[1]);
  return intervalReport(later, reading(10, before, host?.[0]), ['eth0'], false);
}

describe('the rates of an interval', () => {
  test('are those of a second, counts those of the whole interval', () => {
    const report = between(
      [{ received: 10, receivedBytes: 1000, captured: 10 }],
      [{ received: 50, receivedBytes: 9000, captured: 45 }],
    );
    expect(report.seconds).toBe(2);
    expect(report.total).toEqual({
      packets_per_second: 20,
      bytes_per_second: 3999,
      captured: 35,
      received: 40,
      dropped: 0,
      refused_by_kernel: 0,
      filtered: 0,
      invalid: 0,
    });
    expect(intervalLine(report)).toBe('2 s: 20 packets/s, 3999 bytes/s, 0 dropped');
  });

  test('name each worker where there are several', () => {
    const report = between([{}, {}], [{ received: 2 }, { received: 4, kernelDropped: 1 }]);
    expect(intervalLine(report)).toBe(
      '2 s: 3 packets/s, 0 bytes/s, 1 dropped; ' +
        'worker 0 (eth0) 1 packets/s, 0 bytes/s, 0 dropped; worker 1 (eth0) 2 packets/s, 0 bytes/s, 1 dropped',
    );
    expect(report.workers.map(({ worker, source, received }) => [worker, source, received])).toEqual([
      [0, 'eth0', 2],
      [1, 'eth0', 4],
    ]);
  });

  test('tell what filters have refused, in the kernel and here', () => {
    const report = between([{ kernelRefused: 1, filtered: 2 }], [{ kernelRefused: 4, filtered: 3 }]);
    expect(intervalLine(report)).toMatch(/0 dropped, 3 refused by filter in the kernel, 1 refused by filter$/);
  });

  test('of drops are unknown, not zero, where nobody can tell them from what was refused', () => {
    const report = between([{}], [{ refusedOrDropped: 9 }], { session: { droppedOfMixed: undefined } });
    expect(report.total).toMatchObject({ dropped: null, refused_by_kernel: null });
    expect(intervalLine(report)).toMatch(/, an unknown number dropped$/);
  });

  test('name who sent the last invalid datagram of any cause, and nobody where there was none', () => {
    const invalid = (tooShort: number, control: number) => ({ ...countsByCause(), tooShort, control });
    const invalidSenders = {
      tooShort: { address: '192.0.2.1', port: 1, time: 5 },
      control: { address: '192.0.2.2', port: 2, time: 4 },
    };
    const before = { invalid: invalid(1, 0), invalidSenders };
    const report = between([before], [{ invalid: invalid(2, 1), invalidSenders }]);
    expect(report.total).toMatchObject({ invalid: 2, invalid_sender: '192.0.2.1:1' });
    expect(intervalLine(report)).toMatch(/, 2 invalid \(the last from 192\.0\.2\.1:1\)$/);
    expect(between([before], [before]).total).not.toHaveProperty('invalid_sender');
  });
});

describe('what the host lost in an interval', () => {
  const udp = { receiveBufferFull: 0, outOfMemory: 0, badChecksum: 0 };
  const none: HostCounters = { ...udp, backlogFull: 0, squeezed: 0, interfaces: { eth0: 1 } };

  test('is left out of the line where nothing was, and of both where no source is one of UDP', () => {
    const quiet = between([{}], [{}], { host: [none, none] });
    expect(intervalLine(quiet)).toMatch(/0 dropped$/);
    expect(quiet.host).toMatchObject({ squeezed: 0, interfaces: { eth0: 0 } });
    expect(between([{}], [{}])).not.toHaveProperty('host');
  });

  test('is named with its count', () => {
    const now = { ...none, receiveBufferFull: 1, outOfMemory: 2, badChecksum: 3, backlogFull: 4, squeezed: 5 };
    const report = between([{}], [{}], { host: [none, { ...now, interfaces: { eth0: 7 } }] });
    expect(intervalLine(report)).toMatch(
      /; host: 1 receive buffers full, 2 without memory for UDP, 3 bad checksums, 4 backlog full, 5 squeezes, 6 drops of eth0$/,
    );
  });

  test('is unknown where the kernel does not show it', () => {
    const hidden = { ...none, backlogFull: undefined, interfaces: undefined };
    const report = between([{}], [{}], { host: [hidden, hidden] });
    expect(report.host).toMatchObject({ backlog_full: null, interfaces: null });
    expect(intervalLine(report)).toMatch(/; host: unknown backlog full, unknown drops of devices$/);
  });
});
