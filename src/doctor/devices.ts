import type { InterfaceInfo } from '../engine/native';
import type { DeviceFacts } from '../engine/native-host';
import { type CapturePlan, isSavefile, type PlannedAfPacket, type PlannedUdp } from '../plan/plan';
import type { Host } from './host';

/** IFF_LOOPBACK and IFF_UP of linux/if.h. */
const flagUp = 0x1;
const flagLoopback = 0x8;

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

/** The interfaces that a source receives from: the one it names, those that have its address. */
export function interfacesOf(host: Host, source: LiveSource): InterfaceInfo[] {
  const all = host.interfaces();
  if (source.backend === 'af_packet') return all.filter(({ name }) => name === source.interface);
  return all.filter((info) => source.addresses.some((address) => receivesFor(info, address)));
}

function receivesFor({ flags, addresses }: InterfaceInfo, address: string): boolean {
  if (isWildcard(address)) return isUp(flags) && !isLoopback(flags) && addresses.length > 0;
  return address.startsWith('127.') ? isLoopback(flags) : addresses.includes(address);
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

export function isUp(flags: number): boolean {
  return (flags & flagUp) !== 0;
}

export function isLoopback(flags: number): boolean {
  return (flags & flagLoopback) !== 0;
}

/** Queues that receive; 0 where the device does not say. */
export function receiveQueues({ channels }: DeviceFacts): number {
  return channels === undefined ? 0 : channels.receive + channels.combined;
}
