/** Text fields of packets, in caret notation. */
import type { PrintContext } from './context';

/** `count` bytes. */
export function characters(context: PrintContext, at: number, count: number): void {
  const { out, view } = context;
  view.need(at, count);
  out.reserve(4 * count);
  for (let i = 0; i < count; i++) out.caret(view.bytes[at + i]);
}

/** At most `size` bytes, up to the first zero byte. */
export function zeroEnded(context: PrintContext, at: number, size: number): void {
  const { view } = context;
  let count = 0;
  while (count < size && view.u8(at + count) !== 0) count++;
  characters(context, at, count);
}
