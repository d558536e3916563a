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
