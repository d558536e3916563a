// The receive buffer of a UDP socket: socket(7) SO_RCVBUF and net.core.rmem_max.
import type { PlannedUdp } from '../plan/plan';
import { countText, sizeText } from './amounts';
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

/** RcvbufErrors of this network namespace: datagrams that found a full buffer, whoever's it was. */
function lost(host: Host): Finding[] {
  const rows = (host.read('/proc/self/net/snmp') ?? '').split('\n').filter((line) => line.startsWith('Udp:'));
  const [titles, values] = rows.map((line) => line.split(' '));
  const count = Number(values?.[titles.indexOf('RcvbufErrors')] ?? 0);
  if (!(count > 0)) return [];
  return [note(`${countText(count, 'datagram')} found a receive buffer full so far`, 'a receiver here was too slow')];
}
