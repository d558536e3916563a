import { readFileSync } from 'node:fs';
import { pinnedCpus } from '../plan/native-plan';
import type { CapturePlan } from '../plan/plan';
import { formatCpuList, parseCpuList } from '../source/cpu-list';
import { UsageError } from './usage-error';

/**
 * Refuses a plan whose workers are to run where this process may not, before anything is opened. `status` is
 * /proc/self/status.
 * @throws UsageError that names the CPUs it may use
 */
export function checkCpus(plan: CapturePlan, status = () => readFileSync('/proc/self/status', 'latin1')): void {
  const wanted = pinnedCpus(plan);
  if (wanted.length === 0) return;
  const allowed = parseCpuList(/^Cpus_allowed_list:\s*(\S+)$/m.exec(status())?.[1] ?? '');
  const refused = wanted.filter((cpu) => allowed?.includes(cpu) === false);
  if (allowed === undefined || refused.length === 0) return;
  const list = formatCpuList(refused);
  throw new UsageError(
    `workers cannot run on CPU ${list}: this process may use ${formatCpuList(allowed)}`,
    'lscpu lists the CPUs there are, taskset -pc $$ those that this shell may use',
  );
}
