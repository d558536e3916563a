import type { ForwardStats } from '../engine/native';
import { counted } from '../source/counted';

/** What is counted beside the packets that went as they should; no line where there was none. */
const others: readonly [counter: Exclude<keyof ForwardStats, 'refused'>, noun: string, what: string][] = [
  ['notCarried', 'packet', 'not sent: the sink carries no packets of their link type'],
  ['tooLong', 'packet', 'not sent: longer than the MTU of the interface'],
  ['tooShort', 'packet', 'not sent: shorter than a link header'],
  ['withoutReader', 'packet', 'not sent: nobody was connected'],
  ['stopped', 'packet', 'not sent: stopped before they were due'],
  ['sentCut', 'packet', 'sent cut: no more of them was captured'],
  ['readers', 'reader', 'connected'],
  ['slowReaders', 'reader', 'cut off: too slow'],
  ['icmpErrors', 'ICMP error', 'came back'],
];

/** What became of the packets that were to be sent on: how many were, and one line for each way in which some were not. */
export function forwardLines(stats: ForwardStats): string[] {
  const lines = [`${counted(stats.sent, 'packet')} sent on`];
  for (const { packets, reason } of stats.refused) lines.push(`${counted(packets, 'packet')} not sent: ${reason}`);
  for (const [counter, noun, what] of others) {
    if (stats[counter] > 0) lines.push(`${counted(stats[counter], noun)} ${what}`);
  }
  return lines;
}
