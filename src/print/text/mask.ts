/** Lengths of network masks. */
import type { ByteView } from '../../decode/view';

/** How many bits `mask` begins with, all others being zero; -1: it is no such mask. */
export function prefixLength(mask: number): number {
  const zeros = ~mask >>> 0;
  return (zeros & (zeros + 1)) === 0 ? 32 - (zeros === 0 ? 0 : 32 - Math.clz32(zeros)) : -1;
}

/** The same for the 16 bytes at `at`; what follows the first zero bit, or a byte that is no mask, does not count. */
export function prefixLength6(view: ByteView, at: number): number {
  let length = 0;
  for (let i = 0; i < 16; i++) {
    const byte = view.u8(at + i);
    const zeros = ~byte & 0xff;
    if ((zeros & (zeros + 1)) !== 0) return length;
    length += 8 - (32 - Math.clz32(zeros));
    if (byte !== 0xff) return length;
  }
  return length;
}
