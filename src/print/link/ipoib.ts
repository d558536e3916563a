/** IP over InfiniBand (RFC 4391) with the 40 bytes of Global Routing Header in front, as Linux captures it. */
import type { PrintContext } from '../context';
import { ethertypeNames } from '../text/names';
import { printEthertype } from './ethertype';

const typeAt = 40;
const headerLength = 44;

export function printIpoibLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'ipoib';
  if (!view.has(at, headerLength)) {
    context.truncated();
    context.headerLength = view.available(at);
    return;
  }
  const type = view.u16(at + typeAt);
  if (context.linkLevel) {
    out.text('IPOIB');
    header(context, type, length);
  }
  context.headerLength = headerLength;
  if (printEthertype(context, type, at + headerLength, length - headerLength)) return;
  if (!context.linkLevel) header(context, type, length);
  context.dump(at + headerLength, length - headerLength);
}

function header(context: PrintContext, type: number, length: number): void {
  const { out } = context;
  out.text(', ethertype ');
  out.text(ethertypeNames.get(type) ?? 'Unknown');
  if (context.quiet === 0) {
    out.text(' (0x');
    out.hex16(type);
    out.char(0x29);
  }
  out.text(', length ');
  out.decimal(length);
  out.text(': ');
}
