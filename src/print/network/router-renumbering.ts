/** Router Renumbering for IPv6 (RFC 2894). */
import type { PrintContext } from '../context';
import { namedIpv6 } from '../text/named';
import { nameOr, names } from '../text/names';

const codeNames = names(() => ({ 0: ', command', 1: ', result', 255: ', sequence number reset' }));
const operationNames = names(() => ({ 1: 'add', 2: 'change', 3: 'setglobal' }));
const commandCode = 0;
const headerLength = 16;
const matchLength = 24;
const useLength = 32;
/** Letters of the header's flags, from the highest bit (RFC 2894, 3.1). */
const headerFlags = 'TRASP';
/** Letters of a use-prefix's flags, from the highest bit (RFC 2894, 3.2.1.2). */
const useFlags = 'VP';
const infinite = 0xffffffff;

/** `at`: the ICMPv6 message. */
export function printRouterRenumbering(context: PrintContext, at: number): void {
  const { out, view } = context;
  if (!view.has(at, headerLength)) {
    context.truncated();
    return;
  }
  const code = view.u8(at + 1);
  nameOr(out, codeNames, code, ', code-#');
  out.text(', seq=');
  out.decimal(view.u32(at + 4));
  if (context.verbose > 0) {
    out.char(0x5b);
    flagLetters(context, headerFlags, view.u8(at + 9));
    out.text('seg=');
    out.decimal(view.u8(at + 8));
    out.text(',maxdelay=');
    out.decimal(view.u16(at + 10));
    const reserved = view.u32(at + 12);
    if (reserved !== 0) {
      out.text('rsvd=0x');
      out.hex(reserved);
    }
    out.char(0x5d);
  }
  if (code === commandCode) command(context, at + headerLength);
}

/** The letters of the bits set and a comma; nothing where the field is zero. */
function flagLetters(context: PrintContext, letters: string, flags: number): void {
  if (flags === 0) return;
  const { out } = context;
  for (let bit = 0; bit < letters.length; bit++) {
    if ((flags & (0x80 >>> bit)) !== 0) out.char(letters.charCodeAt(bit));
  }
  out.char(0x2c);
}

/** A prefix to match, and prefixes to use instead. */
function command(context: PrintContext, at: number): void {
  const { out, view } = context;
  if (!view.has(at, matchLength)) {
    context.truncated();
    return;
  }
  part(context, 'match(');
  nameOr(out, operationNames, view.u8(at), '#');
  if (context.verbose > 0) {
    out.text(',ord=');
    out.decimal(view.u8(at + 2));
    out.text(',min=');
    out.decimal(view.u8(at + 4));
    out.text(',max=');
    out.decimal(view.u8(at + 5));
  }
  out.char(0x2c);
  namedIpv6(context, at + 8);
  out.char(0x2f);
  out.decimal(view.u8(at + 3));
  out.char(0x29);
  const words = view.u8(at + 1) - 3;
  if (words % 4 !== 0) {
    context.truncated();
    return;
  }
  for (let i = 0, from = at + matchLength; i < words / 4; i++, from += useLength) {
    if (!view.has(from, useLength)) {
      context.truncated();
      return;
    }
    usePrefix(context, from);
  }
}

function part(context: PrintContext, title: string): void {
  context.out.text(context.verbose > 1 ? '\n\t' : ' ');
  context.out.text(title);
}

function usePrefix(context: PrintContext, at: number): void {
  const { out, view } = context;
  part(context, 'use(');
  flagLetters(context, useFlags, view.u8(at + 12));
  if (context.verbose > 0) {
    out.text('mask=0x');
    out.hex(view.u8(at + 2));
    out.text(',raflags=0x');
    out.hex(view.u8(at + 3));
    out.char(0x2c);
    lifetime(context, 'vltime=', view.u32(at + 4));
    lifetime(context, 'pltime=', view.u32(at + 8));
  }
  namedIpv6(context, at + 16);
  out.char(0x2f);
  out.decimal(view.u8(at));
  out.char(0x2f);
  out.decimal(view.u8(at + 1));
  out.char(0x29);
}

function lifetime(context: PrintContext, title: string, seconds: number): void {
  const { out } = context;
  out.text(title);
  if (seconds === infinite) out.text('infty');
  else out.decimal(seconds);
  out.char(0x2c);
}
