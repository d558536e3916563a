/** A mistake in the words that a tool was called with. */
export class UsageError extends Error {}

/** The number that an option has; throws {@link UsageError} where it is none or not above zero. */
export function positiveNumber(option: string, text: string): number {
  const number = Number(text);
  if (!(number > 0 && number < Number.POSITIVE_INFINITY)) {
    throw new UsageError(`--${option} ${text}: not a number above zero`);
  }
  return number;
}

/** Runs a tool. A mistake in its words is one line and exit code 2. */
export async function runTool(name: string, usage: string, main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (!isUsageError(error)) throw error;
    console.error(`${name}: ${error.message}; usage: ${usage}`);
    process.exitCode = 2;
  }
}

function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  // What parseArgs of node:util throws.
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
