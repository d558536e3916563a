import type { PrintOptions } from '../print/options';
import type { Setting } from '../settings/setting';
import type { afPacketOptions } from '../source/af-packet';
import type { OptionTable, OptionValues } from '../source/option';
import type { tcpOptions } from '../source/tcp';
import type { udpOptions } from '../source/udp';
import type { CountBy } from './count-by';
import type { Privacy } from './privacy';
import type { Autostop, SavefilePlan } from './savefile';
import type { PlannedForward } from './sink';

/** Largest snapshot length, as tcpdump has it; `-s 0` means this. */
export const maxSnaplen = 262144;

/** Each option of a table with its value and origin. */
export type ResolvedOptions<Table extends OptionTable> = {
  [Name in keyof Table]: Setting<OptionValues<Table>[Name]>;
};

export interface PlannedAfPacket {
  backend: 'af_packet';
  interface: string;
  /** Canonical URI of the target, without options. */
  name: string;
  origin: Setting<string>;
  options: ResolvedOptions<typeof afPacketOptions>;
}

export interface PlannedUdp {
  backend: 'udp';
  /** Each port of each address has a socket. */
  addresses: readonly string[];
  ports: readonly number[];
  /** Canonical URI of the target, without options. */
  name: string;
  origin: Setting<string>;
  options: ResolvedOptions<typeof udpOptions>;
}

export interface PlannedSavefile {
  backend: 'savefile';
  /** `-` is standard input. */
  path: string;
  /** How often it is read; 0: for ever; absent: once. */
  passes?: number;
  name: string;
  origin: Setting<string>;
}

/** A savefile's bytes that come by TCP. */
export interface PlannedTcp {
  backend: 'tcp' | 'tcp+connect';
  address: string;
  port: number;
  /** Canonical URI. */
  name: string;
  origin: Setting<string>;
  options: ResolvedOptions<typeof tcpOptions>;
}

export type PlannedSource = PlannedAfPacket | PlannedUdp | PlannedTcp | PlannedSavefile;

export type Direction = 'in' | 'out' | 'inout';

/** A printed packet: tcpdump's line, or an object of JSON. */
export type PrintFormat = 'text' | 'json';

/** Rates and losses, said while the capture runs. */
export interface Statistics {
  /** Milliseconds between two reports. */
  interval: Setting<number>;
  /** An object on a line of its own instead of text. */
  json: boolean;
}

/** Where packets go; several at once where that makes sense. */
export interface Output {
  /** A line per packet on standard output. */
  print: boolean;
  format: PrintFormat;
  statistics?: Statistics;
  /** Only their number on standard output. */
  count: boolean;
  /** Only their numbers by what they say; absent: they are not counted so. */
  countBy?: CountBy;
  save: Setting<string> | undefined;
  /** A file for the datagrams that no packet can be taken out of; absent: they are only counted. */
  invalid?: Setting<string>;
  /** Packets are sent on to there; absent: nowhere. */
  forward?: PlannedForward;
  /** They are sent on with the gaps they had, so many times as fast; absent: as they come. */
  replay?: Setting<number>;
  /** How often the savefile is read and sent on; 0: for ever; absent: once. */
  loop?: Setting<number>;
  /** The savefile's time stamps have nanoseconds. */
  nanoseconds: Setting<boolean>;
  /** The savefile is flushed after each batch. */
  flushEachBatch: Setting<boolean>;
  savefile: SavefilePlan;
  /** What is taken from packets first; absent: nothing. */
  privacy?: Privacy;
}

/** Everything that a capture does, resolved and checked; plain data, so that it can be shown, kept and sent. */
export interface CapturePlan {
  sources: PlannedSource[];
  /** tcpdump's language; empty: everything. */
  filter: Setting<string>;
  optimizeFilter: Setting<boolean>;
  /** 1..{@link maxSnaplen} */
  snaplen: Setting<number>;
  /** Packets after which to stop; 0: never. */
  count: Setting<number>;
  autostop: Setting<Autostop>;
  direction: Setting<Direction>;
  /** CPUs for each source's workers in turn; empty: wherever the scheduler puts them. */
  cpus: Setting<number[]>;
  immediate: Setting<boolean>;
  /** Interfaces that are not there, or down, are waited for. */
  wait: Setting<boolean>;
  /** Queue counts and interrupt affinities are put back at the end. */
  restore: Setting<boolean>;
  output: Output;
  print: PrintOptions;
}

/** Whether packets come as a savefile, from a disk or by a connection: their capture has been elsewhere. */
export function isSavefile(source: PlannedSource): source is PlannedSavefile | PlannedTcp {
  return source.backend !== 'af_packet' && source.backend !== 'udp';
}

/** Whether the plan reads a file and not the network. */
export function readsSavefile(plan: CapturePlan): boolean {
  return plan.sources.some((source) => source.backend === 'savefile');
}

/** Whether queue counts or interrupts of the source's device are set. */
export function changesDevice(source: PlannedSource): boolean {
  if (source.backend !== 'af_packet') return false;
  const { channels, irq } = source.options;
  return [channels, irq].some(({ value }) => Object.keys(value).length > 0);
}

/** Whether packets go anywhere but into text. */
export function writesPackets({ output }: CapturePlan): boolean {
  return output.save !== undefined || output.forward !== undefined;
}
