/** Heartbeats of Microsoft Network Load Balancing, as far as they are known; nothing has been published. */
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';

const priorityAt = 8;
const clusterAt = 12;
const hostAt = 16;

export function printMsnlb(context: PrintContext, at: number, _length: number): void {
  const { out, view } = context;
  context.protocol = 'msnlb';
  out.text('MS NLB heartbeat');
  const priority = view.u32LE(at + priorityAt);
  out.text(', host priority: ');
  out.decimal(priority);
  view.need(at + clusterAt, 4);
  out.text(', cluster IP: ');
  namedIpv4(context, at + clusterAt);
  view.need(at + hostAt, 4);
  out.text(', host IP: ');
  namedIpv4(context, at + hostAt);
}
