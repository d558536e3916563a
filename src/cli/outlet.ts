import { CaptureError } from '../engine/errors';
import type { Addon } from '../engine/native';
import { errno } from '../kernel/errno';

export type OutputAddon = Pick<Addon, 'openOutput' | 'writeSome'>;

const reasons = new Map<number, string>([
  [errno.inputOutput, 'the terminal has hung up'],
  [errno.noSpace, 'no space left on the device'],
  [errno.brokenPipe, 'its reader has gone'],
]);

/** Milliseconds that a write waits for the reader before the event loop has its turn. */
const moment = 20;
/** Milliseconds for which, once the end was asked for, a reader who takes nothing is waited for. */
const patience = 1000;
/** Bytes of messages that are held for a reader; lines of packets have no bound but that their packets are not taken. */
const mostMessages = 1 << 20;

/** A write to standard output that failed, in the words of every kind of output. */
export function outputFailure(number: number): CaptureError {
  const reason = reasons.get(number) ?? `system error ${number}`;
  return new CaptureError('EOUTPUT', `writing to standard output: ${reason}`, number);
}

/**
 * Standard output or error while a capture runs. What its reader does not take at once is held, in order, and written as
 * he goes on: the process does not stand still in write(2), where it would see no signal.
 */
export class Outlet {
  private readonly descriptor: number;
  private held: Uint8Array[] = [];
  private heldBytes = 0;
  private tookAt = 0;
  private hungUpAt: number | undefined;
  private endsAt: number | undefined;
  private failure = 0;
  private isClosed = false;
  private timer: NodeJS.Timeout | undefined;

  /** Opens what the sandbox would refuse later. */
  constructor(
    private readonly addon: OutputAddon,
    descriptor: number,
  ) {
    this.descriptor = addon.openOutput(descriptor);
  }

  /** The end came, the reader did not go on, and what was held for him is dropped. */
  isGivenUp = false;

  /** Takes the bytes; what cannot be written yet is copied. A failure is told by `check`. */
  write(bytes: Uint8Array, length = bytes.length): void {
    if (this.isClosed) return;
    const written = this.held.length === 0 ? this.tryWrite(bytes, length) : 0;
    if (written < length && !this.isClosed) this.hold(bytes.slice(written, length));
  }

  /** A message or table: nobody waits for it to be written, and what is too much for memory is left out. */
  message(text: string): void {
    if (this.heldBytes < mostMessages) this.write(Buffer.from(text));
  }

  /** Whether something is still held, after a moment of waiting for the reader. */
  isBusy(): boolean {
    while (this.held.length > 0) {
      const [first] = this.held;
      const written = this.tryWrite(first, first.length);
      if (this.isClosed) return false;
      this.heldBytes -= written;
      if (written < first.length) {
        this.held[0] = first.subarray(written);
        this.giveUpInTime();
        return this.held.length > 0;
      }
      this.held.shift();
    }
    return false;
  }

  /** EPIPE, before it was told by `check`. */
  get isReaderGone(): boolean {
    return this.failure === errno.brokenPipe;
  }

  /** @throws CaptureError, once, when a write has failed */
  check(): void {
    const { failure } = this;
    this.failure = 0;
    if (failure !== 0) throw outputFailure(failure);
  }

  /** The end was asked for: from now on a reader who takes nothing is not waited for without end. */
  end(): void {
    this.endsAt ??= milliseconds();
  }

  /** Resolves when nothing is held any more. */
  async drained(): Promise<void> {
    while (this.isBusy()) await new Promise(setImmediate);
  }

  /** How many bytes the reader took. */
  private tryWrite(bytes: Uint8Array, length: number): number {
    const written = this.addon.writeSome(this.descriptor, bytes, 0, length, moment);
    if (written > 0) this.tookAt = milliseconds();
    if (written >= 0) return written;
    if (written === -errno.inputOutput) return this.hangUp();
    this.failure = -written;
    this.close();
    return 0;
  }

  /** The terminal is gone. SIGHUP, which ends the capture, is under way; where it was sent to nobody, this is a failure. */
  private hangUp(): number {
    const isEnding = this.endsAt !== undefined;
    this.hungUpAt ??= milliseconds();
    if (!isEnding && milliseconds() - this.hungUpAt < patience) {
      pause();
      return 0;
    }
    this.failure = isEnding ? 0 : errno.inputOutput;
    this.close();
    return 0;
  }

  private giveUpInTime(): void {
    if (this.endsAt === undefined || milliseconds() - Math.max(this.tookAt, this.endsAt) < patience) return;
    this.isGivenUp = true;
    this.close();
  }

  private hold(rest: Uint8Array): void {
    this.held.push(rest);
    this.heldBytes += rest.length;
    if (this.timer !== undefined) return;
    // For what is written while no packet comes.
    this.timer = setInterval(() => {
      if (!this.isBusy()) this.stopTimer();
    }, 5 * moment);
    this.timer.unref();
  }

  private stopTimer(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private close(): void {
    this.isClosed = true;
    this.held = [];
    this.heldBytes = 0;
    this.stopTimer();
  }
}

/** A moment for a signal that is under way. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, moment);
}

/** A clock that only goes forward, and that every process has loaded already. */
function milliseconds(): number {
  return process.uptime() * 1000;
}
