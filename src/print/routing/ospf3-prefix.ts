/** Advertisements of Open Shortest Path First, version 3, that hold address prefixes (RFC 5340, A.4.1, A.4.5-10). */
import { ByteView } from '../../decode/view';
import type { PrintContext } from '../context';
import { namedIpv6, titledIpv4 } from '../text/named';
import { type FlagName, flagNames } from '../text/names';
import { ospf3Options, printOspf3Kind } from './ospf3-kind';

const addressLength = 16;
const prefixHeaderLength = 4;
const prefixFlags: readonly FlagName[] = [
  [0x01, 'No Unicast'],
  [0x02, 'Local address'],
  [0x04, 'Deprecated'],
  [0x08, 'Propagate'],
  [0x10, 'Down'],
  [0x20, 'N-bit'],
];
const External = { type2: 0x80000000, forwards: 0x02000000, tagged: 0x01000000 } as const;
const externalFlags: readonly FlagName[] = [
  [External.type2, 'External Type 2'],
  [External.forwards, 'Forwarding'],
  [External.tagged, 'Tag'],
];
const metricMask = 0xffffff;

/** A prefix, filled up with zeros. */
const prefix = new ByteView();
const prefixBytes = new Uint8Array(addressLength);
prefix.attach(prefixBytes, new DataView(prefixBytes.buffer), 0, addressLength);

/** Prints a prefix and returns its length; -1: it does not fit into `left` bytes, or is no prefix. */
function onePrefix(context: PrintContext, at: number, left: number): number {
  const { out, view } = context;
  if (left < prefixHeaderLength || !view.has(at, prefixHeaderLength)) return -1;
  const bits = view.u8(at);
  const size = 4 * ((bits + 31) >>> 5);
  if (size > addressLength) {
    out.text(' bogus prefixlen /');
    out.decimal(bits);
    return -1;
  }
  if (left - prefixHeaderLength < size) return -1;
  view.need(at + prefixHeaderLength, size);
  for (let i = 0; i < addressLength; i++) prefixBytes[i] = i < size ? view.u8(at + prefixHeaderLength + i) : 0;
  out.text('\n\t\t');
  namedIpv6(context, 0, prefix);
  out.char(0x2f);
  out.decimal(bits);
  const flags = view.u8(at + 1);
  if (flags !== 0) {
    out.text(', Options [');
    flagNames(out, prefixFlags, flags);
    out.char(0x5d);
  }
  out.text(', metric ');
  out.decimal(view.u16(at + 2));
  return prefixHeaderLength + size;
}

/** `count` prefixes; false: they do not fit into `length` bytes. */
function prefixes(context: PrintContext, count: number, at: number, length: number): boolean {
  let from = at;
  const end = at + length;
  for (let i = 0; i < count; i++) {
    const size = onePrefix(context, from, end - from);
    if (size < 0) return false;
    from += size;
  }
  return true;
}

export function printInterArea(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  if (length < 4) return false;
  const metric = view.u32(at) & metricMask;
  out.text(', metric ');
  out.decimal(metric);
  const end = at + length;
  for (let from = at + 4; from < end; ) {
    const size = onePrefix(context, from, end - from);
    if (size < 0) return false;
    from += size;
  }
  return true;
}

export function printExternal(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  if (length < 4) return false;
  const word = view.u32(at);
  out.text('\n\t     Flags [');
  flagNames(out, externalFlags, word);
  out.text('] metric ');
  out.decimal(word & metricMask);
  const prefixAt = at + 4;
  const end = at + length;
  const size = onePrefix(context, prefixAt, end - prefixAt);
  if (size < 0) return false;
  let from = prefixAt + size;
  if ((word & External.forwards) !== 0) {
    if (end - from < addressLength) return false;
    view.need(from, addressLength);
    out.text(' forward ');
    namedIpv6(context, from);
    from += addressLength;
  }
  if ((word & External.tagged) !== 0) {
    if (end - from < 4) return false;
    titledIpv4(context, ' tag ', from);
    from += 4;
  }
  if (view.u8(prefixAt + 2) !== 0) {
    if (end - from < 4) return false;
    titledIpv4(context, ' RefLSID: ', from);
  }
  return true;
}

/** A router's own address on a link, and the prefixes of that link. */
export function printLinkLsa(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  if (length < 4) return false;
  context.need(at, 4);
  const word = view.u32(at);
  ospf3Options(context, '\n\t      Options [', word);
  const prefixesAt = at + 4 + addressLength + 4;
  const left = length - (prefixesAt - at);
  if (left < 0) return false;
  const count = view.u32(prefixesAt - 4);
  out.text('\n\t      Priority ');
  out.decimal(word >>> 24);
  out.text(', Link-local address ');
  namedIpv6(context, at + 4);
  out.text(', Prefixes ');
  out.decimal(count);
  out.char(0x3a);
  return prefixes(context, count, prefixesAt, left);
}

export function printIntraArea(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  const prefixesAt = at + 12;
  if (length < 4) return false;
  context.need(at, 12);
  printOspf3Kind(context, view.u16(at + 2), at + 4);
  if (length < 6) return false;
  const count = view.u16(at);
  out.text('\n\t      Prefixes ');
  out.decimal(count);
  out.char(0x3a);
  return prefixes(context, count, prefixesAt, length - 6);
}
