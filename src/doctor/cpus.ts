// Whether workers may run on the CPUs that they are pinned to: sched_setaffinity(2), cpuset(7).
import { pinnedCpus } from '../plan/native-plan';
import { formatCpuList } from '../source/cpu-list';
import { type Check, ok, wrong } from './check';
import { allowedCpus } from './process-status';

export const cpus: Check = {
  name: 'cpus',
  run(host, plan) {
    const wanted = pinnedCpus(plan);
    const allowed = allowedCpus(host);
    if (wanted.length === 0 || allowed === undefined) return [];
    const refused = wanted.filter((cpu) => !allowed.includes(cpu));
    if (refused.length === 0) return [ok(`workers may run on CPU ${formatCpuList(wanted)}`)];
    const finding = `workers cannot run on CPU ${formatCpuList(refused)}`;
    return [wrong(finding, `this process may use ${formatCpuList(allowed)}, and the capture is refused`, 'lscpu')];
  },
};
