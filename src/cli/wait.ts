import type { Addon } from '../engine/native';
import { isUp } from '../kernel/interface-flags';
import type { CapturePlan } from '../plan/plan';
import { anyInterface } from '../source/af-packet';
import { handleSignals } from './signals';

/** Milliseconds between two looks. */
const interval = 200;

/**
 * --wait: resolves once every interface of the plan is there and up. false: a signal has ended the wait.
 * `say` takes a line for each change of what is missing.
 */
export async function interfacesThere(
  plan: CapturePlan,
  addon: Pick<Addon, 'interfaces'>,
  say: (line: string) => void,
): Promise<boolean> {
  let isStopped = false;
  const stop = () => {
    isStopped = true;
  };
  const release = handleSignals({ stop, abandon: stop, report: () => {}, flush: () => {} });
  let told: string | undefined;
  try {
    for (;;) {
      const missing = missingInterface(plan, addon);
      if (missing === undefined || isStopped) return !isStopped;
      if (missing !== told) say(`waiting for ${missing}`);
      told = missing;
      await new Promise((resolve) => setTimeout(resolve, interval));
    }
  } finally {
    release();
  }
}

/** The first interface that cannot be captured from yet, and why. */
function missingInterface({ sources }: CapturePlan, addon: Pick<Addon, 'interfaces'>): string | undefined {
  const present = new Map(addon.interfaces().map(({ name, flags }) => [name, flags]));
  for (const source of sources) {
    if (source.backend !== 'af_packet' || source.interface === anyInterface) continue;
    const flags = present.get(source.interface);
    if (flags === undefined) return `${source.interface}, which does not exist`;
    if (!isUp(flags)) return `${source.interface}, which is down`;
  }
  return undefined;
}
