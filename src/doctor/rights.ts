// Who may open the source: packet(7) asks for CAP_NET_RAW, bind(2) for CAP_NET_BIND_SERVICE below a port.
import type { NativeFailure } from '../engine/native';
import type { PlannedAfPacket, PlannedUdp } from '../plan/plan';
import { type Check, type Finding, note, ok, wrong } from './check';
import { liveSources } from './devices';
import type { Host } from './host';
import { probeErrno } from './kernel-table';
import { effectiveUser, hasCapability, inUserNamespace, isStatusKnown } from './process-status';
import { commandLine } from './shell';

const firstFreePort = 'net.ipv4.ip_unprivileged_port_start';
const fandump = '"$(command -v fandump)"';

export const rights: Check = {
  name: 'rights',
  run: (host, plan) =>
    liveSources(plan).flatMap((source) =>
      source.backend === 'af_packet' ? packetRights(host, source) : [portRight(host, source)],
    ),
};

function packetRights(host: Host, { interface: name }: PlannedAfPacket): Finding[] {
  const failure = host.packetSocket(name);
  if (failure !== undefined) return [refusal(failure)];
  if (probeErrno(host, 'packet_socket') !== 0) return [ok('packet sockets come from fandump-opener')];
  if (!isStatusKnown(host)) return [ok('packet sockets can be opened')];
  const findings = [ok(`packet sockets can be opened: ${howItGotThem(host)}`)];
  if (nodeHasCapability(host)) {
    const why = 'every script that node runs has the right, too';
    const mend = 'sudo setcap -r "$(readlink -f "$(command -v node)")"';
    findings.push(note('the capability lies on the file of node', why, mend));
  }
  return findings;
}

function refusal({ code, message, hint }: NativeFailure): Finding {
  switch (code) {
    case 'EPERM_PACKET_SOCKET': {
      const why = 'an interface cannot be captured; udp:: sources need no right';
      return wrong('CAP_NET_RAW is missing', why, `sudo ${fandump} --setcap`);
    }
    case 'ENO_PACKET_SOCKET':
      return wrong('this kernel has no packet sockets', 'an interface cannot be captured', 'sudo modprobe af_packet');
    default:
      return wrong(message, hint || 'an interface cannot be captured', `${fandump} --setcap --check`);
  }
}

function howItGotThem(host: Host): string {
  if (effectiveUser(host) === 0) {
    if (inUserNamespace(host)) return 'as root of a user namespace';
    const user = host.environment('SUDO_USER');
    return user === undefined ? 'as root' : `as root, through sudo by ${user}`;
  }
  return hasCapability(host, 'CapAmb', 'netRaw') ? 'by an ambient capability' : 'by a capability of the program file';
}

/** A user's process that holds the capability, and not by inheritance, has it from the file that it runs. */
function nodeHasCapability(host: Host): boolean {
  if (effectiveUser(host) === 0 || inUserNamespace(host)) return false;
  return hasCapability(host, 'CapPrm', 'netRaw') && !hasCapability(host, 'CapAmb', 'netRaw');
}

function portRight(host: Host, { name, ports }: PlannedUdp): Finding {
  const defaultFirst = 1024;
  const port = Math.min(...ports);
  const first = Number(host.read('/proc/sys/net/ipv4/ip_unprivileged_port_start') ?? defaultFirst);
  if (port >= first) return ok(`${name} needs no right`);
  if (hasCapability(host, 'CapEff', 'netBindService')) return ok(`${name}: CAP_NET_BIND_SERVICE is there`);
  const mend = commandLine('sudo', 'sysctl', '-w', `${firstFreePort}=${port}`);
  return wrong(`${name} needs CAP_NET_BIND_SERVICE`, `ports below ${first} are kept for those who have it`, mend);
}
