/** Secure Shell (RFC 4253, 4.2): the version line; nothing is readable after it. */
import type { PrintContext } from './context';

const versionStart = [0x53, 0x53, 0x48, 0x2d];

export function printSsh(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'ssh';
  for (let i = 0; i < versionStart.length; i++) {
    if (i >= length || view.u8(at + i) !== versionStart[i]) return;
  }
  const end = at + length;
  let from = at;
  for (; from < end; from++) {
    const byte = view.u8(from);
    if (byte === 0x0a || byte === 0x0d) break;
    if (byte >= 0x7f || (byte < 0x20 && byte !== 0x09)) return;
  }
  out.text(': SSH: ');
  out.reserve(from - at);
  for (let i = at; i < from; i++) out.char(view.u8(i));
}
