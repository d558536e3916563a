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
    if (last < first || last >= cpuSetSize) return undefined;
    for (let cpu = first; cpu <= last; cpu++) cpus.push(cpu);
  }
  return new Set(cpus).size === cpus.length ? cpus : undefined;
}

/** The same for a value of an option. Throws ValueError. */
export function parseCpus(text: string): number[] {
  const cpus = parseCpuList(text);
  if (cpus === undefined) throw new ValueError(`${quote(text)} is no list of CPUs`, 'write it as 2-5,8');
  return cpus;
}
