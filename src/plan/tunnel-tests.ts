import type { NativeFilter, NativeTunnelTest, NativeTunnelTests } from '../engine/native';
import { quote } from '../source/quote';
import { conflict } from './error';
import { filterParts, type TunnelTest } from './filter';
import { type CapturePlan, isSavefile, type PlannedSource } from './plan';

/** A plan's filter in the addon's terms. */
export function toNativeFilter({ filter }: CapturePlan): NativeFilter {
  return { filter: filter.value, tunnelTests: toNativeTunnelTests(filter.value) };
}

/** What libpcap's compiler is given, and what is asked of tunnels; undefined: the filter is libpcap's alone. */
function toNativeTunnelTests(expression: string): NativeTunnelTests | undefined {
  const { parts, tests } = filterParts(expression);
  if (tests.length === 0) return undefined;
  return { parts, tests: tests.map(toNativeTest) };
}

function toNativeTest(test: TunnelTest): NativeTunnelTest {
  if (test.fact === 'address') return { fact: test.fact, end: test.end, ranges: [], networks: test.networks };
  const end = test.fact === 'port' ? test.end : 'either';
  return { fact: test.fact, end, ranges: test.ranges.flat(), networks: [] };
}

/** Tests of tunnels are for packets that came through some. @throws PlanError */
export function checkFilter({ filter, sources }: CapturePlan): void {
  const { tests } = filterParts(filter.value);
  if (tests.length === 0) return;
  const [{ text }] = tests;
  const hint = 'fandump -i udp::0.0.0.0:4789, or -i af_packet::INTERFACE:decap=auto';
  if (sources.length === 0)
    conflict(`'${text}' is about the tunnel of a packet, and there is no source of packets`, hint);
  for (const source of sources) {
    const reason = whyWithoutTunnels(source);
    if (reason !== undefined) conflict(`'${text}' is about the tunnel of a packet, and ${reason}`, hint);
  }
}

/** Why nothing is known of the tunnels of a source's packets; undefined: it is known. */
export function whyWithoutTunnels(source: PlannedSource): string | undefined {
  if (isSavefile(source)) return `a savefile says nothing of tunnels that were taken off: ${quote(source.name)}`;
  if (source.backend === 'udp') return undefined;
  const { decap, xdp } = source.options;
  if (xdp.value === 'strip') return `with xdp=strip nothing is known of the tunnels of ${source.name}`;
  return decap.value.kind === 'none' ? `${source.name} takes packets out of none` : undefined;
}
