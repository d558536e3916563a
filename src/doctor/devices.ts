import type { InterfaceInfo } from '../engine/native';
import type { DeviceFacts } from '../engine/native-host';
import { isLoopback, isUp } from '../kernel/interface-flags';
import { type CapturePlan, isSavefile, type PlannedAfPacket, type PlannedUdp } from '../plan/plan';
import { anyInterface } from '../source/af-packet';
import { isMulticast } from '../source/multicast';
import type { Host } from './host';

export type LiveSource = PlannedAfPacket | PlannedUdp;

/** An interface that packets of the plan come in through. */
export interface Device {
  name: string;
  info: InterfaceInfo;
  facts: DeviceFacts;
  /** The sources that receive from it. */
  sources: LiveSource[];
}

export function liveSources(plan: CapturePlan): LiveSource[] {
  return plan.sources.filter((source) => !isSavefile(source));
}

/** Each interface once; none for a source whose interface or address does not exist. */
export function devicesOf(host: Host, plan: CapturePlan): Device[] {
  const devices = new Map<string, Device>();
  for (const source of liveSources(plan)) {
    for (const info of interfacesOf(host, source)) {
      const facts = host.device(info.name);
      if (facts === undefined) continue;
      const device = devices.get(info.name) ?? { name: info.name, info, facts, sources: [] };
      device.sources.push(source);
      devices.set(info.name, device);
    }
  }
  return [...devices.values()];
}

/** The interfaces that a source receives from: the one it names, or all that are up, or those that have its address. */
export function interfacesOf(host: Host, source: LiveSource): InterfaceInfo[] {
  const all = host.interfaces();
  if (source.backend === 'af_packet') {
    if (source.interface === anyInterface) return all.filter(({ flags }) => isUp(flags));
    return all.filter(({ name }) => name === source.interface);
  }
  return all.filter((info) => source.addresses.some((address) => receivesFor(info, source, address)));
}

function receivesFor(info: InterfaceInfo, source: PlannedUdp, address: string): boolean {
  const { name, flags, addresses } = info;
  if (isMulticast(address)) {
    const devices = groupInterfaces(source, address);
    if (devices.length > 0) return devices.includes(name);
  }
  if (listensAnywhere(address)) return isUp(flags) && !isLoopback(flags) && addresses.length > 0;
  return address.startsWith('127.') ? isLoopback(flags) : addresses.includes(address);
}

/** The interfaces that a source names for the groups of an address; none: the routing table knows, or there is no group. */
export function groupInterfaces({ options }: PlannedUdp, address: string): string[] {
  const groups = options.group.value.filter((group) => group.address === address);
  return groups.every((group) => group.interface !== '') ? groups.map((group) => group.interface) : [];
}

/** Not bound to the address of one interface: a wildcard, or a group's. */
export function listensAnywhere(address: string): boolean {
  return isWildcard(address) || isMulticast(address);
}

export function capturesFrames(device: Device): boolean {
  return device.sources.some(({ backend }) => backend === 'af_packet');
}

export function receivesTunnels(device: Device): boolean {
  return device.sources.some(({ backend }) => backend === 'udp');
}

/** 0.0.0.0 and [::] listen on every address. */
export function isWildcard(address: string): boolean {
  return address === '0.0.0.0' || address === '::';
}

/** Queues that receive; 0 where the device does not say. */
export function receiveQueues({ channels }: DeviceFacts): number {
  return channels === undefined ? 0 : channels.receive + channels.combined;
}
