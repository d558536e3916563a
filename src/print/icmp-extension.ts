/** ICMP multi-part messages (RFC 4884) with MPLS label stacks (RFC 4950), shown at -v. */
import type { PrintContext } from './context';

/** Where the extension structure starts when the length field says nothing (RFC 4884, 5). */
const extensionOffset = 128 + 8;
const extensionHeaderLength = 4;
const objectHeaderLength = 4;
const mplsClass = 1;

export function printIcmpExtensions(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length <= extensionOffset || !view.has(at + extensionOffset, 1)) return;
  const start = at + extensionOffset;
  const end = at + length;
  out.text('\n\tMPLS extension v');
  const version = view.u8(start) >>> 4;
  out.decimal(version);
  if (version !== 2) {
    out.text(', packet not supported');
    return;
  }
  let from = start + extensionHeaderLength;
  while (from + objectHeaderLength <= end) {
    const size = view.u16(from);
    const objectClass = view.u8(from + 2);
    out.text('\n\t  MPLS Stack Entry Object (');
    out.decimal(objectClass);
    out.text('), Class-Type: ');
    out.decimal(view.u8(from + 3));
    out.text(', length ');
    out.decimal(size);
    if (size < objectHeaderLength) return;
    if (objectClass === mplsClass) labels(context, from + objectHeaderLength, size - objectHeaderLength);
    from += size;
  }
}

function labels(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  for (let from = at; from + 4 <= at + length; from += 4) {
    const entry = view.u32(from);
    out.text('\n\t    label ');
    out.decimal(entry >>> 12);
    out.text(', exp ');
    out.decimal((entry >>> 9) & 7);
    if ((entry & 0x100) !== 0) out.text(', [S]');
    out.text(', ttl ');
    out.decimal(entry & 0xff);
  }
}
