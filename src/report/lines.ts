import type { SessionStats, StripStats } from '../engine/native';
import { counted } from '../source/counted';
import { type Counters, sumCounters } from './counters';
import { invalidLines } from './invalid';

/** How a capture ended before its end, and whether there is a savefile. */
export interface CutShort {
  why: 'failed' | 'was broken off';
  saves: boolean;
}

/**
 * The lines that end a live capture: tcpdump's three or four, one for each counter that is not zero, and where there
 * are several sources or workers one for each of them. `names`: what the sources are called, in the plan's order.
 * `cutShort`: why the capture has ended with packets still waiting for it, and whether it was to save them; undefined:
 * it came to its end.
 */
export function closingLines(stats: SessionStats, names: readonly string[], cutShort?: CutShort): string[] {
  const totals = sumCounters(stats);
  const lines = [...tcpdumpParts(stats, totals), ...extraLines(stats, totals)];
  if (cutShort !== undefined) {
    const when = `when the capture ${cutShort.why}`;
    lines.push(...nonZero(leftBehind(stats, totals), 'packet', `left behind ${when}`));
    if (cutShort.saves) lines.push(...nonZero(notWritten(stats), 'packet', `captured but not written ${when}`));
  }
  for (const strip of stats.strips ?? []) lines.push(stripLine(strip));
  if (names.length > 1) {
    for (const [index, name] of names.entries()) {
      lines.push(`${name}: ${sourceParts(sumCounters(stats, ({ source }) => source === index))}`);
    }
  }
  if (stats.sources.length > names.length) {
    for (const { worker, source, captured } of stats.sources) {
      const parts = sourceParts(sumCounters(stats, (row) => row.worker === worker));
      lines.push(`worker ${worker} (${names[source]}): ${counted(captured, 'packet')} captured, ${parts}`);
    }
  }
  return lines;
}

/** What the kernel had for the capture, and nobody has taken. */
function leftBehind({ captured }: SessionStats, { received, dropped = 0, filtered, invalid }: Counters): number {
  const refused = Object.values(invalid).reduce((sum, count) => sum + count, filtered);
  return Math.max(0, received - dropped - captured - refused);
}

/** What was in memory for files that could not take it. */
function notWritten({ captured, written, otherLinkType, afterLastFile }: SessionStats): number {
  return Math.max(0, captured - written - otherLinkType - afterLastFile);
}

/** What an XDP program has done with the frames of an interface. */
function stripLine({ interface: name, stripped, other, invalid, shortInner }: StripStats): string {
  const left = [
    ...nonZero(other, 'frame', 'in no tunnel'),
    ...nonZero(invalid, 'frame', 'with a tunnel header that is invalid'),
    ...nonZero(shortInner, 'frame', 'with too little inside'),
  ];
  const passed = left.length === 0 ? '' : `, passed on as they were: ${left.join(', ')}`;
  return `${name}: ${counted(stripped, 'frame')} taken out of tunnels by XDP${passed}`;
}

/** The counters on one line, as SIGUSR1 asks for them. */
export function progressLine(stats: SessionStats): string {
  const totals = sumCounters(stats);
  return [...tcpdumpParts(stats, totals), ...extraLines(stats, totals)].join(', ');
}

function tcpdumpParts(stats: SessionStats, totals: Counters): string[] {
  const parts = [`${counted(stats.captured, 'packet')} captured`, ...kernelParts(totals)];
  if (totals.interfaceDropped > 0) parts.push(`${counted(totals.interfaceDropped, 'packet')} dropped by interface`);
  return parts;
}

function kernelParts({ received, dropped }: Counters): string[] {
  const drops = dropped === undefined ? 'unknown number of packets' : counted(dropped, 'packet');
  return [`${counted(received, 'packet')} received by filter`, `${drops} dropped by kernel`];
}

function sourceParts(counters: Counters): string {
  const parts = kernelParts(counters);
  if (counters.interfaceDropped > 0) parts.push(`${counted(counters.interfaceDropped, 'packet')} dropped by interface`);
  return [...parts, ...counterLines(counters)].join(', ');
}

/** What tcpdump does not count, as far as it happened. */
function extraLines(stats: SessionStats, totals: Counters): string[] {
  return [
    ...counterLines(totals),
    ...nonZero(stats.invalidWritten ?? 0, 'invalid datagram', 'kept in the file of --invalid'),
    ...nonZero(stats.otherLinkType, 'packet', "not written: the link type is not the file's"),
    ...nonZero(stats.afterLastFile, 'packet', 'not written: all that was wanted came before'),
    ...nonZero(stats.writerWaits, 'wait', 'for the disk: all of --buffer-max was full'),
    ...deletionLines(stats),
    ...nonZero(stats.notShown, 'packet', 'not shown: printing was too slow'),
  ];
}

/** Complete files that are no more. After reading savefiles, too: there nothing else is counted. */
export function deletionLines({ deletedFiles }: Pick<SessionStats, 'deletedFiles'>): string[] {
  return nonZero(deletedFiles, 'file', 'deleted to make room: the disk was full');
}

function counterLines(counters: Counters): string[] {
  return [
    ...nonZero(
      counters.droppedMessages,
      'drop',
      'of messages that may have held several datagrams; gro=off counts each',
    ),
    ...nonZero(counters.refused, 'datagram', 'refused by filter in the kernel'),
    ...nonZero(
      counters.mixed,
      'datagram',
      'refused by filter in the kernel or dropped: sockets of others lost some, too',
    ),
    ...nonZero(counters.queueFreezes, 'queue freeze', 'while the ring was full'),
    ...nonZero(counters.filtered, 'packet', 'refused by filter after decapsulation'),
    ...nonZero(counters.truncated, 'packet', 'cut: longer than the receive buffer'),
    ...nonZero(counters.discardedAtJoin, 'packet', 'left to the other members of the fanout group'),
    ...invalidLines(counters.invalid, counters.invalidSenders),
  ];
}

function nonZero(count: number, noun: string, what: string): string[] {
  return count === 0 ? [] : [`${counted(count, noun)} ${what}`];
}
