/** Prints one packet written as hexadecimal, for tests of single lines. */

import type { NameLookup } from '../../../src/print/name-lookup';
import { defaultPrintOptions, type PrintOptions } from '../../../src/print/options';
import { PacketPrinter } from '../../../src/print/printer';
import { LineWriter } from '../../../src/print/text/line-writer';
import { recordOver } from '../../support/print-capture';

/** Bytes from hexadecimal; blanks do not count. */
export function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex.replace(/\s/g, ''), 'hex'));
}

/** A printer that remembers flows between its lines. */
export class Lines {
  private readonly parts: string[] = [];
  private readonly out = new LineWriter((bytes, length) => {
    this.parts.push(Buffer.from(bytes.subarray(0, length)).toString('latin1'));
  });
  private readonly printer: PacketPrinter;

  constructor(options: Partial<PrintOptions> = {}, names?: NameLookup) {
    this.printer = new PacketPrinter({ ...defaultPrintOptions, time: 'none', ...options }, this.out, names);
  }

  /** The text of one packet without its last newline. */
  print(bytes: Uint8Array, linkType = 1, len = bytes.length, flags = 0): string {
    const record = recordOver(bytes);
    record.flags = flags;
    record.linkType = linkType;
    record.len = len;
    record.seconds = 1_700_000_000;
    record.nanoseconds = 123_456_789;
    this.printer.print(record);
    this.out.flush();
    const text = this.parts.join('');
    this.parts.length = 0;
    return text.slice(0, -1);
  }
}

/** The text of one packet, printed alone. */
export function lineOf(hex: string, options: Partial<PrintOptions> = {}, linkType = 1): string {
  return new Lines(options).print(bytesOf(hex), linkType);
}
