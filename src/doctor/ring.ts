// The device's own receive ring: ethtool(8) -g, and what found no room in it.
import { counted } from '../source/counted';
import { type Check, type Finding, note, ok, wrong } from './check';
import { type Device, devicesOf } from './devices';
import { commandLine } from './shell';

export const ring: Check = {
  name: 'ring',
  run: (host, plan) => devicesOf(host, plan).map(deviceRing),
};

function deviceRing({ name, facts }: Device): Finding {
  const { lost } = facts;
  const { receive = 0, receiveMax = 0 } = facts.rings ?? {};
  if (receiveMax === 0) return ok(`${name} has no receive ring of its own`);
  const size = `${name}: ${receive} of ${receiveMax} descriptors in the receive ring`;
  const mend = commandLine('sudo', 'ethtool', '-G', name, 'rx', receiveMax);
  if (lost > 0) {
    const finding = `${size}, ${counted(lost, 'frame')} lost in it since the device came up`;
    if (receive < receiveMax) return wrong(finding, 'the device drops before any program can see it', mend);
    return note(finding, 'the device drops before any program can see it, and its ring cannot be larger');
  }
  if (receive < receiveMax) return note(size, 'a larger one bridges longer pauses of the CPU', mend);
  return ok(size);
}
