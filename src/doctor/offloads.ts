// Work that the device or the kernel does on packets before or after a packet socket sees them: ethtool(8) -k.

import { isLoopback } from '../kernel/interface-flags';
import type { PlannedAfPacket } from '../plan/plan';
import { type Check, type Finding, note, ok, wrong } from './check';
import { capturesFrames, type Device, devicesOf } from './devices';
import { commandLine } from './shell';

interface Offload {
  /** As it is called here, and by `ethtool -K`. */
  title: string;
  word: string;
  /** The kernel's names; one in force is enough. */
  features: readonly string[];
}

/** These join received packets to larger ones. */
const merging: readonly Offload[] = [
  { title: 'GRO', word: 'gro', features: ['rx-gro'] },
  { title: 'hardware GRO', word: 'rx-gro-hw', features: ['rx-gro-hw'] },
  { title: 'LRO', word: 'lro', features: ['rx-lro'] },
];

/** These leave to the device what a captured packet of this host's then lacks. */
const sending: readonly Offload[] = [
  { title: 'TSO', word: 'tso', features: ['tx-tcp-segmentation', 'tx-tcp6-segmentation'] },
  { title: 'GSO', word: 'gso', features: ['tx-generic-segmentation'] },
  {
    title: 'tx checksums',
    word: 'tx',
    features: ['tx-checksum-ip-generic', 'tx-checksum-ipv4', 'tx-checksum-ipv6', 'tx-checksum-sctp'],
  },
];

const vlanStripping: Offload = { title: 'VLAN stripping', word: 'rxvlan', features: ['rx-vlan-hw-parse'] };
const rxChecksums = 'rx-checksum';

export const offloads: Check = {
  name: 'offloads',
  run(host, plan) {
    const incomingOnly = plan.direction.value === 'in';
    return devicesOf(host, plan)
      .filter(capturesFrames)
      .flatMap((device) => deviceOffloads(device, incomingOnly || ignoresOutgoing(device)));
  },
};

function deviceOffloads(device: Device, incomingOnly: boolean): Finding[] {
  const { name, info, facts } = device;
  if (facts.features === undefined) return [note(`${name}: the kernel does not show its offloads`, 'Linux 5.6 does')];
  const merged = 'received packets are merged: sizes and counts are not those of the wire';
  const unfinished = "this host's own packets are seen before they are cut up and checksummed";
  const stripped = 'fandump puts tags back; other programs may not see them';
  const findings = [
    // Packets of the loopback do not come through NAPI, where merging happens, whatever its flags say.
    ...(isLoopback(info.flags) ? [] : inForce(device, merging, wrong, merged)),
    ...(incomingOnly ? [] : inForce(device, sending, note, unfinished)),
    ...inForce(device, [vlanStripping], note, stripped),
  ];
  if (findings.length === 0) findings.push(ok(`${name}: no offload changes packets`));
  if (facts.features.active.includes(rxChecksums)) {
    findings.push(ok(`${name}: rx checksums are checked by the device, packets keep their bytes`));
  }
  return findings;
}

/** A finding for those that can be switched off, and one for those that cannot. */
function inForce({ name, facts }: Device, candidates: readonly Offload[], judge: typeof note, why: string): Finding[] {
  const { active = [], changeable = [] } = facts.features ?? {};
  const on = candidates.filter(({ features }) => features.some((feature) => active.includes(feature)));
  const canChange = ({ features }: Offload) => features.some((feature) => changeable.includes(feature));
  const title = (list: readonly Offload[]) => `${name}: ${list.map((offload) => offload.title).join(', ')} in force`;
  const findings: Finding[] = [];
  const switchable = on.filter(canChange);
  if (switchable.length > 0) {
    const words = switchable.flatMap(({ word }) => [word, 'off']);
    findings.push(judge(title(switchable), why, commandLine('sudo', 'ethtool', '-K', name, ...words)));
  }
  const fixed = on.filter((offload) => !canChange(offload));
  // What nobody here can mend must not keep the doctor from ever being content: a note, whatever it would be else.
  if (fixed.length > 0) findings.push(note(`${title(fixed)}, fixed by the driver`, why));
  return findings;
}

function ignoresOutgoing({ sources }: Device): boolean {
  const packetSources = sources.filter((source): source is PlannedAfPacket => source.backend === 'af_packet');
  return packetSources.every(({ options }) => options.ignore_outgoing.value);
}
