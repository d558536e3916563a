// Which CPUs serve the device's interrupts, and whether workers must share them
// (Documentation/core-api/irq/irq-affinity.rst).
import { type Check, type Finding, note, ok, wrong } from './check';
import { formatCpus, parseCpus } from './cpus';
import { type Device, devicesOf } from './devices';
import type { Host } from './host';
import { commandLine } from './shell';
import { workerCpus } from './workers';

interface Interrupt {
  number: number;
  cpus: number[];
}

const overlap = 'taking packets in goes before capturing them, and on one CPU each slows the other';

export const interrupts: Check = {
  name: 'interrupts',
  run: (host, plan) => devicesOf(host, plan).map((device) => deviceInterrupts(host, device, workerCpus(host, plan))),
};

function deviceInterrupts(host: Host, device: Device, allowed: readonly number[]): Finding {
  const { name } = device;
  const served = interruptsOf(host, device);
  if (served.length === 0) return ok(`${name} has no interrupts of its own: packets come on the CPU of their sender`);
  const busy = new Set(served.flatMap(({ cpus }) => cpus));
  const free = allowed.filter((cpu) => !busy.has(cpu));
  const serving = `${name}: CPU ${formatCpus([...busy])} serves its interrupts`;
  if (free.length === allowed.length) return ok(`${serving}, workers run on ${formatCpus(allowed)}`);
  const capture = ['fandump', '-i', device.sources[0].origin.value];
  if (free.length > 0) {
    const finding = `${serving}, workers may run on ${formatCpus(allowed)}`;
    return note(finding, overlap, commandLine(...capture, '--cpus', formatCpus(free)));
  }
  const others = parseCpus(host.read('/sys/devices/system/cpu/online')).filter((cpu) => !busy.has(cpu));
  if (others.length > 0) {
    const finding = `${serving}, and workers have no other than ${formatCpus(allowed)}`;
    return wrong(finding, overlap, commandLine(...capture, '--cpus', formatCpus(others)));
  }
  return note(`${serving}, and there are no others`, overlap, gathering(served, allowed, capture));
}

/** Interrupts to the first CPU, workers to the others; '' where there is but one. */
function gathering(served: readonly Interrupt[], allowed: readonly number[], capture: readonly string[]): string {
  const [first, ...rest] = allowed;
  if (rest.length === 0) return '';
  const numbers = served.map(({ number }) => number).join(' ');
  const move = `for irq in ${numbers}; do echo ${first} | sudo tee /proc/irq/$irq/smp_affinity_list; done`;
  return `${move}; ${commandLine(...capture, '--cpus', formatCpus(rest))}`;
}

/** The device's interrupts that have come at least once. Drivers name them after the interface or the bus address. */
function interruptsOf(host: Host, { name, facts }: Device): Interrupt[] {
  const ofBus = facts.bus === '' ? [] : host.list(`/sys/bus/pci/devices/${facts.bus}/msi_irqs`);
  const isNamed = [name, facts.bus].filter((word) => word !== '').map(wordPattern);
  const found: Interrupt[] = [];
  for (const line of host.read('/proc/interrupts')?.split('\n') ?? []) {
    const match = /^\s*(\d+):((?:\s+\d+)+)\s+(\S.*)$/.exec(line);
    if (match === null) continue;
    const isOurs = ofBus.includes(match[1]) || isNamed.some((pattern) => pattern.test(match[3]));
    if (isOurs && /[1-9]/.test(match[2])) found.push({ number: Number(match[1]), cpus: affinity(host, match[1]) });
  }
  return found;
}

/** Where an interrupt really goes, on kernels that tell; else where it may go. */
function affinity(host: Host, number: string): number[] {
  const effective = parseCpus(host.read(`/proc/irq/${number}/effective_affinity_list`));
  return effective.length > 0 ? effective : parseCpus(host.read(`/proc/irq/${number}/smp_affinity_list`));
}

/** The word by itself: eth1 is not found in eth10. */
function wordPattern(word: string): RegExp {
  const literal = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(^|[^\\w.])${literal}($|[^\\w.])`);
}
