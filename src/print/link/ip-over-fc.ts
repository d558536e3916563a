/** IP over Fibre Channel (RFC 2625): a network header of two port names, then LLC. */
import type { PrintContext } from '../context';
import { namedMac } from '../text/named';
import { printLlc } from './llc';

const headerLength = 16;
/** Each name holds a MAC address in its lower 48 bits. */
const destinationAt = 2;
const sourceAt = 10;

export function printIpOverFcLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'ipfc';
  view.need(at, headerLength);
  context.linkDestinationAt = at + destinationAt;
  context.linkSourceAt = at + sourceAt;
  if (context.linkLevel) {
    namedMac(context, context.linkSourceAt);
    out.text(' > ');
    namedMac(context, context.linkDestinationAt);
    out.text(', length ');
    out.decimal(length);
    out.text(': ');
  }
  context.headerLength = headerLength;
  context.headerLength = headerLength + printLlc(context, at + headerLength, length - headerLength);
}
