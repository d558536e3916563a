/** Apple's IP over IEEE 1394: two EUI-64 addresses and an ethertype. */

import type { PrintContext } from '../context';
import { linkAddress } from '../text/address';
import { typeAndLength } from './ethernet';
import { printEthertype } from './ethertype';

const addressLength = 8;
const typeAt = 2 * addressLength;
const headerLength = typeAt + 2;

export function printIeee1394Link(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { view } = context;
  context.protocol = 'ap1394';
  view.need(at, headerLength);
  if (context.linkLevel) header(context, at, length);
  const next = at + headerLength;
  const left = length - headerLength;
  context.headerLength = headerLength;
  if (printEthertype(context, view.u16(at + typeAt), next, left)) return;
  if (!context.linkLevel) header(context, at, length);
  context.dump(next, left);
}

function header(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  linkAddress(out, view, at + addressLength, addressLength);
  out.text(' > ');
  linkAddress(out, view, at, addressLength);
  out.text(', ');
  typeAndLength(context, view.u16(at + typeAt), length);
}
