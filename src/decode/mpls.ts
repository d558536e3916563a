/** Multiprotocol Label Switching (RFC 3032): one entry of the label stack. */
import type { ByteView } from './view';

export const mplsEntryLength = 4;

export class MplsEntry {
  label = 0;
  /** 0..7 (RFC 5462). */
  trafficClass = 0;
  bottomOfStack = false;
  ttl = 0;

  decode(view: ByteView, at: number): void {
    const entry = view.u32(at);
    this.label = entry >>> 12;
    this.trafficClass = (entry >>> 9) & 7;
    this.bottomOfStack = (entry & 0x100) !== 0;
    this.ttl = entry & 0xff;
  }
}
