/** ICMPv6 (RFC 4443) and what it carries: errors, echo, Neighbor Discovery, Multicast Listener Discovery. */
import { addWords, foldChecksum, pseudoHeader6, rightChecksum } from '../../decode/checksum';
import { Icmp6Type } from '../../decode/icmp6';
import { IpProtocol } from '../../decode/ip-protocol';
import type { PrintContext } from '../context';
import { namedIpv6 } from '../text/named';
import { names } from '../text/names';
import { count } from '../text/phrase';
import { printParameterProblem, printTimeExceeded, printUnreachable } from './icmp6-error';
import { printListener, printListenerQuery, printListenerReport } from './mld';
import { printNdOptions } from './nd-options';
import { printNdMessage } from './neighbor-discovery';

const typeNames = names(() => ({
  1: 'destination unreachable',
  2: 'packet too big',
  3: 'time exceeded in-transit',
  4: 'parameter problem',
  128: 'echo request',
  129: 'echo reply',
  130: 'multicast listener query',
  131: 'multicast listener report',
  132: 'multicast listener done',
  133: 'router solicitation',
  134: 'router advertisement',
  135: 'neighbor solicitation',
  136: 'neighbor advertisement',
  137: 'redirect',
  138: 'router renumbering',
  139: 'who-are-you request',
  140: 'who-are-you reply',
  141: 'inverse neighbor solicitation',
  142: 'inverse neighbor advertisement',
  143: 'multicast listener report v2',
  144: 'ha discovery request',
  145: 'ha discovery reply',
  146: 'mobile router solicitation',
  147: 'mobile router advertisement',
  155: 'RPL',
  200: 'mtrace response',
  201: 'mtrace message',
}));

export function printIcmp6(context: PrintContext, at: number, length: number): void {
  const { view, out } = context;
  context.protocol = 'icmp6';
  if (length === 0) {
    out.text('ICMP6, length 0');
    context.invalid();
    return;
  }
  const vouched = context.takeChecksumVouched();
  if (context.verbose > 0 && !context.fragmented && !context.checksumUnfinished) checksum(context, at, length, vouched);
  const type = view.u8(at);
  out.text('ICMP6, ');
  const name = typeNames.get(type);
  if (name === undefined) {
    out.text('unknown icmp6 type (');
    out.decimal(type);
    out.char(0x29);
  } else {
    out.text(name);
  }
  if (context.verbose > 0 && saysLengthEarly(type)) count(out, ', length ', length);
  view.need(at + 1, 1);
  if (!body(context, type, at, length)) return;
  if (context.verbose === 0) count(out, ', length ', length);
}

/** Messages with options: at -v these follow on lines of their own. */
function saysLengthEarly(type: number): boolean {
  return (
    (type >= Icmp6Type.routerSolicitation && type <= Icmp6Type.redirect) ||
    type === Icmp6Type.agentDiscoveryReply ||
    type === Icmp6Type.mobileAdvertisement
  );
}

/** false: the line ends here. */
function body(context: PrintContext, type: number, at: number, length: number): boolean {
  const { view, out } = context;
  switch (type) {
    case Icmp6Type.unreachable:
      return printUnreachable(context, at, length);
    case Icmp6Type.packetTooBig:
      view.need(at + 4, 4);
      out.text(', mtu ');
      out.decimal(view.u32(at + 4));
      return true;
    case Icmp6Type.timeExceeded:
      return printTimeExceeded(context, at);
    case Icmp6Type.parameterProblem:
      return printParameterProblem(context, at);
    case Icmp6Type.echoRequest:
    case Icmp6Type.echoReply:
      view.need(at + 4, 4);
      out.text(', id ');
      out.decimal(view.u16(at + 4));
      out.text(', seq ');
      out.decimal(view.u16(at + 6));
      return true;
    case Icmp6Type.listenerQuery:
      printListenerQuery(context, at, length);
      return true;
    case Icmp6Type.listenerReport:
    case Icmp6Type.listenerDone:
      printListener(context, at);
      return true;
    case Icmp6Type.routerSolicitation:
    case Icmp6Type.routerAdvertisement:
    case Icmp6Type.neighborSolicitation:
    case Icmp6Type.neighborAdvertisement:
    case Icmp6Type.redirect:
      printNdMessage(context, type, at, length);
      return true;
    case Icmp6Type.nodeInformationQuery:
    case Icmp6Type.nodeInformationReply:
      context.tables.rare().printNodeInformation(context, type, at, length);
      return true;
    case Icmp6Type.routerRenumbering:
      context.tables.rare().printRouterRenumbering(context, at);
      return true;
    case Icmp6Type.listenerReport2:
      printListenerReport(context, at, length);
      return true;
    case Icmp6Type.agentDiscoveryRequest:
    case Icmp6Type.mobileSolicitation:
      identifier(context, at);
      return true;
    case Icmp6Type.agentDiscoveryReply:
      agentReply(context, at, length);
      return true;
    case Icmp6Type.mobileAdvertisement:
      mobileAdvertisement(context, at, length);
      return true;
    case Icmp6Type.inverseSolicitation:
    case Icmp6Type.inverseAdvertisement:
      return true;
    case Icmp6Type.rpl:
      context.tables.rare().printRpl(context, at, length);
      return true;
    default:
      count(out, ', length ', length);
      if (context.verbose < 2) context.dumpPart('\n\t', at, length);
      return false;
  }
}

function checksum(context: PrintContext, at: number, length: number, vouched: boolean): void {
  const { out, view } = context;
  if (!view.has(at, length) || context.family !== 6) return;
  const pseudo = pseudoHeader6(view, context.sourceAt, context.finalDestinationAt, IpProtocol.icmp6, length);
  const sum = vouched ? 0 : foldChecksum(addWords(view, at, length, pseudo));
  if (sum === 0) {
    out.text('[icmp6 sum ok] ');
    return;
  }
  const held = view.u16(at + 2);
  out.text('[bad icmp6 cksum 0x');
  out.hex16(held);
  out.text(' -> 0x');
  out.hex16(rightChecksum(held, sum));
  out.text('!] ');
}

function identifier(context: PrintContext, at: number): void {
  const value = context.view.u16(at + 4);
  context.out.text(', id 0x');
  context.out.hex16(value);
}

/** Home agent addresses (RFC 6275, 6.6). */
function agentReply(context: PrintContext, at: number, length: number): void {
  if (context.verbose === 0) return;
  identifier(context, at);
  for (let from = at + 8; from < at + length; from += 16) {
    context.view.need(from, 16);
    context.out.text(', ');
    namedIpv6(context, from);
  }
}

/** RFC 6275, 6.8. */
function mobileAdvertisement(context: PrintContext, at: number, length: number): void {
  if (context.verbose === 0) return;
  const { out, view } = context;
  identifier(context, at);
  const flags = view.u16(at + 6) >>> 8;
  if ((flags & 0xc0) !== 0) out.char(0x20);
  if ((flags & 0x80) !== 0) out.char(0x4d);
  if ((flags & 0x40) !== 0) out.char(0x4f);
  printNdOptions(context, at + 8, length - 8);
}
