import { resolve } from 'node:path';
import { isMulticast, type MulticastGroup } from '../source/multicast';
import { formatSize } from '../source/units';
import { checkDatagramSteering } from './check-steering';
import { conflict } from './error';
import { hasSeveralWorkers } from './fanout';
import type { CapturePlan, PlannedUdp } from './plan';
import { sharesPort } from './steering';

/** The limited one (RFC 919); that of a network cannot be told from a host's address here. */
const broadcast = '255.255.255.255';

/** Refuses options of a UDP source that do not go together. @throws PlanError */
export function checkUdp(source: PlannedUdp): void {
  checkDatagramSteering(source);
  checkSkip(source);
  checkInside(source);
  checkOverlap(source);
  checkGroups(source);
  checkCopies(source);
}

/** Refuses a file of invalid datagrams that cannot be. @throws PlanError */
export function checkInvalidFile({ sources, output: { invalid, save } }: CapturePlan): void {
  if (invalid === undefined) return;
  if (invalid.value === '-') conflict('--invalid writes a file, not to standard output', 'name a file');
  if (!sources.some(({ backend }) => backend === 'udp')) {
    conflict('--invalid keeps datagrams of udp sources, and there is none', 'drop --invalid');
  }
  if (save !== undefined && resolve(save.value) === resolve(invalid.value)) {
    conflict(`--invalid and -w are both to write ${invalid.value}`, 'name another file');
  }
}

function checkSkip({ name, options }: PlannedUdp): void {
  const { encapsulation, recvmmsg_buffer_size: buffer } = options;
  if (!('bytes' in encapsulation.value) || encapsulation.value.bytes < buffer.value) return;
  conflict(
    `${name}: skip=${encapsulation.value.bytes} leaves nothing of a datagram of recvmmsg_buffer_size ${buffer.value}`,
    `recvmmsg_buffer_size=${formatSize(encapsulation.value.bytes * 2)}`,
  );
}

function checkInside({ name, options }: PlannedUdp): void {
  const { encapsulation, inner_port: port } = options;
  const isNested = 'inside' in encapsulation.value;
  if (port.value === 'assigned' || isNested) return;
  conflict(`${name}: inner_port is that of tunnels in tunnels, and there is one tunnel`, 'write vxlan+vxlan');
}

/** Sockets of all addresses and of one of them have a port both only when they share it. */
function checkOverlap(source: PlannedUdp): void {
  if (sharesPort(source)) return;
  const { addresses, name } = source;
  for (const all of ['0.0.0.0', '::']) {
    const one = addresses.find((address) => address !== all && address.includes(':') === all.includes(':'));
    if (one === undefined || !addresses.includes(all)) continue;
    conflict(`${name}: ${all} is every address, ${one} too`, `leave ${one} out`);
  }
}

function checkGroups({ name, addresses, options }: PlannedUdp): void {
  const deaf = options.group.value.find((group) => !addresses.some((address) => hears(address, group)));
  if (deaf === undefined) return;
  const hint = deaf.address.includes(':') ? 'listen on [::]' : 'listen on 0.0.0.0';
  conflict(`${name}: datagrams to the group ${deaf.address} do not arrive at this address`, hint);
}

/**
 * The kernel chooses one of the sockets that share a port for a datagram to a host alone (__udp4_lib_mcast_deliver,
 * net/ipv4/udp.c): one to a group or to broadcast goes to each of them.
 */
function checkCopies({ name, addresses, options }: PlannedUdp): void {
  const { group, group_size: size, workers } = options;
  const address = group.value[0]?.address ?? addresses.find((each) => isMulticast(each) || each === broadcast);
  if (address === undefined) return;
  if (hasSeveralWorkers(workers)) {
    conflict(`${name}: the kernel gives datagrams to ${address} to every worker, not to one of them`, 'workers=1');
  }
  if (size.value > 1) {
    conflict(
      `${name}: the kernel gives datagrams to ${address} to every member, not to one of them`,
      'drop fanout and group_size',
    );
  }
}

/** [::] takes IPv4 as well. */
function hears(address: string, group: MulticastGroup): boolean {
  if (address === '0.0.0.0') return !group.address.includes(':');
  return address === '::' || address === group.address;
}
