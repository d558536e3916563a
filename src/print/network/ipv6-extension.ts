/** IPv6 extension headers (RFC 8200, 4): hop-by-hop, destination, routing, fragment. */
import { ipv6HeaderLength } from '../../decode/ipv6';
import { extensionLength, FragmentLayer, RoutingLayer, RoutingType } from '../../decode/ipv6-extension';
import type { PrintContext } from '../context';
import { namedIpv6 } from '../text/named';
import { forgetJumboPayload, printIpv6Options } from './ipv6-options';

const fragment = new FragmentLayer();
const routing = new RoutingLayer();
const fragmentHeaderLength = 8;

/** Hop-by-hop options: what is wrong with them is always said. Returns as {@link printDestinationOptions} does. */
export function printHopByHop(context: PrintContext, at: number): number {
  return optionsHeader(context, at, 'HBH ', 'hbhopt', true);
}

/** Returns the bytes of the header, or -1 where nothing after it can be trusted. */
export function printDestinationOptions(context: PrintContext, at: number): number {
  return optionsHeader(context, at, 'DSTOPT ', 'dstopt', context.verbose > 0);
}

function optionsHeader(context: PrintContext, at: number, name: string, protocol: string, checked: boolean): number {
  context.protocol = protocol;
  const length = extensionLength(context.view, at);
  forgetJumboPayload();
  if (!context.view.has(at, length)) {
    context.truncated();
    return -1;
  }
  context.out.text(name);
  if (!checked || printIpv6Options(context, at + 2, length - 2, context.verbose > 0)) return length;
  context.truncated();
  return -1;
}

/** Returns the bytes of the header, or -1 where this is not the first fragment. */
export function printFragment(context: PrintContext, at: number, headerAt: number): number {
  const { out, view } = context;
  context.protocol = 'frag6';
  if (context.verbose > 0) view.need(at, fragmentHeaderLength);
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
  out.text('RT6');
  const length = view.u8(at + 1);
  out.text(' (len=');
  out.decimal(length);
  const type = view.u8(at + 2);
  out.text(', type=');
  out.decimal(type);
  if (type === RoutingType.source) out.text(' [Deprecated]');
  routing.decode(view, at);
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
      segments(context, from);
      break;
    default:
      out.text(' (unknown type)');
      context.invalid();
      return -1;
  }
  if (routing.length % 2 === 1) {
    out.text(' (invalid length ');
    out.decimal(routing.length);
    out.char(0x29);
    context.invalid();
    return -1;
  }
  from += 4;
  finalDestination(context, from);
  for (let i = 0; i < routing.length / 2; i++, from += 16) {
    view.need(from, 16);
    out.text(', [');
    out.decimal(i);
    out.char(0x5d);
    namedIpv6(context, from);
  }
  out.text(') ');
  return extensionLength(view, at);
}

/** Last entry, flags and tag of a list of segments (RFC 8754, 2). */
function segments(context: PrintContext, at: number): void {
  const { out, view } = context;
  const last = view.u8(at);
  out.text(', last-entry=');
  out.decimal(last);
  const flags = view.u8(at + 1);
  if (flags !== 0 || context.verbose > 0) {
    out.text(', flags=0x');
    out.hex(flags);
  }
  const tag = view.u16(at + 2);
  out.text(', tag=');
  out.hex(tag);
}

/** The first routing header decides: segments are listed last to first, plain routes first to last. */
function finalDestination(context: PrintContext, at: number): void {
  if (routing.length === 0 || context.finalDestinationAt !== context.destinationAt) return;
  const last = routing.type === RoutingType.segment ? at : at + 8 * routing.length - 16;
  if (context.view.has(last, 16)) context.finalDestinationAt = last;
}
