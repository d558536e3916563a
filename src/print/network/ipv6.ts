/** Internet Protocol version 6 (RFC 8200): the header, then extension headers in the order they come. */
import { IpProtocol } from '../../decode/ip-protocol';
import { Ipv6Layer, ipv6HeaderLength } from '../../decode/ipv6';
import type { PrintContext } from '../context';
import { namedIpv6 } from '../text/named';
import { ipProtocolNames } from '../text/names';
import { printIpPayload } from './ip-payload';
import { printsAddresses } from './ipv4';
import { printDestinationOptions, printFragment, printHopByHop, printRouting } from './ipv6-extension';
import { jumboPayload } from './ipv6-options';

const layer = new Ipv6Layer();

export function printIpv6(context: PrintContext, at: number, length: number): void {
  const { view, out } = context;
  context.protocol = 'ip6';
  layer.decode(view, at);
  if (length < ipv6HeaderLength) {
    out.text('truncated-ip6 ');
    out.decimal(length);
    return;
  }
  if (!context.linkLevel) out.text('IP6 ');
  if (layer.version !== 6) {
    out.text('version error: ');
    out.decimal(layer.version);
    out.text(' != 6');
    return;
  }
  // A payload length of 0 may stand for one that an option tells: until that is known, nothing is cut off.
  const total = (layer.payloadLength === 0 ? length : layer.payloadLength) + ipv6HeaderLength;
  if (layer.payloadLength !== 0 && length < total) {
    out.text('truncated-ip6 - ');
    out.decimal(total - length);
    out.text(' bytes missing!');
  }
  if (context.verbose > 0) header(context);
  const captured = view.end;
  view.cut(at + total);
  context.family = 6;
  context.networkAt = at;
  context.sourceAt = layer.sourceAt;
  context.destinationAt = layer.destinationAt;
  context.finalDestinationAt = layer.destinationAt;
  context.networkProtocol = layer.nextHeader;
  context.hopLimit = layer.hopLimit;
  context.fragmented = false;
  if (!printsAddresses(layer.nextHeader)) {
    namedIpv6(context, layer.sourceAt);
    out.text(' > ');
    namedIpv6(context, layer.destinationAt);
    out.text(': ');
  }
  extensions(context, at, length, total, captured);
}

/** -v: `(hlim 64, next-header TCP (6) payload length: 20) `, on the same line. */
function header(context: PrintContext): void {
  const { out } = context;
  out.char(0x28);
  if (layer.trafficClass !== 0) {
    out.text('class 0x');
    out.hex8(layer.trafficClass);
    out.text(', ');
  }
  if (layer.flowLabel !== 0) {
    out.text('flowlabel 0x');
    out.char(layer.flowLabel >>> 16 < 10 ? 0x30 + (layer.flowLabel >>> 16) : 0x57 + (layer.flowLabel >>> 16));
    out.hex16(layer.flowLabel & 0xffff);
    out.text(', ');
  }
  out.text('hlim ');
  out.decimal(layer.hopLimit);
  out.text(', next-header ');
  out.text(ipProtocolNames.get(layer.nextHeader) ?? 'unknown');
  out.text(' (');
  out.decimal(layer.nextHeader);
  out.text(') payload length: ');
  out.decimal(layer.payloadLength);
  out.text(') ');
}

/** `captured`: where the captured bytes end, `total`: what the header and the payload may have together. */
function extensions(context: PrintContext, start: number, length: number, total: number, captured: number): void {
  const { view } = context;
  const { payloadLength } = layer;
  let at = start + ipv6HeaderLength;
  let left = total - ipv6HeaderLength;
  let next = layer.nextHeader;
  let headers = 0;
  let hasHopByHop = false;
  let jumbo = -1;
  for (;;) {
    if (left < 0) {
      cutShort(context);
      return;
    }
    let advance = 0;
    switch (next) {
      case IpProtocol.hopByHop:
        if (headers > 0) {
          misplaced(context, hasHopByHop);
          return;
        }
        advance = printHopByHop(context, at);
        jumbo = jumboPayload;
        if (payloadLength === 0 && jumbo < 0) {
          context.out.text('[No valid Jumbo Payload Hop-by-Hop option found]');
          context.invalid();
          return;
        }
        if (advance < 0) return;
        hasHopByHop = true;
        break;
      case IpProtocol.destinationOptions:
        advance = printDestinationOptions(context, at);
        if (advance < 0) return;
        break;
      case IpProtocol.fragment:
        advance = printFragment(context, at, start);
        if (advance < 0 || !view.has(at + advance, 1)) return;
        context.fragmented = true;
        break;
      case IpProtocol.routing:
        context.protocol = 'ip6';
        view.need(at, 1);
        advance = printRouting(context, at);
        if (advance < 0) return;
        break;
      case IpProtocol.mobility:
      case IpProtocol.mobilityOld:
        context.tables.rare().printMobility(context, at);
        return;
      default:
        if (payloadLength === 0) left = unnamedPayload(context, start, at, length, headers === 0 ? 0 : jumbo, captured);
        if (left >= 0) printIpPayload(context, next, at, left);
        return;
    }
    next = view.u8(at);
    at += advance;
    left -= advance;
    headers++;
  }
}

function cutShort(context: PrintContext): void {
  context.protocol = 'ip6';
  context.truncated();
}

function misplaced(context: PrintContext, again: boolean): void {
  context.out.text(
    again
      ? '[The Hop-by-Hop Options header was already found]'
      : "[The Hop-by-Hop Options header don't follow the IPv6 header]",
  );
  context.invalid();
}

/**
 * The length of a payload whose length the header does not tell, without the extension headers; -1, and said so: they
 * take more. `jumbo`: that length with them, as an option has it (RFC 2675); 0: there are none; -1: they lack the option.
 */
function unnamedPayload(
  context: PrintContext,
  start: number,
  at: number,
  length: number,
  jumbo: number,
  captured: number,
): number {
  const { out, view } = context;
  const total = jumbo + ipv6HeaderLength;
  if (jumbo < 0 || total < at - start) {
    cutShort(context);
    return -1;
  }
  if (jumbo > 0 && length < total) {
    out.text('truncated-ip6 - ');
    out.decimal(total - length);
    out.text(' bytes missing!');
  }
  view.end = Math.min(captured, start + total);
  return total - (at - start);
}
