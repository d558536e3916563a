// Lists of CPUs as cpuset(7) writes them: 0-3,8.
import { quote } from './quote';
import { ValueError } from './value';

/** CPU_SETSIZE of sched.h: what a plain affinity mask has room for. */
const cpuSetSize = 1024;

/** The CPUs of a list, in its order; undefined: it is none. */
export function parseCpuList(text: string): number[] | undefined {
  const cpus: number[] = [];
  for (const part of text.split(',')) {
    const range = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(part);
    if (range === null) return undefined;
    const [first, last] = [Number(range[1]), Number(range[2] ?? range[1])];
    if (last < first) return undefined;
    for (let cpu = first; cpu <= last; cpu++) cpus.push(cpu);
  }
  return cpus;
}

/** The same for a value of an option: CPUs that a thread can be pinned to, each once. Throws ValueError. */
export function parseCpus(text: string): number[] {
  const cpus = parseCpuList(text);
  if (cpus === undefined) throw new ValueError(`${quote(text)} is no list of CPUs`, 'write it as 2-5,8');
  const tooHigh = cpus.find((cpu) => cpu >= cpuSetSize);
  if (tooHigh !== undefined) {
    throw new ValueError(`CPU ${tooHigh} is beyond the highest, ${cpuSetSize - 1}`, 'lscpu lists those that are there');
  }
  const twice = cpus.find((cpu, index) => cpus.indexOf(cpu) !== index);
  if (twice !== undefined) throw new ValueError(`CPU ${twice} stands twice in ${quote(text)}`, 'name each once');
  return cpus;
}

/** The CPUs, in order, as a list of that format. */
export function formatCpuList(cpus: readonly number[]): string {
  const parts: string[] = [];
  const sorted = [...new Set(cpus)].sort((a, b) => a - b);
  for (let index = 0; index < sorted.length; ) {
    const first = sorted[index];
    let last = first;
    while (sorted[++index] === last + 1) last++;
    parts.push(first === last ? String(first) : `${first}-${last}`);
  }
  return parts.join(',');
}
