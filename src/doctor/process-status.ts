import { parseCpuList } from '../source/cpu-list';
import type { Host } from './host';

/** Numbers of linux/capability.h. */
export const capabilities = {
  netBindService: 10,
  netAdmin: 12,
  netRaw: 13,
  ipcLock: 14,
} as const;
export type Capability = keyof typeof capabilities;

/** Sets of capabilities(7) as /proc/self/status names them. */
export type CapabilitySet = 'CapEff' | 'CapPrm' | 'CapAmb' | 'CapBnd';

/** A line of /proc/self/status (proc_pid_status(5)); '' where it is missing. */
export function statusLine(host: Host, name: string): string {
  const line = host
    .read('/proc/self/status')
    ?.split('\n')
    .find((text) => text.startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim() ?? '';
}

/** Whether the kernel tells of this process at all: not where /proc is not mounted. */
export function isStatusKnown(host: Host): boolean {
  return host.read('/proc/self/status') !== undefined;
}

export function hasCapability(host: Host, set: CapabilitySet, capability: Capability): boolean {
  const mask = /^[0-9a-f]+$/i.exec(statusLine(host, set))?.[0] ?? '0';
  return ((BigInt(`0x${mask}`) >> BigInt(capabilities[capability])) & 1n) === 1n;
}

/** CPUs that this process may use; undefined: the kernel does not say. */
export function allowedCpus(host: Host): number[] | undefined {
  return parseCpuList(statusLine(host, 'Cpus_allowed_list'));
}

/** The effective user; undefined where /proc is not mounted. */
export function effectiveUser(host: Host): number | undefined {
  const text = statusLine(host, 'Uid').split(/\s+/)[1];
  return text === undefined ? undefined : Number(text);
}

/** Whether this process is in a user namespace of its own: one that does not map every user to itself. */
export function inUserNamespace(host: Host): boolean {
  const map = host.read('/proc/self/uid_map')?.trim().split(/\s+/).map(Number);
  const everyUser = 4294967295;
  return map !== undefined && !(map.length === 3 && map[0] === 0 && map[1] === 0 && map[2] === everyUser);
}
