import { counted } from '../source/counted';
import type { HostCounters } from './host-counters';

/** A loss that the host counted, and the line that mends it. */
export interface HostLoss {
  message: string;
  hint: string;
}

/** What receive buffers and queues are told to grow by. */
const growth = 2;

/** Current settings, read before the capture; undefined where they are not to be seen. */
export interface HostSettings {
  rmemMax: number | undefined;
  maxBacklog: number | undefined;
  budget: number | undefined;
}

/** Those of a difference that are not zero, and those that could not be read. */
export function hostLosses(counters: HostCounters, settings: HostSettings): HostLoss[] {
  return [
    ...loss(
      counters.receiveBufferFull,
      'message',
      'found a receive buffer full, of any socket of this network namespace',
      raise('net.core.rmem_max', settings.rmemMax, 'and a larger udp_recv_buffer_size, or more workers'),
    ),
    ...loss(
      counters.outOfMemory,
      'message',
      'found no memory left for UDP, of any socket of this network namespace',
      'sysctl net.ipv4.udp_mem shows the limit of all sockets together, in pages; a smaller udp_recv_buffer_size spares it',
    ),
    ...loss(
      counters.badChecksum,
      'datagram',
      'had a wrong UDP checksum',
      'where the sender is a host: ethtool -K INTERFACE tx-checksum-ip-generic off, there',
    ),
    ...loss(
      counters.backlogFull,
      'packet',
      'found the queue behind the devices full, on any CPU of the host',
      raise('net.core.netdev_max_backlog', settings.maxBacklog),
    ),
    ...loss(
      counters.squeezed,
      'time',
      'a CPU was cut short while it took packets in, and the device had to hold them',
      `${raise('net.core.netdev_budget', settings.budget)}, or spread them (RPS): echo ff > /sys/class/net/INTERFACE/queues/rx-0/rps_cpus`,
    ),
    ...interfaceLosses(counters.interfaces),
  ];
}

function interfaceLosses(interfaces: HostCounters['interfaces']): HostLoss[] {
  if (interfaces === undefined) return [unknown('packets', 'were dropped by devices')];
  return Object.entries(interfaces).flatMap(([name, drops]) =>
    loss(
      drops,
      'packet',
      `dropped by the device ${name}`,
      `ethtool -g ${name} shows its ring, ethtool -G ${name} rx N enlarges it`,
    ),
  );
}

function loss(count: number | undefined, noun: string, what: string, hint: string): HostLoss[] {
  if (count === undefined) return [unknown(`${noun}s`, what)];
  return count === 0 ? [] : [{ message: `${counted(count, noun)} ${what}`, hint }];
}

function unknown(nouns: string, what: string): HostLoss {
  return { message: `an unknown number of ${nouns} ${what}: the kernel does not say`, hint: '' };
}

function raise(name: string, value: number | undefined, further = ''): string {
  const setting = value === undefined ? `${name}=N` : `${name}=${value * growth}`;
  return ['sysctl -w', setting, further].filter((part) => part !== '').join(' ');
}
