/** Prints a capture file with our printer, for tests and comparisons. */
import { readdirSync, readFileSync } from 'node:fs';
import type { PacketRecord } from '../../src/decode/packet';
import type { NameLookup } from '../../src/print/name-lookup';
import type { PrintOptions } from '../../src/print/options';
import { PacketPrinter } from '../../src/print/printer';
import { LineWriter } from '../../src/print/text/line-writer';
import type { CaptureFile } from './pcap-reader';

/** A record over `bytes`; fields are changed from packet to packet. */
export function recordOver(bytes: Uint8Array): PacketRecord {
  return {
    bytes,
    view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    offset: 0,
    caplen: bytes.length,
    len: bytes.length,
    linkType: 1,
    seconds: 0,
    nanoseconds: 0,
    direction: 255,
    flags: 0,
    source: 0,
    worker: 0,
    interfaceIndex: 0,
    tunnel: undefined,
  };
}

let interfaces: Map<number, string> | undefined;

function interfaceOf(index: number): string | undefined {
  const folder = '/sys/class/net';
  interfaces ??= new Map(readdirSync(folder).map((name) => [indexIn(`${folder}/${name}/ifindex`), name]));
  return interfaces.get(index);
}

function indexIn(file: string): number {
  return Number(readFileSync(file, 'latin1'));
}

/** The text, one Latin-1 character per byte. */
export function printCapture(file: CaptureFile, options: PrintOptions, names?: NameLookup): string {
  const parts: string[] = [];
  const out = new LineWriter((bytes, length) => parts.push(Buffer.from(bytes.subarray(0, length)).toString('latin1')));
  const printer = new PacketPrinter(options, out, names, interfaceOf);
  const record = recordOver(file.bytes);
  for (const packet of file.packets) {
    Object.assign(record, packet);
    printer.print(record);
  }
  out.flush();
  return parts.join('');
}
