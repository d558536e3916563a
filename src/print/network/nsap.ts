/** OSI network addresses (ISO/IEC 8348) as text: `49.0001.0a00.0001.00`. */
import type { LineWriter } from '../text/line-writer';

export const longestNsap = 20;

/** `bytes` must hold `count` bytes from `at` on. */
export function putNsap(out: LineWriter, bytes: Uint8Array, at: number, count: number): void {
  if (count < 1 || count > longestNsap) {
    out.text('isonsap_string: illegal length');
    return;
  }
  for (let i = 0; i < count; i++) {
    out.hex8(bytes[at + i]);
    if ((i & 1) === 0 && i + 1 < count) out.char(0x2e);
  }
}
