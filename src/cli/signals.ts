/** What the signals of a capture do. */
export interface SignalHandlers {
  /** SIGINT, SIGTERM or SIGHUP for the first time: end cleanly. */
  stop(): void;
  /** The same once more: end at once. */
  abandon(): void;
  /** SIGUSR1 */
  report(): void;
}

const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Installs the handlers; the function it returns takes them out again. */
export function handleSignals({ stop, abandon, report }: SignalHandlers): () => void {
  let isStopping = false;
  const onEnd = () => {
    if (isStopping) abandon();
    isStopping = true;
    stop();
  };
  for (const signal of endingSignals) process.on(signal, onEnd);
  process.on('SIGUSR1', report);
  return () => {
    for (const signal of endingSignals) process.off(signal, onEnd);
    process.off('SIGUSR1', report);
  };
}
