// How many queues the device receives in: ethtool(8) -l. Fanout modes cpu and qm share packets out by queue.
import { joinsFanout } from '../plan/fanout';
import { counted } from '../source/counted';
import { type Check, type Finding, ok, wrong } from './check';
import { type Device, devicesOf, receiveQueues } from './devices';
import { commandLine } from './shell';

export const channels: Check = {
  name: 'queues',
  run: (host, plan) => devicesOf(host, plan).map(deviceQueues),
};

function deviceQueues(device: Device): Finding {
  const { name, facts } = device;
  const queues = receiveQueues(facts);
  const mode = queueMode(device);
  if (queues > 1 || mode === undefined) {
    return ok(queues === 0 ? `${name} has no queues to set` : `${name} receives in ${counted(queues, 'queue')}`);
  }
  const { combined = 0, combinedMax = 0, receiveMax = 0 } = facts.channels ?? {};
  const kind = combined > 0 ? 'combined' : 'rx';
  const most = combined > 0 ? combinedMax : receiveMax;
  const mend = most > 1 ? commandLine('sudo', 'ethtool', '-L', name, kind, most) : '';
  const why = 'every packet goes to the same member, the others get none';
  return wrong(`${name} receives in one queue, and fanout_mode=${mode} shares out by queue or its CPU`, why, mend);
}

/** The fanout mode of a source here that goes by queue, if one does. */
export function queueMode({ sources }: Device): string | undefined {
  for (const source of sources) {
    if (source.backend !== 'af_packet' || !joinsFanout(source)) continue;
    const mode: string = source.options.fanout_mode.value;
    if (mode === 'cpu' || mode === 'qm') return mode;
  }
  return undefined;
}
