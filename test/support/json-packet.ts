import type { PacketRecord } from '../../src/decode/packet';
import type { JsonOptions } from '../../src/json/options';
import { JsonPrinter } from '../../src/json/printer';
import type { PacketJson } from '../../src/json/schema';
import { LineWriter } from '../../src/print/text/line-writer';
import { recordOver } from './print-capture';

/** A record of bytes on an Ethernet link, with nothing known besides; `fields` says what differs. */
export function recordOf(bytes: Uint8Array, fields: Partial<PacketRecord> = {}): PacketRecord {
  return { ...recordOver(bytes), seconds: 1_700_000_000, nanoseconds: 5, ...fields };
}

/** One printer for several packets, so that it sees flows. */
export class JsonLines {
  private text = '';
  private readonly out = new LineWriter((bytes, length) => {
    this.text += Buffer.from(bytes.subarray(0, length)).toString('latin1');
  });
  private readonly printer: JsonPrinter;

  constructor(options?: JsonOptions, sources?: readonly string[]) {
    this.printer = new JsonPrinter(this.out, options, sources);
  }

  /** The line of a packet, without its end. */
  line(record: PacketRecord): string {
    this.text = '';
    this.printer.print(record);
    this.out.flush();
    if (!this.text.endsWith('\n')) throw new Error('the line has no end');
    return this.text.slice(0, -1);
  }

  packet(bytes: Uint8Array, fields?: Partial<PacketRecord>): PacketJson {
    return JSON.parse(this.line(recordOf(bytes, fields)));
  }
}

/** A packet as an object, printed alone. */
export function jsonOf(bytes: Uint8Array, fields?: Partial<PacketRecord>): PacketJson {
  return new JsonLines().packet(bytes, fields);
}
