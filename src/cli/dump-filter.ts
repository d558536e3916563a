import { loadAddon } from '../engine/addon';
import type { BpfInstruction } from '../engine/native';
import { filterParts } from '../plan/filter';
import type { CapturePlan, PlannedSource } from '../plan/plan';
import { linkTypes, linkType as linkTypeValue } from '../source/link-type';
import { printable } from '../source/quote';
import { disassemble, formatDecimal, formatInitializer } from './bpf-text';
import type { Console } from './console';
import { formatPrograms } from './filter-programs';
import { plannedLinkType } from './planned-link-type';
import { tunnelFilter } from './tunnel-filter';
import { UsageError } from './usage-error';

/** By the number of times that -d was given. */
const forms: readonly ((program: readonly BpfInstruction[]) => string)[] = [
  disassemble,
  formatInitializer,
  formatDecimal,
];

/**
 * The plan's filter as -d prints it, and where its sources have several programs, each below the names of those that have
 * it. A plan without a source has the link type named by -y, else Ethernet with a warning, as in tcpdump.
 * @throws CaptureError with libpcap's words for a filter that does not compile, UsageError for several programs at -dd
 */
export function dumpFilter(
  plan: CapturePlan,
  times: number,
  linkTypeWord: string | undefined,
  console: Console,
): string {
  if (plan.sources.length === 0) return filterText(undefined, plan, namedLinkType(linkTypeWord, console), times);
  const sourcesByText = new Map<string, string[]>();
  for (const source of plan.sources) {
    const text = filterText(source, plan, filterLinkType(source, plan), times);
    sourcesByText.set(text, [...(sourcesByText.get(text) ?? []), source.name]);
  }
  const [[first]] = sourcesByText;
  if (sourcesByText.size === 1) return first;
  if (times > 1) {
    throw new UsageError('-dd is for one program, and these sources have several', '-d shows them');
  }
  return [...sourcesByText].map(([text, names]) => `# ${names.map(printable).join(', ')}\n${text}`).join('');
}

/** For a udp source the program that the kernel runs on the datagrams, if it does. */
function filterText(source: PlannedSource | undefined, plan: CapturePlan, linkType: number, times: number): string {
  const addon = loadAddon();
  const inTunnel = source?.backend === 'udp' ? tunnelFilter(source, plan, addon) : undefined;
  if (inTunnel?.program === undefined && filterParts(plan.filter.value).tests.length > 0) {
    return formatPrograms(plan, linkType, times, disassemble);
  }
  const isLive = source?.backend === 'af_packet' && !isDecapsulated(source);
  const program =
    inTunnel?.program ??
    addon.compileFilter(plan.filter.value, linkType, plan.snaplen.value, plan.optimizeFilter.value, isLive);
  return forms[Math.min(times, forms.length) - 1](program);
}

function filterLinkType(source: PlannedSource, plan: CapturePlan): number {
  // What is taken out of tunnels is Ethernet, unless their headers say otherwise.
  return isDecapsulated(source) ? linkTypes.EN10MB : plannedLinkType(source, plan, loadAddon());
}

function isDecapsulated(source: PlannedSource): boolean {
  return source.backend === 'af_packet' && source.options.decap.value.kind !== 'none';
}

function namedLinkType(word: string | undefined, console: Console): number {
  const named = word === undefined ? 'auto' : linkTypeValue().parse(word);
  if (named !== 'auto') return named;
  console.err('Warning: assuming Ethernet\n');
  return linkTypes.EN10MB;
}
