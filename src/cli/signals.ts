import { loadAddon } from '../engine/addon';

/** What the signals of a capture do. */
export interface SignalHandlers {
  /** SIGINT, SIGTERM or SIGHUP for the first time: end cleanly. */
  stop(): void;
  /** The same once more, {@link sameRequest} or more later: end at once. */
  abandon(): void;
  /** SIGUSR1 */
  report(): void;
  /** SIGUSR2 */
  flush(): void;
}

/**
 * Milliseconds. `npm start` passes on a SIGINT that the terminal has already sent to the whole process group: signals
 * that close together are one request.
 */
const sameRequest = 200;

const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What is still a terminal of ours when SIGHUP says that it is gone would make Node abort at its end. */
const leaveTerminals = () => loadAddon().leaveDeadTerminals();

/** Installs the handlers; the function it returns takes them out again. */
export function handleSignals(handlers: SignalHandlers): () => void {
  let stoppedAt: number | undefined;
  const onEnd = () => {
    if (stoppedAt === undefined) {
      stoppedAt = milliseconds();
      handlers.stop();
    } else if (milliseconds() - stoppedAt >= sameRequest) {
      handlers.abandon();
    }
  };
  for (const signal of endingSignals) process.on(signal, onEnd);
  process.off('exit', leaveTerminals).once('exit', leaveTerminals);
  const onReport = () => handlers.report();
  const onFlush = () => handlers.flush();
  process.on('SIGUSR1', onReport);
  process.on('SIGUSR2', onFlush);
  return () => {
    for (const signal of endingSignals) process.off(signal, onEnd);
    process.off('SIGUSR1', onReport);
    process.off('SIGUSR2', onFlush);
  };
}

/** A clock that only goes forward, and that every process has loaded already. */
function milliseconds(): number {
  return process.uptime() * 1000;
}
