/**
 * Closes Node's debugger, which a SIGUSR1 opens that comes before bin/fandump.js takes that signal. Whoever reaches its
 * port, and that is everybody on this host, makes the process do what he likes. Node opens it twice for one signal: as
 * soon as any JavaScript runs, and once more as the event loop turns; hence the turn here.
 * Node's command line may ask for the debugger: then it stays.
 */
export async function closeDebugger(): Promise<void> {
  if (process.execArgv.some((word) => word.startsWith('--inspect'))) return;
  const close = await closingFunction();
  close();
  await new Promise(setImmediate);
  close();
}

/** `close` of node:inspector; under its other name it is there at once, and loading that module takes 2 ms. */
async function closingFunction(): Promise<() => void> {
  const { _debugEnd } = process as { _debugEnd?: () => void };
  return _debugEnd ?? (await import('node:inspector')).close;
}
