/** Link state advertisements of Open Shortest Path First, version 3 (RFC 5340, A.4): header, options, kinds. */
import type { PrintContext } from './context';
import { namedIpv4 } from './named';
import { type FlagName, flagNames, names } from './names';
import { printGrace } from './ospf-opaque';
import { printTrafficEngineering } from './ospf-te';
import { printExternal, printInterArea, printIntraArea, printLinkLsa } from './ospf3-prefix';

const headerLength = 20;
/** Type and scope together. */
const Lsa = {
  router: 0x2001,
  network: 0x2002,
  interAreaPrefix: 0x2003,
  external: 0x4005,
  link: 0x0008,
  intraAreaPrefix: 0x2009,
  trafficEngineering: 0x000a,
  grace: 0x000b,
} as const;
const typeMask = 0x1fff;
const scopeMask = 0x6000;
const transitive = 0x8000;
const typeNames = names({
  1: 'Router',
  2: 'Network',
  3: 'Inter-Area Prefix',
  4: 'Inter-Area Router',
  5: 'External',
  6: 'Deprecated',
  7: 'NSSA',
  8: 'Link',
  9: 'Intra-Area Prefix',
  10: 'Intra-Area TE',
  11: 'Grace',
  12: 'Router Information',
  13: 'Inter-AS-TE',
  14: 'Layer 1 VPN',
});
const scopeNames = names({ 0x0000: 'Link Local', 0x2000: 'Area Local', 0x4000: 'Domain Wide' });
const optionFlags: readonly FlagName[] = [
  [0x001, 'V6'],
  [0x002, 'External'],
  [0x004, 'Deprecated'],
  [0x008, 'NSSA'],
  [0x010, 'Router'],
  [0x020, 'Demand Circuit'],
  [0x100, 'AFs Support'],
  [0x200, 'LLS'],
  [0x400, 'Authentication Trailer'],
];
const routerFlags: readonly FlagName[] = [
  [0x01, 'ABR'],
  [0x02, 'External'],
  [0x04, 'Virtual-Link Endpoint'],
  [0x08, 'Deprecated'],
  [0x10, 'NSSA Translator'],
];
const linkLength = 16;
/** Before the router that a link leads to, by the link's type. */
const linkTexts = names({
  1: '\n\t      Neighbor Router-ID ',
  2: '\n\t      Neighbor Network-ID ',
  4: '\n\t      Virtual Link: Neighbor Router-ID ',
});

export function ospf3Options(context: PrintContext, title: string, flags: number): void {
  const { out } = context;
  out.text(title);
  flagNames(out, optionFlags, flags);
  out.char(0x5d);
}

/** Type, scope and identifier, which is at `at`. */
export function printOspf3Kind(context: PrintContext, type: number, at: number): void {
  const { out, view } = context;
  view.need(at, 4);
  out.text('\n\t    ');
  out.text(typeNames.get(type & typeMask) ?? 'Unknown');
  out.text(' LSA (');
  out.decimal(type & typeMask);
  out.text('), ');
  out.text(scopeNames.get(type & scopeMask) ?? 'Unknown');
  out.text((type & transitive) === 0 ? ' Scope, LSA-ID ' : ' Scope, transitive, LSA-ID ');
  namedIpv4(context, at);
}

export function printOspf3LsaHeader(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  if (at + headerLength > end) context.leave();
  view.need(at, headerLength);
  out.text('\n\t  Advertising Router ');
  namedIpv4(context, at + 8);
  out.text(', seq 0x');
  out.hex32(view.u32(at + 12));
  out.text(', age ');
  out.decimal(view.u16(at));
  out.text('s, length ');
  out.signed(view.u16(at + 18) - headerLength);
  printOspf3Kind(context, view.u16(at + 2), at + 4);
}

/** false: it contradicts itself, or ends too early. */
export function printOspf3Lsa(context: PrintContext, at: number, end: number): boolean {
  const { view } = context;
  printOspf3LsaHeader(context, at, end);
  const length = view.u16(at + 18);
  if (length < headerLength || at + length > end) return false;
  const from = at + headerLength;
  const left = length - headerLength;
  switch (view.u16(at + 2)) {
    case Lsa.router:
      return router(context, from, left);
    case Lsa.network:
      return network(context, from, left);
    case Lsa.interAreaPrefix:
      return printInterArea(context, from, left);
    case Lsa.external:
      return printExternal(context, from, left);
    case Lsa.link:
      return printLinkLsa(context, from, left);
    case Lsa.intraAreaPrefix:
      return printIntraArea(context, from, left);
    case Lsa.grace:
      return printGrace(context, from, left);
    case Lsa.trafficEngineering:
      return printTrafficEngineering(context, from, left);
    default:
      context.dumpPart('\n\t      ', from, left);
      return true;
  }
}

function router(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  if (length < 4) return false;
  const flags = view.u32(at);
  ospf3Options(context, '\n\t      Options [', flags);
  out.text(', RLA-Flags [');
  flagNames(out, routerFlags, flags >>> 24);
  out.char(0x5d);
  const end = at + length;
  for (let from = at + 4; from < end; from += linkLength) {
    if (end - from < linkLength) return false;
    context.need(from, linkLength);
    const type = view.u8(from);
    const title = linkTexts.get(type);
    if (title === undefined) {
      out.text('\n\t      Unknown Router Links Type 0x');
      out.hex8(type);
      return true;
    }
    out.text(title);
    namedIpv4(context, from + 12);
    out.text('\n\t      Neighbor Interface-ID ');
    namedIpv4(context, from + 8);
    out.text(', Interface ');
    namedIpv4(context, from + 4);
    out.text(', metric ');
    out.decimal(view.u16(from + 2));
  }
  return true;
}

function network(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  if (length < 4) return false;
  ospf3Options(context, '\n\t      Options [', view.u32(at));
  out.text('\n\t      Connected Routers:');
  const end = at + length;
  for (let from = at + 4; from < end; from += 4) {
    if (end - from < 4) return false;
    view.need(from, 4);
    out.text('\n\t\t');
    namedIpv4(context, from);
  }
  return true;
}
