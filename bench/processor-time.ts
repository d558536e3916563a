import { readdirSync, readFileSync } from 'node:fs';

/**
 * Time that all threads of a process have spent on a processor, in nanoseconds: the first field of
 * /proc/PID/task/TID/schedstat (Documentation/scheduler/sched-stats.rst). Exact for threads that sleep.
 */
export function processorNanoseconds(pid: number): number {
  const tasks = `/proc/${pid}/task`;
  return readdirSync(tasks).reduce((sum, task) => {
    const schedstat = readFileSync(`${tasks}/${task}/schedstat`, 'latin1');
    return sum + Number(schedstat.split(' ')[0]);
  }, 0);
}

/** USER_HZ of proc_pid_stat(5), which Linux shows to every process alike. */
const nanosecondsPerTick = 1e9 / 100;
/** Fields of /proc/self/stat behind the name in parentheses: cutime and cstime. */
const childrenUser = 13;
const childrenSystem = 14;

/** The same of all children that have ended, in steps of 10 ms. */
export function childrenNanoseconds(): number {
  const fields = readFileSync('/proc/self/stat', 'latin1')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[childrenUser]) + Number(fields[childrenSystem])) * nanosecondsPerTick;
}
