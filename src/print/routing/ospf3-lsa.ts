/** Link state advertisements of Open Shortest Path First, version 3 (RFC 5340, A.4): header, routers, networks. */
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { type FlagName, flagNames, names } from '../text/names';
import { printAdvertiser } from './ospf-common';
import { printGrace } from './ospf-opaque';
import { printTrafficEngineering } from './ospf-te';
import { ospf3Options, printOspf3Kind } from './ospf3-kind';
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
const routerFlags: readonly FlagName[] = [
  [0x01, 'ABR'],
  [0x02, 'External'],
  [0x04, 'Virtual-Link Endpoint'],
  [0x08, 'Deprecated'],
  [0x10, 'NSSA Translator'],
];
const linkLength = 16;
/** Before the router that a link leads to, by the link's type. */
const linkTexts = names(() => ({
  1: '\n\t      Neighbor Router-ID ',
  2: '\n\t      Neighbor Network-ID ',
  4: '\n\t      Virtual Link: Neighbor Router-ID ',
}));

export function printOspf3LsaHeader(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  if (at + headerLength > end) context.leave();
  view.need(at, headerLength);
  printAdvertiser(context, at);
  out.text(', length ');
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
