/** The target FEC stack of LSP ping (RFC 4379, 3.2): which paths are tested. */

import type { PrintContext } from '../context';
import { namedIpv4, namedIpv6 } from '../text/named';
import { names } from '../text/names';
import { count, nameAndNumber } from '../text/phrase';
import { routeDistinguisher } from './bgp-route-distinguisher';
import { shortTlv, TlvEnd } from './lsp-ping';
import { pseudowireTypeNames } from './pseudowire-names';

const headerLength = 4;
const subNames = names(() => ({
  1: 'LDP IPv4 prefix',
  2: 'LDP IPv6 prefix',
  3: 'RSVP IPv4 Session Query',
  4: 'RSVP IPv6 Session Query',
  5: 'Reserved',
  6: 'VPN IPv4 prefix',
  7: 'VPN IPv6 prefix',
  8: 'L2 VPN endpoint',
  9: 'FEC 128 pseudowire (old)',
  10: 'FEC 128 pseudowire',
  12: 'BGP labeled IPv4 prefix',
  13: 'BGP labeled IPv6 prefix',
}));

interface Fec {
  readonly length: number;
  readonly print: (context: PrintContext, at: number) => void;
}

const fecs = new Map<number, Fec>([
  [1, { length: 5, print: prefix4 }],
  [2, { length: 17, print: prefix6 }],
  [3, { length: 20, print: session4 }],
  [4, { length: 56, print: session6 }],
  [6, { length: 13, print: vpnPrefix4 }],
  [7, { length: 25, print: vpnPrefix6 }],
  [8, { length: 14, print: endpoint }],
  [9, { length: 10, print: oldPseudowire }],
  [10, { length: 14, print: pseudowire }],
  [12, { length: 5, print: prefix4 }],
  [13, { length: 17, print: prefix6 }],
]);

export function targetStack(context: PrintContext, at: number, length: number): TlvEnd {
  const { out, view } = context;
  const end = at + length;
  for (let from = at; from < end; ) {
    if (from + headerLength > end) return shortTlv(context);
    const type = view.u16(from);
    const size = view.u16(from + 2);
    from += headerLength;
    if (from + size > end) return shortTlv(context);
    out.text('\n\t    ');
    out.text(subNames.get(type) ?? 'Unknown');
    count(out, ' subTLV (', type);
    count(out, '), length: ', size);
    const isDecoded = fec(context, type, from, size);
    if (context.verbose > 1 || !isDecoded) context.dumpPart('\n\t      ', from, size);
    from += (size + 3) & ~3;
    if (from > end) {
      out.text('\n\t\t TLV is too short');
      return TlvEnd.stop;
    }
  }
  return TlvEnd.whole;
}

function fec(context: PrintContext, type: number, at: number, length: number): boolean {
  const known = fecs.get(type);
  if (known === undefined) return false;
  if (length !== known.length) {
    count(context.out, '\n\t      invalid subTLV length, should be ', known.length);
    return false;
  }
  known.print(context, at);
  return true;
}

function prefix4(context: PrintContext, at: number): void {
  context.out.text('\n\t      ');
  namedIpv4(context, at);
  count(context.out, '/', context.view.u8(at + 4));
}

function prefix6(context: PrintContext, at: number): void {
  context.out.text('\n\t      ');
  namedIpv6(context, at);
  count(context.out, '/', context.view.u8(at + 16));
}

function session4(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text('\n\t      tunnel end-point ');
  namedIpv4(context, at);
  out.text(', tunnel sender ');
  namedIpv4(context, at + 12);
  out.text(', lsp-id 0x');
  out.hex16(view.u16(at + 18));
  out.text('\n\t      tunnel-id 0x');
  out.hex16(view.u16(at + 6));
  out.text(', extended tunnel-id ');
  namedIpv4(context, at + 8);
}

function session6(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text('\n\t      tunnel end-point ');
  namedIpv6(context, at);
  out.text(', tunnel sender ');
  namedIpv6(context, at + 36);
  out.text(', lsp-id 0x');
  out.hex16(view.u16(at + 54));
  out.text('\n\t      tunnel-id 0x');
  out.hex16(view.u16(at + 18));
  out.text(', extended tunnel-id ');
  namedIpv6(context, at + 20);
}

function distinguisher(context: PrintContext, at: number): void {
  context.out.text('\n\t      RD: ');
  routeDistinguisher(context, at);
  context.out.text(', ');
}

function vpnPrefix4(context: PrintContext, at: number): void {
  distinguisher(context, at);
  namedIpv4(context, at + 8);
  count(context.out, '/', context.view.u8(at + 12));
}

function vpnPrefix6(context: PrintContext, at: number): void {
  distinguisher(context, at);
  namedIpv6(context, at + 8);
  count(context.out, '/', context.view.u8(at + 24));
}

function endpoint(context: PrintContext, at: number): void {
  const { out, view } = context;
  distinguisher(context, at);
  count(out, 'Sender VE ID: ', view.u16(at + 8));
  count(out, ', Receiver VE ID: ', view.u16(at + 10));
  out.text('\n\t      Encapsulation Type: ');
  nameAndNumber(out, pseudowireTypeNames, view.u16(at + 12), 'unknown');
}

/** Of RFC 4379's drafts: without the sender. */
function oldPseudowire(context: PrintContext, at: number): void {
  context.out.text('\n\t      Remote PE: ');
  namedIpv4(context, at);
  identifier(context, at + 4);
}

function pseudowire(context: PrintContext, at: number): void {
  context.out.text('\n\t      Sender PE: ');
  namedIpv4(context, at);
  context.out.text(', Remote PE: ');
  namedIpv4(context, at + 4);
  identifier(context, at + 8);
}

function identifier({ out, view }: PrintContext, at: number): void {
  out.text('\n\t      PW ID: 0x');
  out.hex32(view.u32(at));
  out.text(', PW Type: ');
  nameAndNumber(out, pseudowireTypeNames, view.u16(at + 4), 'unknown');
}
