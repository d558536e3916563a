// Which interrupts are a device's. Nothing but their names in /proc/interrupts tells, or the list of its bus.
import type { KernelFiles } from './files';

export interface DeviceInterrupt {
  number: number;
  /** What the driver calls it, the last word: eth0-TxRx-3. */
  name: string;
  /** It has come at least once. */
  hasCome: boolean;
}

/** Drivers name them after the interface or the device's address on the bus ('' where it has none). */
export function deviceInterrupts(files: KernelFiles, device: string, bus: string): DeviceInterrupt[] {
  const ofBus = bus === '' ? [] : files.list(`/sys/bus/pci/devices/${bus}/msi_irqs`);
  const words = [device, bus].filter((word) => word !== '').map(wordPattern);
  const found: DeviceInterrupt[] = [];
  for (const line of files.read('/proc/interrupts')?.split('\n') ?? []) {
    const match = /^\s*(\d+):((?:\s+\d+)*)\s+(\S.*)$/.exec(line);
    if (match === null) continue;
    const [, number, counts, description] = match;
    if (!ofBus.includes(number) && !words.some((word) => word.test(description))) continue;
    const name = description.trimEnd().split(/\s+/).at(-1) ?? '';
    found.push({ number: Number(number), name, hasCome: /[1-9]/.test(counts) });
  }
  return found;
}

/** The word by itself: eth1 is not found in eth10. */
function wordPattern(word: string): RegExp {
  const literal = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(^|[^\\w.])${literal}($|[^\\w.])`);
}
