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
