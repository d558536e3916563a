/** Names in DNS messages: labels and compression (RFC 1035, 4.1.4). */
import type { ByteView } from './view';

const mostLabels = 128;
/** Bytes of a name, length bytes included (RFC 1035, 2.3.4). */
const longestName = 255;
const pointerBits = 0xc0;
/** A name has no use for more; each points backwards, so a long chain would only cost time. */
const mostPointers = 32;

export class DnsName {
  /** Where each label's characters start, and how many they are. */
  readonly labelsAt = new Int32Array(mostLabels);
  readonly labelLengths = new Uint8Array(mostLabels);
  labels = 0;
  /** Where what follows the name starts. */
  next = 0;
  /** The name is longer than a name may be, or it holds a pointer forwards or a label of a reserved type. */
  isMalformed = false;

  /** Pointers count from `messageAt`. Throws where the name is not captured as a whole. */
  decode(view: ByteView, at: number, messageAt: number): void {
    this.labels = 0;
    this.next = -1;
    this.isMalformed = false;
    let from = at;
    let length = 0;
    let pointers = 0;
    for (;;) {
      const size = view.u8(from);
      if (size === 0) break;
      if ((size & pointerBits) === pointerBits) {
        const target = messageAt + (view.u16(from) & 0x3fff);
        if (this.next < 0) this.next = from + 2;
        // Backwards only: so a name ends.
        if (target >= from || ++pointers > mostPointers) {
          this.isMalformed = true;
          return;
        }
        from = target;
        continue;
      }
      length += size + 1;
      if ((size & pointerBits) !== 0 || length > longestName || this.labels === mostLabels) {
        this.isMalformed = true;
        return;
      }
      view.need(from + 1, size);
      this.labelsAt[this.labels] = from + 1;
      this.labelLengths[this.labels++] = size;
      from += 1 + size;
    }
    if (this.next < 0) this.next = from + 1;
  }
}
