/** Link state advertisements of Open Shortest Path First, version 2 (RFC 2328, A.4; 1584; 3101; 5250). */
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { type FlagName, flagNames } from '../text/names';
import { nameAndNumber } from '../text/phrase';
import { printAdvertiser } from './ospf-common';
import { isOpaque, LsaType, lsaNames, OpaqueType, opaqueNames, optionFlags, topologyNames } from './ospf-names';
import { printGrace, printRouterInformation } from './ospf-opaque';
import { printTrafficEngineering } from './ospf-te';

const headerLength = 20;
const Link = { router: 1, transit: 2, stub: 3, virtual: 4 } as const;
const linkLength = 12;
/** Before what a link leads to, by its type. */
const linkTexts = [
  '',
  'Neighbor Router-ID: ',
  'Neighbor Network-ID: ',
  'Stub Network: ',
  'Virtual Link: Neighbor Router-ID: ',
];
const routerFlags: readonly FlagName[] = [
  [0x01, 'ABR'],
  [0x02, 'ASBR'],
  [0x04, 'Virtual'],
  [0x08, 'Wildcard'],
  [0x10, 'Nt'],
  [0x80, 'Host'],
];
const Vertex = { router: 1, network: 2 } as const;
const externalLength = 12;
const infinite = 0xffffff;

/** `, LSA-ID: ` and an address, or the type and number of an opaque one, which `between` sets off. */
export function printOspfLsaIdentifier(context: PrintContext, type: number, at: number, between: string): void {
  const { out, view } = context;
  if (!isOpaque(type)) {
    out.text(', LSA-ID: ');
    namedIpv4(context, at);
    return;
  }
  const opaque = view.u8(at);
  out.text(', Opaque-Type');
  out.text(between);
  out.text(opaqueNames.get(opaque) ?? 'unknown');
  out.text(' LSA (');
  out.decimal(opaque);
  out.text('), Opaque-ID');
  out.text(between);
  out.decimal(view.u24(at + 1));
}

/** Returns the length that the header tells; -1: less than the header itself. */
export function printOspfLsaHeader(context: PrintContext, at: number): number {
  const { out, view } = context;
  const length = view.u16(at + 18);
  if (length < headerLength) {
    out.text('\n\t    Bogus length ');
    out.decimal(length);
    out.text(' < header (20)');
    return -1;
  }
  const type = view.u8(at + 3);
  printAdvertiser(context, at);
  out.text(', length ');
  out.decimal(length - headerLength);
  out.text('\n\t    ');
  out.text(lsaNames.get(type) ?? 'unknown');
  out.text(' LSA (');
  out.decimal(type);
  out.char(0x29);
  printOspfLsaIdentifier(context, type, at + 4, isOpaque(type) ? ' ' : '');
  out.text('\n\t    Options: [');
  flagNames(out, optionFlags, view.u8(at + 2));
  out.char(0x5d);
  return length;
}

/** Returns the length of the advertisement at `at`; -1: that cannot be. */
export function printOspfLsa(context: PrintContext, at: number): number {
  const { view } = context;
  const length = printOspfLsaHeader(context, at);
  if (length < 0) return -1;
  const from = at + headerLength;
  const whole = body(context, view.u8(at + 3), view.u8(at + 4), from, at + length);
  if (whole && context.verbose > 1) context.dumpPart('\n\t    ', from, length - headerLength);
  return length;
}

/** false: of no kind that is known, or it contradicts itself. */
function body(context: PrintContext, type: number, opaque: number, at: number, end: number): boolean {
  switch (type) {
    case LsaType.router:
      return router(context, at);
    case LsaType.network:
      network(context, at, end);
      return true;
    case LsaType.summary:
      mask(context, at);
      summary(context, at + 4, end);
      return true;
    case LsaType.boundaryRouter:
      summary(context, at + 4, end);
      return true;
    case LsaType.external:
    case LsaType.notSoStubby:
      mask(context, at);
      external(context, at + 4, end);
      return true;
    case LsaType.group:
      group(context, at, end);
      return true;
    default:
      return !isOpaque(type) || opaqueBody(context, opaque, at, end);
  }
}

function opaqueBody(context: PrintContext, type: number, at: number, end: number): boolean {
  switch (type) {
    case OpaqueType.routerInformation:
      return printRouterInformation(context, at, end - at);
    case OpaqueType.grace:
      return printGrace(context, at, end - at);
    case OpaqueType.trafficEngineering:
      return printTrafficEngineering(context, at, end - at);
    default:
      if (context.verbose === 1) context.dumpPart('\n\t    ', at, end - at);
      return true;
  }
}

function mask(context: PrintContext, at: number): void {
  context.view.need(at, 4);
  context.out.text('\n\t    Mask ');
  namedIpv4(context, at);
}

function router(context: PrintContext, at: number): boolean {
  const { out, view } = context;
  const flags = view.u8(at);
  out.text('\n\t    Router LSA Options: [');
  flagNames(out, routerFlags, flags);
  out.char(0x5d);
  const count = view.u16(at + 2);
  let from = at + 4;
  view.need(from, linkLength);
  for (let i = 0; i < count; i++) {
    view.need(from, linkLength);
    const type = view.u8(from + 8);
    if (type < Link.router || type > Link.virtual) {
      out.text('\n\t      Unknown Router Link Type (');
      out.decimal(type);
      out.char(0x29);
      return false;
    }
    out.text('\n\t      ');
    out.text(linkTexts[type]);
    namedIpv4(context, from);
    out.text(type === Link.stub ? ', Mask: ' : ', Interface Address: ');
    namedIpv4(context, from + 4);
    from = topologies(context, from + 8);
  }
  return true;
}

/** The metric of a link and, by their numbers, those of the other topologies; returns where they end. */
function topologies(context: PrintContext, at: number): number {
  const { out, view } = context;
  const others = view.u8(at + 1);
  for (let i = 0; i <= others; i++) {
    const from = at + 4 * i;
    const metric = view.u16(from + 2);
    out.text('\n\t\ttopology ');
    nameAndNumber(out, topologyNames, i === 0 ? 0 : view.u8(from));
    out.text(', metric ');
    out.decimal(metric);
  }
  return at + 4 * (others + 1);
}

function network(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  mask(context, at);
  out.text('\n\t    Connected Routers:');
  for (let from = at + 4; from < end; from += 4) {
    view.need(from, 4);
    out.text('\n\t      ');
    namedIpv4(context, from);
  }
}

function summary(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  view.need(at, 4);
  for (let from = at; from < end; from += 4) {
    const word = view.u32(from);
    out.text('\n\t\ttopology ');
    nameAndNumber(out, topologyNames, (word >>> 24) & 0x7f);
    out.text(' metric ');
    out.decimal(word & 0xffffff);
  }
}

function external(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  view.need(at, 4);
  for (let from = at; from < end; from += externalLength) {
    const word = view.u32(from);
    out.text('\n\t\ttopology ');
    nameAndNumber(out, topologyNames, (word >>> 24) & 0x7f);
    out.text(word >>> 31 === 0 ? ', type 1, metric ' : ', type 2, metric ');
    const metric = word & 0xffffff;
    if (metric === infinite) out.text('infinite');
    else out.decimal(metric);
    if (view.u32(from + 4) !== 0) {
      out.text(', forward ');
      namedIpv4(context, from + 4);
    }
    if (view.u32(from + 8) !== 0) {
      out.text(', tag ');
      namedIpv4(context, from + 8);
    }
  }
}

/** Which routers and networks a multicast group has members behind (RFC 1584). */
function group(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  for (let from = at; from < end; from += 8) {
    const vertex = view.u32(from);
    if (vertex === Vertex.router || vertex === Vertex.network) {
      view.need(from + 4, 4);
      out.text(vertex === Vertex.router ? '\n\t    Router Router-ID ' : '\n\t    Network Designated Router ');
      namedIpv4(context, from + 4);
    } else {
      out.text('\n\t    unknown VertexType (');
      out.decimal(vertex);
      out.char(0x29);
    }
  }
}
