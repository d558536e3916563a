import type { Addon, BpfInstruction } from '../engine/native';
import { toNativeSource } from '../plan/native-plan';
import type { CapturePlan, PlannedUdp } from '../plan/plan';
import { toNativeFilter } from '../plan/tunnel-tests';

/** Where the filter of a udp source runs: in the kernel as this program, or, for the reason given, in userspace. */
export type TunnelFilter = { program: readonly BpfInstruction[] } | { program: undefined; reason: string };

/**
 * What will be done with the plan's filter; undefined: there is none.
 * @throws CaptureError with libpcap's words for a filter that does not compile
 */
export function tunnelFilter(
  source: PlannedUdp,
  plan: CapturePlan,
  addon: Pick<Addon, 'tunnelFilter'>,
): TunnelFilter | undefined {
  if (plan.filter.value === '') return undefined;
  const native = toNativeSource(source, plan.cpus.value);
  const { program, reason } = addon.tunnelFilter(native, toNativeFilter(plan), plan.optimizeFilter.value);
  if (native.kind === 'udp' && native.gro === 'on') {
    return { program: undefined, reason: 'with gro=on the kernel has datagrams of several packets before it' };
  }
  return program.length > 0 ? { program } : { program: undefined, reason };
}
