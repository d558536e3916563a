import type { CapturePlan } from '../plan/plan';
import type { Finding } from './check';
import { checks } from './checks';
import type { Host } from './host';

/** A finding and the check that made it. */
export interface Diagnosis extends Finding {
  check: string;
}

/** Runs every check; changes nothing. */
export function examine(host: Host, plan: CapturePlan): Diagnosis[] {
  return checks.flatMap((check) => check.run(host, plan).map((finding) => ({ check: check.name, ...finding })));
}

export function isWrong({ level }: Diagnosis): boolean {
  return level === 'wrong';
}
