/** IPv6 extension headers (RFC 8200, 4): hop-by-hop, destination, routing, fragment, mobility. */

import { ipv6HeaderLength } from '../decode/ipv6';
import { extensionLength, FragmentLayer, Ipv6Option, RoutingLayer, RoutingType } from '../decode/ipv6-extension';
import { ipv6 } from './address';
import type { PrintContext } from './context';

const fragment = new FragmentLayer();
const routing = new RoutingLayer();
const fragmentHeaderLength = 8;

/** Returns the bytes of the header. */
export function printOptionsHeader(context: PrintContext, at: number, name: string, protocol: string): number {
  context.protocol = protocol;
  const length = extensionLength(context.view, at);
  context.view.need(at, length);
  context.out.text(name);
  if (context.verbose > 0) options(context, at + 2, length - 2);
  return length;
}

function options(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const end = at + length;
  let from = at;
  while (from < end) {
    const kind = view.u8(from);
    if (kind === Ipv6Option.pad1) {
      out.text('(pad1)');
      from++;
      continue;
    }
    if (from + 1 >= end) {
      context.truncated();
      return;
    }
    const size = view.u8(from + 1) + 2;
    if (from + size > end) {
      context.truncated();
      return;
    }
    option(context, kind, from, size);
    from += size;
  }
  out.char(0x20);
}

function option(context: PrintContext, kind: number, at: number, size: number): void {
  const { out, view } = context;
  switch (kind) {
    case Ipv6Option.padN:
      out.text('(padn)');
      break;
    case Ipv6Option.routerAlert:
      if (size !== 4) {
        out.text('(rtalert: invalid len ');
        out.decimal(view.u8(at + 1));
        out.char(0x29);
      } else {
        out.text('(rtalert: 0x');
        out.hex16(view.u16(at + 2));
        out.text(') ');
      }
      break;
    case Ipv6Option.jumboPayload:
      if (size !== 6) {
        out.text('(jumbo: invalid len ');
        out.decimal(view.u8(at + 1));
        out.char(0x29);
      } else {
        out.text('(jumbo: ');
        out.decimal(view.u32(at + 2));
        out.text(') ');
      }
      break;
    case Ipv6Option.homeAddress:
      if (size < 18) {
        out.text('(homeaddr: invalid len ');
        out.decimal(view.u8(at + 1));
        out.char(0x29);
      } else {
        out.text('(homeaddr: ');
        ipv6(out, view, at + 2);
        out.char(0x29);
      }
      break;
    default:
      out.text('(opt_type 0x');
      out.hex8(kind);
      out.text(': len=');
      out.decimal(view.u8(at + 1));
      out.char(0x29);
  }
}

/** Returns the bytes of the header, or -1 where this is not the first fragment. */
export function printFragment(context: PrintContext, at: number, headerAt: number): number {
  const { out, view } = context;
  context.protocol = 'frag6';
  view.need(at, fragmentHeaderLength);
  fragment.decode(view, at);
  out.text('frag (');
  if (context.verbose > 0) {
    out.text('0x');
    out.hex32(fragment.id);
    out.char(0x3a);
  }
  out.decimal(fragment.offset);
  out.char(0x7c);
  const payload = view.u16(headerAt + 4);
  out.decimal(Math.max(0, ipv6HeaderLength + payload - (at - headerAt) - fragmentHeaderLength));
  out.char(0x29);
  if (fragment.offset !== 0) return -1;
  out.char(0x20);
  return fragmentHeaderLength;
}

/** Returns the bytes of the header, or -1 where nothing after it can be trusted. */
export function printRouting(context: PrintContext, at: number): number {
  const { out, view } = context;
  context.protocol = 'rt6';
  routing.decode(view, at);
  out.text('RT6 (len=');
  out.decimal(routing.length);
  out.text(', type=');
  out.decimal(routing.type);
  if (routing.type === RoutingType.source) out.text(' [Deprecated]');
  out.text(', segleft=');
  out.decimal(routing.segmentsLeft);
  let from = at + 4;
  switch (routing.type) {
    case RoutingType.source:
    case RoutingType.mobile: {
      const reserved = view.u32(from);
      if (reserved !== 0 || context.verbose > 0) {
        out.text(', rsv=0x');
        out.hex(reserved);
      }
      break;
    }
    case RoutingType.segment:
      out.text(', last-entry=');
      out.decimal(view.u8(from));
      if (view.u8(from + 1) !== 0) {
        out.text(', flags=0x');
        out.hex8(view.u8(from + 1));
      }
      out.text(', tag=');
      out.hex(view.u16(from + 2));
      break;
    default:
      out.text(' (unknown type)');
      context.invalid();
      return -1;
  }
  if (routing.length % 2 === 1) {
    context.invalid();
    return -1;
  }
  from += 4;
  for (let i = 0; i < routing.length / 2; i++, from += 16) {
    view.need(from, 16);
    out.text(', [');
    out.decimal(i);
    out.char(0x5d);
    ipv6(out, view, from);
  }
  out.text(') ');
  return extensionLength(view, at);
}

const mobilityNames = ['BRR', 'HoTI', 'CoTI', 'HoT', 'CoT', 'BU', 'BA', 'BE'];
/** Smallest header of each mobility message (RFC 6275, 6.1). */
const mobilityLengths = [8, 16, 16, 24, 24, 12, 12, 24];

/** Mobility header (RFC 6275, 6.1); nothing is decoded after it. */
export function printMobility(context: PrintContext, at: number): void {
  const { out, view } = context;
  context.protocol = 'mobility';
  const type = view.u8(at + 2);
  const length = extensionLength(view, at);
  const needed = mobilityLengths[type];
  if (needed !== undefined && length < needed) {
    out.text('(header length ');
    out.decimal(length);
    out.text(' is too small for type ');
    out.decimal(type);
    out.char(0x29);
    context.truncated();
    return;
  }
  out.text('mobility: ');
  if (needed === undefined) {
    out.text('type-#');
    out.decimal(type);
    out.text(' len=');
    out.decimal(view.u8(at + 1));
    return;
  }
  out.text(mobilityNames[type]);
  if (type === 3 || type === 4) {
    out.text(' nonce id=0x');
    out.hex(view.u16(at + 6));
  } else if (type === 7) {
    out.text(' status=');
    out.decimal(view.u8(at + 6));
    out.text(' homeaddr ');
    ipv6(out, view, at + 8);
  }
  if (type === 5) {
    out.text(' seq#=');
    out.decimal(view.u16(at + 6));
    const flags = view.u16(at + 8) & 0xf000;
    if (flags !== 0) out.char(0x20);
    for (let i = 0; i < 4; i++) if (((flags << i) & 0x8000) !== 0) out.char('AHLK'.charCodeAt(i));
    out.text(' lifetime=');
    out.decimal(view.u16(at + 10) << 2);
  } else if (type === 6) {
    out.text(' status=');
    out.decimal(view.u8(at + 6));
    if ((view.u8(at + 7) & 0x80) !== 0) out.text(' K');
    out.text(' seq#=');
    out.decimal(view.u16(at + 8));
    out.text(' lifetime=');
    out.decimal(view.u16(at + 10) << 2);
  }
}
