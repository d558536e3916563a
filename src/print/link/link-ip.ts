/** Link types that are IP itself or IP after an address family: RAW, IPV4, IPV6, NULL and LOOP. */
import type { PrintContext } from '../context';
import { printIpv4 } from '../network/ipv4';
import { printIpv6 } from '../network/ipv6';
import { nameOr, names } from '../text/names';

const familyNames = names(() => ({
  2: 'IPv4',
  7: 'ISO',
  16: 'Appletalk',
  23: 'IPX',
  24: 'IPv6',
  28: 'IPv6',
  30: 'IPv6',
}));
const familyLength = 4;
/** Address families are small, so a large value was written in the other byte order. */
const largestFamily = 0xffff;

export function printRawIp(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'ipn';
  if (context.linkLevel) out.text('ip: ');
  if (length === 0) {
    out.text('truncated-ip 0');
    return;
  }
  const version = view.u8(at) >>> 4;
  if (version === 4) printIpv4(context, at, length);
  else if (version === 6) printIpv6(context, at, length);
  else {
    out.text('unknown ip ');
    out.decimal(version);
  }
  context.headerLength = 0;
}

/** BSD loopback: a 32-bit address family in the byte order of the host that captured. */
export function printNull(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { view } = context;
  context.protocol = 'null';
  if (length < familyLength || !view.has(at, familyLength)) {
    context.truncated();
    return;
  }
  const little = view.u32LE(at);
  const family = little > largestFamily ? view.u32(at) : little;
  if (context.linkLevel) header(context, family, length);
  context.headerLength = familyLength;
  const next = at + familyLength;
  const left = length - familyLength;
  switch (family) {
    case 2:
      printIpv4(context, next, left);
      return;
    case 24:
    case 28:
    case 30:
      printIpv6(context, next, left);
      return;
    case 7:
      context.tables.rare().printIso(context, next, left);
      return;
    case 16:
      context.tables.rare().printAppleTalk(context, next, left);
      return;
    case 23:
      context.tables.rare().printIpx(context, next, left);
      return;
    default:
      if (!context.linkLevel) header(context, family, length);
      context.dump(next, left);
  }
}

function header(context: PrintContext, family: number, length: number): void {
  const { out } = context;
  if (context.quiet === 0) {
    out.text('AF ');
    out.text(familyNames.get(family) ?? 'Unknown');
    out.text(' (');
    out.decimal(family);
    out.char(0x29);
  } else {
    nameOr(out, familyNames, family, 'Unknown AF ');
  }
  out.text(', length ');
  out.decimal(length);
  out.text(': ');
}
