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

/** The sum over sources and workers; `source` limits it to one source of the plan. */
export function sumCounters(stats: SessionStats, source?: number): Counters {
  const rows = stats.sources.filter((row) => source === undefined || row.source === source);
  const sum = (pick: (row: SourceStats) => number) => rows.reduce((total, row) => total + pick(row), 0);
  return {
    received: sum((row) => row.kernelMatched),
    dropped: sum((row) => row.kernelDropped),
    interfaceDropped: sum((row) => row.interfaceDropped),
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
    },
  };
}
