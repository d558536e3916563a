import type { RejectedSender, SessionStats, SourceStats } from '../engine/native';
import { sumCounters } from './counters';
import { difference, type HostCounters } from './host-counters';
import { endpoint } from './invalid';
import { type SavefileRates, type SinkRates, savefileRates, savefileText, sinkRates, sinkText } from './live-sinks';

/** The counters at one moment. */
export interface Reading {
  /** Seconds on a clock that only goes forward. */
  at: number;
  stats: SessionStats;
  /** undefined where no source is one of UDP. */
  host: HostCounters | undefined;
}

/** What happened between two readings to a worker, or to all of them. null: unknown. */
interface Rates {
  packets_per_second: number;
  /** Of what the sources have taken in: a datagram of a UDP source with the headers of its tunnels. */
  bytes_per_second: number;
  captured: number;
  received: number;
  dropped: number | null;
  refused_by_kernel: number | null;
  filtered: number;
  invalid: number;
  /** Who sent the last invalid one; absent: there was none. */
  invalid_sender?: string;
}

interface WorkerRates extends Rates {
  worker: number;
  source: string;
}

interface HostRates {
  receive_buffer_full: number | null;
  out_of_memory: number | null;
  bad_checksum: number | null;
  backlog_full: number | null;
  squeezed: number | null;
  interfaces: Readonly<Record<string, number>> | null;
}

/** What one interval brought; counts are those of the interval. */
export interface IntervalReport {
  seconds: number;
  total: Rates;
  workers: WorkerRates[];
  savefile?: SavefileRates;
  sink?: SinkRates;
  host?: HostRates;
}

/** `names`: of the sources, in the plan's order. `saves`: packets are written to files. */
export function intervalReport(
  now: Reading,
  before: Reading,
  names: readonly string[],
  saves: boolean,
): IntervalReport {
  const seconds = now.at - before.at;
  const all = () => true;
  const sink = sinkRates(now.stats, before.stats);
  return {
    seconds: rounded(seconds),
    total: rates(now.stats, before.stats, seconds, all),
    workers: now.stats.sources.map(({ worker, source }) => ({
      worker,
      source: names[source],
      ...rates(now.stats, before.stats, seconds, (row) => row.worker === worker),
    })),
    ...(saves && { savefile: savefileRates(now.stats, before.stats) }),
    ...(sink && { sink }),
    ...(now.host && before.host && { host: hostRates(difference(now.host, before.host)) }),
  };
}

function rates(now: SessionStats, before: SessionStats, seconds: number, counts: (row: SourceStats) => boolean): Rates {
  const grown = (pick: (row: SourceStats) => number) => sum(now, counts, pick) - sum(before, counts, pick);
  const [later, earlier] = [sumCounters(now, counts), sumCounters(before, counts)];
  const isKnown = later.dropped !== undefined && earlier.dropped !== undefined;
  const received = grown((row) => row.received);
  const invalid = grown((row) => Object.values(row.invalid).reduce((total, count) => total + count, 0));
  const sender = invalid === 0 ? undefined : latest(Object.values(later.invalidSenders));
  return {
    packets_per_second: Math.round(received / seconds),
    bytes_per_second: Math.round(grown((row) => row.receivedBytes) / seconds),
    captured: grown((row) => row.captured),
    received,
    dropped: isKnown ? (later.dropped ?? 0) - (earlier.dropped ?? 0) : null,
    refused_by_kernel: isKnown ? later.refused - earlier.refused : null,
    filtered: grown((row) => row.filtered),
    invalid,
    ...(sender && { invalid_sender: endpoint(sender) }),
  };
}

function latest(senders: readonly RejectedSender[]): RejectedSender | undefined {
  return senders.reduce<RejectedSender | undefined>(
    (last, sender) => (last === undefined || sender.time >= last.time ? sender : last),
    undefined,
  );
}

function sum(stats: SessionStats, counts: (row: SourceStats) => boolean, pick: (row: SourceStats) => number): number {
  return stats.sources.filter(counts).reduce((total, row) => total + pick(row), 0);
}

function hostRates(counters: HostCounters): HostRates {
  return {
    receive_buffer_full: counters.receiveBufferFull ?? null,
    out_of_memory: counters.outOfMemory ?? null,
    bad_checksum: counters.badChecksum ?? null,
    backlog_full: counters.backlogFull ?? null,
    squeezed: counters.squeezed ?? null,
    interfaces: counters.interfaces ?? null,
  };
}

/** The report on one line. */
export function intervalLine({ seconds, total, workers, savefile, sink, host }: IntervalReport): string {
  const parts = [`${seconds} s: ${ratesText(total)}`];
  if (workers.length > 1) {
    for (const worker of workers) parts.push(`worker ${worker.worker} (${worker.source}) ${ratesText(worker)}`);
  }
  if (savefile !== undefined) parts.push(savefileText(savefile));
  if (sink !== undefined) parts.push(sinkText(sink));
  if (host !== undefined) parts.push(...hostParts(host));
  return parts.join('; ');
}

function ratesText(rates: Rates): string {
  const dropped = rates.dropped === null ? 'an unknown number' : String(rates.dropped);
  const parts = [`${rates.packets_per_second} packets/s, ${rates.bytes_per_second} bytes/s, ${dropped} dropped`];
  if (rates.refused_by_kernel) parts.push(`${rates.refused_by_kernel} refused by filter in the kernel`);
  if (rates.filtered > 0) parts.push(`${rates.filtered} refused by filter`);
  if (rates.invalid > 0) {
    const sender = rates.invalid_sender === undefined ? '' : ` (the last from ${rates.invalid_sender})`;
    parts.push(`${rates.invalid} invalid${sender}`);
  }
  return parts.join(', ');
}

function hostParts(host: HostRates): string[] {
  const named: [string, number | null][] = [
    ['receive buffers full', host.receive_buffer_full],
    ['without memory for UDP', host.out_of_memory],
    ['bad checksums', host.bad_checksum],
    ['backlog full', host.backlog_full],
    ['squeezes', host.squeezed],
    ...Object.entries(host.interfaces ?? {}).map(([name, drops]): [string, number] => [`drops of ${name}`, drops]),
  ];
  if (host.interfaces === null) named.push(['drops of devices', null]);
  const seen = named.filter(([, count]) => count !== 0).map(([name, count]) => `${count ?? 'unknown'} ${name}`);
  return seen.length === 0 ? [] : [`host: ${seen.join(', ')}`];
}

function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
