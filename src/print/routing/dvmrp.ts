/** Distance Vector Multicast Routing Protocol (RFC 1075 and its third version, draft-ietf-idmr-dvmrp-v3): inside IGMP. */

import type { PrintContext } from '../context';
import { ipv4Number } from '../text/address';
import { namedIpv4 } from '../text/named';
import { type FlagName, nameOr, names } from '../text/names';
import { relativeTime } from '../text/relative-time';

const Type = { probe: 1, report: 2, neighbors: 4, neighbors2: 6, prune: 7, graft: 8, graftAck: 9 } as const;
const typeNames = names(() => ({
  [Type.probe]: 'Probe',
  [Type.report]: 'Report',
  3: 'Ask-neighbors(old)',
  [Type.neighbors]: 'Neighbors(old)',
  5: 'Ask-neighbors2',
  [Type.neighbors2]: 'Neighbors2',
  [Type.prune]: 'Prune',
  [Type.graft]: 'Graft',
  [Type.graftAck]: 'Graft-ACK',
}));
const neighborFlags: readonly FlagName[] = [
  [0x01, '/tunnel'],
  [0x02, '/srcrt'],
  [0x40, '/querier'],
  [0x20, '/disabled'],
  [0x10, '/down'],
];
const headerLength = 8;
const oldInterfaceLength = 7;
const interfaceLength = 8;

/** `at` is where the IGMP header starts, `length` counts from there and is 8 or more. */
export function printDvmrp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'dvmrp';
  const type = view.u8(at + 1);
  const body = at + headerLength;
  const left = length - headerLength;
  out.char(0x20);
  nameOr(out, typeNames, type, '[type ', ']');
  switch (type) {
    case Type.probe:
      if (context.verbose > 0) probe(context, body, left);
      return;
    case Type.report:
      if (context.verbose > 1) report(context, body, left);
      return;
    case Type.neighbors:
      neighbors(context, body, left);
      return;
    case Type.neighbors2: {
      view.need(at, headerLength);
      out.text(' (v ');
      out.decimal(view.u8(at + 7));
      out.char(0x2e);
      out.decimal(view.u8(at + 6));
      out.text('):');
      neighbors2(context, body, left);
      return;
    }
    case Type.prune:
    case Type.graft:
    case Type.graftAck:
      tree(context, body, type === Type.prune);
  }
}

function probe(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < 4) {
    out.text(' [full length ');
    out.decimal(length);
    out.text(' < 4]');
    context.invalid();
    return;
  }
  out.text(context.verbose > 1 ? '\n\t' : ' ');
  const generation = view.u32(at);
  out.text('genid ');
  out.decimal(generation);
  if (context.verbose < 2) return;
  const end = at + length;
  for (let from = at + 4; from < end; from += 4) {
    if (end - from < 4) {
      context.tooShort('[remaining length ', end - from, 4);
      return;
    }
    view.need(from, 4);
    out.text('\n\tneighbor ');
    namedIpv4(context, from);
  }
}

/** Masks, and of each the networks that are reached with it: bytes of both that are zero are left out. */
function report(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const end = at + length;
  let from = at;
  while (from < end) {
    if (end - from < 3) {
      context.tooShort(' [length ', end - from, 3);
      return;
    }
    const mask = view.u24(from);
    const width = (mask & 0xff) !== 0 ? 4 : (mask & 0xff00) !== 0 ? 3 : mask !== 0 ? 2 : 1;
    out.text('\n\tMask ');
    ipv4Number(out, 0xff000000 | mask);
    from = origins(context, from + 3, end, width);
    if (from < 0) return;
  }
}

/** Up to the one that is marked as last; returns where it ends; -1, and said so: the report ends before. */
function origins(context: PrintContext, at: number, end: number, width: number): number {
  const { out, view } = context;
  let from = at;
  for (;;) {
    if (end - from < width + 1) {
      out.text('\n\t  [Truncated Report]');
      context.invalid();
      return -1;
    }
    view.need(from, width + 1);
    let origin = 0;
    for (let i = 0; i < width; i++) origin |= view.u8(from + i) << (24 - 8 * i);
    const metric = view.u8(from + width);
    out.text('\n\t  ');
    ipv4Number(out, origin);
    out.text(' metric ');
    out.decimal(metric & 0x7f);
    from += width + 1;
    if (metric >= 0x80) return from;
  }
}

/** Interfaces, each with the neighbours behind it: address, metric, threshold, count. */
function neighbors(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  let from = at;
  let left = length;
  while (left > 0) {
    if (left < oldInterfaceLength) {
      context.tooShort(' [length ', left, oldInterfaceLength);
      return;
    }
    view.need(from, oldInterfaceLength);
    const interfaceAt = from;
    const count = view.u8(from + 6);
    from += oldInterfaceLength;
    left -= oldInterfaceLength;
    for (let i = 0; i < count; i++) {
      if (left < 4) {
        context.tooShort(' [length ', left, 4);
        return;
      }
      out.text(' [');
      namedIpv4(context, interfaceAt);
      out.text(' ->');
      view.need(from, 4);
      out.char(0x20);
      namedIpv4(context, from);
      out.text(', (');
      out.decimal(view.u8(interfaceAt + 4));
      out.char(0x2f);
      out.decimal(view.u8(interfaceAt + 5));
      out.text(')]');
      from += 4;
      left -= 4;
    }
  }
}

/** The same with a byte of flags. */
function neighbors2(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  let from = at;
  let left = length;
  while (left > 0) {
    if (left < interfaceLength) {
      context.tooShort(' [length ', left, interfaceLength);
      return;
    }
    view.need(from, interfaceLength);
    const interfaceAt = from;
    const count = view.u8(from + 7);
    from += interfaceLength;
    left -= interfaceLength;
    for (let i = 0; i < count; i++) {
      if (left === 0) {
        out.text(' [invalid ncount]');
        context.invalid();
        return;
      }
      if (left < 4) {
        context.tooShort(' [length ', left, 4);
        return;
      }
      out.text(' [');
      namedIpv4(context, interfaceAt);
      out.text(' -> ');
      namedIpv4(context, from);
      out.text(' (');
      out.decimal(view.u8(interfaceAt + 4));
      out.char(0x2f);
      out.decimal(view.u8(interfaceAt + 5));
      const flags = view.u8(interfaceAt + 6);
      for (const [bit, name] of neighborFlags) if ((flags & bit) !== 0) out.text(name);
      out.text(')]');
      from += 4;
      left -= 4;
    }
  }
}

function tree(context: PrintContext, at: number, prune: boolean): void {
  const { out, view } = context;
  view.need(at, 8);
  out.text(' src ');
  namedIpv4(context, at);
  out.text(' grp ');
  namedIpv4(context, at + 4);
  if (!prune) return;
  out.text(' timer ');
  relativeTime(out, view.u32(at + 8));
}
