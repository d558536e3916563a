/** ICMPv6 (RFC 4443) and what it carries: errors, echo, Neighbor Discovery, Multicast Listener Discovery. */
import { addWords, foldChecksum, pseudoHeader6, rightChecksum } from '../decode/checksum';
import { Icmp6Type } from '../decode/icmp6';
import { IpProtocol } from '../decode/ip-protocol';
import { ipv6HeaderLength } from '../decode/ipv6';
import { ipv6 } from './address';
import type { PrintContext } from './context';
import { printListenerQuery, printListenerReport } from './mld';
import { nameOr, names } from './names';
import { printNdMessage } from './neighbor-discovery';
import { printRpl } from './rpl';

const typeNames = names({
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
  148: 'cert path solicitation',
  149: 'cert path advertisement',
  155: 'RPL',
  200: 'mtrace response',
  201: 'mtrace request',
});

const parameterProblems = ['erroneous', 'next header', 'option', 'incomplete header chain'];
const rplType = 155;

export function printIcmp6(context: PrintContext, at: number, length: number): void {
  const { view, out } = context;
  context.protocol = 'icmp6';
  if (context.verbose > 0 && context.verifyChecksums && !context.fragmented) checksum(context, at, length);
  const type = view.u8(at);
  out.text('ICMP6, ');
  if (type !== rplType) {
    const name = typeNames.get(type);
    if (name === undefined) {
      out.text('unknown icmp6 type (');
      out.decimal(type);
      out.char(0x29);
    } else {
      out.text(name);
    }
  }
  const discovers = type >= Icmp6Type.routerSolicitation && type <= Icmp6Type.redirect;
  if (context.verbose > 0 && discovers) lengthText(context, length);
  if (!body(context, type, at, length)) return;
  if (context.verbose === 0) lengthText(context, length);
  if (showsPayload(type)) context.dumpPart('\n\t', at, length);
}

function lengthText(context: PrintContext, length: number): void {
  context.out.text(', length ');
  context.out.decimal(length);
}

/** Types that have a name but no printer, or neither. */
function showsPayload(type: number): boolean {
  return !(
    (type >= 1 && type <= 4) ||
    (type >= 128 && type <= 140) ||
    (type >= 143 && type <= 147) ||
    type === Icmp6Type.rpl
  );
}

/** false: the line ends here. */
function body(context: PrintContext, type: number, at: number, length: number): boolean {
  const { view, out } = context;
  switch (type) {
    case Icmp6Type.unreachable:
      return unreachable(context, at, length);
    case Icmp6Type.packetTooBig:
      out.text(', mtu ');
      out.decimal(view.u32(at + 4));
      return true;
    case Icmp6Type.timeExceeded:
      return timeExceeded(context, at);
    case Icmp6Type.parameterProblem:
      return parameterProblem(context, at);
    case Icmp6Type.echoRequest:
    case Icmp6Type.echoReply:
      out.text(', id ');
      out.decimal(view.u16(at + 4));
      out.text(', seq ');
      out.decimal(view.u16(at + 6));
      return true;
    case Icmp6Type.listenerQuery:
      if (length >= 28) printListenerQuery(context, at, length);
      else listener(context, at);
      return true;
    case Icmp6Type.listenerReport:
    case Icmp6Type.listenerDone:
      listener(context, at);
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
      return nodeInformation(context, type, at, length);
    case Icmp6Type.routerRenumbering:
      if (length < 16) context.truncated();
      return true;
    case Icmp6Type.listenerReport2:
      printListenerReport(context, at, length);
      return true;
    case Icmp6Type.agentDiscoveryRequest:
    case Icmp6Type.mobileSolicitation:
    case Icmp6Type.mobileAdvertisement:
      out.text(', id 0x');
      out.hex16(view.u16(at + 4));
      return true;
    case Icmp6Type.agentDiscoveryReply:
      return agentReply(context, at, length);
    case Icmp6Type.rpl:
      printRpl(context, at);
      return true;
    default:
      return true;
  }
}

function checksum(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (!view.has(at, length) || context.family !== 6) return;
  const pseudo = pseudoHeader6(view, context.sourceAt, context.destinationAt, IpProtocol.icmp6, length);
  const sum = foldChecksum(addWords(view, at, length, pseudo));
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

/** Before and after the quoted destination, by code. */
const unreachableTexts = [
  ', unreachable route',
  ',  unreachable prohibited',
  ', beyond scope',
  ', unreachable address',
];
const portCode = 4;
const scopeCode = 2;

function unreachable(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  const code = view.u8(at + 1);
  const quoteAt = at + 8;
  const text = unreachableTexts[code];
  if (text !== undefined) {
    out.text(text);
    view.need(quoteAt + 24, 16);
    out.char(0x20);
    ipv6(out, view, quoteAt + 24);
    if (code === scopeCode) {
      out.text(', source address ');
      ipv6(out, view, quoteAt + 8);
    }
    return true;
  }
  if (code !== portCode) {
    out.text(', unknown unreach code (');
    out.decimal(code);
    out.char(0x29);
    context.dumpPart('\n\t', at, length);
    return false;
  }
  out.text(', unreachable port');
  const transport = quotedTransport(context, quoteAt);
  if (transport === 0) {
    context.truncated();
    return false;
  }
  out.text(', ');
  ipv6(out, view, quoteAt + 24);
  if (quotedProtocol === IpProtocol.tcp) out.text(' tcp port ');
  else if (quotedProtocol === IpProtocol.udp) out.text(' udp port ');
  else {
    out.text(' protocol ');
    out.decimal(quotedProtocol);
    out.text(' port ');
  }
  out.decimal(view.u16(transport + 2));
  return true;
}

let quotedProtocol = 0;

/** Where the quoted packet's TCP or UDP header is, after its extension headers; 0: there is none. */
function quotedTransport(context: PrintContext, at: number): number {
  const { view } = context;
  let next = view.u8(at + 6);
  let from = at + ipv6HeaderLength;
  for (;;) {
    switch (next) {
      case IpProtocol.tcp:
      case IpProtocol.udp:
        quotedProtocol = next;
        return view.has(from, 4) ? from : 0;
      case IpProtocol.hopByHop:
      case IpProtocol.destinationOptions:
      case IpProtocol.routing:
        if (!view.has(from, 2)) return 0;
        next = view.u8(from);
        from += (view.u8(from + 1) + 1) << 3;
        break;
      case IpProtocol.fragment:
        if (!view.has(from, 8) || (view.u16(from + 2) & 0xfff8) !== 0) return 0;
        next = view.u8(from);
        from += 8;
        break;
      default:
        return 0;
    }
  }
}

function timeExceeded(context: PrintContext, at: number): boolean {
  const { out, view } = context;
  const code = view.u8(at + 1);
  view.need(at + 8 + 24, 16);
  if (code === 0) {
    out.text(' for ');
    ipv6(out, view, at + 8 + 24);
  } else if (code === 1) {
    out.text(' (reassembly)');
  } else {
    out.text(', unknown code (');
    out.decimal(code);
    out.char(0x29);
  }
  return true;
}

function parameterProblem(context: PrintContext, at: number): boolean {
  const { out, view } = context;
  const code = view.u8(at + 1);
  view.need(at + 8 + 24, 16);
  const text = parameterProblems[code];
  if (text === undefined) {
    out.text(', code-#');
    out.decimal(code);
    return true;
  }
  out.text(', ');
  out.text(text);
  out.text(' - octet ');
  out.decimal(view.u32(at + 4));
  return true;
}

function listener(context: PrintContext, at: number): void {
  const { out, view } = context;
  view.need(at, 24);
  out.text('max resp delay: ');
  out.decimal(view.u16(at + 4));
  out.text(' addr: ');
  ipv6(out, view, at + 8);
}

function agentReply(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  if (context.verbose === 0) return true;
  out.text(', id 0x');
  out.hex16(view.u16(at + 4));
  for (let from = at + 8; from + 16 <= at + length; from += 16) {
    out.text(', ');
    ipv6(out, view, from);
  }
  return true;
}

const queryTypes = names({
  0: 'noop',
  1: 'supported qtypes',
  2: 'DNS name',
  3: 'node addresses',
  4: 'IPv4 node addresses',
});

/** Node information (RFC 4620): the kind of question only. */
function nodeInformation(context: PrintContext, type: number, at: number, length: number): boolean {
  const { out, view } = context;
  const question = type === Icmp6Type.nodeInformationQuery;
  if (length < 16) return true;
  out.text(question ? ' node information query (' : ' node information reply (');
  nameOr(out, queryTypes, view.u16(at + 4), 'unknown (', ')');
  out.char(0x29);
  return true;
}
