/** Serial Line IP (RFC 1055) as BSD captures it: 16 bytes of direction and compressed header, then IP. */
import type { PrintContext } from './context';
import { printIpv4 } from './ipv4';
import { printIpv6 } from './ipv6';

const headerLength = 16;
const Direction = { in: 0, out: 1 } as const;

export function printSlipLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'slip';
  if (length < headerLength || !view.has(at, headerLength)) {
    context.truncated();
    return;
  }
  if (context.linkLevel) direction(context, at);
  const next = at + headerLength;
  const left = length - headerLength;
  if (left < 1 || !view.has(next, 1)) {
    context.truncated();
    return;
  }
  context.headerLength = headerLength;
  const version = view.u8(next) >>> 4;
  if (version === 4) printIpv4(context, next, left);
  else if (version === 6) printIpv6(context, next, left);
  else {
    out.text('ip v');
    out.decimal(version);
  }
}

/** -e: direction and the compressed header's bytes. */
function direction(context: PrintContext, at: number): void {
  const { out, view } = context;
  const value = view.u8(at);
  if (value === Direction.in) out.text('I ');
  else if (value === Direction.out) out.text('O ');
  else {
    out.text('Invalid direction ');
    out.decimal(value);
    out.char(0x20);
  }
  for (let i = 1; i < headerLength; i++) {
    if (i > 1) out.char(0x2e);
    out.hex8(view.u8(at + i));
  }
  out.text(': ');
}
