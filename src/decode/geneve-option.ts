/** Options of Geneve (RFC 8926, section 3.5). */
import type { ByteView } from './view';

export const geneveOptionHeaderLength = 4;
const lengthMask = 0x1f;
const lengthUnit = 4;
const criticalBit = 0x80;

export class GeneveOption {
  optionClass = 0;
  /** The critical bit is part of it. */
  type = 0;
  /** A receiver that does not know the option drops the packet. */
  critical = false;
  /** First byte of the data, and bytes of it: 0..124. */
  dataAt = 0;
  dataLength = 0;

  decode(view: ByteView, at: number): void {
    view.need(at, geneveOptionHeaderLength);
    this.optionClass = view.u16(at);
    this.type = view.u8(at + 2);
    this.critical = (this.type & criticalBit) !== 0;
    this.dataAt = at + geneveOptionHeaderLength;
    this.dataLength = (view.u8(at + 3) & lengthMask) * lengthUnit;
  }
}
