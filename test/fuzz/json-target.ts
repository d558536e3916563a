/** The decoders and printers of JSON. */
import { JsonPrinter } from '../../src/json/printer';
import { LineWriter } from '../../src/print/line-writer';
import { recordOver } from '../support/print-capture';
import { PacketInput, readPacketInput } from './packet-input';
import { expectPlainText } from './printed-text';
import type { FuzzTarget } from './target';

const byteOptions = ['none', 'withoutLink', 'whole'] as const;

/** Printers live on from input to input, since they remember flows; not for ever, lest that hide what else grows. */
const inputsOfPrinter = 20_000;

export function jsonTarget(): FuzzTarget {
  const packets = new PacketInput();
  const out = new LineWriter((bytes, length) => {
    expectPlainText(bytes, length);
    JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, length).toString('latin1'));
  });
  const makePrinters = () =>
    byteOptions.map((bytes) => new JsonPrinter(out, { bytes, number: bytes === 'none' }, ['eth0']));
  let printers = makePrinters();
  let left = inputsOfPrinter;
  const record = recordOver(new Uint8Array());
  return {
    name: 'json',
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
