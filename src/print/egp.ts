/** Exterior Gateway Protocol (RFC 904): the header. */
import type { PrintContext } from './context';

const headerLength = 14;

export function printEgp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'egp';
  if (length < headerLength || !view.has(at, headerLength)) {
    context.truncated();
    return;
  }
  out.text('EGPv');
  out.decimal(view.u8(at));
  out.text(', AS ');
  out.decimal(view.u16(at + 6));
  out.text(', seq ');
  out.decimal(view.u16(at + 8));
  out.text(', length ');
  out.decimal(length);
}
