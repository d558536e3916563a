/** The five packets of Open Shortest Path First, version 2 (RFC 2328, A.3), after their header. */
import { TRUNCATED } from '../../decode/view';
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { type FlagName, flagNames } from '../text/names';
import { lsaHeaderLength, OspfType, printDesignatedRouters, printNeighbors, requestLength } from './ospf-common';
import { printOspfLsa, printOspfLsaHeader, printOspfLsaIdentifier } from './ospf-lsa';
import { lsaNames, optionFlags } from './ospf-names';

const databaseFlags: readonly FlagName[] = [
  [0x04, 'Init'],
  [0x02, 'More'],
  [0x01, 'Master'],
  [0x08, 'OOBResync'],
];
const bodyAt = 24;

/** `at` is where the header starts, `end` where the packet does. */
export function printOspfBody(context: PrintContext, type: number, at: number, end: number): void {
  const body = at + bodyAt;
  switch (type) {
    case OspfType.hello:
      hello(context, body, end);
      return;
    case OspfType.database:
      database(context, body, end);
      return;
    case OspfType.request:
      requests(context, body, end);
      return;
    case OspfType.update:
      update(context, body);
      return;
    case OspfType.acknowledgement:
      for (let from = body; printOspfLsaHeader(context, from) >= 0; from += lsaHeaderLength);
  }
}

function options(context: PrintContext, flags: number): void {
  const { out } = context;
  out.text('\n\tOptions [');
  flagNames(out, optionFlags, flags);
  out.char(0x5d);
}

function hello(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  options(context, view.u8(at + 6));
  view.need(at, 12);
  out.text('\n\t  Hello Timer ');
  out.decimal(view.u16(at + 4));
  out.text('s, Dead Timer ');
  out.decimal(view.u32(at + 8));
  out.text('s, Mask ');
  namedIpv4(context, at);
  out.text(', Priority ');
  out.decimal(view.u8(at + 7));
  printDesignatedRouters(context, at + 12);
  if (at + 20 < end) printNeighbors(context, at + 20, end);
}

function database(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  options(context, view.u8(at + 2));
  const flags = view.u8(at + 3);
  out.text(', DD Flags [');
  flagNames(out, databaseFlags, flags);
  out.char(0x5d);
  const mtu = view.u16(at);
  if (mtu !== 0) {
    out.text(', MTU: ');
    out.decimal(mtu);
  }
  const sequence = view.u32(at + 4);
  out.text(', Sequence: 0x');
  out.hex32(sequence);
  for (let from = at + 8; from < end && printOspfLsaHeader(context, from) >= 0; from += lsaHeaderLength);
}

function requests(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  for (let from = at; from < end; from += requestLength) {
    view.need(from, requestLength);
    const type = view.u32(from);
    out.text('\n\t  Advertising Router: ');
    namedIpv4(context, from + 8);
    out.text(', ');
    out.text(lsaNames.get(type) ?? 'unknown');
    out.text(' LSA (');
    out.decimal(type);
    out.char(0x29);
    printOspfLsaIdentifier(context, type, from + 4, ': ');
  }
}

function update(context: PrintContext, at: number): void {
  const { out, view } = context;
  const count = view.u32(at);
  out.text(', ');
  out.decimal(count);
  out.text(count === 1 ? ' LSA' : ' LSAs');
  let from = at + 4;
  for (let i = 1; i <= count; i++) {
    out.text('\n\t  LSA #');
    out.decimal(i);
    const size = printOspfLsa(context, from);
    if (size < 0) throw TRUNCATED;
    from += size;
  }
}
