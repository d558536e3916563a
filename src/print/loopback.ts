/** Ethernet Configuration Testing Protocol (Ethernet v2.0, chapter 8): loopback requests and replies. */
import type { PrintContext } from './context';

const Function = { reply: 1, forward: 2 } as const;

export function printLoopback(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'loopback';
  out.text('Loopback');
  if (length < 2) {
    context.invalid();
    return;
  }
  const skip = view.u16LE(at);
  out.text(', skipCount ');
  out.decimal(skip);
  if (skip & 7) out.text(' (bogus)');
  if (skip > length - 2) {
    context.invalid();
    return;
  }
  const from = at + 2 + skip;
  const left = length - 2 - skip;
  if (left < 2) {
    context.invalid();
    return;
  }
  const kind = view.u16LE(from);
  if (kind === Function.reply) {
    out.text(', Reply');
    if (left >= 4) {
      out.text(', receipt number ');
      out.decimal(view.u16LE(from + 2));
    } else {
      context.invalid();
    }
  } else if (kind === Function.forward) {
    out.text(', Forward Data');
    forward(context, from + 2, left - 2);
  } else {
    out.text(', unknown (0x');
    out.hex16(kind);
    out.char(0x29);
  }
}

function forward(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < 6) {
    context.invalid();
    return;
  }
  out.text(', forwarding address ');
  for (let i = 0; i < 6; i++) {
    if (i > 0) out.char(0x3a);
    out.hex8(view.u8(at + i));
  }
}
