/** Internet Protocol version 6 (RFC 8200): the header, then extension headers in the order they come. */
import { IpProtocol } from '../decode/ip-protocol';
import { Ipv6Layer, ipv6HeaderLength } from '../decode/ipv6';
import type { PrintContext } from './context';
import { printIpPayload } from './ip-payload';
import { printsAddresses } from './ipv4';
import { printDestinationOptions, printFragment, printHopByHop, printRouting } from './ipv6-extension';
import { printMobility } from './ipv6-mobility';
import { namedIpv6 } from './named';
import { ipProtocolNames } from './names';

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
  const total = layer.payloadLength + ipv6HeaderLength;
  if (length < total) {
    out.text('truncated-ip6 - ');
    out.decimal(total - length);
    out.text(' bytes missing!');
  }
  if (context.verbose > 0) header(context);
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
  extensions(context, at, total);
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

function extensions(context: PrintContext, start: number, total: number): void {
  const { view } = context;
  let at = start + ipv6HeaderLength;
  let left = total - ipv6HeaderLength;
  let next = layer.nextHeader;
  for (;;) {
    if (left < 0) {
      context.protocol = 'ip6';
      context.truncated();
      return;
    }
    let advance = 0;
    switch (next) {
      case IpProtocol.hopByHop:
        advance = printHopByHop(context, at);
        if (advance < 0) return;
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
        printMobility(context, at);
        return;
      default:
        printIpPayload(context, next, at, left);
        return;
    }
    next = view.u8(at);
    at += advance;
    left -= advance;
  }
}
