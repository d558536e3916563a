// The configuration file of libpcap's fan-out extension: lines `key=value`, `key@attribute=value`.
import { readSmallFile, type SmallFileError } from '../kernel/small-file';
import { type QueueCounts, type QueueKind, queueKinds } from '../source/queues';
import { quote } from '../source/quote';
import { closest } from '../source/suggest';
import { SettingsError } from './error';
import {
  caplenType,
  channelsType,
  groupType,
  type OptionValues,
  type PcapSettings,
  parseAt,
  parseCpus,
  parseFanout,
  queueCountType,
  refusePfq,
  withQueues,
} from './pcap-values';
import type { Setting } from './setting';

interface Line {
  /** File and line, for messages. */
  where: string;
  text: string;
  /** Lower case, but for a device's name at its end. */
  key: string;
  /** What stands behind the key's @. */
  attribute: string | undefined;
  value: string;
}

/** Reads a file and says where each of its values stands. @throws SettingsError */
export function readPcapFile(path: string): PcapSettings {
  let text: string;
  try {
    text = readSmallFile(path);
  } catch (error) {
    throw new SettingsError(
      'ESETTINGS_FILE',
      path,
      `cannot be read: ${(error as SmallFileError).message}`,
      'set PCAP_CONFIG to another file',
    );
  }
  return parsePcapFile(text, path);
}

/** The same of a file's text. @throws SettingsError */
export function parsePcapFile(text: string, path: string): PcapSettings {
  const reader = new PcapFileReader();
  let fanoutLine: string | undefined;
  text.split('\n').forEach((raw, index) => {
    const line = parseLine(raw.replace(/(^|\s)#.*/, '').trim(), `${path}, line ${index + 1}`);
    if (line === undefined) return;
    reader.take(line);
    if (line.key === 'fanout' && line.attribute === undefined) fanoutLine ??= line.where;
  });
  if (fanoutLine !== undefined && reader.settings.group === undefined) {
    const reason = 'fanout is for the default group, and the file names none';
    throw new SettingsError('ESETTINGS_KEY', fanoutLine, reason, 'add group=NUMBER, or write fanout@NUMBER');
  }
  return reader.settings;
}

/** undefined: a blank line. */
function parseLine(text: string, where: string): Line | undefined {
  if (text === '') return undefined;
  if (text.startsWith('>')) refusePfq(where, 'a program in PFQ-lang');
  const match = /^([^=]*?)\s*=\s*(.*)$/.exec(text);
  if (match === null || match[1] === '') {
    throw new SettingsError('ESETTINGS_KEY', where, `${quote(text)} is not key=value`, 'write as in group=5');
  }
  const [, words, value] = match;
  const at = words.indexOf('@');
  const attribute = at < 0 ? undefined : words.slice(at + 1).trim();
  return { where, text, key: (at < 0 ? words : words.slice(0, at)).trim(), attribute, value };
}

const channelsSuffix = '_channels';

class PcapFileReader {
  private readonly deviceGroups = new Map<string, Setting<number>>();
  private readonly groupFanouts = new Map<number, Setting<OptionValues>>();
  private readonly channels = new Map<string, Setting<QueueCounts>>();
  private readonly interrupts = new Map<string, Map<number, Setting<number[]>>>();
  readonly settings: PcapSettings = {
    group: undefined,
    deviceGroups: this.deviceGroups,
    fanout: undefined,
    groupFanouts: this.groupFanouts,
    caplen: undefined,
    channels: this.channels,
    interrupts: this.interrupts,
  };

  take(line: Line): void {
    const key = line.key.toLowerCase();
    const interrupt = /^irq_(.+)_(\d{1,5})$/i.exec(line.key);
    const kind = queueKinds.find((candidate) => key === candidate + channelsSuffix);
    if (key === 'group' || key === 'def_group') this.takeGroup(line);
    else if (key.startsWith('group_')) this.takeDeviceGroup(line, line.key.slice('group_'.length));
    else if (key === 'fanout') this.takeFanout(line);
    else if (key === 'caplen') this.settings.caplen = this.plain(line, caplenType.parse);
    else if (kind !== undefined) this.takeQueues(line, kind);
    else if (key.startsWith('channel_')) this.takeChannels(line, line.key.slice('channel_'.length));
    else if (interrupt !== null) this.takeInterrupt(line, interrupt[1], Number(interrupt[2]));
    else if (key.startsWith('pfq_')) refusePfq(line.where, line.key);
    else failUnknown(line);
  }

  private takeGroup(line: Line): void {
    if (this.settings.group !== undefined) failTwice(line);
    this.settings.group = this.plain(line, groupType.parse);
  }

  private takeDeviceGroup(line: Line, device: string): void {
    if (this.deviceGroups.has(device)) failTwice(line);
    this.deviceGroups.set(device, this.plain(line, groupType.parse));
  }

  private takeFanout(line: Line): void {
    const fanout = parsed(line, parseFanout);
    if (line.attribute === undefined) {
      if (this.settings.fanout !== undefined) failTwice(line);
      this.settings.fanout = fanout;
      return;
    }
    const group = parseAt(line.where, groupType.parse, line.attribute);
    if (this.groupFanouts.has(group)) failTwice(line);
    this.groupFanouts.set(group, fanout);
  }

  private takeQueues(line: Line, kind: QueueKind): void {
    const { where, key, attribute } = line;
    if (!attribute) {
      const hint = `write ${key.toLowerCase()}@DEVICE=NUMBER`;
      throw new SettingsError('ESETTINGS_KEY', where, `${key} names no device`, hint);
    }
    const earlier = this.channels.get(attribute);
    if (earlier?.value[kind] !== undefined) failTwice(line);
    const { value, ...setting } = parsed(line, queueCountType.parse);
    const text = earlier === undefined ? setting.text : `${earlier.text}; ${setting.text}`;
    this.channels.set(attribute, { ...setting, text, value: withQueues(earlier?.value, kind, value) });
  }

  private takeChannels(line: Line, device: string): void {
    if (this.channels.has(device)) failTwice(line);
    this.channels.set(device, this.plain(line, channelsType.parse));
  }

  private takeInterrupt(line: Line, device: string, queue: number): void {
    const queues = this.interrupts.get(device) ?? new Map<number, Setting<number[]>>();
    if (queues.has(queue)) failTwice(line);
    this.interrupts.set(device, queues.set(queue, this.plain(line, parseCpus)));
  }

  /** A value whose key takes no attribute. */
  private plain<T>(line: Line, parse: (text: string) => T): Setting<T> {
    if (line.attribute === undefined) return parsed(line, parse);
    const reason = `${line.key} takes no @${line.attribute}`;
    throw new SettingsError('ESETTINGS_KEY', line.where, reason, `write ${line.key}=${line.value}`);
  }
}

function parsed<T>({ where, text, value }: Line, parse: (text: string) => T): Setting<T> {
  return { value: parseAt(where, parse, value), origin: 'file', text: `${where}: ${text}` };
}

function failTwice({ where, text }: Line): never {
  throw new SettingsError(
    'ESETTINGS_KEY',
    where,
    `${quote(text)}: an earlier line sets it already`,
    'keep one of them',
  );
}

function failUnknown({ where, key }: Line): never {
  const known = [
    'group',
    'def_group',
    'group_DEVICE',
    'fanout',
    'caplen',
    ...queueKinds.map((kind) => `${kind}${channelsSuffix}@DEVICE`),
    'channel_DEVICE',
    'irq_DEVICE_N',
  ];
  const nearest = closest(key, known);
  const hint = nearest === undefined ? `known: ${known.join(', ')}` : `did you mean '${nearest}'?`;
  throw new SettingsError('ESETTINGS_KEY', where, `unknown key ${quote(key)}`, hint);
}
