/** What versions 2 and 3 of Open Shortest Path First have in common. */
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { count } from '../text/phrase';

export const OspfType = { hello: 1, database: 2, request: 3, update: 4, acknowledgement: 5 } as const;

/** Where the header has the router and its area. */
export const routerAt = 4;
export const areaAt = 8;
export const lsaHeaderLength = 20;
/** Of each advertisement that is asked for. */
export const requestLength = 12;

export function printOspfArea(context: PrintContext, at: number): void {
  const { out, view } = context;
  if (view.u32(at) === 0) {
    out.text(', Backbone Area');
    return;
  }
  out.text(', Area ');
  namedIpv4(context, at);
}

/** The router, the number and the age in the header of an advertisement. */
export function printAdvertiser(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text('\n\t  Advertising Router ');
  namedIpv4(context, at + 8);
  out.text(', seq 0x');
  out.hex32(view.u32(at + 12));
  count(out, ', age ', view.u16(at), 's');
}

/** The router of a hello, and the one that stands in for it; 0.0.0.0 is none. */
export function printDesignatedRouters(context: PrintContext, at: number): void {
  const { out, view } = context;
  if (view.u32(at) !== 0) {
    out.text('\n\t  Designated Router ');
    namedIpv4(context, at);
  }
  if (view.u32(at + 4) !== 0) {
    out.text(', Backup Designated Router ');
    namedIpv4(context, at + 4);
  }
}

/** The last part of a hello: the routers that its sender has heard of. */
export function printNeighbors(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  out.text('\n\t  Neighbor List:');
  for (let from = at; from < end; from += 4) {
    view.need(from, 4);
    out.text('\n\t    ');
    namedIpv4(context, from);
  }
}
