/** Routes of other families than unicast IPv4 in BGP (RFC 4760): reachable ones with their next hops, and withdrawn ones. */

import { hasPathIds } from '../../decode/bgp';
import type { PrintContext } from '../context';
import { putNsap } from '../network/nsap';
import { AddressFamily, addressFamilyNames } from '../text/address-family';
import { namedIpv4, namedIpv6 } from '../text/named';
import { count, nameAndNumber } from '../text/phrase';
import { layer2Route } from './bgp-layer2';
import { multicastVpnRoute } from './bgp-multicast-vpn';
import { Safi, safiNames } from './bgp-names';
import {
  clnpRoute,
  labeledRoute,
  labeledVpnRoute,
  multicastTreeRoute,
  plainRoute,
  RouteEnd,
  type RoutePrinter,
} from './bgp-route';
import { routeDistinguisher, routeDistinguisherLength } from './bgp-route-distinguisher';
import { routeTarget } from './bgp-route-target';

const familyLength = 3;
const lastStandardSafi = 128;
/** RFC 4548, RFC 1888: addresses of the Internet inside those of OSI. */
const mappedIpv4 = 0x47000601;
const mappedIpv6 = 0x350000;

interface Family {
  readonly hop: 'ipv4' | 'ipv6' | 'nsap';
  /** true: a route distinguisher stands before the address. */
  readonly isVpn: boolean;
  readonly print: RoutePrinter;
  /** Bits of a prefix before which a path identifier is recognized; 0: there is none. */
  readonly pathIds: 0 | 32 | 128;
}

const ipv4Plain: Family = { hop: 'ipv4', isVpn: false, print: plainRoute(4), pathIds: 32 };
const ipv6Plain: Family = { hop: 'ipv6', isVpn: false, print: plainRoute(6), pathIds: 128 };
const ipv4Vpn: Family = { hop: 'ipv4', isVpn: true, print: labeledVpnRoute('ipv4'), pathIds: 0 };
const ipv6Vpn: Family = { hop: 'ipv6', isVpn: true, print: labeledVpnRoute('ipv6'), pathIds: 0 };
const osiPlain: Family = { hop: 'nsap', isVpn: false, print: clnpRoute, pathIds: 0 };
const osiVpn: Family = { hop: 'nsap', isVpn: true, print: labeledVpnRoute('nsap'), pathIds: 0 };
const layer2: Family = { hop: 'ipv4', isVpn: false, print: layer2Route, pathIds: 0 };

function keyOf(family: number, safi: number): number {
  return (family << 8) | safi;
}

function three(family: number, [first, second, third]: readonly number[], kind: Family): [number, Family][] {
  return [
    [keyOf(family, first), kind],
    [keyOf(family, second), kind],
    [keyOf(family, third), kind],
  ];
}

const plainSafis = [Safi.unicast, Safi.multicast, Safi.unicastMulticast];
const vpnSafis = [Safi.vpnUnicast, Safi.vpnMulticast, Safi.vpnUnicastMulticast];

function ipv4Other(print: RoutePrinter): Family {
  return { hop: 'ipv4', isVpn: false, print, pathIds: 0 };
}

const families = new Map<number, Family>([
  ...three(AddressFamily.ipv4, plainSafis, ipv4Plain),
  ...three(AddressFamily.ipv4, vpnSafis, ipv4Vpn),
  ...three(AddressFamily.ipv6, plainSafis, ipv6Plain),
  ...three(AddressFamily.ipv6, vpnSafis, ipv6Vpn),
  ...three(AddressFamily.nsap, plainSafis, osiPlain),
  ...three(AddressFamily.nsap, vpnSafis, osiVpn),
  ...three(AddressFamily.l2vpn, vpnSafis, layer2),
  [keyOf(AddressFamily.vpls, Safi.vpls), layer2],
  [keyOf(AddressFamily.ipv4, Safi.labeledUnicast), ipv4Other(labeledRoute(4))],
  [keyOf(AddressFamily.ipv4, Safi.routeTarget), ipv4Other(routeTarget)],
  [keyOf(AddressFamily.ipv4, Safi.multicastVpn), ipv4Other(multicastVpnRoute)],
  [keyOf(AddressFamily.ipv4, Safi.multicastTree), ipv4Other(multicastTreeRoute)],
  [keyOf(AddressFamily.ipv6, Safi.labeledUnicast), { hop: 'ipv6', isVpn: false, print: labeledRoute(6), pathIds: 0 }],
]);

/** Returns the bytes that -vv shows once more, -1: it ends too early. */
export function reachable(context: PrintContext, at: number, length: number): number {
  const { out, view } = context;
  if (length < familyLength) return -1;
  const family = familyOf(context, at, length);
  if (family === undefined) return length;
  const end = at + length;
  let from = at + familyLength;
  if (from >= end) return -1;
  const hopLength = view.u8(from++);
  if (from + hopLength > end) return -1;
  if (hopLength > 0) nextHops(context, family, from, hopLength);
  count(out, ', nh-length: ', hopLength);
  from += hopLength;
  if (from >= end) return -1;
  const attachments = view.u8(from++);
  if (attachments === 0) out.text(', no SNPA');
  else count(out, '\n\t    ', attachments, ' SNPA');
  for (let i = 0; i < attachments; i++) {
    if (from >= end) return -1;
    const size = view.u8(from++);
    count(out, '\n\t      ', size, ' bytes');
    from += size;
    if (from > end) return -1;
  }
  return routes(context, family, from, end) ? length : -1;
}

/** The same for routes that are withdrawn. */
export function unreachable(context: PrintContext, at: number, length: number): number {
  if (length < familyLength) return -1;
  const family = familyOf(context, at, length);
  if (family === undefined) return length;
  if (length === familyLength) context.out.text('\n\t      End-of-Rib Marker (empty NLRI)');
  return routes(context, family, at + familyLength, at + length) ? length : -1;
}

function familyOf(context: PrintContext, at: number, length: number): Family | undefined {
  const { out, view } = context;
  const number = view.u16(at);
  const safi = view.u8(at + 2);
  out.text('\n\t    AFI: ');
  nameAndNumber(out, addressFamilyNames, number, 'Unknown AFI');
  out.text(safi > lastStandardSafi ? ', vendor specific SAFI: ' : ', SAFI: ');
  nameAndNumber(out, safiNames, safi, 'Unknown SAFI');
  const family = families.get(keyOf(number, safi));
  if (family !== undefined) return family;
  count(out, '\n\t    no AFI ', number);
  count(out, ' / SAFI ', safi, ' decoder');
  if (context.verbose === 1) context.dumpPart('\n\t    ', at, length);
  return undefined;
}

function nextHops(context: PrintContext, family: Family, at: number, length: number): void {
  const { out } = context;
  const distinguisher = family.isVpn ? routeDistinguisherLength : 0;
  const { hop } = family;
  const end = at + length;
  let from = at;
  do {
    out.text(from === at ? '\n\t    nexthop: ' : ', ');
    const left = end - from;
    const size = hop === 'nsap' ? left : distinguisher + (hop === 'ipv4' ? 4 : 16);
    if (size > left || (hop === 'nsap' && left <= distinguisher)) {
      out.text('invalid len');
      return;
    }
    if (distinguisher > 0) {
      out.text('RD: ');
      routeDistinguisher(context, from);
      out.text(', ');
    }
    if (hop === 'ipv4') namedIpv4(context, from + distinguisher);
    else if (hop === 'ipv6') namedIpv6(context, from + distinguisher);
    else osiHop(context, from + distinguisher, size - distinguisher, distinguisher > 0);
    from += size;
  } while (from < end);
}

function osiHop(context: PrintContext, at: number, length: number, isVpn: boolean): void {
  const { out, view } = context;
  view.need(at, length);
  putNsap(out, view.bytes, at, length);
  if (!isVpn) return;
  if (length >= 8 && view.u32(at) === mappedIpv4) {
    out.text(' = ');
    namedIpv4(context, at + 4);
  } else if (length >= 19 && view.u24(at) === mappedIpv6) {
    out.text(' = ');
    namedIpv6(context, at + 3);
  }
}

/** false: the last one is not whole. */
function routes(context: PrintContext, family: Family, at: number, end: number): boolean {
  const { pathIds, print } = family;
  const withPathIds = pathIds > 0 && hasPathIds(context.view, at, end - at, pathIds);
  for (let from = at; from < end; ) {
    const next = print(context, from, end, withPathIds);
    if (next === RouteEnd.truncated) return false;
    if (next === RouteEnd.stop) return true;
    from = next;
  }
  return true;
}
