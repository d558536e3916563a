/** Neighbor Discovery options (RFC 4861, 4.6; 4191; 6275; 8106), one below the other. */
import { NdOption } from '../../decode/icmp6';
import { ByteView } from '../../decode/view';
import { printDnsName } from '../application/dns-name';
import type { PrintContext } from '../context';
import { linkAddress } from '../text/address';
import { namedIpv6 } from '../text/named';
import { type FlagName, flagNames, names } from '../text/names';

/** RFC 4191, 2.1. */
export const routerPreferences = ['medium', 'high', 'rsv', 'low'];

const prefixFlags: readonly FlagName[] = [
  [0x80, 'onlink'],
  [0x40, 'auto'],
  [0x20, 'router'],
];
const optionNames = names(() => ({
  1: 'source link-address',
  2: 'destination link-address',
  3: 'prefix info',
  4: 'redirected header',
  5: 'mtu',
  7: 'advertisement interval',
  8: 'homeagent information',
  24: 'route info',
  25: 'rdnss',
  31: 'dnssl',
}));
const infinite = 0xffffffff;
const prefixOptionLength = 32;
const mtuOptionLength = 8;
/** The prefix of route information is 0, 8 or 16 bytes long. */
const longestRouteOption = 24;

/** A length of zero and an option that is not all there end the message; options that are not captured are not missed. */
export function printNdOptions(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const end = at + length;
  let from = at;
  while (from < end && from < view.end) {
    if (!view.has(from, 2)) {
      context.truncated();
      return;
    }
    const kind = view.u8(from);
    const units = view.u8(from + 1);
    const size = 8 * units;
    if (units === 0 || !view.has(from, size)) {
      context.truncated();
      return;
    }
    out.text('\n\t  ');
    out.text(optionNames.get(kind) ?? 'unknown');
    out.text(' option (');
    out.decimal(kind);
    out.text('), length ');
    out.decimal(size);
    out.text(' (');
    out.decimal(units);
    out.text('): ');
    if (!optionNames.has(kind) && context.verbose < 2) {
      context.dumpPart('\n\t  ', from + 2, size - 2);
      return;
    }
    if (!option(context, kind, from, size)) {
      context.truncated();
      return;
    }
    if (context.verbose > 1) context.dumpPart('\n\t    ', from + 2, size - 2);
    from += size;
  }
}

function seconds(context: PrintContext, value: number): void {
  if (value === infinite) {
    context.out.text('infinity');
    return;
  }
  context.out.decimal(value);
  context.out.char(0x73);
}

/** false: the option contradicts itself. */
function option(context: PrintContext, kind: number, at: number, size: number): boolean {
  const { out, view } = context;
  switch (kind) {
    case NdOption.sourceLinkAddress:
    case NdOption.targetLinkAddress:
      linkAddress(out, view, at + 2, size - 2);
      return true;
    case NdOption.prefix:
      prefix(context, at, size);
      return true;
    case NdOption.redirected:
      context.dumpPart('\n\t    ', at, size);
      return true;
    case NdOption.mtu:
      out.char(0x20);
      out.decimal(view.u32(at + 4));
      if (size !== mtuOptionLength) out.text('bad option length');
      return true;
    case NdOption.advertisementInterval:
      out.char(0x20);
      out.decimal(view.u32(at + 4));
      out.text('ms');
      return true;
    case NdOption.homeAgent:
      out.text(' preference ');
      out.decimal(view.u16(at + 4));
      out.text(', lifetime ');
      out.decimal(view.u16(at + 6));
      return true;
    case NdOption.routeInformation:
      return routeInformation(context, at, size);
    case NdOption.dnsServers:
      nameServers(context, at, size);
      return true;
    case NdOption.dnsSearchList:
      return searchList(context, at, size);
    default:
      return true;
  }
}

function prefix(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  view.need(at, prefixOptionLength);
  namedIpv6(context, at + 16);
  out.char(0x2f);
  out.decimal(view.u8(at + 2));
  if (size !== prefixOptionLength) out.text('badlen');
  out.text(', Flags [');
  flagNames(out, prefixFlags, view.u8(at + 3));
  out.text('], valid time ');
  seconds(context, view.u32(at + 4));
  out.text(', pref. time ');
  seconds(context, view.u32(at + 8));
}

function nameServers(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  out.text(' lifetime ');
  out.decimal(view.u32(at + 4));
  out.text('s,');
  for (let from = at + 8; from + 16 <= at + size; from += 16) {
    out.text(' addr: ');
    namedIpv6(context, from);
  }
}

function searchList(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  out.text(' lifetime ');
  out.decimal(view.u32(at + 4));
  out.text('s, domain(s):');
  let from = at + 8;
  while (from < at + size && view.u8(from) !== 0) {
    out.char(0x20);
    from = printDnsName(context, from, at);
    if (from < 0) return false;
  }
  return true;
}

const routePrefix = new ByteView();
const routeBytes = new Uint8Array(16);
routePrefix.attach(routeBytes, new DataView(routeBytes.buffer), 0, 16);

function routeInformation(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  if (size > longestRouteOption) return false;
  for (let i = 0; i < 16; i++) routeBytes[i] = 8 + i < size ? view.u8(at + 8 + i) : 0;
  out.char(0x20);
  namedIpv6(context, 0, routePrefix);
  out.char(0x2f);
  out.decimal(view.u8(at + 2));
  out.text(', pref=');
  out.text(routerPreferences[(view.u8(at + 3) >>> 3) & 3]);
  out.text(', lifetime=');
  seconds(context, view.u32(at + 4));
  return true;
}
