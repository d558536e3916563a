/** The library face: captures and savefiles as async iterables, source URIs as values, tcpdump's lines as text. */
export {
  type CapturedPacket,
  type CaptureOptions,
  capture,
  readSavefile,
  type SavefileOptions,
} from './capture/capture';
export {
  type EncapsulationName,
  encapsulations,
  PacketFlag,
  type PacketRecord,
  type TunnelFacts,
} from './decode/packet';
export { CaptureError } from './engine/errors';
export type { NativeNotice as CaptureNotice, OpenedSource, SessionStats, SourceStats } from './engine/native';
export { defaultJsonOptions, type JsonOptions } from './json/options';
export { JsonPrinter } from './json/printer';
export type { CompleteLayerJson, LayerJson, PacketJson, TunnelJson } from './json/schema';
export { PlanError } from './plan/error';
export type { NameLookup } from './print/name-lookup';
export { defaultPrintOptions, type PrintOptions } from './print/options';
export { PacketPrinter } from './print/printer';
export { LineWriter } from './print/text/line-writer';
export { SourceError } from './source/error';
export { formatSource, parseSource, type Source } from './source/uri';
