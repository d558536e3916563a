import type { Addon } from '../engine/native';
import { type CapturePlan, changesDevice } from '../plan/plan';

/** Runs body with queues and interrupts as the plan's sources want them; `say` takes a line for each that changes. */
export async function withTunedDevices<Result>(
  plan: CapturePlan,
  addon: Addon,
  say: (line: string) => void,
  body: () => Promise<Result>,
): Promise<Result> {
  if (!plan.sources.some(changesDevice)) return body();
  const { restoreDevices, tuneDevices } = await import('../tuning/tune');
  const { systemFiles } = await import('../tuning/system');
  let changes: string[] = [];
  try {
    changes = tuneDevices(plan, addon, systemFiles);
    changes.forEach(say);
    return await body();
  } finally {
    restoreDevices(plan, changes, addon).forEach(say);
  }
}
