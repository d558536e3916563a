/** Object identifiers (ITU-T X.690, 8.19): numbers in groups of seven bits, the first one for two arcs. */
import type { ByteView } from './view';

/** The first number holds two arcs: 40 times the root, and the one below it. */
const rootFactor = 40;
const lastRoot = 2;

/** Calls `visit` with each arc, of 32 bits; what an identifier that ends inside a number leaves over is no arc. */
export function eachArc(view: ByteView, at: number, length: number, visit: (arc: number) => void): void {
  let number = 0;
  let first = true;
  for (let i = at; i < at + length; i++) {
    const byte = view.u8(i);
    number = ((number << 7) + (byte & 0x7f)) | 0;
    if ((byte & 0x80) !== 0) continue;
    if (first) {
      const root = Math.min(lastRoot, Math.trunc(number / rootFactor));
      visit(root >>> 0);
      number -= rootFactor * root;
      first = false;
    }
    visit(number >>> 0);
    number = 0;
  }
}
