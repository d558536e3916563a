/** Text fields of packets, in caret notation. */
import type { PrintContext } from '../context';

/** At most `size` bytes, up to the first zero byte. */
export function zeroEnded(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  out.reserve(4 * Math.min(size, view.available(at)));
  for (let i = 0; i < size; i++) {
    const byte = view.u8(at + i);
    if (byte === 0) return;
    out.caret(byte);
  }
}
