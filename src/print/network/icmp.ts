/** Internet Control Message Protocol (RFC 792). */
import { addWords, foldChecksum, rightChecksum } from '../../decode/checksum';
import { IcmpLayer, IcmpType, icmpQuoteOffset, QuotedDatagram, UnreachableCode } from '../../decode/icmp';
import { IpProtocol } from '../../decode/ip-protocol';
import type { PrintContext } from '../context';
import { namedIpv4, namedPort } from '../text/named';
import { printIcmpExtensions } from './icmp-extension';
import { advertisedWords, printRouterAdvertisement } from './icmp-router';
import { printIpv4 } from './ipv4';

/** Bytes of a quoted IPv4 header up to its protocol. */
const quotedProtocolEnd = 10;
const layer = new IcmpLayer();
const quoted = new QuotedDatagram();

/** What goes before and after the quoted destination, by code of "unreachable". */
const unreachableTexts: readonly (readonly [string, string])[] = [
  ['net ', ' unreachable'],
  ['host ', ' unreachable'],
  ['', ''],
  ['', ''],
  ['', ' unreachable - need to frag'],
  ['', ' unreachable - source route failed'],
  ['net ', ' unreachable - unknown'],
  ['host ', ' unreachable - unknown'],
  ['', ' unreachable - source host isolated'],
  ['net ', ' unreachable - admin prohibited'],
  ['host ', ' unreachable - admin prohibited'],
  ['net ', ' unreachable - tos prohibited'],
  ['host ', ' unreachable - tos prohibited'],
  ['host ', ' unreachable - admin prohibited filter'],
  ['host ', ' unreachable - host precedence violation'],
  ['host ', ' unreachable - precedence cutoff'],
];

const redirectTexts: readonly (readonly [string, string])[] = [
  ['redirect ', ' to net '],
  ['redirect ', ' to host '],
  ['redirect-tos ', ' to net '],
  ['redirect-tos ', ' to host '],
];

export function printIcmp(context: PrintContext, at: number, length: number): void {
  const { view, out } = context;
  context.protocol = 'icmp';
  layer.type = view.u8(at);
  layer.code = view.u8(at + 1);
  checkLengths(context, at);
  out.text('ICMP ');
  message(context, at);
  out.text(', length ');
  out.decimal(length);
  const isError = carriesQuote(layer.type);
  const { type } = layer;
  if (context.verbose === 0) return;
  const vouched = context.takeChecksumVouched();
  if (!vouched && !context.fragmented && !context.checksumUnfinished && view.has(at, length)) {
    const sum = foldChecksum(addWords(view, at, length, 0));
    if (sum !== 0) {
      const held = view.u16(at + 2);
      out.text(' (wrong icmp cksum ');
      out.hex(held);
      out.text(' (->');
      out.hex(rightChecksum(held, sum));
      out.text(')!)');
    }
  }
  if (!isError) return;
  quote(context, at);
  context.protocol = 'icmp';
  if (type !== IcmpType.redirect && type !== IcmpType.sourceQuench) printIcmpExtensions(context, at, length);
}

function carriesQuote(type: number): boolean {
  return (
    type === IcmpType.unreachable ||
    type === IcmpType.sourceQuench ||
    type === IcmpType.redirect ||
    type === IcmpType.timeExceeded ||
    type === IcmpType.parameterProblem
  );
}

/** Reads everything that the message's text needs, so that a cut message prints none of it. */
function checkLengths(context: PrintContext, at: number): void {
  const { view } = context;
  const { type, code } = layer;
  switch (type) {
    case IcmpType.echo:
    case IcmpType.echoReply:
    case IcmpType.timestamp:
      layer.decode(view, at);
      return;
    case IcmpType.unreachable:
      if (code === UnreachableCode.port) {
        context.returning = 'icmp';
        view.need(at + icmpQuoteOffset, quotedProtocolEnd);
        context.returning = '';
      }
      quoted.header.decode(view, at + icmpQuoteOffset);
      quoted.transportAt = quoted.header.at + quoted.header.headerLength;
      if (code === UnreachableCode.port) view.need(quoted.transportAt + 2, 2);
      return;
    case IcmpType.redirect:
      quoted.decode(view, at);
      return;
    case IcmpType.timeExceeded:
      context.returning = 'icmp';
      quoted.decode(view, at);
      return;
    case IcmpType.timestampReply:
      context.returning = 'icmp';
      view.need(at, 20);
      layer.decode(view, at);
      return;
    case IcmpType.maskReply:
      view.need(at, 12);
      return;
    case IcmpType.routerAdvertisement:
      context.returning = 'icmp';
      view.need(at, 8);
      if (view.u8(at + 5) === advertisedWords) view.need(at + 8, 4 * advertisedWords * view.u8(at + 4));
      return;
    case IcmpType.parameterProblem:
      if (code === 0) view.need(at, 5);
      return;
  }
}

function message(context: PrintContext, at: number): void {
  const { out, view } = context;
  switch (layer.type) {
    case IcmpType.echo:
    case IcmpType.echoReply:
      out.text(layer.type === IcmpType.echo ? 'echo request, id ' : 'echo reply, id ');
      out.decimal(layer.identifier);
      out.text(', seq ');
      out.decimal(layer.sequence);
      return;
    case IcmpType.unreachable:
      unreachable(context, at);
      return;
    case IcmpType.sourceQuench:
      out.text('source quench');
      return;
    case IcmpType.redirect:
      redirect(context, at);
      return;
    case IcmpType.routerAdvertisement:
      printRouterAdvertisement(context, at);
      return;
    case IcmpType.routerSolicitation:
      out.text('router solicitation');
      return;
    case IcmpType.timeExceeded:
      if (layer.code === 0) out.text('time exceeded in-transit');
      else if (layer.code === 1) out.text('ip reassembly time exceeded');
      else {
        out.text('time exceeded-#');
        out.decimal(layer.code);
      }
      return;
    case IcmpType.parameterProblem:
      out.text(layer.code === 0 ? 'parameter problem - octet ' : 'parameter problem - code ');
      out.decimal(layer.code === 0 ? view.u8(at + 4) : layer.code);
      return;
    case IcmpType.timestamp:
    case IcmpType.timestampReply:
      timestamp(context, at);
      return;
    case IcmpType.informationRequest:
      out.text('information request');
      return;
    case IcmpType.informationReply:
      out.text('information reply');
      return;
    case IcmpType.maskRequest:
      out.text('address mask request');
      return;
    case IcmpType.maskReply:
      out.text('address mask is 0x');
      out.hex32(view.u32(at + 8));
      return;
    default:
      out.text('type-#');
      out.decimal(layer.type);
  }
}

function unreachable(context: PrintContext, at: number): void {
  const { out, view } = context;
  const destination = at + icmpQuoteOffset + 16;
  switch (layer.code) {
    case UnreachableCode.protocol:
      namedIpv4(context, destination);
      out.text(' protocol ');
      out.decimal(quoted.header.protocol);
      out.text(' unreachable');
      return;
    case UnreachableCode.port:
      namedIpv4(context, destination);
      if (quoted.header.protocol === IpProtocol.tcp) out.text(' tcp');
      else if (quoted.header.protocol === IpProtocol.udp) out.text(' udp');
      else {
        out.text(' protocol ');
        out.decimal(quoted.header.protocol);
      }
      out.text(' port ');
      namedPort(context, quoted.header.protocol, view.u16(quoted.transportAt + 2));
      out.text(' unreachable');
      return;
  }
  const texts = unreachableTexts[layer.code];
  if (texts === undefined) {
    namedIpv4(context, destination);
    out.text(' unreachable - #');
    out.decimal(layer.code);
    return;
  }
  out.text(texts[0]);
  namedIpv4(context, destination);
  out.text(texts[1]);
  if (layer.code !== UnreachableCode.fragmentationNeeded) return;
  const mtu = view.u16(at + 6);
  if (mtu === 0) return;
  out.text(' (mtu ');
  out.decimal(mtu);
  out.char(0x29);
}

function redirect(context: PrintContext, at: number): void {
  const { out } = context;
  const texts = redirectTexts[layer.code];
  if (texts === undefined) {
    out.text('redirect-#');
    out.decimal(layer.code);
    out.char(0x20);
  } else {
    out.text(texts[0]);
  }
  namedIpv4(context, at + icmpQuoteOffset + 16);
  out.text(texts === undefined ? ' to ' : texts[1]);
  namedIpv4(context, at + 4);
}

function timestamp(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text(layer.type === IcmpType.timestamp ? 'time stamp query id ' : 'time stamp reply id ');
  out.decimal(layer.identifier);
  out.text(' seq ');
  out.decimal(layer.sequence);
  if (layer.type === IcmpType.timestamp) return;
  out.text(': org ');
  timeOfDay(context, view.u32(at + 8));
  out.text(', recv ');
  timeOfDay(context, view.u32(at + 12));
  out.text(', xmit ');
  timeOfDay(context, view.u32(at + 16));
}

/** Milliseconds since midnight UT. */
function timeOfDay(context: PrintContext, milliseconds: number): void {
  const { out } = context;
  const seconds = Math.floor(milliseconds / 1000);
  const hours = Math.floor(seconds / 3600);
  if (hours < 10) out.char(0x30);
  out.decimal(hours);
  out.char(0x3a);
  out.padded(Math.floor(seconds / 60) % 60, 2);
  out.char(0x3a);
  out.padded(seconds % 60, 2);
  out.char(0x2e);
  out.padded(milliseconds % 1000, 3);
}

/** The quoted datagram, printed as a packet of its own. */
function quote(context: PrintContext, at: number): void {
  const { out, view } = context;
  const from = at + icmpQuoteOffset;
  out.text('\n\t');
  const quotedLength = view.u16(from + 2);
  context.quoting = true;
  const end = view.end;
  view.cut(from + quotedLength);
  // A length that does not even reach itself is the message's fault, not the datagram's.
  view.need(from, 4);
  printIpv4(context, from, quotedLength);
  view.end = end;
  context.quoting = false;
}
