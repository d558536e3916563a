/** Neighbor Discovery messages (RFC 4861) with router preferences (RFC 4191); their options at -v. */
import { Icmp6Type, ndOptionsOffset } from '../../decode/icmp6';
import type { PrintContext } from '../context';
import { namedIpv6 } from '../text/named';
import { type FlagName, flagNames } from '../text/names';
import { printNdOptions, routerPreferences } from './nd-options';

const routerFlags: readonly FlagName[] = [
  [0x80, 'managed'],
  [0x40, 'other stateful'],
  [0x20, 'home agent'],
  [0x02, 'ipv6 only'],
];
const neighborFlags: readonly FlagName[] = [
  [0x80, 'router'],
  [0x40, 'solicited'],
  [0x20, 'override'],
];

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
      namedIpv6(context, at + 8);
      break;
    case Icmp6Type.neighborAdvertisement:
      view.need(at + 8, 16);
      out.text(', tgt is ');
      namedIpv6(context, at + 8);
      if (verbose) {
        out.text(', Flags [');
        flagNames(out, neighborFlags, view.u8(at + 4));
        out.char(0x5d);
      }
      break;
    case Icmp6Type.redirect:
      view.need(at + 24, 16);
      out.text(', ');
      namedIpv6(context, at + 24);
      out.text(' to ');
      namedIpv6(context, at + 8);
      break;
  }
  if (!verbose) return;
  const start = ndOptionsOffset[type];
  printNdOptions(context, at + start, length - start);
}

function routerAdvertisement(context: PrintContext, at: number): void {
  const { out, view } = context;
  view.need(at + 4, 12);
  out.text('\n\thop limit ');
  out.decimal(view.u8(at + 4));
  const flags = view.u8(at + 5);
  out.text(', Flags [');
  flagNames(out, routerFlags, flags);
  out.text('], pref ');
  out.text(routerPreferences[(flags >>> 3) & 3]);
  out.text(', router lifetime ');
  out.decimal(view.u16(at + 6));
  out.text('s, reachable time ');
  out.decimal(view.u32(at + 8));
  out.text('ms, retrans timer ');
  out.decimal(view.u32(at + 12));
  out.text('ms');
}
