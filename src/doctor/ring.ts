// The device's own receive ring: ethtool(8) -g, and what it dropped: /proc/net/dev (proc_pid_net(5)).
import { countText } from './amounts';
import { type Check, type Finding, note, ok, wrong } from './check';
import { type Device, devicesOf } from './devices';
import type { Host } from './host';
import { commandLine } from './shell';

export const ring: Check = {
  name: 'ring',
  run: (host, plan) => devicesOf(host, plan).map((device) => deviceRing(host, device)),
};

function deviceRing(host: Host, { name, facts }: Device): Finding {
  const { receive = 0, receiveMax = 0 } = facts.rings ?? {};
  const lost = overruns(host, name);
  if (receiveMax === 0) return ok(`${name} has no receive ring of its own`);
  const size = `${name}: ${receive} of ${receiveMax} descriptors in the receive ring`;
  const mend = commandLine('sudo', 'ethtool', '-G', name, 'rx', receiveMax);
  if (lost > 0) {
    const finding = `${size}, ${countText(lost, 'frame')} lost in it since the device came up`;
    if (receive < receiveMax) return wrong(finding, 'the device drops before any program can see it', mend);
    return note(finding, 'the device drops before any program can see it, and its ring cannot be larger');
  }
  if (receive < receiveMax) return note(size, 'a larger one bridges longer pauses of the CPU', mend);
  return ok(size);
}

/** The columns of /proc/net/dev that receivers count in: bytes, packets, errs, drop, fifo, … */
const fifoColumn = 4;

/** Frames that found the device's ring or memory full (rx_missed and rx_fifo). */
function overruns(host: Host, name: string): number {
  const lines = host.read('/proc/self/net/dev')?.split('\n') ?? [];
  const line = lines.find((text) => text.trimStart().startsWith(`${name}:`));
  const columns = line
    ?.slice(line.indexOf(':') + 1)
    .trim()
    .split(/\s+/);
  return Number(columns?.[fifoColumn] ?? 0);
}
