/** The five packets of Open Shortest Path First, version 3 (RFC 5340, A.3), after their header. */
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { type FlagName, flagNames } from '../text/names';
import { lsaHeaderLength, OspfType, printDesignatedRouters, printNeighbors, requestLength } from './ospf-common';
import { ospf3Options, printOspf3Kind } from './ospf3-kind';
import { printOspf3Lsa, printOspf3LsaHeader } from './ospf3-lsa';

export const ospf3BodyAt = 16;
const databaseFlags: readonly FlagName[] = [
  [0x04, 'Init'],
  [0x02, 'More'],
  [0x01, 'Master'],
  [0x10, 'IPv6 MTU'],
];

/** `at` is where the header starts, `end` where the packet does. Lists are shown at -vv. */
export function printOspf3Body(context: PrintContext, type: number, at: number, end: number): void {
  const body = at + ospf3BodyAt;
  switch (type) {
    case OspfType.hello:
      hello(context, body, end);
      return;
    case OspfType.database:
      database(context, body, end);
      return;
    case OspfType.request:
      if (context.verbose > 1) requests(context, body, end);
      return;
    case OspfType.update:
      if (context.verbose > 1) update(context, body, end);
      return;
    case OspfType.acknowledgement:
      if (context.verbose > 1) headers(context, body, end);
  }
}

function hello(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  ospf3Options(context, '\n\tOptions [', view.u32(at + 4));
  view.need(at, 12);
  out.text('\n\t  Hello Timer ');
  out.decimal(view.u16(at + 8));
  out.text('s, Dead Timer ');
  out.decimal(view.u16(at + 10));
  out.text('s, Interface-ID ');
  namedIpv4(context, at);
  out.text(', Priority ');
  out.decimal(view.u8(at + 4));
  printDesignatedRouters(context, at + 12);
  if (context.verbose > 1) printNeighbors(context, at + 20, end);
}

function database(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  ospf3Options(context, '\n\tOptions [', view.u32(at));
  const flags = view.u8(at + 7);
  out.text(', DD Flags [');
  flagNames(out, databaseFlags, flags);
  out.char(0x5d);
  const sequence = view.u32(at + 8);
  out.text(', MTU ');
  out.decimal(view.u16(at + 4));
  out.text(', DD-Sequence 0x');
  out.hex32(sequence);
  if (context.verbose > 1) headers(context, at + 12, end);
}

function headers(context: PrintContext, at: number, end: number): void {
  for (let from = at; from < end; from += lsaHeaderLength) printOspf3LsaHeader(context, from, end);
}

function requests(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  for (let from = at; from < end; from += requestLength) {
    context.need(from, requestLength);
    out.text('\n\t  Advertising Router ');
    namedIpv4(context, from + 8);
    printOspf3Kind(context, view.u16(from + 2), from + 4);
  }
}

function update(context: PrintContext, at: number, end: number): void {
  const { view } = context;
  const count = view.u32(at);
  let from = at + 4;
  for (let i = 0; i < count && from < end; i++) {
    if (!printOspf3Lsa(context, from, end)) context.leave();
    from += view.u16(from + 18);
  }
}
