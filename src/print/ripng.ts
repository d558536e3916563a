/** RIPng for IPv6 (RFC 2080). */
import { ipv6 } from './address';
import type { PrintContext } from './context';

const headerLength = 4;
const entryLength = 20;
const Command = { request: 1, response: 2 } as const;
const infinity = 16;

export function printRipng(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'ripng';
  view.need(at, headerLength);
}
