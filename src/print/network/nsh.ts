/** Network Service Header (RFC 8300): the path that a packet takes, and the packet itself. */
import type { PrintContext } from '../context';
import { printEthernet } from '../link/ethernet';
import { names } from '../text/names';
import { printIpv4 } from './ipv4';
import { printIpv6 } from './ipv6';

/** Base header and service path header. */
const shortest = 8;
const wordLength = 4;
const controlFlag = 0x2;
const MetadataType = { fixed: 1, variable: 2 } as const;
const metadataNames = names(() => ({
  0: 'reserved',
  [MetadataType.fixed]: '1',
  [MetadataType.variable]: '2',
  15: 'experimental',
}));
const fixedWords = 6;
const Next = { ipv4: 1, ipv6: 2, ethernet: 3 } as const;
const nextNames = names(() => ({
  [Next.ipv4]: 'IPv4',
  [Next.ipv6]: 'IPv6',
  [Next.ethernet]: 'Ethernet',
  4: 'NSH',
  5: 'MPLS',
  254: 'Experiment 1',
  255: 'Experiment 2',
}));

export function printNsh(context: PrintContext, at: number, length: number): void {
  const { out, view, verbose } = context;
  context.protocol = 'nsh';
  if (length < shortest) {
    context.tooShort(' (packet length ', length, shortest);
    return;
  }
  const base = view.u32(at);
  const version = base >>> 30;
  const words = (base >>> 16) & 0x3f;
  const next = base & 0xff;
  out.text('NSH, ');
  if (verbose > 1) {
    out.text('ver ');
    out.decimal(version);
    out.text(', ');
  }
  if (version !== 0) return;
  baseHeader(context, base);
  if (length < wordLength * words) {
    out.text(' (too many headers for packet length ');
    out.decimal(length);
    out.char(0x29);
    context.invalid();
    return;
  }
  const path = view.u24(at + 4);
  out.text('service-path-id 0x');
  out.hex8(path >>> 16);
  out.hex16(path & 0xffff);
  out.text(', ');
  const index = view.u8(at + 7);
  out.text('service-index 0x');
  out.hex(index);
  if (words < shortest / wordLength) {
    out.text(' (less than two headers)');
    context.invalid();
    return;
  }
  const end = at + wordLength * words;
  if (verbose > 2 && !contextHeaders(context, (base >>> 8) & 15, at + shortest, end)) {
    context.invalid();
    return;
  }
  view.need(at, end - at);
  out.text(verbose > 0 ? '\n    ' : ': ');
  payload(context, next, end, length - (end - at));
}

function baseHeader(context: PrintContext, base: number): void {
  const { out, verbose } = context;
  out.text(((base >>> 28) & controlFlag) !== 0 ? 'flags [O], ' : 'flags [none], ');
  if (verbose > 2) {
    out.text('TTL ');
    out.decimal((base >>> 22) & 0x3f);
    out.text(', length ');
    out.decimal((base >>> 16) & 0x3f);
    out.text(', md type ');
    named(context, metadataNames.get((base >>> 8) & 15), (base >>> 8) & 15);
  }
  if (verbose > 1) {
    out.text('next-protocol ');
    named(context, nextNames.get(base & 0xff), base & 0xff);
  }
}

function named(context: PrintContext, name: string | undefined, value: number): void {
  const { out } = context;
  if (name === undefined) {
    out.text('unknown (0x');
    out.hex8(value);
    out.char(0x29);
  } else {
    out.text(name);
  }
  out.text(', ');
}

/** false: their lengths contradict that of the header. */
function contextHeaders(context: PrintContext, type: number, at: number, end: number): boolean {
  const { out, view } = context;
  if (type === MetadataType.variable) return variableHeaders(context, at, end);
  if (type !== MetadataType.fixed) return true;
  if (end - at !== wordLength * fixedWords - shortest) {
    out.text(' (invalid length for the MD type)');
    return false;
  }
  for (let from = at, i = 0; from < end; from += wordLength, i++) {
    const value = view.u32(from);
    out.text('\n        Context[');
    out.padded(i, 2);
    out.text(']: 0x');
    out.hex32(value);
  }
  return true;
}

function variableHeaders(context: PrintContext, at: number, end: number): boolean {
  const { out, view } = context;
  let from = at;
  while (from < end) {
    view.need(from, wordLength);
    const size = view.u8(from + 3) & 0x7f;
    out.text('\n        TLV Class ');
    out.decimal(view.u16(from));
    out.text(', Type ');
    out.decimal(view.u8(from + 2));
    out.text(', Len ');
    out.decimal(size);
    from += wordLength;
    /** Values end at a multiple of four bytes. */
    const padded = (size + 3) & ~3;
    if (end - from < padded) {
      out.text(' (length too big)');
      return false;
    }
    for (let i = 0; i < size; i++) {
      const byte = view.u8(from + i);
      out.text(i === 0 ? '\n            Value: 0x' : ':');
      out.hex8(byte);
    }
    view.need(from, padded);
    from += padded;
  }
  return true;
}

function payload(context: PrintContext, next: number, at: number, length: number): void {
  switch (next) {
    case Next.ipv4:
      if (context.enter()) printIpv4(context, at, length);
      return;
    case Next.ipv6:
      if (context.enter()) printIpv6(context, at, length);
      return;
    case Next.ethernet:
      printEthernet(context, at, length);
      return;
    default:
      context.out.text('ERROR: unknown-next-protocol');
  }
}
