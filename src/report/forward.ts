import type { ForwardStats } from '../engine/native';
import { counted } from './lines';

/** What became of the packets that were to be sent on: how many were, and one line for each way in which some were not. */
export function forwardLines(stats: ForwardStats): string[] {
  const lines = [`${counted(stats.sent, 'packet')} sent on`];
  for (const { packets, reason } of stats.refused) lines.push(`${counted(packets, 'packet')} not sent: ${reason}`);
  if (stats.notCarried > 0) {
    lines.push(`${counted(stats.notCarried, 'packet')} not sent: the tunnel carries no packets of their link type`);
  }
  if (stats.stopped > 0) lines.push(`${counted(stats.stopped, 'packet')} not sent: stopped before they were due`);
  if (stats.icmpErrors > 0) lines.push(`${counted(stats.icmpErrors, 'ICMP error')} came back`);
  return lines;
}
