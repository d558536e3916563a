/** Neighbor Discovery (RFC 4861) with router preferences (RFC 4191) and DNS options (RFC 8106). */
import { Icmp6Type, NdOption, ndOptionsOffset } from '../decode/icmp6';
import { ByteView } from '../decode/view';
import { ipv6, linkAddress } from './address';
import type { PrintContext } from './context';
import { type FlagName, flagNames, names } from './names';

const routerFlags: readonly FlagName[] = [
  [0x80, 'managed'],
  [0x40, 'other stateful'],
  [0x20, 'home agent'],
];
const neighborFlags: readonly FlagName[] = [
  [0x80, 'router'],
  [0x40, 'solicited'],
  [0x20, 'override'],
];
const prefixFlags: readonly FlagName[] = [
  [0x80, 'onlink'],
  [0x40, 'auto'],
  [0x20, 'router'],
];
const preferences = ['medium', 'high', 'rsv', 'low'];

const optionNames = names({
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
});
const infinite = 0xffffffff;

export function printNdMessage(context: PrintContext, type: number, at: number, length: number): void {
  const { out, view } = context;
  const verbose = context.verbose > 0;
  switch (type) {
    case Icmp6Type.routerAdvertisement:
      if (verbose) routerAdvertisement(context, at);
      break;
    case Icmp6Type.neighborSolicitation:
      view.need(at + 8, 16);
      out.text(', who has ');
      ipv6(out, view, at + 8);
      break;
    case Icmp6Type.neighborAdvertisement:
      view.need(at + 8, 16);
      out.text(', tgt is ');
      ipv6(out, view, at + 8);
      if (verbose) {
        out.text(', Flags [');
        flagNames(out, neighborFlags, view.u8(at + 4));
        out.char(0x5d);
      }
      break;
    case Icmp6Type.redirect:
      view.need(at + 8, 32);
      out.text(', ');
      ipv6(out, view, at + 24);
      out.text(' to ');
      ipv6(out, view, at + 8);
      break;
  }
  if (!verbose) return;
  const start = ndOptionsOffset[type];
  options(context, at + start, length - start);
}

function routerAdvertisement(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text('\n\thop limit ');
  out.decimal(view.u8(at + 4));
  const flags = view.u8(at + 5);
  out.text(', Flags [');
  flagNames(out, routerFlags, flags);
  out.text('], pref ');
  out.text(preferences[(flags >>> 3) & 3]);
  out.text(', router lifetime ');
  out.decimal(view.u16(at + 6));
  out.text('s, reachable time ');
  out.decimal(view.u32(at + 8));
  out.text('ms, retrans timer ');
  out.decimal(view.u32(at + 12));
  out.text('ms');
}

function options(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const end = Math.min(at + length, view.end);
  let from = at;
  while (from < end) {
    view.need(from, 2);
    const kind = view.u8(from);
    const units = view.u8(from + 1);
    out.text('\n\t  ');
    out.text(optionNames.get(kind) ?? 'unknown');
    out.text(' option (');
    out.decimal(kind);
    out.text('), length ');
    out.decimal(units * 8);
    out.text(' (');
    out.decimal(units);
    out.text('): ');
    if (units === 0) return;
    view.need(from, 8 * units);
    option(context, kind, from, 8 * units);
    from += 8 * units;
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

function option(context: PrintContext, kind: number, at: number, size: number): void {
  const { out, view } = context;
  switch (kind) {
    case NdOption.sourceLinkAddress:
    case NdOption.targetLinkAddress:
      linkAddress(out, view, at + 2, size - 2);
      return;
    case NdOption.prefix:
      view.need(at, 32);
      ipv6(out, view, at + 16);
      out.char(0x2f);
      out.decimal(view.u8(at + 2));
      out.text(', Flags [');
      flagNames(out, prefixFlags, view.u8(at + 3));
      out.text('], valid time ');
      seconds(context, view.u32(at + 4));
      out.text(', pref. time ');
      seconds(context, view.u32(at + 8));
      return;
    case NdOption.mtu:
      out.char(0x20);
      out.decimal(view.u32(at + 4));
      if (size !== 8) out.text(', bad option length');
      return;
    case NdOption.advertisementInterval:
      out.char(0x20);
      out.decimal(view.u32(at + 4));
      out.text('ms');
      return;
    case NdOption.homeAgent:
      out.text(' preference ');
      out.decimal(view.u16(at + 4));
      out.text(', lifetime ');
      out.decimal(view.u16(at + 6));
      return;
    case NdOption.routeInformation:
      routeInformation(context, at, size);
      return;
    case NdOption.dnsServers:
      out.text(' lifetime ');
      out.decimal(view.u32(at + 4));
      out.text('s,');
      for (let from = at + 8; from + 16 <= at + size; from += 16) {
        out.text(' addr: ');
        ipv6(out, view, from);
      }
      return;
    case NdOption.dnsSearchList:
      searchList(context, at, size);
      return;
    case NdOption.redirected:
      context.dumpPart('\n\t    ', at + 8, size - 8);
      return;
    default:
      context.dumpPart('\n\t  ', at + 2, size - 2);
  }
}

function searchList(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  out.text(' lifetime ');
  out.decimal(view.u32(at + 4));
  out.text('s, domain(s):');
  let from = at + 8;
  while (from < at + size && view.u8(from) !== 0) {
    out.char(0x20);
    for (let label = view.u8(from); label !== 0 && from < at + size; label = view.u8(from)) {
      for (let i = 1; i <= label; i++) out.escaped(view.u8(from + i));
      out.char(0x2e);
      from += label + 1;
    }
    from++;
  }
}

/** RFC 4191, 2.3: the prefix is 0, 8 or 16 bytes of an address whose rest is zero. */
const routePrefix = new ByteView();
const routeBytes = new Uint8Array(16);
routePrefix.attach(routeBytes, new DataView(routeBytes.buffer), 0, 16);

function routeInformation(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  for (let i = 0; i < 16; i++) routeBytes[i] = 8 + i < size ? view.u8(at + 8 + i) : 0;
  out.char(0x20);
  ipv6(out, routePrefix, 0);
  out.char(0x2f);
  out.decimal(view.u8(at + 2));
  out.text(', pref=');
  out.text(preferences[(view.u8(at + 3) >>> 3) & 3]);
  out.text(', lifetime=');
  seconds(context, view.u32(at + 4));
}
