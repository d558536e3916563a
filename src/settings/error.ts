/** A setting of the environment or of a configuration file that cannot hold. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  /** `where` is the variable, or file and line. */
  constructor(
    readonly code: 'ESETTINGS_FILE' | 'ESETTINGS_KEY' | 'ESETTINGS_VALUE',
    where: string,
    reason: string,
    /** What to write instead. */
    readonly hint: string,
  ) {
    super(`${where}: ${reason}`);
  }
}
