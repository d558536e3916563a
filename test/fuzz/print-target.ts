/** The decoders and printers of text, with every option that changes a line. */
import { LineWriter } from '../../src/print/line-writer';
import { defaultPrintOptions, type PrintOptions } from '../../src/print/options';
import { PacketPrinter } from '../../src/print/printer';
import { recordOver } from '../support/print-capture';
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
];

/** Printers live on from input to input, since they remember flows; not for ever, lest that hide what else grows. */
const inputsOfPrinter = 20_000;

export function printTarget(): FuzzTarget {
  const packets = new PacketInput();
  const out = new LineWriter(expectPlainText);
  const makePrinters = () => variants.map((options) => new PacketPrinter({ ...defaultPrintOptions, ...options }, out));
  let printers = makePrinters();
  let left = inputsOfPrinter;
  const record = recordOver(new Uint8Array());
  return {
    name: 'print',
    make: (random, into) => packets.make(random, into),
    execute: (input) => {
      if (left-- === 0) {
        printers = makePrinters();
        left = inputsOfPrinter;
      }
      const choice = readPacketInput(input, record);
      printers[choice % printers.length].print(record);
      out.flush();
    },
  };
}
