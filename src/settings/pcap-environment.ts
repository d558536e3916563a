// The environment variables of libpcap's fan-out extension. What concerns a device is read when the device is known:
// a variable's name cannot hold every character of a device's, and each of those is an underscore there.

import type { QueueCounts } from '../source/queues';
import { printable } from '../source/quote';
import { SettingsError } from './error';
import { caplenType, channelsType, groupType, type OptionValues, parseAt, parseCpus, parseFanout } from './pcap-values';
import type { Setting } from './setting';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Values of variables; one that is empty counts as absent. Every method throws SettingsError. */
export class PcapEnvironment {
  constructor(private readonly variables: Environment) {}

  /** Path of the configuration file; '': none shall be read; undefined: the usual ones. */
  get configFile(): string | undefined {
    return this.variables.PCAP_CONFIG;
  }

  get group(): Setting<number> | undefined {
    return this.read('PCAP_GROUP', groupType.parse);
  }

  /** Mode and flags of the default group. */
  get fanout(): Setting<OptionValues> | undefined {
    return this.read('PCAP_FANOUT', parseFanout);
  }

  get caplen(): Setting<number> | undefined {
    return this.read('PCAP_CAPLEN', caplenType.parse);
  }

  groupOf(device: string): Setting<number> | undefined {
    return this.read(this.nameFor('PCAP_GROUP_', device), groupType.parse);
  }

  channelsOf(device: string): Setting<QueueCounts> | undefined {
    return this.read(this.nameFor('PCAP_CHANNEL_', device), channelsType.parse);
  }

  /** CPUs of the device's interrupts by queue. */
  interruptsOf(device: string): Map<number, Setting<number[]>> {
    const queues = new Map<number, Setting<number[]>>();
    for (const name of Object.keys(this.variables)) {
      const match = /^PCAP_IRQ_(.+)_(\d{1,5})$/.exec(name);
      if (match === null) this.refuseWithoutQueue(name, device);
      if (match === null || (match[1] !== device && match[1] !== wordOf(device))) continue;
      const setting = this.read(name, parseCpus);
      if (setting !== undefined) queues.set(Number(match[2]), setting);
    }
    return queues;
  }

  /** Refuses a variable of the device's interrupts that names none of its queues. */
  private refuseWithoutQueue(name: string, device: string): void {
    const isOfDevice = [device, wordOf(device)].some((word) => `${name}_`.startsWith(`PCAP_IRQ_${word}_`));
    if (!isOfDevice || !this.variables[name]) return;
    const hint = `write PCAP_IRQ_${wordOf(device)}_0=CPUS`;
    throw new SettingsError('ESETTINGS_KEY', printable(name), 'it names no queue', hint);
  }

  /** The device's own name where env(1) has set such a variable. */
  private nameFor(prefix: string, device: string): string {
    return this.variables[prefix + device] === undefined ? prefix + wordOf(device) : prefix + device;
  }

  private read<T>(name: string, parse: (text: string) => T): Setting<T> | undefined {
    const text = this.variables[name];
    if (text === undefined || text === '') return undefined;
    const assignment = `${name}=${text}`;
    return { value: parseAt(printable(name), parse, text.trim()), origin: 'environment', text: assignment };
  }
}

function wordOf(device: string): string {
  return device.replace(/\W/g, '_');
}
