import type { SessionStats, SourceStats } from '../engine/native';
import { countsByCause, type InvalidCounts, type InvalidSenders, lastSenders } from './invalid';

/** What happened to the packets of a source, or of all of them together. */
export interface Counters {
  /** What passed the kernel's filter, dropped packets included. */
  received: number;
  /** undefined: unknown, beside what is in `mixed`. */
  dropped: number | undefined;
  /** Datagrams that the filter has refused in the kernel. */
  refused: number;
  /** Refused or dropped, and nobody can tell which. */
  mixed: number;
  /** Dropped, each a message of one datagram or several. */
  droppedMessages: number;
  interfaceDropped: number;
  queueFreezes: number;
  filtered: number;
  truncated: number;
  discardedAtJoin: number;
  invalid: InvalidCounts;
  /** Who sent the last one of each cause. */
  invalidSenders: InvalidSenders;
}

/** The sum over sources and workers, as far as `counts` takes them. */
export function sumCounters(stats: SessionStats, counts: (row: SourceStats) => boolean = () => true): Counters {
  const rows = stats.sources.filter(counts);
  const sum = (pick: (row: SourceStats) => number) => rows.reduce((total, row) => total + pick(row), 0);
  const received = sum((row) => row.kernelMatched);
  const dropped = sum((row) => row.kernelDropped);
  return {
    ...apart(stats, {
      received,
      dropped,
      refused: sum((row) => row.kernelRefused),
      mixed: sum((row) => row.refusedOrDropped),
    }),
    droppedMessages: sum((row) => (row.dropsAreMessages ? row.kernelDropped : 0)),
    interfaceDropped: droppedByInterfaces(rows),
    queueFreezes: sum((row) => row.queueFreezes),
    filtered: sum((row) => row.filtered),
    truncated: sum((row) => row.truncated),
    discardedAtJoin: sum((row) => row.discardedAtJoin),
    invalid: countsByCause((cause) => sum((row) => row.invalid[cause])),
    invalidSenders: lastSenders(rows.map((row) => row.invalidSenders)),
  };
}

/** Tells refused from dropped where the rows leave that open, as far as all of them together allow it. */
function apart(
  stats: SessionStats,
  sums: { received: number; dropped: number; refused: number; mixed: number },
): Pick<Counters, 'received' | 'dropped' | 'refused' | 'mixed'> {
  const { received, dropped, refused, mixed } = sums;
  if (mixed === 0) return sums;
  const all = stats.sources.reduce((total, row) => total + row.refusedOrDropped, 0);
  const lost = stats.droppedOfMixed;
  if (lost === undefined || mixed < all) return { received, dropped: undefined, refused, mixed };
  return { received: received + lost, dropped: dropped + lost, refused: refused + mixed - lost, mixed: 0 };
}

/** Workers of one source ask the same interface. */
function droppedByInterfaces(rows: readonly SourceStats[]): number {
  const bySource = new Map<number, number>();
  for (const { source, interfaceDropped } of rows) {
    bySource.set(source, Math.max(interfaceDropped, bySource.get(source) ?? 0));
  }
  return [...bySource.values()].reduce((total, dropped) => total + dropped, 0);
}
