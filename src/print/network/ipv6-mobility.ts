/** Mobility header of IPv6 (RFC 6275, 6.1) and its options (6.2). */
import { extensionLength } from '../../decode/ipv6-extension';
import type { PrintContext } from '../context';
import { namedIpv6 } from '../text/named';

const messageNames = ['BRR', 'HoTI', 'CoTI', 'HoT', 'CoT', 'BU', 'BA', 'BE'];
/** Next header and length, without which nothing is said. */
const lengthFieldEnd = 2;
/** Smallest header of each message. */
const shortest = [8, 16, 16, 24, 24, 12, 12, 24];
const Message = {
  homeTestInit: 1,
  careOfTestInit: 2,
  homeTest: 3,
  careOfTest: 4,
  bindingUpdate: 5,
  bindingAcknowledgement: 6,
  bindingError: 7,
} as const;
const Option = { pad1: 0, padN: 1, refresh: 2, alternateAddress: 3, nonces: 4, authorization: 5 } as const;
/** Letters of a binding update's flags, from the highest bit. */
const updateFlags = 'AHLK';
/** Lifetimes and refresh intervals count in units of four seconds. */
const timeUnit = 4;

/** Nothing is decoded after it. */
export function printMobility(context: PrintContext, at: number): void {
  const { out, view } = context;
  context.protocol = 'mobility';
  if (!view.has(at, lengthFieldEnd)) {
    context.truncated();
    return;
  }
  const length = extensionLength(view, at);
  const type = view.u8(at + 2);
  const needed = shortest[type];
  if (needed !== undefined && length < needed) {
    out.text('(header length ');
    out.decimal(length);
    out.text(' is too small for type ');
    out.decimal(type);
    out.char(0x29);
    context.truncated();
    return;
  }
  out.text('mobility: ');
  if (needed === undefined) {
    out.text('type-#');
    out.decimal(type);
    out.text(' len=');
    out.decimal(view.u8(at + 1));
    return;
  }
  out.text(messageNames[type]);
  message(context, type, at);
  if (context.verbose > 0 && !options(context, at + needed, length - needed)) context.truncated();
}

function message(context: PrintContext, type: number, at: number): void {
  const { out, view } = context;
  switch (type) {
    case Message.homeTestInit:
    case Message.careOfTestInit:
      initCookie(context, type === Message.homeTestInit, at + 8);
      return;
    case Message.homeTest:
    case Message.careOfTest: {
      const nonce = view.u16(at + 6);
      out.text(' nonce id=0x');
      out.hex(nonce);
      initCookie(context, type === Message.homeTest, at + 8);
      cookie(context, type === Message.homeTest, ' Keygen Token=', at + 16);
      return;
    }
    case Message.bindingUpdate:
      bindingUpdate(context, at);
      return;
    case Message.bindingAcknowledgement:
      status(context, at);
      if ((view.u8(at + 7) & 0x80) !== 0) out.text(' K');
      sequence(context, view.u16(at + 8));
      lifetime(context, view.u16(at + 10));
      return;
    case Message.bindingError:
      status(context, at);
      view.need(at + 8, 16);
      out.text(' homeaddr ');
      namedIpv6(context, at + 8);
  }
}

function initCookie(context: PrintContext, home: boolean, at: number): void {
  cookie(context, home, ' Init Cookie=', at);
}

/** 64 bits, at -v. */
function cookie(context: PrintContext, home: boolean, title: string, at: number): void {
  if (context.verbose === 0) return;
  const { out, view } = context;
  view.need(at, 8);
  out.text(home ? ' Home' : ' Care-of');
  out.text(title);
  out.hex32(view.u32(at));
  out.char(0x3a);
  out.hex32(view.u32(at + 4));
}

function bindingUpdate(context: PrintContext, at: number): void {
  const { out, view } = context;
  sequence(context, view.u16(at + 6));
  context.returning = 'mobility';
  view.need(at + 8, 2);
  context.returning = '';
  const flags = view.u8(at + 8) & 0xf0;
  if (flags !== 0) out.char(0x20);
  for (let bit = 0; bit < updateFlags.length; bit++) {
    if ((flags & (0x80 >>> bit)) !== 0) out.char(updateFlags.charCodeAt(bit));
  }
  lifetime(context, view.u16(at + 10));
}

function sequence(context: PrintContext, value: number): void {
  context.out.text(' seq#=');
  context.out.decimal(value);
}

function lifetime(context: PrintContext, units: number): void {
  context.out.text(' lifetime=');
  context.out.decimal(units * timeUnit);
}

function status(context: PrintContext, at: number): void {
  const value = context.view.u8(at + 6);
  context.out.text(' status=');
  context.out.decimal(value);
}

/** false: an option does not fit, or is cut; as in tcpdump, one that nothing follows counts as cut. */
function options(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  const end = at + length;
  let from = at;
  while (from < end) {
    const kind = view.u8(from);
    if (kind === Option.pad1) {
      if (!view.has(from, 2)) return false;
      out.text('(pad1)');
      from++;
      continue;
    }
    if (from + 1 >= end) return false;
    const size = view.u8(from + 1) + 2;
    if (from + size > end || !view.has(from, size + 1) || !option(context, kind, from, end - from)) return false;
    from += size;
  }
  return true;
}

/** Name and smallest size of each option. */
const known: Readonly<Record<number, readonly [name: string, size: number]>> = {
  [Option.padN]: ['padn', 2],
  [Option.refresh]: ['refresh', 4],
  [Option.alternateAddress]: ['altcoa', 18],
  [Option.nonces]: ['ni', 6],
  [Option.authorization]: ['auth', 12],
};

/** `left`: bytes to the end of the header. */
function option(context: PrintContext, kind: number, at: number, left: number): boolean {
  const { out, view } = context;
  const entry = known[kind];
  if (entry !== undefined && left >= entry[1] && kind !== Option.padN && kind !== Option.authorization) {
    view.need(at, entry[1]);
  }
  out.char(0x28);
  if (entry === undefined) {
    out.text('type-0x');
    out.hex8(kind);
    out.text(': len=');
    out.decimal(view.u8(at + 1));
  } else if (left < entry[1]) {
    out.text(entry[0]);
    out.text(': trunc)');
    return false;
  } else if (kind === Option.refresh) {
    out.text('refresh: ');
    out.decimal(view.u16(at + 2) * timeUnit);
  } else if (kind === Option.alternateAddress) {
    out.text('alt-CoA: ');
    namedIpv6(context, at + 2);
  } else if (kind === Option.nonces) {
    out.text('ni: ho=0x');
    out.hex16(view.u16(at + 2));
    out.text(' co=0x');
    out.hex16(view.u16(at + 4));
  } else {
    out.text(entry[0]);
  }
  out.char(0x29);
  return true;
}
