/** A capture as the rest of the program sees it: opened, run to its end, closed. */
import type { PacketRecord } from '../decode/packet';
import { loadAddon } from './addon';
import { BatchReader } from './batch';
import { CaptureError } from './errors';
import type { NativeNotice, NativePlan, NativeSession, OpenedSource, SessionStats, TallyReport } from './native';

export interface CaptureHandlers {
  /** A packet of a batch; the record is valid during the call only. Needs a plan with batches. */
  onPacket?(record: PacketRecord): void;
  /** No further packet is waiting: the time to write out what was printed. */
  onBatchEnd?(): void;
  /**
   * Asked before packets are handed over: true while what was made of the last ones still cannot be written out. It
   * waits a moment for that itself, and is asked again a turn of the event loop later.
   */
  isBusy?(): boolean;
  /** Something the user should hear of while capture goes on. */
  onNotice?(notice: NativeNotice): void;
}

/**
 * Milliseconds that one wake may spend on batches before the event loop gets its turn,
 * so that signals are seen under any load.
 */
const drainBudgetMs = 20;

export class CaptureSession {
  private wake: () => void = () => {};
  private reader: BatchReader | undefined;

  private constructor(private readonly native: NativeSession) {}

  /** What was opened, in the plan's order. */
  sources: OpenedSource[] = [];

  /**
   * Opens the plan's source and sinks; packets are kept by the kernel from here on.
   * @throws CaptureError; nothing stays open then.
   */
  static open(plan: NativePlan): CaptureSession {
    const addon = loadAddon();
    return CaptureError.wrapping(() => {
      const session = new CaptureSession(new addon.Session(plan));
      session.sources = session.native.open(() => session.wake());
      if (plan.batch) session.reader = new BatchReader(session.native.slots());
      return session;
    });
  }

  /**
   * Starts the workers; resolves when all have ended and every packet was handed over.
   * Rejects with CaptureError, after the packets before it were handed over, when the capture ended early,
   * and with whatever a handler throws.
   */
  run(handlers: CaptureHandlers): Promise<void> {
    return new Promise((resolve, reject) => {
      this.wake = () => {
        try {
          if (handlers.isBusy?.() || this.takeBatches(handlers)) {
            setImmediate(this.wake);
            return;
          }
          // Asked before the last look at the queue: what was published before the end is there by then.
          const ended = this.native.ended();
          if (ended && this.takeBatches(handlers)) {
            setImmediate(this.wake);
            return;
          }
          handlers.onBatchEnd?.();
          for (const notice of this.native.notices()) handlers.onNotice?.(notice);
          if (!ended) return;
          this.wake = () => {};
          const failure = this.native.failure();
          if (failure) reject(new CaptureError(failure.code, failure.message, failure.errno, failure.hint));
          else resolve();
        } catch (error) {
          this.wake = () => {};
          reject(error);
        }
      };
      this.start();
      // What opening had to tell woke nobody: without packets it would be heard at the end only.
      setImmediate(() => this.wake());
    });
  }

  private start(): void {
    CaptureError.wrapping(() => this.native.start());
  }

  /**
   * Starts the workers and yields the packets slot by slot, each turned into a value by convert; a slow taker holds up
   * a lossless source, and hears notices late. Ends and throws as run() does. The process is kept alive while a taker
   * waits, not for the sake of one who has turned away without ending the iteration.
   */
  async *batches<Packet>(
    convert: (record: PacketRecord) => Packet,
    { onNotice }: Pick<CaptureHandlers, 'onNotice'> = {},
  ): AsyncGenerator<Packet[], void> {
    if (!this.reader) throw new CaptureError('ENOBATCH', 'the plan hands no packets to JavaScript');
    const tellNotices = () => {
      for (const notice of this.native.notices()) onNotice?.(notice);
    };
    let isWoken = false;
    let resume = () => {};
    this.wake = () => {
      isWoken = true;
      resume();
    };
    this.start();
    this.native.unref();
    for (;;) {
      isWoken = false;
      const ended = this.native.ended();
      for (let slot = this.native.take(); slot >= 0; slot = this.native.take()) {
        const packets: Packet[] = [];
        this.reader.read(slot, this.native.used(slot), (record) => packets.push(convert(record)));
        this.native.release(slot);
        yield packets;
        // Under a load that never ends this loop does not either.
        tellNotices();
      }
      tellNotices();
      if (ended) break;
      if (!isWoken) {
        this.native.ref();
        await new Promise<void>((resolve) => {
          resume = resolve;
        });
        this.native.unref();
      }
    }
    const failure = this.native.failure();
    if (failure) throw new CaptureError(failure.code, failure.message, failure.errno, failure.hint);
  }

  /** Hands over filled slots; true when time ran out, or the taker became busy, before they were all. */
  private takeBatches(handlers: CaptureHandlers): boolean {
    if (!this.reader || !handlers.onPacket) return false;
    const onPacket = handlers.onPacket.bind(handlers);
    const until = milliseconds() + drainBudgetMs;
    for (;;) {
      const slot = this.native.take();
      if (slot < 0) return false;
      try {
        this.reader.read(slot, this.native.used(slot), onPacket);
      } finally {
        this.native.release(slot);
      }
      if (milliseconds() > until || handlers.isBusy?.()) return true;
    }
  }

  /** Asks for a clean end: what the kernel has taken in is still handed over. */
  stop(): void {
    this.native.stop();
  }

  /** What has been received is written to the savefiles soon; a second later it would be anyway. */
  flush(): void {
    this.native.flush();
  }

  /** Of a plan whose keeper runs commands, and once: see NativeSession. */
  commandReports(): number {
    return this.native.commandReports();
  }

  /** No file follows: the commands that wait still run. */
  endCommands(): void {
    this.native.endCommands();
  }

  stats(): SessionStats {
    return this.native.stats();
  }

  /** Of a plan with countBy: so many rows at most; 0: all. */
  tally(rows: number): TallyReport {
    return this.native.tally(rows);
  }

  /** Ends the threads and frees the memory; records handed out before are no longer readable. */
  close(): void {
    this.wake = () => {};
    this.native.close();
  }
}

/** A clock that only goes forward, and that every process has loaded already. */
function milliseconds(): number {
  return process.uptime() * 1000;
}
