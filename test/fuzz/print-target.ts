/** The decoders and printers of text, with every option that changes a line. */

import { defaultPrintOptions, type PrintOptions, packetTypes } from '../../src/print/options';
import { PacketPrinter } from '../../src/print/printer';
import { LineWriter } from '../../src/print/text/line-writer';
import { recordOver } from '../support/print-capture';
import { agingPrinters } from './aging-printers';
import { PacketInput, readPacketInput } from './packet-input';
import { expectPlainText } from './printed-text';
import type { FuzzTarget } from './target';

const variants: Partial<PrintOptions>[] = [
  {},
  { verbose: 1 },
  { verbose: 2, linkLevel: true, metadata: true },
  { verbose: 3, linkLevel: true, metadata: true, workers: 4, hex: 'XX' },
  { verbose: 3, noChecksum: true, time: 'delta' },
  { quiet: 1, linkLevel: true, number: true },
  { verbose: 1, quiet: 1, hex: 'x' },
  { absoluteSequence: true, hex: 'A', time: 'unix', nanoseconds: true },
  { hex: 'xx', time: 'date' },
  { verbose: 1, hex: 'AA', time: 'none', trustKernel: true },
  { hex: 'X', time: 'sinceFirst' },
  { verbose: 3, numeric: 0 },
  { verbose: 3, asDot: true, opaqueHandles: true, mesh: true, signatureSecret: 'secret' },
  ...packetTypes.map((packetType) => ({ verbose: 1, packetType })),
];

export function printTarget(): FuzzTarget {
  const packets = new PacketInput();
  const out = new LineWriter(expectPlainText);
  const printerFor = agingPrinters(() =>
    variants.map((options) => new PacketPrinter({ ...defaultPrintOptions, ...options }, out)),
  );
  const record = recordOver(new Uint8Array());
  return {
    name: 'print',
    make: (random, into) => packets.make(random, into),
    execute: (input) => {
      const choice = readPacketInput(input, record);
      printerFor(choice).print(record);
      out.flush();
    },
  };
}
