/** OpenBSD's enc(4): packets after IPsec has taken its headers off (LINKTYPE_ENC of tcpdump.org). */

import type { PrintContext } from '../context';
import { type FlagName, flagNames } from '../text/names';
import { printBsdFamily } from './bsd-family';

const headerLength = 12;
/** Address families are small, so a large value was written in the other byte order. */
const largestFamily = 0xffff;
const flagTable: readonly FlagName[] = [
  [0x0800, 'authentic'],
  [0x0400, 'confidential'],
];
const knownFlags = 0x0c00;

export function printEncLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'enc';
  view.need(at, headerLength);
  context.headerLength = headerLength;
  const swapped = view.u32LE(at) > largestFamily;
  const family = swapped ? view.u32(at) : view.u32LE(at);
  const flags = swapped ? view.u32(at + 8) : view.u32LE(at + 8);
  protection(context, flags);
  out.text('SPI 0x');
  out.hex32(view.u32(at + 4));
  out.text(': ');
  printBsdFamily(context, family, at + headerLength, length - headerLength);
}

/** `(authentic,confidential): `; flags without a name leave the bracket open, as in tcpdump. */
function protection(context: PrintContext, flags: number): void {
  const { out } = context;
  if (flags === 0) {
    out.text('(unprotected): ');
    return;
  }
  out.char(0x28);
  flagNames(out, flagTable, flags, '', ',');
  if ((flags & ~knownFlags) === 0) out.text('): ');
  else if ((flags & knownFlags) !== 0) out.char(0x2c);
}
