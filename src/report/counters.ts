import type { SessionStats, SourceStats } from '../engine/native';

/** What happened to the packets of a source, or of all of them together. */
export interface Counters {
  /** What passed the kernel's filter, dropped packets included. */
  received: number;
  dropped: number;
  interfaceDropped: number;
  queueFreezes: number;
  filtered: number;
  truncated: number;
  discardedAtJoin: number;
  invalid: SourceStats['invalid'];
}

/** The sum over sources and workers, as far as `counts` takes them. */
export function sumCounters(stats: SessionStats, counts: (row: SourceStats) => boolean = () => true): Counters {
  const rows = stats.sources.filter(counts);
  const sum = (pick: (row: SourceStats) => number) => rows.reduce((total, row) => total + pick(row), 0);
  return {
    received: sum((row) => row.kernelMatched),
    dropped: sum((row) => row.kernelDropped),
    interfaceDropped: droppedByInterfaces(rows),
    queueFreezes: sum((row) => row.queueFreezes),
    filtered: sum((row) => row.filtered),
    truncated: sum((row) => row.truncated),
    discardedAtJoin: sum((row) => row.discardedAtJoin),
    invalid: {
      tooShort: sum((row) => row.invalid.tooShort),
      vxlanFlags: sum((row) => row.invalid.vxlanFlags),
      geneveVersion: sum((row) => row.invalid.geneveVersion),
      geneveProtocol: sum((row) => row.invalid.geneveProtocol),
      innerNotVxlan: sum((row) => row.invalid.innerNotVxlan),
      tunnelHeader: sum((row) => row.invalid.tunnelHeader),
      notInTunnel: sum((row) => row.invalid.notInTunnel),
    },
  };
}

/** Workers of one source ask the same interface. */
function droppedByInterfaces(rows: readonly SourceStats[]): number {
  const bySource = new Map<number, number>();
  for (const { source, interfaceDropped } of rows) {
    bySource.set(source, Math.max(interfaceDropped, bySource.get(source) ?? 0));
  }
  return [...bySource.values()].reduce((total, dropped) => total + dropped, 0);
}
