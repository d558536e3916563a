/** Secure Shell (RFC 4253, 4.2): the version line; nothing is readable after it. */
import type { PrintContext } from './context';

export function printSsh(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'ssh';
  const end = at + length;
  let from = at;
  while (from < end) {
    let i = from;
    let next = -1;
    for (; i < end; i++) {
      const byte = view.u8(i);
      if (byte === 0x0a) {
        next = i + 1;
        break;
      }
      if (byte === 0x0d) {
        if (i + 1 >= end) break;
        if (view.u8(i + 1) !== 0x0a) return;
        next = i + 2;
        break;
      }
      if (byte >= 0x7f || (byte < 0x20 && byte !== 0x09)) return;
    }
    if (next < 0) {
      context.truncated();
      return;
    }
    out.text(from === at ? ': SSH: ' : '\n\t');
    out.reserve(i - from);
    for (let j = from; j < i; j++) out.char(view.u8(j));
    from = next;
  }
}
