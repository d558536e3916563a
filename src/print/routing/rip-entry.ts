/** Entries of RIP messages: routes of version 1 (RFC 1058, 3.1) and 2 (RFC 2453, 4), authentication (RFC 4822). */
import { RipAuthentication, RipFamily, ripEntryLength } from '../../decode/rip';
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { nameOr, names } from '../text/names';

const headerLength = 4;
/** BSD's numbers of address families; its systems do not agree on IPv6. */
const familyNames = names(() => ({
  [RipFamily.ipv4]: 'IPv4',
  6: 'NS',
  7: 'ISO',
  16: 'Appletalk',
  23: 'IPX',
  24: 'IPv6',
  28: 'IPv6',
  30: 'IPv6',
}));
const passwordLength = 16;
const cryptographicLength = 16;
const addressWidth = 15;
const rowPrefix = '\n\t  ';

/** Each prints an entry and returns its length, or 0 where fewer than `left` bytes are left than it needs. */
export function printRipEntry1(context: PrintContext, at: number, left: number): number {
  const { out, view } = context;
  if (left < ripEntryLength) return 0;
  const family = view.u16(at);
  if (family !== RipFamily.ipv4 && family !== RipFamily.unspecified) {
    out.text('\n\t AFI ');
    nameOr(out, familyNames, family, 'Unknown (', ')');
    out.text(', ');
    context.dumpPart(rowPrefix, at + headerLength, ripEntryLength - headerLength);
  } else if (view.u16(at + 2) !== 0 || view.u32(at + 8) !== 0 || view.u32(at + 12) !== 0) {
    context.dumpPart(rowPrefix, at, ripEntryLength);
  } else {
    const metric = view.u32(at + 16);
    out.text(rowPrefix);
    if (family === RipFamily.unspecified) out.text('AFI 0, ');
    namedIpv4(context, at + 4);
    out.text(', metric: ');
    out.decimal(metric);
  }
  return ripEntryLength;
}

export function printRipEntry2(context: PrintContext, at: number, left: number): number {
  const { view } = context;
  if (left < headerLength) return 0;
  const family = view.u16(at);
  if (family === RipFamily.authentication) return authentication(context, at, left);
  if (family === RipFamily.ipv4 || family === RipFamily.unspecified) {
    if (left < ripEntryLength) return 0;
    route(context, family, at);
    return ripEntryLength;
  }
  const { out } = context;
  out.text('\n\t  AFI ');
  nameOr(out, familyNames, family, 'Unknown (', ')');
  context.dumpPart(rowPrefix, at + headerLength, Math.min(left, ripEntryLength) - headerLength);
  return ripEntryLength;
}

function route(context: PrintContext, family: number, at: number): void {
  const { names: lookup, out, view } = context;
  const tag = view.u16(at + 2);
  const mask = view.u32(at + 8);
  const metric = view.u32(at + 16);
  out.text('\n\t  AFI ');
  nameOr(out, familyNames, family, '');
  out.text(', ');
  const width = lookup?.ipv4(view.bytes, at + 4)?.length ?? dottedWidth(context, at + 4);
  for (let i = width; i < addressWidth; i++) out.char(0x20);
  namedIpv4(context, at + 4);
  out.char(0x2f);
  const prefix = prefixLength(mask);
  out.signed(prefix);
  if (prefix >= 0 && prefix < 10) out.char(0x20);
  out.text(', tag 0x');
  out.hex16(tag);
  out.text(', metric: ');
  out.decimal(metric);
  out.text(', next-hop: ');
  if (view.u32(at + 12) === 0) out.text('self');
  else namedIpv4(context, at + 12);
}

/** Characters of the dotted address. */
function dottedWidth(context: PrintContext, at: number): number {
  let width = 3;
  for (let i = 0; i < 4; i++) {
    const octet = context.view.u8(at + i);
    width += octet > 99 ? 3 : octet > 9 ? 2 : 1;
  }
  return width;
}

/** -1 where the mask's ones are not all in front. */
function prefixLength(mask: number): number {
  const length = Math.clz32(~mask);
  return mask << length === 0 || length === 32 ? length : -1;
}

function authentication(context: PrintContext, at: number, left: number): number {
  const { out, view } = context;
  const type = view.u16(at + 2);
  const dataAt = at + headerLength;
  if (type === RipAuthentication.simple) {
    out.text('\n\t  Simple Text Authentication data: ');
    for (let i = 0; i < passwordLength; i++) {
      const byte = view.u8(dataAt + i);
      if (byte === 0) break;
      out.caret(byte);
    }
    return ripEntryLength;
  }
  if (type === RipAuthentication.cryptographic) {
    if (left < headerLength + cryptographicLength) return 0;
    cryptographic(context, dataAt);
    return ripEntryLength;
  }
  if (type === RipAuthentication.trailer) {
    out.text('\n\t  Auth trailer:');
  } else {
    out.text('\n\t  Unknown (');
    out.decimal(type);
    out.text(') Authentication data:');
  }
  context.dumpPart(rowPrefix, dataAt, left - headerLength);
  return left;
}

/** RFC 4822, 2.1; the digest is in a trailer. */
function cryptographic(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text('\n\t  Auth header: Packet Len ');
  out.decimal(view.u16(at));
  out.text(', Key-ID ');
  out.decimal(view.u8(at + 2));
  out.text(', Auth Data Len ');
  out.decimal(view.u8(at + 3));
  out.text(', SeqNo ');
  out.decimal(view.u32(at + 4));
  out.text(', MBZ ');
  out.decimal(view.u32(at + 8));
  out.text(', MBZ ');
  out.decimal(view.u32(at + 12));
}
