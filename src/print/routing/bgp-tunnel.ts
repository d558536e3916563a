/** The PMSI tunnel attribute of BGP (RFC 6514, 5): through which tunnel multicast of a VPN comes. */
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { type FlagName, flagNames, names } from '../text/names';
import { nameAndNumber } from '../text/phrase';

const Tunnel = {
  rsvp: 1,
  ldp: 2,
  pimSource: 3,
  pimSparse: 4,
  pimBidirectional: 5,
  ingress: 6,
  ldpMultipoint: 7,
} as const;
const tunnelNames = names(() => ({
  1: 'RSVP-TE P2MP LSP',
  2: 'LDP P2MP LSP',
  3: 'PIM-SSM Tree',
  4: 'PIM-SM Tree',
  5: 'PIM-Bidir Tree',
  6: 'Ingress Replication',
  7: 'LDP MP2MP LSP',
}));
const tunnelFlags: readonly FlagName[] = [[0x01, 'Leaf Information required']];
const fixedLength = 5;

/** Returns the bytes that -vv shows once more, -1: it ends too early. */
export function multicastTunnel(context: PrintContext, at: number, length: number): number {
  const { out, view } = context;
  if (length < fixedLength || !view.has(at, fixedLength)) return -1;
  const type = view.u8(at + 1);
  out.text('\n\t    Tunnel-type ');
  nameAndNumber(out, tunnelNames, type);
  out.text(', Flags [');
  flagNames(out, tunnelFlags, view.u8(at));
  out.text('], MPLS Label ');
  out.decimal(view.u24(at + 2) >>> 4);
  identifier(context, type, at + fixedLength, length - fixedLength);
  return length;
}

function identifier(context: PrintContext, type: number, at: number, length: number): void {
  const { out, view } = context;
  switch (type) {
    case Tunnel.pimSparse:
    case Tunnel.pimBidirectional:
    case Tunnel.pimSource:
      view.need(at, 8);
      out.text(type === Tunnel.pimSource ? '\n\t      Root-Node ' : '\n\t      Sender ');
      namedIpv4(context, at);
      out.text(', P-Group ');
      namedIpv4(context, at + 4);
      return;
    case Tunnel.ingress:
      view.need(at, 4);
      out.text('\n\t      Tunnel-Endpoint ');
      namedIpv4(context, at);
      return;
    case Tunnel.ldp:
    case Tunnel.ldpMultipoint:
    case Tunnel.rsvp:
      view.need(at, 8);
      out.text(type === Tunnel.rsvp ? '\n\t      Extended-Tunnel-ID ' : '\n\t      Root-Node ');
      namedIpv4(context, at);
      out.text(type === Tunnel.rsvp ? ', P2MP-ID 0x' : ', LSP-ID 0x');
      out.hex32(view.u32(at + 4));
      return;
  }
  if (context.verbose === 1) context.dumpPart('\n\t      ', at, length);
}
