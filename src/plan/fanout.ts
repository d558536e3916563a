import type { PlannedAfPacket } from './plan';

/**
 * Whether a source joins a fanout group. Unlike Zeek we do so only when asked, since joining the default group beside a
 * running Zeek would take packets away from it: enable_fanout says so itself, and naming a mode or a group asks for one.
 */
export function joinsFanout({ options }: PlannedAfPacket): boolean {
  if (options.enable_fanout.origin !== 'default') return options.enable_fanout.value;
  return options.fanout_mode.origin !== 'default' || options.fanout_id.origin !== 'default';
}
