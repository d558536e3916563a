// The settings of libpcap's fan-out extension, from the environment and its configuration file, as options of a device.
import { existsSync } from 'node:fs';
import type { QueueCounts } from '../source/queues';
import { SettingsError } from './error';
import { type Environment, PcapEnvironment } from './pcap-environment';
import { parsePcapFile, readPcapFile } from './pcap-file';
import type { OptionValues, PcapSettings } from './pcap-values';
import type { Setting } from './setting';

/** Options of an interface by their names in its table. */
export type DeviceOptions = Readonly<Record<string, Setting<unknown>>>;

/** What environment and file say about captures. */
export interface CaptureSettings {
  /** Most bytes of a packet, where no -s is given. */
  readonly caplen: Setting<number> | undefined;
  /**
   * Options of a device (`eth0`, `eth0:1`); `group`: the one that a stronger setting has chosen.
   * @throws SettingsError
   */
  optionsOf(device: string, group?: number): DeviceOptions;
}

/**
 * Reads the file that PCAP_CONFIG names (empty: none), else the first of the usual ones that exists.
 * @throws SettingsError
 */
export function readPcapSettings(variables: Environment): CaptureSettings {
  const environment = new PcapEnvironment(variables);
  const usual = ['/etc/pcap.conf', ...(variables.HOME ? [`${variables.HOME}/.pcap.conf`] : [])];
  const path = environment.configFile ?? usual.find((candidate) => existsSync(candidate)) ?? '';
  return pcapSettings(environment, path === '' ? parsePcapFile('', '') : readPcapFile(path));
}

/** The same of a file that was read. @throws SettingsError */
export function pcapSettings(environment: PcapEnvironment, file: PcapSettings): CaptureSettings {
  const defaultGroup = environment.group ?? file.group;
  if (environment.fanout !== undefined && defaultGroup === undefined) {
    const reason = 'it is for the default group, and none is named';
    throw new SettingsError('ESETTINGS_KEY', 'PCAP_FANOUT', reason, 'set PCAP_GROUP too');
  }
  return {
    caplen: environment.caplen ?? file.caplen,
    optionsOf(device, chosen) {
      const group = environment.groupOf(device) ?? file.deviceGroups.get(device) ?? defaultGroup;
      const member = chosen ?? group?.value;
      const ofVariable = member !== undefined && member === defaultGroup?.value ? environment.fanout : undefined;
      // What the file says without @ is for the group that it names, as the extension reads it, not for that of PCAP_GROUP.
      const ofFileGroup = member !== undefined && member === file.group?.value ? file.fanout : undefined;
      const ofGroup = member === undefined ? undefined : file.groupFanouts.get(member);
      const fanout = ofVariable ?? ofGroup ?? ofFileGroup;
      // Queues and interrupts are the interface's own, by whatever name it is opened.
      const [name] = device.split(':');
      return {
        ...(group === undefined ? {} : { fanout_id: group }),
        ...spread(fanout),
        ...channelOptions(environment.channelsOf(name) ?? file.channels.get(name)),
        ...interruptOptions(file.interrupts.get(name) ?? new Map(), environment.interruptsOf(name)),
      };
    },
  };
}

function spread(setting: Setting<OptionValues> | undefined): DeviceOptions {
  if (setting === undefined) return {};
  return Object.fromEntries(Object.entries(setting.value).map(([name, value]) => [name, { ...setting, value }]));
}

function channelOptions(channels: Setting<QueueCounts> | undefined): DeviceOptions {
  return channels === undefined ? {} : { channels };
}

type QueueSettings = ReadonlyMap<number, Setting<number[]>>;

/** One value for all queues; of a queue that both name, the environment's. */
function interruptOptions(file: QueueSettings, environment: QueueSettings): DeviceOptions {
  const queues = new Map([...file, ...environment]);
  const settings = [...queues.values()];
  if (settings.length === 0) return {};
  const value = Object.fromEntries([...queues].map(([queue, setting]) => [queue, setting.value]));
  const origin = environment.size > 0 ? 'environment' : 'file';
  return { irq: { value, origin, text: settings.map(({ text }) => text).join('; ') } };
}
