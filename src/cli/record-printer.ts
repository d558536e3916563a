import { loadJson } from '#json';
import type { LineRequest } from '../decode/packet';
import { loadAddon } from '../engine/addon';
import type { OpenedSource } from '../engine/native';
import { isJsonPacketType, type JsonOptions } from '../json/options';
import type { CapturePlan } from '../plan/plan';
import { commonLines } from '../print/common-line';
import type { NameLookup } from '../print/name-lookup';
import type { HexMode } from '../print/options';
import { PacketPrinter } from '../print/printer';
import type { RecordPrinter } from '../print/record-printer';
import type { LineWriter } from '../print/text/line-writer';

const bytesByHexMode: Readonly<Record<HexMode, JsonOptions['bytes']>> = {
  none: 'none',
  x: 'withoutLink',
  X: 'withoutLink',
  A: 'withoutLink',
  xx: 'whole',
  XX: 'whole',
  AA: 'whole',
};

/** The lines that the worker is to write; undefined: it can write none of those that are wanted. */
export function preparedLines({ print, output }: CapturePlan, names: NameLookup | undefined): LineRequest | undefined {
  return output.print && output.format === 'text' ? commonLines(print, names !== undefined) : undefined;
}

/** What turns packets into the text that the plan asks for. */
export function recordPrinter(
  { print, output }: CapturePlan,
  opened: readonly OpenedSource[],
  out: LineWriter,
  names: NameLookup | undefined,
): RecordPrinter {
  if (output.format === 'text') {
    const workers = Math.max(...opened.map((source) => source.workers));
    return new PacketPrinter({ ...print, workers }, out, names, loadAddon().interfaceName);
  }
  const { JsonPrinter } = loadJson();
  const { hex, number, packetType: type } = print;
  const packetType = type !== undefined && isJsonPacketType(type) ? type : undefined;
  const options = { bytes: bytesByHexMode[hex], number, packetType };
  return new JsonPrinter(
    out,
    options,
    opened.map(({ name }) => name),
  );
}
