/** IP over ATM as Linux hands it over (RFC 2225): behind an LLC header, or bare (RFC 2684). */
import type { PrintContext } from '../context';
import { printLlc } from '../link/llc';
import { printIpv4 } from '../network/ipv4';

/** SNAP with an ethertype. */
const snapHeader = [0xaa, 0xaa, 0x03, 0x00, 0x00, 0x00];
const snapLength = 8;

export function printClip(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'cip';
  if (context.linkLevel) {
    out.decimal(length);
    out.text(': ');
  }
  view.need(at, snapHeader.length);
  if (!snapHeader.every((byte, i) => view.u8(at + i) === byte)) {
    printIpv4(context, at, length);
    return;
  }
  context.headerLength = snapLength;
  context.headerLength = printLlc(context, at, length);
}
