/** Internet Protocol version 4 (RFC 791). */
import { addWords, foldChecksum, rightChecksum } from '../decode/checksum';
import { IpProtocol } from '../decode/ip-protocol';
import { Ipv4Layer } from '../decode/ipv4';
import { ipv4 } from './address';
import type { PrintContext } from './context';
import { printIpPayload } from './ip-payload';
import { printIpv4Options } from './ipv4-options';
import { ipProtocolNames } from './names';

const layer = new Ipv4Layer();
const ectNames = ['', ',ECT(1)', ',ECT(0)', ',CE'];

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
  if (!context.linkLevel) out.text('IP ');
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
  context.networkProtocol = layer.protocol;
  context.hopLimit = layer.ttl;
  if (context.verbose > 0) header(context, at);
  if (layer.fragmentOffset !== 0) {
    laterFragment(context);
    return;
  }
  context.fragmented = layer.moreFragments;
  if (!printsAddresses(layer.protocol)) addresses(context);
  if (!view.has(at, headerLength)) {
    out.text(' [remaining caplen(');
    out.decimal(view.available(at));
    out.text(') < header length(');
    out.decimal(headerLength);
    out.text(')]');
    context.truncated();
    context.headerLength = 0;
    return;
  }
  printIpPayload(context, layer.protocol, at + headerLength, total - headerLength);
}

function addresses(context: PrintContext): void {
  ipv4(context.out, context.view, context.sourceAt);
  context.out.text(' > ');
  ipv4(context.out, context.view, context.destinationAt);
  context.out.text(': ');
}

function laterFragment(context: PrintContext): void {
  if (context.quiet > 1) return;
  addresses(context);
  context.out.text('ip-proto-');
  context.out.decimal(layer.protocol);
}

/** -v: `(tos 0x0, ttl 64, … length 60)` and a new line. */
function header(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text('(tos 0x');
  out.hex(layer.tos);
  out.text(ectNames[layer.tos & 3]);
  if (layer.ttl >= 1) {
    out.text(', ttl ');
    out.decimal(layer.ttl);
  }
  out.text(', id ');
  out.decimal(layer.id);
  out.text(', offset ');
  out.decimal(layer.fragmentOffset);
  out.text(', flags [');
  fragmentFlags(context);
  out.text('], proto ');
  out.text(ipProtocolNames.get(layer.protocol) ?? 'unknown');
  out.text(' (');
  out.decimal(layer.protocol);
  out.text('), length ');
  out.decimal(layer.totalLength);
  const optionBytes = layer.headerLength - 20;
  if (optionBytes > 0) {
    out.text(', options (');
    printIpv4Options(context, at + 20, optionBytes);
    out.char(0x29);
  }
  if (context.verifyChecksums && view.has(at, layer.headerLength)) {
    const sum = foldChecksum(addWords(view, at, layer.headerLength, 0));
    if (sum !== 0) {
      out.text(', bad cksum ');
      out.hex(layer.checksum);
      out.text(' (->');
      out.hex(rightChecksum(layer.checksum, sum));
      out.text(')!');
    }
  }
  out.text(')\n    ');
}

function fragmentFlags(context: PrintContext): void {
  const { out } = context;
  if (!layer.moreFragments && !layer.dontFragment && !layer.reservedFlag) {
    out.text('none');
    return;
  }
  let first = true;
  if (layer.moreFragments) {
    out.char(0x2b);
    first = false;
  }
  if (layer.dontFragment) {
    out.text(first ? 'DF' : ', DF');
    first = false;
  }
  if (layer.reservedFlag) out.text(first ? 'rsvd' : ', rsvd');
}
