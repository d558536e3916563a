/** Messages of Protocol Independent Multicast, version 2, but Hello and Register (RFC 7761, 4.9; 3973; 5015). */
import type { PrintContext } from '../context';
import { relativeTime } from '../text/relative-time';
import { pimGroup, pimNeeds, pimSource, pimUnicast } from './pim-address';

export const PimType = {
  hello: 0,
  register: 1,
  registerStop: 2,
  joinPrune: 3,
  bootstrap: 4,
  assert: 5,
  graft: 6,
  graftAck: 7,
  candidateRp: 8,
  pruneRefresh: 9,
  dfElection: 10,
} as const;
const Election = { backoff: 3, pass: 4 } as const;
const electionNames = ['Unknown', 'Offer', 'Winner', 'Backoff', 'Pass'];
const endless = 0xffff;
const headerLength = 4;

/** `at` is where the header starts; `length` counts from there. */
export function printPimMessage(
  context: PrintContext,
  type: number,
  at: number,
  length: number,
  addressLength: number,
): void {
  const body = at + headerLength;
  const end = at + length;
  switch (type) {
    case PimType.registerStop:
      registerStop(context, body, end, addressLength);
      return;
    case PimType.joinPrune:
    case PimType.graft:
    case PimType.graftAck:
      joinPrune(context, body, end, addressLength, type === PimType.graftAck);
      return;
    case PimType.bootstrap:
      bootstrap(context, body, end, addressLength);
      return;
    case PimType.assert:
      assertion(context, body, end, addressLength);
      return;
    case PimType.candidateRp:
      candidate(context, body, end, addressLength);
      return;
    case PimType.pruneRefresh:
      pruneRefresh(context, body, end, addressLength);
      return;
    case PimType.dfElection:
      election(context, body, end, addressLength, context.view.u8(at + 1) >>> 4);
      return;
    default:
      context.out.text(' [type ');
      context.out.decimal(type);
      context.out.char(0x5d);
  }
}

function registerStop(context: PrintContext, at: number, end: number, addressLength: number): void {
  const { out } = context;
  out.text(' group=');
  const from = pimGroup(context, at, end, addressLength);
  out.text(' source=');
  pimUnicast(context, from, end, addressLength);
}

/** An acknowledgement has neither a neighbour nor a time. */
function joinPrune(context: PrintContext, at: number, end: number, addressLength: number, acknowledges: boolean): void {
  const { out, view } = context;
  let from = at;
  if (!acknowledges) {
    out.text(', upstream-neighbor: ');
    from = pimUnicast(context, from, end, addressLength);
  }
  pimNeeds(context, from, 4, end);
  context.need(from, 4);
  const groups = view.u8(from + 1);
  out.text('\n\t  ');
  out.decimal(groups);
  out.text(' group(s)');
  if (!acknowledges) {
    out.text(', holdtime: ');
    const holdTime = view.u16(from + 2);
    if (holdTime === endless) out.text('infinite');
    else relativeTime(out, holdTime);
  }
  from += 4;
  for (let i = 1; i <= groups; i++) {
    out.text('\n\t    group #');
    out.decimal(i);
    out.text(': ');
    from = pimGroup(context, from, end, addressLength);
    pimNeeds(context, from, 4, end);
    context.need(from, 4);
    const joined = view.u16(from);
    const pruned = view.u16(from + 2);
    out.text(', joined sources: ');
    out.decimal(joined);
    out.text(', pruned sources: ');
    out.decimal(pruned);
    from = sources(context, '\n\t      joined source #', joined, from + 4, end, addressLength);
    from = sources(context, '\n\t      pruned source #', pruned, from, end, addressLength);
  }
}

function sources(
  context: PrintContext,
  title: string,
  count: number,
  at: number,
  end: number,
  addressLength: number,
): number {
  const { out } = context;
  let from = at;
  for (let i = 1; i <= count; i++) {
    out.text(title);
    out.decimal(i);
    out.text(': ');
    from = pimSource(context, from, end, addressLength);
  }
  return from;
}

function bootstrap(context: PrintContext, at: number, end: number, addressLength: number): void {
  const { out, view } = context;
  pimNeeds(context, at, 2, end);
  const tag = view.u16(at);
  out.text(' tag=');
  out.hex(tag);
  pimNeeds(context, at, 3, end);
  const hashMaskLength = view.u8(at + 2);
  out.text(' hashmlen=');
  out.decimal(hashMaskLength);
  pimNeeds(context, at, 4, end);
  context.need(at + 4, 1);
  const priority = view.u8(at + 3);
  out.text(' BSRprio=');
  out.decimal(priority);
  out.text(' BSR=');
  let from = pimUnicast(context, at + 4, end, addressLength);
  for (let i = 0; from < end; i++) {
    out.text(' (group');
    out.decimal(i);
    out.text(': ');
    from = pimGroup(context, from, end, addressLength);
    from = rendezvousPoints(context, from, end, addressLength);
    out.char(0x29);
  }
}

/** How many there are for a group, and those of them that are in this fragment. */
function rendezvousPoints(context: PrintContext, at: number, end: number, addressLength: number): number {
  const { out, view } = context;
  pimNeeds(context, at, 1, end);
  const points = view.u8(at);
  out.text(' RPcnt=');
  out.decimal(points);
  pimNeeds(context, at, 2, end);
  const here = view.u8(at + 1);
  out.text(' FRPcnt=');
  out.decimal(here);
  pimNeeds(context, at, 4, end);
  let from = at + 4;
  for (let i = 0; i < here && from < end; i++) {
    out.text(' RP');
    out.decimal(i);
    out.char(0x3d);
    from = pimUnicast(context, from, end, addressLength);
    pimNeeds(context, from, 2, end);
    out.text(',holdtime=');
    relativeTime(out, view.u16(from));
    pimNeeds(context, from, 3, end);
    const priority = view.u8(from + 2);
    out.text(',prio=');
    out.decimal(priority);
    pimNeeds(context, from, 4, end);
    from += 4;
  }
  return from;
}

function assertion(context: PrintContext, at: number, end: number, addressLength: number): void {
  const { out, view } = context;
  out.text(' group=');
  let from = pimGroup(context, at, end, addressLength);
  out.text(' src=');
  from = pimUnicast(context, from, end, addressLength);
  pimNeeds(context, from, 8, end);
  context.need(from, 8);
  const preference = view.u32(from);
  if (preference >>> 31 !== 0) out.text(' RPT');
  out.text(' pref=');
  out.decimal(preference & 0x7fffffff);
  out.text(' metric=');
  out.decimal(view.u32(from + 4));
}

function candidate(context: PrintContext, at: number, end: number, addressLength: number): void {
  const { out, view } = context;
  pimNeeds(context, at, 1, end);
  const prefixes = view.u8(at);
  out.text(' prefix-cnt=');
  out.decimal(prefixes);
  pimNeeds(context, at, 2, end);
  const priority = view.u8(at + 1);
  out.text(' prio=');
  out.decimal(priority);
  pimNeeds(context, at, 4, end);
  out.text(' holdtime=');
  relativeTime(out, view.u16(at + 2));
  out.text(' RP=');
  let from = pimUnicast(context, at + 4, end, addressLength);
  for (let i = 0; i < prefixes && from < end; i++) {
    out.text(' Group');
    out.decimal(i);
    out.char(0x3d);
    from = pimGroup(context, from, end, addressLength);
  }
}

function pruneRefresh(context: PrintContext, at: number, end: number, addressLength: number): void {
  const { out, view } = context;
  out.text(' src=');
  let from = pimUnicast(context, at, end, addressLength);
  out.text(' grp=');
  from = pimGroup(context, from, end, addressLength);
  out.text(' forwarder=');
  from = pimUnicast(context, from, end, addressLength);
  pimNeeds(context, from, 2, end);
  out.text(' TUNR ');
  relativeTime(out, view.u16(from));
}

/** Election of the designated forwarder of bidirectional trees; `subtype` says what the message is. */
function election(context: PrintContext, at: number, end: number, addressLength: number, subtype: number): void {
  const { out, view } = context;
  out.text('\n\t  ');
  out.text(electionNames[subtype] ?? 'Unknown');
  out.text(', rpa=');
  let from = pimUnicast(context, at, end, addressLength);
  from = preferenceAndMetric(context, ' sender', from);
  if (subtype !== Election.backoff && subtype !== Election.pass) return;
  const whose = subtype === Election.backoff ? ' offer' : ' new winner';
  out.text('\n\t ');
  out.text(whose);
  out.text(' addr=');
  from = pimUnicast(context, from, end, addressLength);
  from = preferenceAndMetric(context, whose, from);
  if (subtype === Election.pass) return;
  const interval = view.u16(from);
  out.text(' interval ');
  out.decimal(interval);
  out.text('ms');
}

function preferenceAndMetric(context: PrintContext, whose: string, at: number): number {
  const { out, view } = context;
  const preference = view.u32(at);
  out.text(whose);
  out.text(' pref=');
  out.decimal(preference);
  const metric = view.u32(at + 4);
  out.text(whose);
  out.text(' metric=');
  out.decimal(metric);
  return at + 8;
}
