/** Routes of layer 2 VPNs and VPLS in BGP (RFC 6624, RFC 4761; RFC 6074 for those of auto-discovery only). */

import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { count } from '../text/phrase';
import { RouteEnd, type RoutePrinter } from './bgp-route';
import { routeDistinguisher } from './bgp-route-distinguisher';

const discoveryLength = 12;
const fixedLength = 15;
const leastLength = 18;
const tlvHeaderLength = 3;
const Tlv = { circuitStatus: 1 } as const;

export const layer2Route: RoutePrinter = (context, at) => {
  const { out, view } = context;
  const length = view.u16(at);
  const from = at + 2;
  if (length !== discoveryLength && length < leastLength) return RouteEnd.truncated;
  if (!view.has(from, length)) return RouteEnd.truncated;
  out.text('\n\t      RD: ');
  routeDistinguisher(context, from);
  if (length === discoveryLength) {
    out.text(', BGPNH: ');
    namedIpv4(context, from + 8);
  } else {
    count(out, ', CE-ID: ', view.u16(from + 8));
    count(out, ', Label-Block Offset: ', view.u16(from + 10));
    count(out, ', Label Base ', view.u24(from + 12) >>> 4);
    parameters(context, from + fixedLength, from + length);
  }
  return from + length;
};

/** Type, length in bits, value. */
function parameters(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  for (let from = at; from < end; ) {
    if (from + tlvHeaderLength > end) {
      out.text('\n\t\tran past the end');
      return;
    }
    const type = view.u8(from);
    const bits = view.u16(from + 1);
    const stop = from + tlvHeaderLength + ((bits + 7) >>> 3);
    if (type === Tlv.circuitStatus) {
      count(out, '\n\t\tcircuit status vector (', type);
      count(out, ') length: ', bits, ': 0x');
      const shownEnd = Math.min(stop, end);
      out.reserve(2 * (shownEnd - from));
      for (let i = from + tlvHeaderLength; i < shownEnd; i++) out.hex8(view.u8(i));
    } else {
      count(out, '\n\t\tunknown TLV #', type);
      count(out, ', length: ', bits);
    }
    if (stop > end) {
      out.text(' (ran past the end)');
      return;
    }
    from = stop;
  }
}
