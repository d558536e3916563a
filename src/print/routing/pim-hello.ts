/** Hello of Protocol Independent Multicast (RFC 7761, 4.9.2): its options. */
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { relativeTime } from '../text/relative-time';
import { pimUnicast } from './pim-address';

const Option = {
  holdTime: 1,
  lanPruneDelay: 2,
  priorityOld: 18,
  priority: 19,
  generation: 20,
  refresh: 21,
  bidirectional: 22,
  addressList: 24,
  addressListOld: 65001,
} as const;
const optionNames = names(() => ({
  [Option.holdTime]: 'Hold Time',
  [Option.lanPruneDelay]: 'LAN Prune Delay',
  [Option.priorityOld]: 'DR Priority (Old)',
  [Option.priority]: 'DR Priority',
  [Option.generation]: 'Generation ID',
  [Option.refresh]: 'State Refresh Capability',
  [Option.bidirectional]: 'Bi-Directional Capability',
  [Option.addressList]: 'Address List',
  [Option.addressListOld]: 'Address List (Old)',
}));
/** Bytes that the value of an option must have. */
const lengths = new Map<number, number>([
  [Option.holdTime, 2],
  [Option.lanPruneDelay, 4],
  [Option.priorityOld, 4],
  [Option.priority, 4],
  [Option.generation, 4],
  [Option.refresh, 4],
]);
const optionHeaderLength = 4;
const indent = '\n\t    ';

export function printPimHello(context: PrintContext, at: number, length: number, addressLength: number): void {
  const { out, view } = context;
  let from = at;
  const end = at + length;
  while (from < end) {
    if (end - from < optionHeaderLength) context.leave();
    const type = view.u16(from);
    const size = view.u16(from + 2);
    out.text('\n\t  ');
    out.text(optionNames.get(type) ?? 'Unknown');
    out.text(' Option (');
    out.decimal(type);
    out.text('), length ');
    out.decimal(size);
    out.text(', Value: ');
    from += optionHeaderLength;
    if (size > end - from) context.leave();
    context.need(from, size);
    const needed = lengths.get(type);
    if (needed !== undefined && size !== needed && !(size === 0 && needsNothing(type))) {
      out.text('[option length ');
      out.decimal(size);
      out.text(' != ');
      out.decimal(needed);
      out.char(0x5d);
      context.invalid();
      return;
    }
    value(context, type, from, size, end, addressLength);
    if (context.verbose > 1) context.dumpPart(indent, from, size);
    from += size;
  }
}

function needsNothing(type: number): boolean {
  return type === Option.priority || type === Option.priorityOld;
}

function value(
  context: PrintContext,
  type: number,
  at: number,
  size: number,
  end: number,
  addressLength: number,
): void {
  const { out, view } = context;
  switch (type) {
    case Option.holdTime:
      relativeTime(out, view.u16(at));
      return;
    case Option.lanPruneDelay:
      pruneDelay(context, at);
      return;
    case Option.priority:
    case Option.priorityOld:
      if (size === 0) out.text('Bi-Directional Capability (Old)');
      else out.decimal(view.u32(at));
      return;
    case Option.generation:
      out.text('0x');
      out.hex32(view.u32(at));
      return;
    case Option.refresh:
      refresh(context, at);
      return;
    case Option.bidirectional:
      return;
    case Option.addressList:
    case Option.addressListOld:
      if (context.verbose > 1) addresses(context, at, size, end, addressLength);
      return;
    default:
      if (context.verbose === 1) context.dumpPart(indent, at, size);
  }
}

function pruneDelay(context: PrintContext, at: number): void {
  const { out, view } = context;
  const delay = view.u16(at);
  out.text('\n\t    T-bit=');
  out.decimal(delay >>> 15);
  out.text(', LAN delay ');
  out.decimal(delay & 0x7fff);
  out.text('ms, Override interval ');
  out.decimal(view.u16(at + 2));
  out.text('ms');
}

/** State refresh of dense mode (RFC 3973, 4.7.5). */
function refresh(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.char(0x76);
  out.decimal(view.u8(at));
  const interval = view.u8(at + 1);
  if (interval !== 0) {
    out.text(', interval ');
    relativeTime(out, interval);
  }
  const reserved = view.u16(at + 2);
  if (reserved !== 0) {
    out.text(' ?0x');
    out.hex16(reserved);
    out.char(0x3f);
  }
}

/** The last one may end behind the option. */
function addresses(context: PrintContext, at: number, size: number, end: number, addressLength: number): void {
  for (let from = at; from < at + size; ) {
    context.out.text(indent);
    from = pimUnicast(context, from, end, addressLength);
  }
}
