// The values that the fan-out extension of libpcap takes: groups, mode strings, lengths, queue counts, CPUs.

import { afPacketOptions } from '../source/af-packet';
import { parseWithSuffixes } from '../source/option';
import type { QueueCounts, QueueKind } from '../source/queues';
import { quote } from '../source/quote';
import { integer, ValueError, type ValueType } from '../source/value';
import { SettingsError } from './error';
import type { Setting } from './setting';

/** -s of tcpdump has no more. */
const maxCaplen = 262144;

/** Options of an interface, as far as one value sets them. */
export type OptionValues = Readonly<Record<string, unknown>>;

/** What one file, or the environment, says; every value knows where it stands. */
export interface PcapSettings {
  /** Of devices that have none of their own. */
  group: Setting<number> | undefined;
  /** By device name. */
  deviceGroups: ReadonlyMap<string, Setting<number>>;
  /** Mode and flags of the default group. */
  fanout: Setting<OptionValues> | undefined;
  /** By group. */
  groupFanouts: ReadonlyMap<number, Setting<OptionValues>>;
  caplen: Setting<number> | undefined;
  /** By device name. */
  channels: ReadonlyMap<string, Setting<QueueCounts>>;
  /** CPUs of interrupts by device name and queue. */
  interrupts: ReadonlyMap<string, ReadonlyMap<number, Setting<number[]>>>;
}

export const groupType: ValueType<number> = integer(0, 65535);
export const caplenType: ValueType<number> = integer(1, maxCaplen);
export const queueCountType: ValueType<number> = integer(0, 65535);
export const channelsType = afPacketOptions.channels.type;

/** `hash+defrag+rollover` as the options that it sets. @throws ValueError */
export function parseFanout(text: string): OptionValues {
  return parseWithSuffixes('fanout_mode', afPacketOptions.fanout_mode, text);
}

/** CPUs of one interrupt, in the form of irq.N. @throws ValueError */
export function parseCpus(text: string): number[] {
  return afPacketOptions.irq.type.parse(`irq.0=${text}`)[0];
}

/** Counts of one kind beside those that were given before. */
export function withQueues(earlier: QueueCounts | undefined, kind: QueueKind, count: number): QueueCounts {
  return { ...earlier, [kind]: count };
}

/** Calls parse; a value that it refuses becomes an error about where it stands. @throws SettingsError */
export function parseAt<T>(where: string, parse: (text: string) => T, text: string): T {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    throw new SettingsError('ESETTINGS_VALUE', where, error.message, error.hint);
  }
}

/** Refuses a key that exists for other packet sockets only. */
export function refusePfq(where: string, key: string): never {
  const reason = `${quote(key)} is for the PFQ kernel module, whose sockets fandump does not open`;
  throw new SettingsError('ESETTINGS_KEY', where, reason, 'take it out');
}
