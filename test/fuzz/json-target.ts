/** The decoders and printers of JSON. */
import { type JsonOptions, jsonPacketTypes } from '../../src/json/options';
import { JsonPrinter } from '../../src/json/printer';
import { LineWriter } from '../../src/print/text/line-writer';
import { recordOver } from '../support/print-capture';
import { agingPrinters } from './aging-printers';
import { PacketInput, readPacketInput } from './packet-input';
import { expectPlainText } from './printed-text';
import type { FuzzTarget } from './target';

const variants: JsonOptions[] = [
  { bytes: 'none', number: true },
  { bytes: 'withoutLink', number: false },
  { bytes: 'whole', number: false },
  ...jsonPacketTypes.map((packetType) => ({ bytes: 'none' as const, number: false, packetType })),
];

export function jsonTarget(): FuzzTarget {
  const packets = new PacketInput();
  const out = new LineWriter((bytes, length) => {
    expectPlainText(bytes, length);
    JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, length).toString('latin1'));
  });
  const printerFor = agingPrinters(() => variants.map((options) => new JsonPrinter(out, options, ['eth0'])));
  const record = recordOver(new Uint8Array());
  return {
    name: 'json',
    make: (random, into) => packets.make(random, into),
    execute: (input) => {
      const choice = readPacketInput(input, record);
      printerFor(choice).print(record);
      out.flush();
    },
  };
}
