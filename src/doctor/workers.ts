import { sourceCpus } from '../plan/native-plan';
import type { CapturePlan } from '../plan/plan';
import type { LiveSource } from './devices';
import type { Host } from './host';
import { allowedCpus } from './process-status';

/** CPUs that a source's workers may run on: those it pins them to, else the plan's, else all that this process may use. */
export function workerCpus(host: Host, plan: CapturePlan, source: LiveSource): readonly number[] {
  const pinned = sourceCpus(source, plan.cpus.value);
  return pinned.length > 0 ? pinned : (allowedCpus(host) ?? []);
}

/** Receiver threads of a source, each with a ring of its own. */
export function workerCount(host: Host, plan: CapturePlan, source: LiveSource): number {
  const { value } = source.options.workers;
  return value === 'auto' ? Math.max(1, workerCpus(host, plan, source).length) : value;
}
