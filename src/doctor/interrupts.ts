// Which CPUs serve the device's interrupts, and whether workers must share them
// (Documentation/core-api/irq/irq-affinity.rst).
import { deviceInterrupts } from '../kernel/interrupts';
import { formatCpuList, parseCpuList } from '../source/cpu-list';
import { type Check, type Finding, note, ok, wrong } from './check';
import { type Device, devicesOf, type LiveSource } from './devices';
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
  run(host, plan) {
    return devicesOf(host, plan).map((device) => {
      const cpus = device.sources.flatMap((source) => workerCpus(host, plan, source));
      return servedDevice(host, device, [...new Set(cpus)]);
    });
  },
};

function servedDevice(host: Host, device: Device, allowed: readonly number[]): Finding {
  const { name } = device;
  const served = interruptsOf(host, device);
  if (served.length === 0) return ok(`${name} has no interrupts of its own: packets come on the CPU of their sender`);
  const busy = new Set(served.flatMap(({ cpus }) => cpus));
  const free = allowed.filter((cpu) => !busy.has(cpu));
  const serving = `${name}: CPU ${formatCpuList([...busy])} serves its interrupts`;
  if (free.length === allowed.length) return ok(`${serving}, workers run on ${formatCpuList(allowed)}`);
  const [source] = device.sources;
  if (free.length > 0) {
    const finding = `${serving}, workers may run on ${formatCpuList(allowed)}`;
    return note(finding, overlap, pinnedTo(source, free));
  }
  const others = cpusIn(host, '/sys/devices/system/cpu/online').filter((cpu) => !busy.has(cpu));
  if (others.length > 0) {
    const finding = `${serving}, and workers have no other than ${formatCpuList(allowed)}`;
    return wrong(finding, overlap, pinnedTo(source, others));
  }
  return note(`${serving}, and there are no others`, overlap, gathering(served, allowed, source));
}

/** The capture with its workers on these CPUs. */
function pinnedTo({ origin, options }: LiveSource, cpus: readonly number[]): string {
  const list = formatCpuList(cpus);
  if (options.pin.value.length === 0) return commandLine('fandump', '-i', origin.value, '--cpus', list);
  return commandLine('fandump', '-i', origin.value.replace(/:pin=[^:]*/i, `:pin=${list}`));
}

/** Interrupts to the first CPU, workers to the others; '' where there is but one. */
function gathering(served: readonly Interrupt[], allowed: readonly number[], source: LiveSource): string {
  const [first, ...rest] = allowed;
  if (rest.length === 0) return '';
  const numbers = served.map(({ number }) => number).join(' ');
  const move = `for irq in ${numbers}; do echo ${first} | sudo tee /proc/irq/$irq/smp_affinity_list; done`;
  return `${move}; ${pinnedTo(source, rest)}`;
}

/** The device's interrupts that have come at least once. */
function interruptsOf(host: Host, { name, facts }: Device): Interrupt[] {
  const used = deviceInterrupts(host, name, facts.bus).filter(({ hasCome }) => hasCome);
  return used.map(({ number }) => ({ number, cpus: affinity(host, number) }));
}

/** Where an interrupt really goes, on kernels that tell; else where it may go. */
function affinity(host: Host, number: number): number[] {
  const effective = cpusIn(host, `/proc/irq/${number}/effective_affinity_list`);
  return effective.length > 0 ? effective : cpusIn(host, `/proc/irq/${number}/smp_affinity_list`);
}

function cpusIn(host: Host, path: string): number[] {
  return parseCpuList(host.read(path)?.trim() ?? '') ?? [];
}
