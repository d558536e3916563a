import { loadAddon } from '../engine/addon';
import { CaptureError } from '../engine/errors';
import type { BpfInstruction } from '../engine/native';
import { filterParts } from '../plan/filter';
import type { CapturePlan } from '../plan/plan';
import { linkTypes, linkType as linkTypeValue } from '../source/link-type';
import { disassemble, formatDecimal, formatInitializer } from './bpf-text';
import type { Console } from './console';
import { formatPrograms } from './filter-programs';
import { plannedLinkType } from './planned-link-type';
import { tunnelFilter } from './tunnel-filter';

/** By the number of times that -d was given. */
const forms: readonly ((program: readonly BpfInstruction[]) => string)[] = [
  disassemble,
  formatInitializer,
  formatDecimal,
];

/**
 * The plan's filter as -d prints it. A plan without a source has the link type named by -y, else Ethernet with a
 * warning, as in tcpdump. For a udp source it is the program that the kernel runs on the datagrams, if it does.
 * @throws CaptureError with libpcap's words for a filter that does not compile
 */
export function dumpFilter(
  plan: CapturePlan,
  times: number,
  linkTypeWord: string | undefined,
  console: Console,
): string {
  const addon = loadAddon();
  const [source] = plan.sources;
  const isDecapsulated = source?.backend === 'af_packet' && source.options.decap.value.kind !== 'none';
  const isLive = source?.backend === 'af_packet' && !isDecapsulated;
  // What is taken out of tunnels is Ethernet, unless their headers say otherwise.
  const linkType = isDecapsulated ? linkTypes.EN10MB : filterLinkType(plan, linkTypeWord, console);
  const inTunnel = source?.backend === 'udp' ? tunnelFilter(source, plan, addon) : undefined;
  if (inTunnel?.program === undefined && filterParts(plan.filter.value).tests.length > 0) {
    return formatPrograms(plan, linkType, times, disassemble);
  }
  const program =
    inTunnel?.program ??
    CaptureError.wrapping(() =>
      addon.compileFilter(plan.filter.value, linkType, plan.snaplen.value, plan.optimizeFilter.value, isLive),
    );
  return forms[Math.min(times, forms.length) - 1](program);
}

function filterLinkType(plan: CapturePlan, linkTypeWord: string | undefined, console: Console): number {
  const [source] = plan.sources;
  if (source !== undefined) return plannedLinkType(source, plan, loadAddon());
  const named = linkTypeWord === undefined ? 'auto' : linkTypeValue().parse(linkTypeWord);
  if (named !== 'auto') return named;
  console.err('Warning: assuming Ethernet\n');
  return linkTypes.EN10MB;
}
