import type { CapturePlan } from '../plan/plan';
import type { Host } from './host';

/** ok: as it should be; note: it costs something, or may; wrong: the capture fails, loses packets or shows false ones. */
export type Level = 'ok' | 'note' | 'wrong';

/** One line of the doctor's. */
export interface Finding {
  level: Level;
  /** What there is. */
  finding: string;
  /** Why it matters; empty where it is as it should be. */
  why: string;
  /** A command for the shell that mends it; empty where none can. */
  mend: string;
}

/** One question to the host, one file each. Looks, and changes nothing. */
export interface Check {
  readonly name: string;
  /** Findings about what the plan would use; none where the plan has nothing to do with the question. */
  run(host: Host, plan: CapturePlan): Finding[];
}

export function ok(finding: string): Finding {
  return { level: 'ok', finding, why: '', mend: '' };
}

export function note(finding: string, why: string, mend = ''): Finding {
  return { level: 'note', finding, why, mend };
}

export function wrong(finding: string, why: string, mend = ''): Finding {
  return { level: 'wrong', finding, why, mend };
}
