// The receive buffer of a UDP socket: socket(7) SO_RCVBUF and net.core.rmem_max.
import { parseUdpCounters } from '../kernel/udp-counters';
import type { PlannedUdp } from '../plan/plan';
import { counted } from '../source/counted';
import { sizeText } from './amounts';
import { type Check, type Finding, note, ok, wrong } from './check';
import { liveSources } from './devices';
import type { Host } from './host';
import { commandLine } from './shell';

export const receiveBuffer: Check = {
  name: 'buffer',
  run(host, plan) {
    const sources = liveSources(plan).filter((source) => source.backend === 'udp');
    if (sources.length === 0) return [];
    return [...sources.map((source) => sourceBuffer(host, source)), ...lost(host)];
  },
};

function sourceBuffer(host: Host, { name, options }: PlannedUdp): Finding {
  const asked = options.udp_recv_buffer_size.value;
  if (asked === 0) {
    const why = "the kernel's default holds few packets";
    return note(
      `${name}: udp_recv_buffer_size=0`,
      why,
      commandLine('fandump', '-i', `${name}:udp_recv_buffer_size=16M`),
    );
  }
  const given = host.receiveBuffer(asked);
  const limit = host.read('/proc/sys/net/core/rmem_max')?.trim();
  if (given >= asked) return ok(`${name}: the receive buffer can have ${sizeText(asked)}`);
  const cause = limit === undefined ? '' : ` (net.core.rmem_max is ${limit})`;
  const finding = `${name}: the kernel gives ${sizeText(given)} of ${sizeText(asked)}${cause}`;
  const mend = commandLine('sudo', 'sysctl', '-w', `net.core.rmem_max=${asked}`);
  return wrong(finding, 'bursts are dropped; the limit holds without CAP_NET_ADMIN', mend);
}

/** Datagrams of this network namespace that were lost, whoever's they were. */
function lost(host: Host): Finding[] {
  const counters = parseUdpCounters(host.read('/proc/self/net/snmp'), host.read('/proc/self/net/snmp6'));
  if (counters === undefined) return [];
  const { receiveBufferFull, outOfMemory } = counters;
  const found = (count: number, what: string, why: string) =>
    count === 0 ? [] : [note(`${counted(count, 'datagram')} found ${what} so far`, why)];
  return [
    ...found(receiveBufferFull, 'a receive buffer full', 'a receiver here was too slow'),
    ...found(outOfMemory, 'no memory left for UDP', 'net.ipv4.udp_mem limits all sockets together'),
  ];
}
