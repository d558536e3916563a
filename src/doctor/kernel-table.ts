import { errno } from '../kernel/errno';
import { joinsFanout } from '../plan/fanout';
import { fanoutModes } from '../source/af-packet';
import { fanoutModeOf } from '../source/fanout-choice';
import type { LiveSource } from './devices';
import type { Host } from './host';

/** A feature of the kernel that sources can use. */
export interface KernelFeature {
  /** Its probe in native/host/kernel_probes.h. */
  probe: string;
  title: string;
  /** First Linux that has it. */
  since: string;
  usedBy(source: LiveSource): boolean;
}

const fanoutSince = {
  hash: '3.1',
  lb: '3.1',
  cpu: '3.1',
  rollover: '3.10',
  rnd: '3.14',
  qm: '3.14',
  cbpf: '4.3',
} as const;

const fanoutFeatures = Object.entries(fanoutSince).map(([name, since]): KernelFeature => {
  const mode = fanoutModes[name as keyof typeof fanoutSince];
  const usedBy = (source: LiveSource) =>
    source.backend === 'af_packet' && joinsFanout(source) && fanoutModeOf(source.options.fanout_mode.value) === mode;
  return { probe: `fanout_${name}`, title: `fanout ${name}`, since, usedBy };
});

const isAfPacket = ({ backend }: LiveSource) => backend === 'af_packet';

/** A udp source with a program that chooses the receiver. */
function isSteered(source: LiveSource): boolean {
  return source.backend === 'udp' && source.options.fanout.value !== 'hash';
}

/** A program takes tunnels off before the network stack sees the frames. */
function stripsEarly(source: LiveSource): boolean {
  return source.backend === 'af_packet' && source.options.xdp.value === 'strip';
}

function needsGro(source: LiveSource): boolean {
  return source.backend === 'udp' && source.options.gro.value === 'on';
}

function receivesBy(implementation: string): (source: LiveSource) => boolean {
  return (source) => {
    const asked: string = source.backend === 'udp' ? source.options.implementation.value : '';
    return asked === implementation;
  };
}

/** In the order of their mention. Versions: the kernel's change logs (https://kernelnewbies.org/LinuxVersions). */
export const kernelFeatures: readonly KernelFeature[] = [
  { probe: 'tpacket_v3', title: 'TPACKET_V3', since: '3.2', usedBy: isAfPacket },
  ...fanoutFeatures,
  { probe: 'ignore_outgoing', title: 'PACKET_IGNORE_OUTGOING', since: '4.20', usedBy: isAfPacket },
  { probe: 'udp_gro', title: 'UDP_GRO', since: '5.0', usedBy: needsGro },
  { probe: 'reuseport_cbpf', title: 'reuseport BPF', since: '4.5', usedBy: isSteered },
  { probe: 'io_uring', title: 'io_uring', since: '5.1', usedBy: receivesBy('io_uring') },
  { probe: 'bpf', title: 'BPF program loading', since: '4.8', usedBy: stripsEarly },
];

/** 0: it works here; else the errno with which the kernel refused. */
export function probeErrno(host: Host, probe: string): number {
  return host.kernel().find(({ name }) => name === probe)?.errno ?? errno.notThere;
}
