/** Join, prune and graft of Protocol Independent Multicast, version 1: lists of groups and their sources. */
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { relativeTime } from '../text/relative-time';

const usualHoldTime = 180;
const hostMask = 0xffffffff;
const sourceLength = 6;
/** Bytes of a message about one source of one group. */
const singleLength = 30;
const Source = { sparse: 1, wildcard: 0x80, rendezvousPoint: 0x40, maskLength: 0x3f } as const;

/** `at` is where the upstream neighbour stands. */
export function printPim1JoinPrune(context: PrintContext, at: number, length: number): void {
  const { view } = context;
  if (view.has(at, singleLength) && view.u8(at + 11) === 1) {
    const joined = view.u16(at + 20);
    if (joined + view.u16(at + 22) === 1) {
      single(context, at, joined === 1);
      return;
    }
  }
  const end = at + length;
  const from = upstream(context, at, end);
  if (from < 0 || (context.verbose > 1 && !groups(context, from, end))) context.truncated();
}

function single(context: PrintContext, at: number, joins: boolean): void {
  const { out, view } = context;
  out.text(' RPF ');
  namedIpv4(context, at);
  out.char(0x20);
  const holdTime = view.u16(at + 6);
  if (holdTime !== usualHoldTime) {
    out.text('Hold ');
    relativeTime(out, holdTime);
  }
  const flags = view.u8(at + 25);
  out.text(joins ? 'Join (' : 'Prune (');
  namedIpv4(context, at + 26);
  out.char(0x2f);
  out.decimal(flags & Source.maskLength);
  out.text(', ');
  group(context, at + 12);
  out.text((view.u8(at + 24) & Source.sparse) !== 0 ? ') Sparse' : ') Dense');
  if ((flags & Source.wildcard) !== 0) out.text(' WC');
  out.text((flags & Source.rendezvousPoint) !== 0 ? ' RP' : ' SPT');
}

function group(context: PrintContext, at: number): void {
  const { out, view } = context;
  namedIpv4(context, at);
  if (view.u32(at + 4) === hostMask) return;
  out.char(0x2f);
  namedIpv4(context, at + 4);
}

/** Returns where the number of groups stands; -1: the message ends before. */
function upstream(context: PrintContext, at: number, end: number): number {
  const { out, view } = context;
  if (at + 4 > end) return -1;
  if (context.verbose > 1) out.char(0x0a);
  view.need(at, 4);
  out.text(' Upstream Nbr: ');
  namedIpv4(context, at);
  if (at + 8 > end) return -1;
  if (context.verbose > 1) out.char(0x0a);
  out.text(' Hold time: ');
  relativeTime(out, view.u16(at + 6));
  return at + 8;
}

/** false: the message ends inside. */
function groups(context: PrintContext, at: number, end: number): boolean {
  const { out, view } = context;
  if (at + 4 > end) return false;
  const count = view.u8(at + 3);
  let from = at + 4;
  for (let i = 0; i < count; i++) {
    if (from + 4 > end) return false;
    view.need(from, 4);
    out.text('\n\tGroup: ');
    namedIpv4(context, from);
    if (from + 8 > end) return false;
    if (view.u32(from + 4) !== hostMask) {
      out.char(0x2f);
      namedIpv4(context, from + 4);
    }
    if (from + 12 > end) return false;
    const joined = view.u16(from + 8);
    const pruned = view.u16(from + 10);
    out.text(' joined: ');
    out.decimal(joined);
    out.text(' pruned: ');
    out.decimal(pruned);
    from += 12;
    for (let j = 0; j < joined + pruned; j++) {
      if (from + sourceLength > end) return false;
      source(context, from, j < joined);
      from += sourceLength;
    }
  }
  return true;
}

function source(context: PrintContext, at: number, joins: boolean): void {
  const { out, view } = context;
  view.need(at, sourceLength);
  const flags = view.u8(at + 1);
  out.text(joins ? '\n\tJoin  ' : '\n\tPrune ');
  out.text((view.u8(at) & Source.sparse) !== 0 ? 'Sparse ' : 'Dense ');
  if ((flags & Source.wildcard) !== 0) out.text('WC ');
  out.text((flags & Source.rendezvousPoint) !== 0 ? 'RP ' : 'SPT ');
  namedIpv4(context, at + 2);
  out.char(0x2f);
  out.decimal(flags & Source.maskLength);
}
