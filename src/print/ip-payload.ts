/** What an IPv4 protocol number or the last IPv6 next-header leads to. */
import type { PrintContext } from './context';

export function printIpPayload(context: PrintContext, protocol: number, at: number, length: number): void {
  const print = context.tables.ip[protocol];
  if (print !== undefined) {
    print(context, at, length);
    return;
  }
  const { out } = context;
  out.text(' ip-proto-');
  out.decimal(protocol);
  out.char(0x20);
  out.decimal(length);
}
