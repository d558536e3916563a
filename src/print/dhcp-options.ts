/** DHCP options (RFC 2132, 3046, 3397, 3442 …), shown at -v. */
import { DhcpOption, dhcpFormats, dhcpMessageNames, dhcpOptionNames } from '../decode/dhcp';
import { ipv4, linkAddress } from './address';
import type { PrintContext } from './context';
import { nameOr, names } from './names';

const messageNames = names(dhcpMessageNames);
const optionNames = names(dhcpOptionNames);
/** Bytes of the magic cookie before the first option. */
const cookieLength = 4;

export function printDhcpOptions(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  out.text('\n\t  Vendor-rfc1048 Extensions\n\t    Magic Cookie 0x');
  out.hex32(view.u32(at));
  const end = at + length;
  let from = at + cookieLength;
  while (from < end && view.has(from, 1)) {
    const code = view.u8(from++);
    if (code === DhcpOption.end) {
      if (context.verbose > 2) endOrPad(context, 'END', code);
      return;
    }
    if (code === DhcpOption.pad) {
      from = padding(context, from, end);
      continue;
    }
    const size = view.u8(from++);
    out.text('\n\t    ');
    nameOr(out, optionNames, code, 'Unknown');
    out.text(' (');
    out.decimal(code);
    out.text('), length ');
    out.decimal(size);
    if (size > 0) {
      out.text(': ');
      if (!view.has(from, size)) {
        context.truncated();
        return;
      }
      value(context, code, from, size);
    }
    from += size;
  }
}

function endOrPad(context: PrintContext, name: string, code: number): void {
  context.out.text('\n\t    ');
  context.out.text(name);
  context.out.text(' (');
  context.out.decimal(code);
  context.out.text('), length 0');
}

function padding(context: PrintContext, at: number, end: number): number {
  const { view } = context;
  let from = at;
  while (from < end && view.has(from, 1) && view.u8(from) === DhcpOption.pad) from++;
  if (context.verbose > 2) {
    endOrPad(context, 'PAD', DhcpOption.pad);
    if (from - at + 1 > 1) {
      context.out.text(', occurs ');
      context.out.decimal(from - at + 1);
    }
  }
  return from;
}

function text(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  out.char(0x22);
  out.reserve(4 * size);
  for (let i = 0; i < size && view.u8(at + i) !== 0; i++) out.caret(view.u8(at + i));
  out.char(0x22);
}

function value(context: PrintContext, code: number, at: number, size: number): void {
  const { out, view } = context;
  switch (code) {
    case DhcpOption.messageType:
      nameOr(out, messageNames, view.u8(at), 'Unknown (', ')');
      return;
    case DhcpOption.parameterList:
      parameters(context, at, size);
      return;
    case DhcpOption.clientId:
      clientId(context, at, size);
      return;
    case DhcpOption.overload:
      nameOr(out, names({ 1: 'file', 2: 'sname', 3: 'file+sname' }), view.u8(at), 'Unknown (', ')');
      return;
  }
  format(context, dhcpFormats[code] ?? 'x', at, size);
}

function parameters(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  for (let i = 0; i < size; i++) {
    const code = view.u8(at + i);
    out.text(i % 4 === 0 ? '\n\t      ' : ', ');
    nameOr(out, optionNames, code, 'Unknown');
    out.text(' (');
    out.decimal(code);
    out.char(0x29);
  }
}

/** RFC 2132, 9.14: a hardware type and address, or a name of the client's own. */
function clientId(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  const type = view.u8(at);
  if (type === 0) {
    text(context, at + 1, size - 1);
    return;
  }
  if (type === 0xff) {
    out.text('hardware-type 255');
    for (let i = 1; i < size; i++) {
      out.text(i === 1 ? ', ' : ':');
      out.hex8(view.u8(at + i));
    }
    return;
  }
  if (type === 1 && size === 7) {
    out.text('ether ');
  } else {
    out.text('hardware-type ');
    out.decimal(type);
    out.text(', ');
  }
  linkAddress(out, view, at + 1, size - 1);
}

/** a text, i addresses, l 32 bits, s 16 bits, b 8 bits, B boolean, x bytes in hexadecimal with dots. */
function format(context: PrintContext, kind: string, at: number, size: number): void {
  const { out, view } = context;
  const width = kind === 'i' || kind === 'l' || kind === 'L' ? 4 : kind === 's' ? 2 : 1;
  if (kind === 'a') {
    text(context, at, size);
    return;
  }
  let from = at;
  for (; from + width <= at + size; from += width) {
    if (from > at) out.text(kind === 'x' ? (width === 2 ? ':' : '.') : kind === 'b' ? '.' : ',');
    switch (kind) {
      case 'i':
        ipv4(out, view, from);
        break;
      case 'l':
        out.decimal(view.u32(from));
        break;
      case 'L':
        out.signed(view.i32(from));
        break;
      case 's':
        out.decimal(view.u16(from));
        break;
      case 'b':
        out.decimal(view.u8(from));
        break;
      case 'B':
        out.char(view.u8(from) === 0 ? 0x4e : 0x59);
        break;
      default:
        out.decimal(view.u8(from));
    }
  }
  if (from < at + size) {
    out.text(' ERROR: ');
    out.decimal(at + size - from);
    out.text(' undecoded bytes');
  }
}
