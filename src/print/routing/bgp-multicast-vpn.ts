/** Routes of multicast VPNs in BGP (RFC 6514, 4). */

import type { PrintContext } from '../context';
import { namedIpv4, namedIpv6 } from '../text/named';
import { names } from '../text/names';
import { count, nameAndNumber } from '../text/phrase';
import { asNumber } from './as-number';
import type { RoutePrinter } from './bgp-route';
import { routeDistinguisher, routeDistinguisherLength } from './bgp-route-distinguisher';

const RouteType = {
  intraAs: 1,
  interAs: 2,
  selective: 3,
  sourceActive: 5,
  sharedTreeJoin: 6,
  sourceTreeJoin: 7,
} as const;
const routeTypeNames = names(() => ({
  1: 'Intra-AS I-PMSI',
  2: 'Inter-AS I-PMSI',
  3: 'S-PMSI',
  4: 'Intra-AS Segment-Leaf',
  5: 'Source-Active',
  6: 'Shared Tree Join',
  7: 'Source Tree Join',
}));
const headerLength = 2;

/** Nothing of a route that is cut is shown. */
export const multicastVpnRoute: RoutePrinter = (context, at) => {
  const { out, view } = context;
  const mark = out.at;
  try {
    out.text('\n\t      Route-Type: ');
    nameAndNumber(out, routeTypeNames, view.u8(at));
    const length = view.u8(at + 1);
    count(out, ', length: ', length);
    value(context, view.u8(at), at + headerLength, length);
    return at + headerLength + length;
  } catch (error) {
    out.at = mark;
    throw error;
  }
};

function value(context: PrintContext, type: number, at: number, length: number): void {
  const { out, view } = context;
  if (!routeTypesWithDistinguisher.has(type)) return;
  out.text(', RD: ');
  routeDistinguisher(context, at);
  let from = at + routeDistinguisherLength;
  switch (type) {
    case RouteType.intraAs:
      originator(context, from, length - routeDistinguisherLength);
      return;
    case RouteType.interAs:
      asNumber(context, view.u32(from), ', Source-AS ');
      return;
    case RouteType.selective: {
      const groupEnd = sourceAndGroup(context, from);
      originator(context, groupEnd, at + length - groupEnd);
      return;
    }
    case RouteType.sharedTreeJoin:
    case RouteType.sourceTreeJoin:
      asNumber(context, view.u32(from), ', Source-AS ');
      from += 4;
      break;
  }
  sourceAndGroup(context, from);
}

const routeTypesWithDistinguisher: ReadonlySet<number> = new Set(Object.values(RouteType));

function originator(context: PrintContext, at: number, length: number): void {
  context.out.text(', Originator ');
  address(context, at, 8 * length);
}

/** Returns where it ends. */
function sourceAndGroup(context: PrintContext, at: number): number {
  return withLength(context, ', Group ', withLength(context, ', Source ', at));
}

function withLength(context: PrintContext, before: string, at: number): number {
  const { out, view } = context;
  const bits = view.u8(at);
  const size = bits >>> 3;
  view.need(at + 1, size);
  if (bits !== 0) {
    out.text(before);
    address(context, at + 1, bits);
  }
  return at + 1 + size;
}

function address(context: PrintContext, at: number, bits: number): void {
  if (bits === 32) namedIpv4(context, at);
  else if (bits === 128) namedIpv6(context, at);
  else count(context.out, 'bogus address length ', bits >>> 0);
}
