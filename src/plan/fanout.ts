import type { Setting } from '../settings/setting';
import type { PlannedAfPacket } from './plan';

/** Whether packets are shared out among threads of this process. */
export function hasSeveralWorkers({ value }: Setting<number | 'auto'>): boolean {
  return value === 'auto' || value > 1;
}

/** Whether a source joins a fanout group: when it is asked to, or to share packets out among workers. */
export function joinsFanout(source: PlannedAfPacket): boolean {
  return asksForFanout(source) || hasSeveralWorkers(source.options.workers);
}

/** The group that a source which joins one has; auto: one that nobody uses, as workers have it unless asked otherwise. */
export function fanoutGroup(source: PlannedAfPacket): number | 'auto' {
  return asksForFanout(source) ? source.options.fanout_id.value : 'auto';
}

/**
 * Whether the user asks for a fanout group. Unlike Zeek we join none by ourselves, since joining the default group beside
 * a running Zeek would take packets away from it: enable_fanout says so itself, and naming a mode or a group asks for one.
 */
function asksForFanout({ options }: PlannedAfPacket): boolean {
  if (options.enable_fanout.origin !== 'default') return options.enable_fanout.value;
  return options.fanout_mode.origin !== 'default' || options.fanout_id.origin !== 'default';
}
