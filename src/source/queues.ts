// Queues of a network device, as ethtool(8) -L counts them, and the CPUs that serve their interrupts.
import { parseCpus } from './cpu-list';
import { quote } from './quote';
import { integer, ValueError, type ValueType } from './value';

/** Queues that only receive, only send, do both, or serve other purposes. */
export const queueKinds = ['rx', 'tx', 'combined', 'other'] as const;
export type QueueKind = (typeof queueKinds)[number];

/** How many queues there are to be; kinds that are absent stay as they are. */
export type QueueCounts = Partial<Record<QueueKind, number>>;

/** The kernel keeps queue numbers in 16 bits (net/core/dev.c). */
const maxQueues = 65535;
const keep = 'keep';

/** `4`, which is combined queues, or `rx=4,tx=2`; keep: as they are. */
export function queueCounts(): ValueType<QueueCounts> {
  const count = integer(1, maxQueues);
  const others = integer(0, maxQueues);
  return {
    syntax: `N|KIND=N[,KIND=N...]|${keep}`,
    parse(text) {
      const word = text.toLowerCase();
      if (word === keep) return {};
      if (!word.includes('=')) return { combined: count.parse(word) };
      const counts: QueueCounts = {};
      for (const part of word.split(',')) {
        const [name, value = ''] = part.split('=');
        const kind = queueKinds.find((candidate) => candidate === name);
        if (kind === undefined) {
          throw new ValueError(`${quote(name)} is no kind of queue`, `use ${queueKinds.join(', ')}`);
        }
        if (counts[kind] !== undefined) throw new ValueError(`${kind} is given twice`, 'keep one of the two');
        counts[kind] = others.parse(value);
      }
      return counts;
    },
    format(counts) {
      const parts = queueKinds.flatMap((kind) => (counts[kind] === undefined ? [] : [`${kind}=${counts[kind]}`]));
      return parts.join(',') || keep;
    },
  };
}

/** CPUs for the interrupt of each queue, by its number. */
export type InterruptCpus = Readonly<Record<number, number[]>>;

const none = 'none';

/** One item `irq.N=CPUS` of a URI; CPUS as cpuset(7) writes them. Several items stand in a row. */
export function interruptCpus(): ValueType<InterruptCpus> {
  return {
    syntax: 'irq.N=CPUS',
    parse(text) {
      if (text.toLowerCase() === none) return {};
      const match = /^irq\.(\d{1,5})=(.*)$/i.exec(text);
      if (match === null) throw new ValueError(`${quote(text)} names no queue`, 'write irq.0=2 or irq.0=2-3,8');
      return { [Number(match[1])]: parseCpus(match[2]) };
    },
    format(queues) {
      const items = Object.entries(queues).map(([queue, cpus]) => `irq.${queue}=${cpus.join(',')}`);
      return items.join(':') || none;
    },
  };
}
