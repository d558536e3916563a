/** Frame relay (ITU-T Q.922): multiprotocol encapsulation (RFC 2427), Cisco's by ethertype, fragments (FRF.12, 15). */
import { Q922Flag, Q922Layer } from '../../decode/q922';
import type { PrintContext } from '../context';
import { printEthertype } from '../link/ethertype';
import { printSnap } from '../link/snap';
import { printIpv4 } from '../network/ipv4';
import { printIpv6 } from '../network/ipv6';
import { printIso } from '../network/iso';
import { ethertypeNames, type FlagName, flagNames, names } from '../text/names';
import { printPpp } from './ppp';
import { printQ933 } from './q933';

const layer = new Q922Layer();

const unnumberedInformation = 0x03;
const leastLength = 4;
const padded = 3;
/** What is larger is an ethertype. */
const largestNlpid = 0xff;
const Nlpid = {
  q933: 0x08,
  snap: 0x80,
  clnp: 0x81,
  esis: 0x82,
  isis: 0x83,
  ipv6: 0x8e,
  frf15: 0xb1,
  ipv4: 0xcc,
  ppp: 0xcf,
} as const;
const nlpidNames = names(() => ({
  0x00: 'NULL',
  [Nlpid.q933]: 'Q.933',
  0x09: 'LMI',
  [Nlpid.snap]: 'SNAP',
  [Nlpid.clnp]: 'CLNP',
  [Nlpid.esis]: 'ES-IS',
  [Nlpid.isis]: 'IS-IS',
  0x84: 'CONS',
  0x85: 'IDRP',
  0x8a: 'X25 ES-IS',
  [Nlpid.ipv6]: 'IPv6',
  [Nlpid.frf15]: 'FRF.15',
  0xc1: 'ISIS_SPB',
  [Nlpid.ipv4]: 'IPv4',
  [Nlpid.ppp]: 'PPP',
}));
const flagTable: readonly FlagName[] = [
  [Q922Flag.command, 'C!'],
  [Q922Flag.discardEligible, 'DE'],
  [Q922Flag.backwardCongestion, 'BECN'],
  [Q922Flag.forwardCongestion, 'FECN'],
  [Q922Flag.coreControl, 'sdlcore'],
];
/** Of fragments: FRF.15 and FRF.16. */
export const fragmentFlags: readonly FlagName[] = [
  [0x80, 'Begin'],
  [0x40, 'End'],
  [0x20, 'Control'],
];
const interfaceFragment = 0x01;

export function printFrameRelayLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { view } = context;
  context.protocol = 'fr';
  if (!view.has(at, leastLength)) {
    context.truncated();
    context.headerLength = view.available(at);
    return;
  }
  context.headerLength = printFrameRelay(context, at, length);
}

/** Returns how many bytes -x leaves out. */
export function printFrameRelay(context: PrintContext, at: number, length: number): number {
  const { out, view } = context;
  context.protocol = 'fr';
  const found = layer.decode(view, at, length);
  if (found === 'invalid') {
    out.text('Q.922, invalid address');
    return 0;
  }
  const { length: addressLength, dlci, flags } = layer;
  const captured = Math.min(length, view.available(at));
  if (found === 'cut' || captured <= addressLength) return cut(context);
  const control = view.u8(at + addressLength);
  if (control !== unnumberedInformation && dlci !== 0) {
    if (byEthertype(context, at, length, addressLength, dlci, flags)) return addressLength + 2;
    out.text('UI ');
    out.hex8(control);
    out.text('! ');
  }
  if (captured < addressLength + 2) return cut(context);
  const hasPad = view.u8(at + addressLength + 1) === 0;
  if (hasPad && addressLength !== padded) out.text('Pad! ');
  if (!hasPad && addressLength === padded) out.text('No pad! ');
  const headerLength = addressLength + (hasPad ? 3 : 2);
  if (captured < headerLength) return cut(context);
  const nlpid = view.u8(at + headerLength - 1);
  if (context.linkLevel) header(context, length, addressLength, dlci, flags, nlpid);
  context.headerLength = headerLength;
  if (context.enter()) payload(context, at, length, headerLength, addressLength, dlci, flags, nlpid);
  return headerLength;
}

function cut(context: PrintContext): number {
  context.truncated();
  return 0;
}

/** Cisco's encapsulation; false: it is none that anybody knows. */
function byEthertype(
  context: PrintContext,
  at: number,
  length: number,
  addressLength: number,
  dlci: number,
  flags: number,
): boolean {
  const { view } = context;
  const next = addressLength + 2;
  if (length < next || !view.has(at, next)) return false;
  const type = view.u16(at + addressLength);
  if (context.linkLevel) header(context, length, addressLength, dlci, flags, type);
  context.headerLength = next;
  return printEthertype(context, type, at + next, length - next);
}

function payload(
  context: PrintContext,
  at: number,
  length: number,
  headerLength: number,
  addressLength: number,
  dlci: number,
  flags: number,
  nlpid: number,
): void {
  const { view } = context;
  const next = at + headerLength;
  const left = length - headerLength;
  switch (nlpid) {
    case Nlpid.ipv4:
      printIpv4(context, next, left);
      return;
    case Nlpid.ipv6:
      printIpv6(context, next, left);
      return;
    case Nlpid.clnp:
    case Nlpid.esis:
    case Nlpid.isis:
      printIso(context, next - 1, left + 1);
      return;
    case Nlpid.snap:
      if (printSnap(context, next, left, 0)) return;
      if (!context.linkLevel) header(context, length, headerLength, dlci, flags, nlpid);
      if (!context.dumpUnknown) return;
      context.dump(at, length);
      view.need(at, length);
      return;
    case Nlpid.q933:
      printQ933(context, next, left);
      return;
    case Nlpid.frf15:
      fragment(context, next, left);
      return;
    case Nlpid.ppp:
      printPpp(context, next, left);
      return;
    default:
      if (!context.linkLevel) header(context, length, addressLength, dlci, flags, nlpid);
      if (context.options.hex === 'x' || context.options.hex === 'xx') return;
      context.dumpAlways(next, left);
      view.need(next, left);
  }
}

/** `Q.922, hdr-len 2, DLCI 100, Flags [none], NLPID IPv4 (0xcc), length 24: `. */
function header(
  context: PrintContext,
  length: number,
  addressLength: number,
  dlci: number,
  flags: number,
  type: number,
): void {
  const { out } = context;
  const quiet = context.quiet > 0;
  out.text('Q.922, ');
  if (!quiet) {
    out.text('hdr-len ');
    out.decimal(addressLength);
    out.text(', ');
  }
  out.text('DLCI ');
  out.decimal(dlci);
  if (!quiet) {
    out.text(', Flags [');
    flagNames(out, flagTable, flags);
    out.text(type <= largestNlpid ? '], NLPID ' : '], cisco-ethertype ');
    out.text((type <= largestNlpid ? nlpidNames : ethertypeNames).get(type) ?? 'unknown');
    out.text(' (0x');
    if (type <= largestNlpid) out.hex8(type);
    else out.hex16(type);
    out.char(0x29);
  }
  out.text(', length ');
  out.decimal(length);
  out.text(': ');
}

/** FRF.15, and FRF.12 from end to end. */
function fragment(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < 2) {
    context.truncated();
    return;
  }
  const first = view.u8(at);
  const sequence = ((first & 0x1e) << 7) | view.u8(at + 1);
  out.text('FRF.15, seq 0x');
  out.hex(sequence >>> 8);
  out.hex8(sequence & 0xff);
  out.text(', Flags [');
  flagNames(out, fragmentFlags, first);
  out.text((first & interfaceFragment) !== 0 ? '],Interface' : '],End-to-End');
  out.text(' Fragmentation, length ');
  out.decimal(length);
}
