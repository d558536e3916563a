// Who else takes packets of the target: fanout groups (packet(7)) and sockets that share a UDP port (socket(7)).
import type { FanoutMember, UdpListener } from '../engine/native-host';
import { fanoutGroup } from '../plan/fanout';
import type { PlannedAfPacket, PlannedUdp } from '../plan/plan';
import { sharesPort } from '../plan/steering';
import { anyInterface, fanoutModes } from '../source/af-packet';
import { counted } from '../source/counted';
import { fanoutModeOf } from '../source/fanout-choice';
import { type Check, type Finding, note, ok, wrong } from './check';
import { isWildcard, liveSources } from './devices';
import type { Host } from './host';
import { effectiveUser } from './process-status';
import { commandLine } from './shell';

const untold = 'the kernel does not show who shares the target';

export const groups: Check = {
  name: 'groups',
  run: (host, plan) =>
    liveSources(plan).flatMap((source) =>
      source.backend === 'af_packet' ? fanoutGroups(host, source) : sharedPorts(host, source),
    ),
};

function fanoutGroups(host: Host, source: PlannedAfPacket): Finding[] {
  const members = host.fanoutMembers();
  if (members === undefined)
    return [note(untold, 'a group that is there already cannot be told', 'sudo modprobe af_packet_diag')];
  const index = indexOf(host, source.interface);
  const asked = fanoutGroup(source);
  if (asked !== 'auto') return [joinedGroup(host, source, members, asked, index)];
  if (index === undefined) return [];
  const here = members.filter(({ interfaceIndex }) => interfaceIndex === index);
  const numbers = [...new Set(here.map(({ group }) => group))];
  if (numbers.length === 0) return [ok(`${source.interface} has no fanout group`)];
  return numbers.map((group) => {
    const those = here.filter((member) => member.group === group);
    return ok(`fanout group ${group} of ${source.interface} has ${memberText(host, those)}: it keeps its packets`);
  });
}

/** As the kernel shows it: the sockets of all interfaces have none. undefined: there is no such interface. */
function indexOf(host: Host, device: string): number | undefined {
  return device === anyInterface ? 0 : host.interfaces().find(({ name }) => name === device)?.index;
}

/** What becomes of the capture in the group that it is to join. */
function joinedGroup(
  host: Host,
  { interface: device, name, options }: PlannedAfPacket,
  all: readonly FanoutMember[],
  id: number,
  index: number | undefined,
): Finding {
  const members = all.filter(({ group }) => group === id);
  if (members.length === 0) return ok(`fanout group ${id} has no member yet`);
  const anotherGroup = commandLine('fandump', '-i', `${name}:fanout_id=auto`);
  if (members.some(({ interfaceIndex }) => interfaceIndex !== index)) {
    const finding = `fanout group ${id} belongs to another interface: ${memberText(host, members)}`;
    return wrong(finding, 'a group has one interface, joining is refused', anotherGroup);
  }
  const mode = options.fanout_mode.value;
  const others = members.find((member) => member.mode !== fanoutModeOf(mode));
  if (others !== undefined) {
    const finding = `fanout group ${id} of ${device} shares by ${modeName(others.mode)}, not by ${mode}`;
    return wrong(finding, 'a group has one mode, joining is refused', anotherGroup);
  }
  const finding = `fanout group ${id} of ${device} has ${memberText(host, members)}`;
  return note(finding, `this capture takes one part in ${members.length + 1} away from them`, anotherGroup);
}

function modeName(mode: number): string {
  return Object.entries(fanoutModes).find(([, value]) => value === mode)?.[0] ?? `mode ${mode}`;
}

function sharedPorts(host: Host, source: PlannedUdp): Finding[] {
  return source.ports.map((port) => sharedPort(host, source, port));
}

function sharedPort(host: Host, source: PlannedUdp, port: number): Finding {
  const { name, addresses } = source;
  const listeners = host.udpListeners(port);
  if (listeners === undefined)
    return note(untold, 'another receiver of the port cannot be told', 'sudo modprobe udp_diag');
  const rivals = listeners.filter((listener) => addresses.some((address) => overlaps(listener.address, address)));
  if (rivals.length === 0) return ok(`nobody else listens on UDP port ${port}`);
  const finding = `UDP port ${port} has ${memberText(host, rivals, 'receiver')}`;
  if (!sharesPort(source)) {
    return wrong(
      finding,
      'opening it is refused unless all share it',
      commandLine('fandump', '-i', `${name}:reuseport`),
    );
  }
  if (rivals.some(({ uid }) => uid !== effectiveUser(host))) {
    const who = commandLine('ss', '-ulnpe', `sport = :${port}`);
    return wrong(finding, "opening it is refused: a port is shared only among one user's programs", who);
  }
  return note(finding, `this capture takes one part in ${rivals.length + 1} of the flows away from them`);
}

/** Sockets of one port get in each other's way when their addresses can be the same. [::] takes IPv4 as well. */
function overlaps(one: string, other: string): boolean {
  if (one === other || one === '::' || other === '::') return true;
  return (isWildcard(one) || isWildcard(other)) && one.includes(':') === other.includes(':');
}

function memberText(host: Host, members: readonly Pick<UdpListener, 'inode'>[], noun = 'member'): string {
  const owners = host.socketOwners(members.map(({ inode }) => inode));
  const count = counted(members.length, noun);
  return owners.length === 0 ? count : `${count} (${owners.join(', ')})`;
}
