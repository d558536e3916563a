/** Routes of BGP that are prefixes: plain ones, labeled ones (RFC 8277), those of VPNs (RFC 4364), of OSI and MDT. */

import { pathIdLength } from '../../decode/bgp';
import { loadPrefix, prefixBytes } from '../../decode/prefix';
import type { PrintContext } from '../context';
import { longestNsap, putNsap } from '../network/nsap';
import { namedIpv4 } from '../text/named';
import { count } from '../text/phrase';
import { printPrefix } from '../text/prefix';

import { routeDistinguisher, routeDistinguisherLength } from './bgp-route-distinguisher';

/** In place of where the next route begins. */
export const RouteEnd = { stop: -1, truncated: -2 } as const;

/** Prints the route at `at`; returns where the next one begins, or one of {@link RouteEnd}. */
export type RoutePrinter = (context: PrintContext, at: number, end: number, withPathId: boolean) => number;

const labelLength = 3;
const labelBits = 24;
const longestOsiPrefix = 8 * (longestNsap - 1);

function illegal(context: PrintContext): number {
  context.out.text('\n\t    (illegal prefix length)');
  return RouteEnd.stop;
}

export function plainRoute(family: 4 | 6): RoutePrinter {
  const longest = family === 4 ? 32 : 128;
  return (context, at, end, withPathId) => {
    const { out, view } = context;
    const from = withPathId ? at + pathIdLength : at;
    if (from >= end) return RouteEnd.truncated;
    const bits = view.u8(from);
    const next = from + 1 + prefixBytes(bits);
    if (bits <= longest) {
      if (next > end) return RouteEnd.truncated;
      out.text('\n\t      ');
      printPrefix(context, family, from + 1, bits);
    } else {
      illegal(context);
    }
    if (withPathId) count(out, '   Path Id: ', view.u32(at));
    return bits <= longest ? next : RouteEnd.stop;
  };
}

/** Its length counts the label, too. */
export function labeledRoute(family: 4 | 6): RoutePrinter {
  const longest = family === 4 ? 32 : 128;
  return (context, at, end) => {
    const { out, view } = context;
    view.need(at, 1 + labelLength);
    if (at + 1 + labelLength > end) return RouteEnd.stop;
    const bits = view.u8(at) - labelBits;
    if (bits < 0 || bits > longest) return illegal(context);
    const prefixAt = at + 1 + labelLength;
    const next = prefixAt + prefixBytes(bits);
    if (next > end) return RouteEnd.stop;
    view.need(prefixAt, prefixBytes(bits));
    out.text('\n\t      ');
    printPrefix(context, family, prefixAt, bits);
    label(context, at + 1);
    return next;
  };
}

function label(context: PrintContext, at: number): void {
  const { out, view } = context;
  const field = view.u24(at);
  count(out, ', label:', field >>> 4);
  out.text((field & 1) === 0 ? ' (BOGUS: Bottom of Stack NOT set!)' : ' (bottom)');
}

const longestVpnPrefix = { ipv4: 32, ipv6: 128, nsap: longestOsiPrefix } as const;

/** A label, a route distinguisher and the prefix. */
export function labeledVpnRoute(kind: 'ipv4' | 'ipv6' | 'nsap'): RoutePrinter {
  return (context, at, _end) => {
    const { out, view } = context;
    const bits = view.u8(at) - labelBits - 8 * routeDistinguisherLength;
    if (bits < 0 || bits > longestVpnPrefix[kind]) return illegal(context);
    const distinguisherAt = at + 1 + labelLength;
    const prefixAt = distinguisherAt + routeDistinguisherLength;
    const size = prefixBytes(bits);
    view.need(prefixAt, size);
    out.text('\n\t      RD: ');
    routeDistinguisher(context, distinguisherAt);
    out.text(', ');
    if (kind === 'nsap') osiPrefix(context, prefixAt, bits);
    else printPrefix(context, kind === 'ipv4' ? 4 : 6, prefixAt, bits);
    label(context, at + 1);
    return prefixAt + size;
  };
}

function osiPrefix(context: PrintContext, at: number, bits: number): void {
  const { out, view } = context;
  putNsap(out, loadPrefix(view, at, bits), 0, prefixBytes(bits));
  count(out, '/', bits);
}

export const clnpRoute: RoutePrinter = (context, at) => {
  const { out, view } = context;
  const bits = view.u8(at);
  if (bits > longestOsiPrefix) return illegal(context);
  view.need(at + 1, prefixBytes(bits));
  out.text('\n\t      ');
  osiPrefix(context, at + 1, bits);
  return at + 1 + prefixBytes(bits);
};

const treeLength = 16;

/** The group of a multicast distribution tree (RFC 6037). */
export const multicastTreeRoute: RoutePrinter = (context, at) => {
  const { out, view } = context;
  if (view.u8(at) !== 8 * treeLength) return illegal(context);
  view.need(at + 1, treeLength);
  out.text('\n\t      RD: ');
  routeDistinguisher(context, at + 1);
  out.text(', VPN IP Address: ');
  namedIpv4(context, at + 9);
  out.text(', MC Group Address: ');
  namedIpv4(context, at + 13);
  return at + 1 + treeLength;
};
