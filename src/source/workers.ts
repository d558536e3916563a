import { parseCpus } from './cpu-list';
import { option } from './option';
import { maxGroupSize } from './steering';
import { integer, type ValueType } from './value';

/** The option by which a source shares its packets out among threads of this process. */
export const workersOption = option(integer(1, maxGroupSize, 'auto'), {
  default: 1,
  help: 'receiver threads that share the packets out, each with a ring or socket of its own; auto: one for each CPU',
  flag: '--workers',
});

/** A list of CPUs as cpuset(7) writes them; `any`: an empty one. */
function cpuList(): ValueType<number[]> {
  return {
    syntax: 'LIST|any',
    parse: (text) => (text.toLowerCase() === 'any' ? [] : parseCpus(text)),
    format: (cpus) => cpus.join(',') || 'any',
  };
}

/** The CPUs of one source's threads, where `--cpus` has those of all. */
export const pinOption = option(cpuList(), {
  default: [],
  help: 'CPUs that the receiver threads of this source take in turn, as in 2-5,8; --cpus is for those of all sources',
});
