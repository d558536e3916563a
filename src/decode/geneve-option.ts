/**
 * Options of Geneve (RFC 8926, section 3.5), and the names of those whose class and type are known.
 * Class 0x0108 is Amazon's (IANA, Geneve Option Class); types 1 to 3 are what its Gateway Load Balancer sends to
 * appliances: endpoint, attachment, and the cookie that the appliance must send back.
 */
import type { ByteView } from './view';

export const geneveOptionHeaderLength = 4;
const lengthMask = 0x1f;
const lengthUnit = 4;
const criticalBit = 0x80;

const amazon = 0x0108;
const typeBits = 8;
const key = (optionClass: number, type: number): number => (optionClass << typeBits) | type;

/** By class and type. */
const knownOptions: ReadonlyMap<number, string> = new Map([
  [key(amazon, 1), 'gwlb-endpoint'],
  [key(amazon, 2), 'gwlb-attachment'],
  [key(amazon, 3), 'gwlb-flow-cookie'],
]);

export class GeneveOption {
  optionClass = 0;
  /** The critical bit is part of it. */
  type = 0;
  /** A receiver that does not know the option drops the packet. */
  critical = false;
  /** First byte of the data, and bytes of it: 0..124. */
  dataAt = 0;
  dataLength = 0;

  /** `gwlb-endpoint`; undefined: nobody has told us. */
  get name(): string | undefined {
    return knownOptions.get(key(this.optionClass, this.type));
  }

  decode(view: ByteView, at: number): void {
    view.need(at, geneveOptionHeaderLength);
    this.optionClass = view.u16(at);
    this.type = view.u8(at + 2);
    this.critical = (this.type & criticalBit) !== 0;
    this.dataAt = at + geneveOptionHeaderLength;
    this.dataLength = (view.u8(at + 3) & lengthMask) * lengthUnit;
  }
}
