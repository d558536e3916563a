/** Secure Shell (RFC 4253, 4.2): the version line; nothing is readable after it. */
import type { PrintContext } from '../context';

const versionStart = [0x53, 0x53, 0x48, 0x2d];
const CR = 0x0d;
const LF = 0x0a;

export function printSsh(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'ssh';
  for (let i = 0; i < versionStart.length; i++) if (view.u8(at + i) !== versionStart[i]) return;
  const end = lineEnd(context, at, at + length);
  if (end < 0) return;
  out.text(': SSH: ');
  out.reserve(end - at);
  for (let i = at; i < end; i++) out.char(view.u8(i));
}

/** Where the line's LF or CR LF is; -1: there is none, or something before it is no text. */
function lineEnd(context: PrintContext, at: number, end: number): number {
  const { view } = context;
  for (let from = at; from < end; from++) {
    const byte = view.u8(from);
    if (byte === LF) return from;
    if (byte === CR) return from + 1 < end && view.u8(from + 1) === LF ? from : -1;
    if (byte >= 0x7f || byte < 0x20) return -1;
  }
  return -1;
}
