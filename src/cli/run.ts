import { loadAddon } from '../engine/addon';
import { CaptureError } from '../engine/errors';
import { CaptureSession } from '../engine/session';
import type { Names } from '../names/names';
import { toNativePlan } from '../plan/native-plan';
import { type CapturePlan, readsSavefile } from '../plan/plan';
import { closingLines, counted, progressLine } from '../report/lines';
import type { Painter } from './color';
import type { Console } from './console';
import { exitCodes } from './exit-codes';
import { errorLine, noticeLine } from './message';
import { recordPrinter } from './record-printer';
import { handleSignals, type SignalHandlers } from './signals';
import { startupLines } from './startup-lines';
import { epipe, textOutput } from './text-output';

/** How often `-w -v` shows how many packets there are. */
const progressInterval = 1000;

/**
 * Opens what the plan says, lets it run to its end, and reports. Returns the exit code.
 * @throws CaptureError when opening fails
 */
export async function runCapture(plan: CapturePlan, console: Console, painter: Painter): Promise<number> {
  const addon = loadAddon();
  const names = await printedNames(plan);
  const session = CaptureSession.open(toNativePlan(plan));
  const capture = new RunningCapture(plan, session, console, painter, names);
  // Before "listening on" is shown: whoever reads that line may send a signal at once.
  const releaseSignals = handleSignals(capture);
  try {
    console.err(lines(startupLines(plan, session.sources, addon)));
    return await capture.run();
  } finally {
    releaseSignals();
    names?.close();
    session.close();
  }
}

/** undefined: lines show numbers, and nothing of the names is loaded. */
async function printedNames({ print, output, sources: [source] }: CapturePlan): Promise<Names | undefined> {
  if (print.numeric > 0 || !output.print || output.format === 'json') return undefined;
  const { namesOfHost } = await import('../names/of-host');
  const isOnNetwork = print.localNames && source.backend === 'af_packet';
  return namesOfHost({ short: print.shortNames, networkOf: isOnNetwork ? source.interface : undefined });
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}

class RunningCapture implements SignalHandlers {
  private readonly text = textOutput(loadAddon());
  private isInterrupted = false;

  constructor(
    private readonly plan: CapturePlan,
    private readonly session: CaptureSession,
    private readonly console: Console,
    private readonly painter: Painter,
    private readonly names: Names | undefined,
  ) {}

  stop(): void {
    this.isInterrupted = true;
    this.session.stop();
  }

  report(): void {
    this.console.err(`fandump: ${progressLine(this.session.stats())}\n`);
  }

  async run(): Promise<number> {
    const stopProgress = this.showProgress();
    try {
      await this.receive();
      this.finishText();
      return exitCodes.done;
    } catch (error) {
      return this.fail(error);
    } finally {
      stopProgress();
      if (!this.isReaderGone) this.reportCounters();
    }
  }

  /** Whoever read our text, or our savefile through a pipe, has seen enough: nothing more is said. */
  private isReaderGone = false;

  private async receive(): Promise<void> {
    const { text, plan, session } = this;
    const printer = await recordPrinter(plan, session.sources, text, this.names);
    await session.run({
      onPacket: plan.output.print ? (record) => printer.print(record) : undefined,
      onBatchEnd: () => text.flush(),
      onNotice: (notice) => this.console.err(noticeLine(this.painter, notice)),
    });
  }

  private finishText(): void {
    this.text.flush();
    // As tcpdump: the terminal may show ^C where the next line begins.
    const { print, save, format } = this.plan.output;
    if (this.isInterrupted && print && save === undefined && format === 'text') {
      this.text.char(0x0a);
      this.text.flush();
    }
  }

  private fail(error: unknown): number {
    if (!(error instanceof CaptureError)) throw error;
    this.isReaderGone = error.errno === epipe;
    if (!this.isReaderGone) this.console.err(errorLine(this.painter, error));
    return exitCodes.failure;
  }

  private reportCounters(): void {
    const stats = this.session.stats();
    if (this.plan.output.count) this.console.out(`${counted(stats.captured, 'packet')}\n`);
    if (readsSavefile(this.plan)) return;
    const names = this.session.sources.map(({ name }) => name);
    this.console.err(lines(closingLines(stats, names)));
  }

  /** The second request to end: what is there is written, and the process ends without waiting for its threads. */
  abandon(): never {
    try {
      this.finishText();
    } finally {
      this.reportCounters();
      process.exit(exitCodes.failure);
    }
  }

  /** tcpdump's `Got N` while -w writes and -v was given. */
  private showProgress(): () => void {
    const { output, print } = this.plan;
    if (output.save === undefined || output.print || print.verbose === 0) return () => {};
    let shown = -1;
    const timer = setInterval(() => {
      const { captured } = this.session.stats();
      if (captured !== shown) this.console.err(`Got ${captured}\r`);
      shown = captured;
    }, progressInterval);
    return () => clearInterval(timer);
  }
}
