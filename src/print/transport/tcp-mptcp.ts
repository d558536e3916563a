/** Multipath TCP options (RFC 8684, RFC 6824). */
import { TcpFlag } from '../../decode/tcp';
import type { PrintContext } from '../context';
import { namedIpv4, namedIpv6 } from '../text/named';
import { names } from '../text/names';
import { decimal64, hex64 } from '../text/wide';

const Subtype = {
  capable: 0,
  join: 1,
  sequence: 2,
  addAddress: 3,
  removeAddress: 4,
  priority: 5,
  fail: 6,
  fastClose: 7,
} as const;

const subtypeNames = ['capable', 'join', 'dss', 'add-addr', 'rem-addr', 'prio', 'fail', 'fast-close'];

/** By the lower half of the third byte: the address family in RFC 6824, the echo flag in RFC 8684. */
const addAddressVersions = names(() => ({ 0: 'v1', 1: 'v1-echo', 4: 'v0-ip4', 6: 'v0-ip6' }));

/** Both of them are set in the second segment of a connection. */
const opening = TcpFlag.syn | TcpFlag.ack;

/** false: wrong length for its subtype. `at`: the option's kind byte; `size`: kind and length included. */
export function printMptcp(context: PrintContext, at: number, size: number, flags: number): boolean {
  const { out, view } = context;
  if (size < 3) return false;
  const subtype = view.u8(at + 2) >>> 4;
  out.char(0x20);
  out.decimal(size);
  const name = subtypeNames[subtype];
  out.char(0x20);
  out.text(name ?? 'unknown');
  switch (subtype) {
    case Subtype.capable:
      return capable(context, at, size, flags);
    case Subtype.join:
      return join(context, at, size, flags);
    case Subtype.sequence:
      return (flags & TcpFlag.syn) === 0 && sequence(context, at, size);
    case Subtype.addAddress:
      return addAddress(context, at, size);
    case Subtype.removeAddress:
      return removeAddress(context, at, size);
    case Subtype.priority:
      return priority(context, at, size);
    case Subtype.fail:
      if (size !== 12) return false;
      out.text(' seq ');
      decimal64(context.out, context.view, at + 4);
      return true;
    case Subtype.fastClose:
      if (size !== 12) return false;
      out.text(' key 0x');
      hex64(context.out, context.view, at + 4);
      return true;
    default:
      return true;
  }
}

function capable(context: PrintContext, at: number, size: number, flags: number): boolean {
  const { out, view } = context;
  const opens = (size === 4 || size === 12) && (flags & TcpFlag.syn) !== 0;
  const confirms = (size === 20 || size === 22 || size === 24) && (flags & opening) === TcpFlag.ack;
  if (!opens && !confirms) return false;
  const version = view.u8(at + 2) & 15;
  if (version > 1) {
    out.text(' Unknown Version (');
    out.decimal(version);
    out.char(0x29);
    return true;
  }
  out.text(' v');
  out.decimal(version);
  if ((view.u8(at + 3) & 0x80) !== 0) out.text(' csum');
  if (size < 12) return true;
  out.text(' {0x');
  hex64(context.out, context.view, at + 4);
  if (size >= 20) {
    out.text(',0x');
    hex64(context.out, context.view, at + 12);
  }
  out.char(0x7d);
  if (size === 24) {
    out.text(' len ');
    out.decimal(view.u16(at + 20));
    out.text(' csum 0x');
    out.hex(view.u16(at + 22));
  }
  return true;
}

function join(context: PrintContext, at: number, size: number, flags: number): boolean {
  const { out, view } = context;
  const asks = size === 12 && (flags & TcpFlag.syn) !== 0;
  const answers = size === 16 && (flags & opening) === opening;
  const confirms = size === 24 && (flags & TcpFlag.ack) !== 0;
  if (!asks && !answers && !confirms) return false;
  if (size !== 24) {
    if ((view.u8(at + 2) & 1) !== 0) out.text(' backup');
    out.text(' id ');
    out.decimal(view.u8(at + 3));
  }
  if (size === 12) {
    out.text(' token 0x');
    out.hex(view.u32(at + 4));
    out.text(' nonce 0x');
    out.hex(view.u32(at + 8));
  } else if (size === 16) {
    out.text(' hmac 0x');
    hex64(context.out, context.view, at + 4);
    out.text(' nonce 0x');
    out.hex(view.u32(at + 12));
  } else {
    out.text(' hmac 0x');
    for (let i = 4; i < 24; i++) out.hex8(view.u8(at + i));
  }
  return true;
}

/** Data sequence signal: flags say which numbers are there and how wide (RFC 8684, 3.3). */
function sequence(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  if (size < 4) return false;
  const bits = view.u8(at + 3);
  if ((bits & 0x10) !== 0) out.text(' fin');
  let from = at + 4;
  const end = at + size;
  if ((bits & 0x01) !== 0) {
    out.text(' ack ');
    const width = (bits & 0x02) !== 0 ? 8 : 4;
    if (from + width > end) return false;
    if (width === 8) decimal64(context.out, context.view, from);
    else out.decimal(view.u32(from));
    from += width;
  }
  if ((bits & 0x04) !== 0) {
    out.text(' seq ');
    const width = (bits & 0x08) !== 0 ? 8 : 4;
    if (from + width + 6 > end) return false;
    if (width === 8) decimal64(context.out, context.view, from);
    else out.decimal(view.u32(from));
    from += width;
    out.text(' subseq ');
    out.decimal(view.u32(from));
    out.text(' len ');
    out.decimal(view.u16(from + 4));
    from += 6;
    if (from + 2 <= end) {
      out.text(' csum 0x');
      out.hex(view.u16(from));
      from += 2;
    }
  }
  return from === end;
}

function addAddress(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  const wide = size === 20 || size === 22 || size === 28 || size === 30;
  const narrow = size === 8 || size === 10 || size === 16 || size === 18;
  if (!wide && !narrow) return false;
  out.char(0x20);
  out.text(addAddressVersions.get(view.u8(at + 2) & 15) ?? '[bad version/echo]');
  out.text(' id ');
  out.decimal(view.u8(at + 3));
  out.char(0x20);
  let from = at + 4;
  if (wide) {
    namedIpv6(context, from);
    from += 16;
  } else {
    namedIpv4(context, from);
    from += 4;
  }
  if (size === 10 || size === 18 || size === 22 || size === 30) {
    out.char(0x3a);
    out.decimal(view.u16(from));
    from += 2;
  }
  if (at + size - from === 8) {
    out.text(' hmac 0x');
    hex64(context.out, context.view, from);
  }
  return true;
}

function removeAddress(context: PrintContext, at: number, size: number): boolean {
  if (size < 4) return false;
  context.out.text(' id');
  for (let i = 3; i < size; i++) {
    context.out.char(0x20);
    context.out.decimal(context.view.u8(at + i));
  }
  return true;
}

function priority(context: PrintContext, at: number, size: number): boolean {
  if (size !== 3 && size !== 4) return false;
  context.out.text((context.view.u8(at + 2) & 1) !== 0 ? ' backup' : ' non-backup');
  if (size === 4) {
    context.out.text(' id ');
    context.out.decimal(context.view.u8(at + 3));
  }
  return true;
}
