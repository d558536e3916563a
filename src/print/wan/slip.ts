/** Serial Line IP (RFC 1055) as BSD captures it: 16 bytes of direction and compressed header, then IP. */
import type { PrintContext } from '../context';
import { printIpv4 } from '../network/ipv4';
import { printIpv6 } from '../network/ipv6';
import { printSlipHeader } from './slip-header';

const headerLength = 16;

export function printSlipLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'slip';
  view.need(at, headerLength);
  const next = at + headerLength;
  const left = length - headerLength;
  if (context.linkLevel) printSlipHeader(context, at, next, left);
  const version = view.u8(next) >>> 4;
  context.headerLength = headerLength;
  if (version === 4) printIpv4(context, next, left);
  else if (version === 6) printIpv6(context, next, left);
  else {
    out.text('ip v');
    out.decimal(version);
  }
}

/** BSD/OS: always IPv4, and its header of the same length says nothing. */
export function printSlipBsdosLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  context.protocol = 'slip_bsdos';
  context.view.need(at, headerLength);
  context.headerLength = headerLength;
  printIpv4(context, at + headerLength, length - headerLength);
}
