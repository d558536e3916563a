/** Internet Protocol version 4 (RFC 791). */
import { IpProtocol } from '../../decode/ip-protocol';
import { finalDestination, Ipv4Layer, ipv4HeaderLength } from '../../decode/ipv4';
import type { PrintContext } from '../context';
import { FixedText } from '../text/fixed-text';
import { namedIpProtocol, namedIpv4 } from '../text/named';
import { printIpPayload } from './ip-payload';
import { printIpv4Header } from './ipv4-header';

const layer = new Ipv4Layer();
const name = FixedText.of('IP ');

/** Protocols whose printer writes the addresses itself, with ports. */
export function printsAddresses(protocol: number): boolean {
  return (
    protocol === IpProtocol.tcp ||
    protocol === IpProtocol.udp ||
    protocol === IpProtocol.sctp ||
    protocol === IpProtocol.dccp
  );
}

export function printIpv4(context: PrintContext, at: number, length: number): void {
  const { view, out } = context;
  context.protocol = 'ip';
  const version = view.u8(at) >>> 4;
  if (version !== 4) {
    if (version === 6) {
      out.text('IP6, wrong link-layer encapsulation');
    } else {
      out.text('IP');
      out.decimal(version);
    }
    context.invalid();
    return;
  }
  if (!context.linkLevel) out.fixed(name);
  if (!view.has(at, 20)) {
    context.truncated();
    return;
  }
  layer.decode(view, at);
  if (length < 20) {
    out.text('truncated-ip ');
    out.decimal(length);
    return;
  }
  const { headerLength } = layer;
  if (headerLength < 20) {
    out.text('bad-hlen ');
    out.decimal(headerLength);
    return;
  }
  const total = layer.totalLength;
  if (length < total) {
    out.text('truncated-ip - ');
    out.decimal(total - length);
    out.text(' bytes missing! ');
  }
  if (total < headerLength) {
    out.text('bad-len ');
    out.decimal(total);
    return;
  }
  view.cut(at + total);
  context.family = 4;
  context.networkAt = at;
  context.sourceAt = layer.sourceAt;
  context.destinationAt = layer.destinationAt;
  context.finalDestinationAt =
    headerLength > ipv4HeaderLength ? finalDestination(view, at, headerLength) : layer.destinationAt;
  context.networkProtocol = layer.protocol;
  context.hopLimit = layer.ttl;
  if (context.verbose > 0 && !printIpv4Header(context, layer)) {
    addresses(context);
    context.truncated();
    return;
  }
  if (layer.fragmentOffset !== 0) {
    laterFragment(context);
    return;
  }
  context.fragmented = layer.moreFragments;
  if (!printsAddresses(layer.protocol)) addresses(context);
  if (!view.has(at, headerLength)) context.cutInHeader(at, headerLength);
  printIpPayload(context, layer.protocol, at + headerLength, total - headerLength);
}

function addresses(context: PrintContext): void {
  namedIpv4(context, context.sourceAt);
  context.out.text(' > ');
  namedIpv4(context, context.destinationAt);
  context.out.text(': ');
}

function laterFragment(context: PrintContext): void {
  if (context.quiet > 1) return;
  addresses(context);
  namedIpProtocol(context, layer.protocol);
}
