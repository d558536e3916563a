/** A command line that cannot become a plan: a value out of range, or things that do not go together. */
export class PlanError extends Error {
  override readonly name = 'PlanError';

  constructor(
    /** Stable, for programs. */
    readonly code: 'EPLAN_VALUE' | 'EPLAN_CONFLICT' | 'EPLAN_INTERFACE',
    message: string,
    /** What to write instead; may be empty. */
    readonly hint = '',
  ) {
    super(message);
  }
}

/** Things that do not go together; the hint says what to write instead. */
export function conflict(message: string, hint: string): never {
  throw new PlanError('EPLAN_CONFLICT', message, hint);
}

/** A shell variable that is not set, most often. */
export function emptyName(flag: string): never {
  throw new PlanError('EPLAN_VALUE', `${flag}: the name of the file is empty`, `write ${flag} FILE`);
}
