/** Errors of ICMPv6 (RFC 4443, 3): what went wrong with the packet that is quoted. */
import { IpProtocol } from '../../decode/ip-protocol';
import { ipv6HeaderLength } from '../../decode/ipv6';
import type { PrintContext } from '../context';
import { namedIpv6, namedPort } from '../text/named';

const parameterProblems = ['erroneous', 'next header', 'option', 'incomplete header chain'];

/** Before and after the quoted destination, by code. */
const unreachableTexts = [
  ', unreachable route',
  ',  unreachable prohibited',
  ', beyond scope',
  ', unreachable address',
];
const portCode = 4;
const scopeCode = 2;

/** false: the line ends here. */
export function printUnreachable(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  const code = view.u8(at + 1);
  const quoteAt = at + 8;
  const text = unreachableTexts[code];
  if (text !== undefined) {
    out.text(text);
    view.need(quoteAt + 24, 16);
    out.char(0x20);
    namedIpv6(context, quoteAt + 24);
    if (code === scopeCode) {
      out.text(', source address ');
      namedIpv6(context, quoteAt + 8);
    }
    return true;
  }
  if (code !== portCode) {
    out.text(', unknown unreach code (');
    out.decimal(code);
    out.char(0x29);
    if (context.verbose > 1) return true;
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
  namedIpv6(context, quoteAt + 24);
  out.text(quotedProtocol === IpProtocol.tcp ? ' tcp port ' : ' udp port ');
  namedPort(context, quotedProtocol, view.u16(transport + 2));
  return true;
}

let quotedProtocol = 0;

/** Where the quoted packet's TCP or UDP header is, after its extension headers; 0: there is none. */
function quotedTransport(context: PrintContext, at: number): number {
  const { view } = context;
  if (!view.has(at, 7)) return 0;
  let next = view.u8(at + 6);
  let from = at + ipv6HeaderLength;
  for (;;) {
    if (next === IpProtocol.tcp || next === IpProtocol.udp) {
      quotedProtocol = next;
      return view.has(from, 4) ? from : 0;
    }
    const fragment = next === IpProtocol.fragment;
    if (!view.has(from, fragment ? 4 : 2)) return 0;
    if (fragment) {
      if ((view.u16(from + 2) & 0xfff8) !== 0) return 0;
      next = view.u8(from);
      from += 8;
      continue;
    }
    const size = quotedHeaderLength(next, view.u8(from + 1));
    if (size === 0) return 0;
    next = view.u8(from);
    from += size;
  }
}

/** Bytes of an extension header whose length field holds `units`; 0 where the type is none we can step over. */
function quotedHeaderLength(type: number, units: number): number {
  switch (type) {
    case IpProtocol.hopByHop:
    case IpProtocol.destinationOptions:
    case IpProtocol.routing:
      return (units + 1) * 8;
    case IpProtocol.authentication:
      return (units + 2) * 4;
    default:
      return 0;
  }
}

export function printTimeExceeded(context: PrintContext, at: number): boolean {
  const { out, view } = context;
  const code = view.u8(at + 1);
  if (code === 0) {
    view.need(at + 8 + 24, 16);
    out.text(' for ');
    namedIpv6(context, at + 8 + 24);
  } else if (code === 1) {
    out.text(' (reassembly)');
  } else {
    out.text(', unknown code (');
    out.decimal(code);
    out.char(0x29);
  }
  return true;
}

export function printParameterProblem(context: PrintContext, at: number): boolean {
  const { out, view } = context;
  const code = view.u8(at + 1);
  if (!view.has(at + 8 + 24, 16)) {
    context.truncated();
    return false;
  }
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
