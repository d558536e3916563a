import type { ForwardStats, SessionStats } from '../engine/native';
import { counted } from '../source/counted';

/** What an interval brought to the files of -w. */
export interface SavefileRates {
  written: number;
  written_bytes: number;
  /** How often a receiver had to wait for the disk. */
  waits: number;
  /** Complete files that gave way to newer ones on a full disk. */
  deleted_files: number;
}

/** What an interval brought to the sink that packets are sent on to. */
export interface SinkRates {
  sent: number;
  sent_bytes: number;
  /** Packets that the system did not take. */
  refused: number;
  not_carried: number;
  too_long: number;
  too_short: number;
  /** Nobody was connected. */
  without_reader: number;
  icmp_errors: number;
  /** That have connected, and those that were cut off. */
  readers: number;
  slow_readers: number;
}

export function savefileRates(now: SessionStats, before: SessionStats): SavefileRates {
  return {
    written: now.written - before.written,
    written_bytes: now.writtenBytes - before.writtenBytes,
    waits: now.writerWaits - before.writerWaits,
    deleted_files: now.deletedFiles - before.deletedFiles,
  };
}

/** undefined: there is no such sink. */
export function sinkRates(now: SessionStats, before: SessionStats): SinkRates | undefined {
  const { forwarded } = now;
  if (forwarded === undefined) return undefined;
  const grown = (pick: (stats: ForwardStats) => number) =>
    pick(forwarded) - (before.forwarded === undefined ? 0 : pick(before.forwarded));
  return {
    sent: grown(({ sent }) => sent),
    sent_bytes: grown(({ sentBytes }) => sentBytes),
    refused: grown(({ refused }) => refused.reduce((sum, { packets }) => sum + packets, 0)),
    not_carried: grown(({ notCarried }) => notCarried),
    too_long: grown(({ tooLong }) => tooLong),
    too_short: grown(({ tooShort }) => tooShort),
    without_reader: grown(({ withoutReader }) => withoutReader),
    icmp_errors: grown(({ icmpErrors }) => icmpErrors),
    readers: grown(({ readers }) => readers),
    slow_readers: grown(({ slowReaders }) => slowReaders),
  };
}

export function savefileText({ written, waits, deleted_files }: SavefileRates): string {
  const parts = [`${written} written`];
  if (waits > 0) parts.push(`${counted(waits, 'wait')} for the disk`);
  if (deleted_files > 0) parts.push(`${counted(deleted_files, 'file')} deleted: the disk is full`);
  return parts.join(', ');
}

export function sinkText(rates: SinkRates): string {
  const notSent = rates.not_carried + rates.too_long + rates.too_short;
  const others: [number, string][] = [
    [rates.refused, 'refused by the system'],
    [notSent, 'not sendable'],
    [rates.without_reader, 'without a reader'],
  ];
  const events: [number, string, string][] = [
    [rates.icmp_errors, 'ICMP error', 'came back'],
    [rates.readers, 'reader', 'connected'],
    [rates.slow_readers, 'slow reader', 'cut off'],
  ];
  return [
    `${rates.sent} sent on`,
    ...others.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`),
    ...events.filter(([count]) => count > 0).map(([count, noun, what]) => `${counted(count, noun)} ${what}`),
  ].join(', ');
}
