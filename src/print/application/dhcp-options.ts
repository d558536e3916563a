/** DHCP options (RFC 2132, 3046, 3397, 3442 …), shown at -v. */
import { type DhcpForm, DhcpOption, dhcpMessageNames, dhcpOptions } from '../../decode/dhcp';
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { nameOr, names } from '../text/names';
import { packetText } from '../text/packet-text';
import { printDhcpSpecial } from './dhcp-special';

const messageNames = names(() => dhcpMessageNames);
/** Bytes of the magic cookie before the first option. */
const cookieLength = 4;

export function printDhcpOptions(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text('\n\t  Vendor-rfc1048 Extensions\n\t    Magic Cookie 0x');
  out.hex32(view.u32(at));
  const everything = context.verbose > 2;
  let from = at + cookieLength;
  while (view.has(from, 1)) {
    const code = view.u8(from++);
    const single = code === DhcpOption.pad || code === DhcpOption.end;
    if (single && !everything) {
      if (code === DhcpOption.end) return;
      continue;
    }
    const size = single ? 0 : view.u8(from++);
    out.text('\n\t    ');
    optionName(context, code);
    out.text(', length ');
    out.decimal(size);
    if (code === DhcpOption.pad) from = padding(context, from);
    if (size > 0) out.text(': ');
    if (!view.has(from, size)) {
      context.truncated();
      return;
    }
    value(context, code, from, size);
    from += size;
  }
}

/** `Hostname (12)`. */
function optionName(context: PrintContext, code: number): void {
  const { out } = context;
  out.text(dhcpOptions[code]?.[0] ?? 'Unknown');
  out.text(' (');
  out.decimal(code);
  out.char(0x29);
}

/** Pads that follow each other are counted once; returns where they end. */
function padding(context: PrintContext, at: number): number {
  const { out, view } = context;
  let from = at;
  while (view.has(from, 1) && view.u8(from) === DhcpOption.pad) from++;
  if (from > at) {
    out.text(', occurs ');
    out.decimal(from - at + 1);
  }
  return from;
}

function value(context: PrintContext, code: number, at: number, size: number): void {
  const { out, view } = context;
  if (code === DhcpOption.messageType && size === 1) {
    nameOr(out, messageNames, view.u8(at), 'Unknown (', ')');
    return;
  }
  if (code === DhcpOption.parameterList) {
    for (let i = 0; i < size; i++) {
      out.text(i % 4 === 0 ? '\n\t      ' : ', ');
      optionName(context, view.u8(at + i));
    }
    return;
  }
  const form = code === DhcpOption.messageType ? 'bytes' : (dhcpOptions[code]?.[1] ?? guess(size));
  const used = form === 'special' ? printDhcpSpecial(context, code, at, size) : plain(context, form, at, size);
  if (used === size) return;
  out.text('\n\t  trailing data length ');
  out.decimal(size - used);
}

/** The widest integers that fill a value of an option we have no name for. */
function guess(size: number): DhcpForm {
  if ((size & 1) !== 0) return 'bytes';
  return (size & 2) !== 0 ? 'shorts' : 'words';
}

const widths: Readonly<Record<DhcpForm, number>> = {
  addresses: 4,
  pairs: 8,
  words: 4,
  signed: 4,
  shorts: 2,
  booleans: 1,
  text: 1,
  bytes: 1,
  special: 1,
};

/** Returns how many bytes the form could make sense of. */
function plain(context: PrintContext, form: DhcpForm, at: number, size: number): number {
  const { out } = context;
  if (form === 'text') {
    quoted(context, at, size);
    return size;
  }
  const width = widths[form];
  const used = size - (size % width);
  out.reserve(6 * size);
  for (let from = at; from < at + used; from += width) {
    if (from > at) out.char(form === 'bytes' ? 0x2e : 0x2c);
    element(context, form, from);
  }
  return used;
}

function element(context: PrintContext, form: DhcpForm, at: number): void {
  const { out, view } = context;
  switch (form) {
    case 'addresses':
      namedIpv4(context, at);
      return;
    case 'pairs':
      out.char(0x28);
      namedIpv4(context, at);
      out.char(0x3a);
      namedIpv4(context, at + 4);
      out.char(0x29);
      return;
    case 'words':
      out.decimal(view.u32(at));
      return;
    case 'signed':
      out.signed(view.i32(at));
      return;
    case 'shorts':
      out.decimal(view.u16(at));
      return;
    case 'booleans':
      boolean(context, view.u8(at));
      return;
    default:
      out.decimal(view.u8(at));
  }
}

function boolean(context: PrintContext, held: number): void {
  const { out } = context;
  if (held < 2) {
    out.char(held === 0 ? 0x4e : 0x59);
    return;
  }
  out.decimal(held);
  out.char(0x3f);
}

/** Text between quotation marks. */
export function quoted(context: PrintContext, at: number, size: number): void {
  const { out } = context;
  out.char(0x22);
  packetText(context, at, size);
  out.char(0x22);
}
