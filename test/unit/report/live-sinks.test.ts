import { describe, expect, test } from 'vitest';
import type { SessionStats } from '../../../src/engine/native';
import { intervalLine, intervalReport } from '../../../src/report/live-stats';
import { forwardStats, sessionStats } from '../../support/session-stats';

function report(before: Partial<SessionStats>, now: Partial<SessionStats>, saves = true) {
  const reading = (at: number, changes: Partial<SessionStats>) => ({
    at,
    stats: sessionStats(changes),
    host: undefined,
  });
  return intervalReport(reading(2, now), reading(1, before), [], saves);
}

describe('an interval of --stats', () => {
  test('says what was written to files, and how often the disk was too slow', () => {
    const interval = report(
      { written: 10, writtenBytes: 1000, writerWaits: 1 },
      { written: 15, writtenBytes: 1600, writerWaits: 3 },
    );
    expect(interval.savefile).toEqual({ written: 5, written_bytes: 600, waits: 2, deleted_files: 0 });
    expect(intervalLine(interval)).toMatch(/; 5 written, 2 waits for the disk$/);
  });

  test('has the files of -w with zeros before the first packet is written', () => {
    expect(report({}, {}).savefile).toEqual({ written: 0, written_bytes: 0, waits: 0, deleted_files: 0 });
  });

  test('says how many files gave way on a full disk', () => {
    const interval = report({ written: 10, deletedFiles: 1 }, { written: 15, deletedFiles: 3 });
    expect(interval.savefile).toMatchObject({ written: 5, deleted_files: 2 });
    expect(intervalLine(interval)).toMatch(/; 5 written, 2 files deleted: the disk is full$/);
  });

  test('says what a sink has sent on and what it has not', () => {
    const refusal = (packets: number) => [{ errno: 105, reason: 'No buffer space available', packets }];
    const interval = report(
      { forwarded: forwardStats({ sent: 100, sentBytes: 900, refused: refusal(1), readers: 1, withoutReader: 5 }) },
      {
        forwarded: forwardStats({
          sent: 130,
          sentBytes: 1900,
          refused: refusal(4),
          readers: 3,
          withoutReader: 5,
          slowReaders: 1,
        }),
      },
    );
    expect(interval.sink).toMatchObject({ sent: 30, sent_bytes: 1000, refused: 3, without_reader: 0, readers: 2 });
    expect(intervalLine(interval)).toMatch(
      /; 30 sent on, 3 refused by the system, 2 readers connected, 1 slow reader cut off$/,
    );
  });

  test('says that the disk is waited for before the first packet is written', () => {
    expect(intervalLine(report({}, { writerWaits: 2 }))).toMatch(/; 0 written, 2 waits for the disk$/);
  });

  test('adds up what a sink could not send, whatever the reason', () => {
    const forwarded = forwardStats({ notCarried: 1, tooLong: 2, tooShort: 4, withoutReader: 8, icmpErrors: 16 });
    const interval = report({ forwarded: forwardStats() }, { forwarded });
    expect(interval.sink).toMatchObject({ not_carried: 1, too_long: 2, too_short: 4, without_reader: 8 });
    expect(intervalLine(interval)).toMatch(
      /; 0 sent on, 7 not sendable, 8 without a reader, 16 ICMP errors came back$/,
    );
  });

  test('says nothing of either where there is none', () => {
    const interval = report({}, {}, false);
    expect(interval).not.toHaveProperty('savefile');
    expect(interval).not.toHaveProperty('sink');
  });
});
