/** UPDATE messages of BGP (RFC 4271): routes withdrawn, the attributes of a path, the routes that have it. */

import { bgpHeaderLength, hasPathIds, pathIdLength } from '../../decode/bgp';
import { prefixBytes } from '../../decode/prefix';
import type { PrintContext } from '../context';
import { count } from '../text/phrase';
import { printPrefix } from '../text/prefix';
import { printBgpAttribute } from './bgp-attribute';
import { attributeHeader } from './bgp-attribute-header';

const longestPrefix = 32;

export function printBgpUpdate(context: PrintContext, at: number, length: number): void {
  if (!update(context, at + bgpHeaderLength, at + length)) context.truncated();
}

/** false: the message ends before what its length fields announce. */
function update(context: PrintContext, at: number, end: number): boolean {
  const { out, view } = context;
  if (at + 2 > end) return false;
  const withdrawn = view.u16(at);
  let from = at + 2;
  if (from + withdrawn > end) return false;
  let isWhole = true;
  if (withdrawn > 1) {
    out.text('\n\t  Withdrawn routes:');
    const stop = routes(context, from, from + withdrawn);
    if (stop < 0) return false;
    isWhole = stop === from + withdrawn;
  }
  from += withdrawn;
  if (from + 2 > end) return false;
  const attributes = view.u16(from);
  from += 2;
  if (isWhole && withdrawn !== 1 && attributes === 0 && from === end) {
    out.text('\n\t  End-of-Rib Marker (empty NLRI)');
    return true;
  }
  if (from + attributes > end) return false;
  if (!pathAttributes(context, from, from + attributes, end)) return false;
  from += attributes;
  if (from === end) return true;
  out.text('\n\t  Updated routes:');
  return routes(context, from, end) >= 0;
}

/** Prefixes of IPv4; returns where it stopped, -1: the last one is not whole. */
function routes(context: PrintContext, at: number, end: number): number {
  const { out, view } = context;
  const withPathIds = hasPathIds(context.view, at, end - at, longestPrefix);
  for (let from = at; from < end; ) {
    if (withPathIds && from + pathIdLength >= end) return -1;
    const prefixAt = withPathIds ? from + pathIdLength : from;
    const bits = view.u8(prefixAt);
    if (bits > longestPrefix) {
      out.text('\n\t    (illegal prefix length)');
      return from;
    }
    const next = prefixAt + 1 + prefixBytes(bits);
    if (next > end) return -1;
    out.text('\n\t    ');
    printPrefix(context, 4, prefixAt + 1, bits);
    if (withPathIds) count(out, '   Path Id: ', view.u32(from));
    from = next;
  }
  return end;
}

/** false: truncated; attributes that contradict their own lengths end the list, and that is said. */
function pathAttributes(context: PrintContext, at: number, end: number, messageEnd: number): boolean {
  const { out } = context;
  for (let from = at; from < end; ) {
    const header = attributeHeader(context, from, end);
    if (header.isCut) {
      if (from + header.size > messageEnd) return false;
      out.text('\n\t  [path attrs too short]');
      return true;
    }
    out.text('\n\t  ');
    header.print(context);
    if (header.flags !== 0) out.text(': ');
    from += header.size;
    const { length } = header;
    if (from + length > end) {
      out.text(' [path attrs too short]');
      return true;
    }
    if (!printBgpAttribute(context, header.type, from, length, 0)) return false;
    from += length;
  }
  return true;
}
