/** Per-Packet Information (CACE Technologies, PPI header format 1.0.7): facts of the radio, then a frame of its link type. */
import type { PrintContext } from '../context';
import { linkTypeNames, printerInside } from '../text/link-type-names';

const fixedLength = 8;
const longest = 65532;

export function printPpiLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'ppi';
  const captured = view.available(at);
  if (captured < fixedLength) {
    context.truncated();
    context.headerLength = captured;
    return;
  }
  const size = view.u16LE(at + 2);
  if (size < fixedLength || size > longest) {
    out.text(' [length ');
    out.decimal(size);
    out.text(' < 8 or > 65532]');
    context.invalid();
    context.headerLength = captured;
    return;
  }
  if (captured < size) {
    context.truncated();
    context.headerLength = captured;
    return;
  }
  const linkType = view.u32LE(at + 4);
  const left = length - size;
  const print = printerInside(context.tables, linkType);
  if (context.linkLevel || print === undefined) header(context, at, linkType, size, length);
  if (print === undefined) {
    context.headerLength = size;
    context.dump(at + size, left);
    return;
  }
  if (context.enter()) print(context, at + size, captured - size, left);
  context.headerLength += size;
}

function header(context: PrintContext, at: number, linkType: number, size: number, length: number): void {
  const { out, view } = context;
  const name = linkTypeNames.get(linkType) ?? 'UNKNOWN';
  if (context.quiet > 0) {
    out.text(name);
  } else {
    out.text('V.');
    out.decimal(view.u8(at));
    out.text(' DLT ');
    out.text(name);
    out.text(' (');
    out.decimal(linkType);
    out.text(') len ');
    out.decimal(size);
  }
  out.text(', length ');
  out.decimal(length);
  out.text(': ');
}
