/** Names of hosts in OLSR (the nameservice plugin of olsrd). */
import type { PrintContext } from '../context';
import { namedIpv4, namedIpv6 } from '../text/named';

const headerLength = 4;
const entryHeaderLength = 4;

export function printOlsrNames(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < headerLength) context.leave();
  const count = view.u16(at + 2);
  const version = view.u16(at);
  const addressLength = context.family === 6 ? 16 : 4;
  out.text('\n\t  Version ');
  out.decimal(version);
  out.text(', Entries ');
  out.decimal(count);
  if (count === 0 || count * (entryHeaderLength + addressLength) > length) {
    context.invalid();
    return;
  }
  const end = at + length;
  let from = at + headerLength;
  for (let i = 0; i < count && end - from >= entryHeaderLength; i++) {
    const size = entry(context, i, from, end, addressLength);
    if (size < 0) return;
    from += size;
  }
}

/** Returns its length with what it is padded by; -1, and said so: it does not fit. */
function entry(context: PrintContext, number: number, at: number, end: number, addressLength: number): number {
  const { out, view } = context;
  const type = view.u16(at);
  const size = view.u16(at + 2);
  out.text('\n\t    #');
  out.decimal(number);
  out.text(type === 0 ? ': type 00' : ': type 0x');
  out.hex16(type);
  out.text(', length ');
  out.decimal(size);
  const from = at + entryHeaderLength;
  if (size === 0 || addressLength + size > end - from) {
    context.invalid();
    return -1;
  }
  const padded = addressLength + ((size + 3) & ~3);
  if (padded > end - from) context.leave();
  context.need(from, padded);
  out.text(', address ');
  if (addressLength === 16) namedIpv6(context, from);
  else namedIpv4(context, from);
  out.text(', name "');
  out.reserve(4 * size);
  for (let i = 0; i < size; i++) out.caret(view.u8(from + addressLength + i));
  out.char(0x22);
  return entryHeaderLength + padded;
}
