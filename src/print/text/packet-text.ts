/** Text of a packet, every byte that a terminal might act upon in caret notation. */
import type { PrintContext } from '../context';

/** All `count` bytes. */
export function packetText(context: PrintContext, at: number, count: number): void {
  const { out, view } = context;
  out.reserve(4 * Math.min(count, view.available(at)));
  for (let i = 0; i < count; i++) out.caret(view.u8(at + i));
}

/** Up to the first zero byte, `count` bytes at most. */
export function paddedText(context: PrintContext, at: number, count: number): void {
  const { out, view } = context;
  out.reserve(4 * Math.min(count, view.available(at)));
  for (let i = 0; i < count; i++) {
    const byte = view.u8(at + i);
    if (byte === 0) return;
    out.caret(byte);
  }
}

/** `count` bytes in hexadecimal, nothing between them. */
export function packetHex(context: PrintContext, at: number, count: number): void {
  const { out, view } = context;
  out.reserve(2 * Math.min(count, view.available(at)));
  for (let i = 0; i < count; i++) out.hex8(view.u8(at + i));
}
