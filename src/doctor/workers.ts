import type { CapturePlan } from '../plan/plan';
import { parseCpuList } from '../source/cpu-list';
import type { LiveSource } from './devices';
import type { Host } from './host';
import { statusLine } from './process-status';

/** CPUs that the plan's workers may run on: those it pins them to, else all that this process may use. */
export function workerCpus(host: Host, plan: CapturePlan): readonly number[] {
  return plan.cpus.value.length > 0
    ? plan.cpus.value
    : (parseCpuList(statusLine(host, 'Cpus_allowed_list') ?? '') ?? []);
}

/** Receiver threads of a source, each with a ring of its own. */
export function workerCount(host: Host, plan: CapturePlan, { options }: LiveSource): number {
  const { value } = options.workers;
  return value === 'auto' ? Math.max(1, workerCpus(host, plan).length) : value;
}
