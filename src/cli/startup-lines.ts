import type { Addon, OpenedSource } from '../engine/native';
import { fanoutGroup, joinsFanout } from '../plan/fanout';
import {
  type CapturePlan,
  isSavefile,
  type PlannedAfPacket,
  type PlannedUdp,
  readsSavefile,
  writesPackets,
} from '../plan/plan';
import { anyInterface, fanoutModes } from '../source/af-packet';
import { counted } from '../source/counted';
import { isMulticast } from '../source/multicast';
import { linkTypeText } from './link-type-text';

const xdpPlaces = {
  native: 'XDP takes tunnels off in the driver',
  generic: 'XDP takes tunnels off in the generic place: the driver has none of its own',
  shared: 'XDP takes tunnels off, by a program that another capture has attached',
} as const;

/** What is said on standard error once everything is open, in tcpdump's words. */
export function startupLines(
  plan: CapturePlan,
  opened: readonly OpenedSource[],
  addon: Pick<Addon, 'linkTypeName'>,
): string[] {
  const lines = plan.sources.flatMap((source) => (source.backend === 'udp' ? unjoinedLines(source) : []));
  lines.push(...doubledLines(plan));
  const streams = new Set(plan.sources.filter(isSavefile).map(({ name }) => name));
  for (const source of opened) {
    const type = `link-type ${linkTypeText(addon, source.linkType)}`;
    if (readsSavefile(plan)) {
      lines.push(`reading from file ${source.name}, ${type}, snapshot length ${source.snaplen}`);
      continue;
    }
    if (streams.has(source.name)) {
      lines.push(`fandump: reading from ${source.name}, ${type}, snapshot length ${source.snaplen}`);
      continue;
    }
    if (source.xdp !== undefined) lines.push(`fandump: ${source.name}: ${xdpPlaces[source.xdp]}`);
    if (source.fanout !== undefined) lines.push(fanoutLine(source, source.fanout, steersByInner(plan, source)));
    const workers = source.workers > 1 ? `, ${source.workers} workers` : '';
    const listening = `listening on ${source.name}, ${type}, snapshot length ${source.snaplen} bytes${workers}`;
    const isTerse =
      plan.output.format === 'text' && plan.output.print && !writesPackets(plan) && plan.print.verbose === 0;
    if (isTerse && source === opened[0]) {
      lines.push('fandump: verbose output suppressed, use -v[v]... for full protocol decode');
    }
    lines.push(isTerse ? listening : `fandump: ${listening}`);
  }
  return lines;
}

/** Interfaces that are a source more than once, without a fanout group that would share their packets out. */
function doubledLines({ sources }: CapturePlan): string[] {
  const taken = new Map<string, Set<PlannedAfPacket | number>>();
  for (const source of sources) {
    if (source.backend !== 'af_packet') continue;
    const group = joinsFanout(source) ? fanoutGroup(source) : 'auto';
    const takers = taken.get(source.interface) ?? new Set();
    taken.set(source.interface, takers.add(group === 'auto' ? source : group));
  }
  const doubled = [...taken].filter(([, takers]) => takers.size > 1);
  const lines = doubled.map(
    ([name, { size }]) =>
      `fandump: ${name}: is a source ${size} times, so that each of its packets comes ${size} times`,
  );
  const named = [...taken.keys()].filter((name) => name !== anyInterface);
  if (named.length < taken.size && named.length > 0) {
    const all = named.join(' and ');
    lines.push(`fandump: any: has the packets of ${all}, too, so that each of them comes twice`);
  }
  return lines;
}

/** The groups that a source listens on and does not join. It may be meant: ip-address(8) and other programs join, too. */
function unjoinedLines({ name, addresses, options }: PlannedUdp): string[] {
  const joined = options.group.value.map(({ address }) => address);
  const unjoined = addresses.filter((address) => isMulticast(address) && !joined.includes(address));
  return unjoined.map((address) => {
    const group = address.includes(':') ? `[${address}]` : address;
    return `fandump: ${name}: ${group} is a group that this source does not join, and hears only while somebody else on this host does; write group=${group}`;
  });
}

/** Whether the source's group, of mode cbpf for the kernel, has our program. */
function steersByInner(plan: CapturePlan, { name }: OpenedSource): boolean {
  return plan.sources.some(
    (source) =>
      source.backend === 'af_packet' && source.interface === name && source.options.fanout_mode.value === 'inner',
  );
}

function fanoutLine(
  { name }: OpenedSource,
  { id, mode, membersBefore }: NonNullable<OpenedSource['fanout']>,
  inner: boolean,
): string {
  const kernelName = Object.entries(fanoutModes).find(([, value]) => value === mode)?.[0] ?? String(mode);
  const modeName = inner ? 'inner' : kernelName;
  const joined = `fandump: ${name}: joined fanout group ${id} (${modeName})`;
  if (membersBefore < 0) return joined;
  return `${joined}, which had ${membersBefore === 0 ? 'no member' : counted(membersBefore, 'member')} before`;
}
