/** Solaris IPNET (https://www.tcpdump.org/linktypes/LINKTYPE_IPNET.html): IP between zones of one host. */
import type { PrintContext } from '../context';
import { printIpv4 } from '../network/ipv4';
import { printIpv6 } from '../network/ipv6';
import { names } from '../text/names';
import { familyAndLength } from './link-family';

const headerLength = 24;
const sourceZoneAt = 16;
const destinationZoneAt = 20;
const Family = { ipv4: 2, ipv6: 26 } as const;
const familyNames = names(() => ({ [Family.ipv4]: 'IPv4', [Family.ipv6]: 'IPv6' }));

export function printIpnetLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { view } = context;
  context.protocol = 'ipnet';
  view.need(at, headerLength);
  if (context.linkLevel) header(context, at, length);
  context.headerLength = headerLength;
  const next = at + headerLength;
  const left = length - headerLength;
  const family = view.u8(at + 1);
  if (family === Family.ipv4) printIpv4(context, next, left);
  else if (family === Family.ipv6) printIpv6(context, next, left);
  else {
    if (!context.linkLevel) header(context, at, length);
    context.dump(next, left);
  }
}

/** Zones, family and length. */
function header(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const family = view.u8(at + 1);
  out.decimal(view.u32(at + sourceZoneAt));
  out.text(' > ');
  out.decimal(view.u32(at + destinationZoneAt));
  familyAndLength(context, family, familyNames.get(family), 'Unknown Ethertype', 4, length);
}
