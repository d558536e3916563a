/** The address of a frame relay frame (ITU-T Q.922, 3.3): two to four bytes, the last of which has its low bit set. */
import type { ByteView } from './view';

const extended = 0x01;

/** Bits of {@link Q922Layer.flags}, where the first, second and last byte hold them. */
export const Q922Flag = {
  command: 0x02000000,
  forwardCongestion: 0x00080000,
  backwardCongestion: 0x00040000,
  discardEligible: 0x00020000,
  coreControl: 0x00000002,
} as const;

export class Q922Layer {
  /** Data link connection identifier, 10 to 23 bits. */
  dlci = 0;
  flags = 0;
  length = 0;

  /** 'cut': the address goes beyond `length` or what is captured. 'invalid': it has one byte, or more than four. */
  decode(view: ByteView, at: number, length: number): 'valid' | 'invalid' | 'cut' {
    const least = Math.min(length, view.available(at));
    if (least < 1) return 'cut';
    const first = view.u8(at);
    if ((first & extended) !== 0) return 'invalid';
    if (least < 2) return 'cut';
    const second = view.u8(at + 1);
    this.length = 2;
    this.dlci = ((first & 0xfc) << 2) | (second >>> 4);
    this.flags = ((first & 0x02) << 24) | ((second & 0x0e) << 16);
    if ((second & extended) !== 0) return 'valid';
    if (least < 3) return 'cut';
    let last = view.u8(at + 2);
    this.length = 3;
    if ((last & extended) === 0) {
      this.dlci = (this.dlci << 7) | (last >>> 1);
      this.length = 4;
      if (least < 4) return 'cut';
      last = view.u8(at + 3);
    }
    if ((last & extended) === 0) return 'invalid';
    this.flags |= last & 0x02;
    this.dlci = (this.dlci << 6) | (last >>> 2);
    return 'valid';
  }
}
