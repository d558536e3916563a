import { readFileSync } from 'node:fs';
import type { SessionStats } from '../engine/native';
import type { CapturePlan } from '../plan/plan';
import { difference, HostCounterFiles, type HostCounters } from '../report/host-counters';
import { type HostSettings, hostLosses } from '../report/host-losses';
import { intervalLine, intervalReport, type Reading } from '../report/live-stats';
import type { Console } from './console';
import { jsonText } from './json-text';
import { type Message, plainLines } from './message';

/** Counters of the host, kept from before the capture to its end. None where no source is one of UDP. */
export class HostWatch {
  private constructor(
    private readonly files: HostCounterFiles,
    private readonly before: HostCounters,
    private readonly settings: HostSettings,
  ) {}

  /** Opens what has to be read later, when nothing may be opened any more. */
  static open(plan: CapturePlan): HostWatch | undefined {
    if (!plan.sources.some(({ backend }) => backend === 'udp')) return undefined;
    const files = new HostCounterFiles();
    const settings = {
      rmemMax: readNumber('/proc/sys/net/core/rmem_max'),
      maxBacklog: readNumber('/proc/sys/net/core/netdev_max_backlog'),
      budget: readNumber('/proc/sys/net/core/netdev_budget'),
    };
    return new HostWatch(files, files.read(), settings);
  }

  read(): HostCounters {
    return this.files.read();
  }

  /** What the host has lost since the beginning. */
  losses(): Message[] {
    return hostLosses(difference(this.files.read(), this.before), this.settings);
  }

  close(): void {
    this.files.close();
  }
}

function readNumber(path: string): number | undefined {
  try {
    const value = Number(readFileSync(path, 'latin1'));
    return Number.isFinite(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** --stats: a line of rates and losses on standard error after each interval. Returns what ends that. */
export function startStatistics(
  { output }: CapturePlan,
  names: readonly string[],
  stats: () => SessionStats,
  host: HostWatch | undefined,
  console: Console,
): () => void {
  const { statistics, save } = output;
  if (statistics === undefined) return () => {};
  const read = (): Reading => ({ at: process.uptime(), stats: stats(), host: host?.read() });
  let before = read();
  const timer = setInterval(() => {
    const now = read();
    const report = intervalReport(now, before, names, save !== undefined);
    before = now;
    console.err(statistics.json ? `${jsonText(report)}\n` : plainLines([`fandump: ${intervalLine(report)}`]));
  }, statistics.interval.value);
  return () => clearInterval(timer);
}
