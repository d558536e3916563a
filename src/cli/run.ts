import { holdJson } from '#json';
import { holdRarePrinters } from '#rare-printers';
import { loadAddon } from '../engine/addon';
import { CaptureError } from '../engine/errors';
import { CaptureSession } from '../engine/session';
import { errno } from '../kernel/errno';
import type { Names } from '../names/names';
import { toNativePlan } from '../plan/native-plan';
import { type CapturePlan, readsSavefile } from '../plan/plan';
import { touchesFilesLater } from '../plan/savefile';
import type { LineWriter } from '../print/text/line-writer';
import { forwardLines } from '../report/forward';
import { type CutShort, closingLines, deletionLines, progressLine } from '../report/lines';
import { confine } from '../rights/confine';
import type { RightsPlan } from '../rights/plan';
import { anyInterface } from '../source/af-packet';
import { counted } from '../source/counted';
import { checkCpus } from './allowed-cpus';
import type { Painter } from './color';
import { checkProgram } from './command-program';
import { allWritten, type Console, closeOutlets, type Outlets, openOutlets } from './console';
import type { CountTable } from './count-table';
import { closeDebugger } from './debugger';
import { exitCodes } from './exit-codes';
import type { FileCommands } from './file-commands';
import { errorLine, noticeLine, plainLines } from './message';
import { preparedLines, recordPrinter } from './record-printer';
import { commandHint, fileRights, identityOf } from './rights';
import { handleSignals, type SignalHandlers } from './signals';
import { startupLines } from './startup-lines';
import { HostWatch, startStatistics } from './statistics';
import { textOutput } from './text-output';
import { withTunedDevices } from './tuned-devices';

/** How often `-w -v` shows how many packets there are. */
const progressInterval = 1000;
/** What setTimeout takes at most. */
const longestTimer = 2 ** 31 - 1;

/**
 * Opens what the plan says, lets it run to its end, and reports. Returns the exit code.
 * @throws UsageError for CPUs and a program of -z that cannot be had, CaptureError when opening fails
 */
export async function runCapture(
  plan: CapturePlan,
  rights: RightsPlan,
  console: Console,
  painter: Painter,
): Promise<number> {
  const say = (line: string) => console.err(`fandump: ${line}\n`);
  checkCpus(plan);
  checkProgram(plan.output.savefile.command.value);
  if (plan.wait.value) {
    const { interfacesThere } = await import('./wait');
    if (!(await interfacesThere(plan, loadAddon(), say))) return exitCodes.done;
  }
  return withTunedDevices(plan, loadAddon(), say, () => openAndRun(plan, rights, console, painter));
}

async function openAndRun(plan: CapturePlan, rights: RightsPlan, console: Console, painter: Painter): Promise<number> {
  const addon = loadAddon();
  for (const { backend, name } of plan.sources) {
    if (backend === 'tcp') console.err(`fandump: waiting for a connection to ${name}\n`);
  }
  const identity = identityOf(rights);
  const names = await printedNames(plan);
  const host = HostWatch.open(plan);
  const nativePlan = toNativePlan(plan, fileRights(rights, identity));
  if (nativePlan.batch) nativePlan.batch.lines = preparedLines(plan, names);
  if (plan.output.print) CaptureError.wrapping(plan.output.format === 'text' ? holdRarePrinters : holdJson);
  const session = CaptureSession.open(nativePlan);
  const table = await countTable(plan, console);
  const outlets = openOutlets(addon);
  const capture = new RunningCapture(plan, session, table?.console ?? console, painter, names, host, table, outlets);
  capture.commandHint = commandHint(rights, identity);
  // Before "listening on" is shown: whoever reads that line may send a signal at once.
  const releaseSignals = handleSignals(capture);
  try {
    await closeDebugger();
    for (const message of confine(rights, identity, addon)) console.err(noticeLine(painter, { message }));
    console.err(plainLines(startupLines(plan, session.sources, addon)));
    const exitCode = await capture.run();
    await allWritten(outlets);
    return exitCode;
  } finally {
    closeOutlets();
    releaseSignals();
    names?.close();
    host?.close();
    session.close();
  }
}

/** undefined: nothing is counted by what packets say. */
async function countTable(plan: CapturePlan, console: Console): Promise<CountTable | undefined> {
  if (plan.output.countBy === undefined) return undefined;
  const { CountTable } = await import('./count-table');
  return CountTable.of(plan, console);
}

/** undefined: lines show numbers, and nothing of the names is loaded. */
async function printedNames({ print, output, sources: [source] }: CapturePlan): Promise<Names | undefined> {
  if (print.numeric > 0 || !output.print || output.format === 'json') return undefined;
  const { namesOfHost } = await import('../names/of-host');
  const isOnNetwork = print.localNames && source.backend === 'af_packet' && source.interface !== anyInterface;
  return namesOfHost({ short: print.shortNames, networkOf: isOnNetwork ? source.interface : undefined });
}

class RunningCapture implements SignalHandlers {
  private readonly text: LineWriter;
  private isInterrupted = false;

  constructor(
    private readonly plan: CapturePlan,
    private readonly session: CaptureSession,
    private readonly console: Console,
    private readonly painter: Painter,
    private readonly names: Names | undefined,
    private readonly host: HostWatch | undefined,
    private readonly table: CountTable | undefined,
    private readonly outlets: Outlets,
  ) {
    this.text = textOutput(outlets.text);
  }

  stop(): void {
    this.isInterrupted = true;
    this.outlets.text.end();
    this.outlets.messages.end();
    this.session.stop();
  }

  flush(): void {
    this.session.flush();
  }

  report(): void {
    this.console.err(`fandump: ${progressLine(this.session.stats())}\n`);
  }

  async run(): Promise<number> {
    const stopProgress = this.showProgress();
    const stopTimer = this.stopAfterDuration();
    const { plan, session, host } = this;
    const stopStatistics = startStatistics(plan, this.sourceNames(), () => session.stats(), host, this.console);
    this.table?.start((rows) => session.tally(rows));
    try {
      await this.receive();
      this.finishText();
      await this.textWritten();
      return exitCodes.done;
    } catch (error) {
      return this.fail(error);
    } finally {
      await this.commands?.ended();
      stopTimer();
      stopProgress();
      stopStatistics();
      if (!this.isReaderGone || this.plan.output.save !== undefined) this.reportCounters();
    }
  }

  /** Whoever read our standard output has seen enough: that is no error. */
  private isReaderGone = false;
  private cutShort: CutShort | undefined;
  private commands: FileCommands | undefined;
  /** Where commands of -z may fail for whom they run as: what to do. */
  commandHint: string | undefined;

  private async receive(): Promise<void> {
    const { text, plan, session } = this;
    const printer = plan.output.print ? recordPrinter(plan, session.sources, text, this.names) : undefined;
    this.commands = await this.fileCommands();
    await session.run({
      isBusy: () => {
        const isBusy = this.outlets.text.isBusy();
        this.outlets.text.check();
        return isBusy;
      },
      onPacket: printer && ((record) => printer.print(record)),
      onBatchEnd: () => text.flush(),
      onNotice: (notice) => this.console.err(noticeLine(this.painter, notice)),
    });
  }

  private async textWritten(): Promise<void> {
    const { text } = this.outlets;
    await text.drained();
    text.check();
    if (!text.isGivenUp) return;
    const message = 'nobody reads standard output any more: the last lines are not shown';
    this.console.err(noticeLine(this.painter, { message }));
  }

  private async fileCommands(): Promise<FileCommands | undefined> {
    const { command } = this.plan.output.savefile;
    if (command.value.length === 0 || !touchesFilesLater(this.plan.output)) return undefined;
    const { FileCommands } = await import('./file-commands');
    const complain = (message: string) =>
      this.console.err(noticeLine(this.painter, { message, hint: this.commandHint }));
    return new FileCommands(this.session, command.value[0], complain);
  }

  private finishText(): void {
    this.text.flush();
    // As tcpdump: the terminal may show ^C where the next line begins.
    const { print, save, forward, format } = this.plan.output;
    if (this.isInterrupted && print && save === undefined && forward === undefined && format === 'text') {
      this.text.char(0x0a);
      this.text.flush();
    }
  }

  private fail(error: unknown): number {
    if (!(error instanceof CaptureError)) {
      // A mistake of ours: what was printed before it is whole.
      this.finishText();
      throw error;
    }
    const { save } = this.plan.output;
    this.isReaderGone = error.errno === errno.brokenPipe && (save === undefined || save.value === '-');
    this.cutShort = { why: 'failed', saves: save !== undefined };
    if (!this.isReaderGone) this.console.err(errorLine(this.painter, error));
    return exitCodes.failure;
  }

  private reportCounters(): void {
    const stats = this.session.stats();
    this.table?.end((rows) => this.session.tally(rows));
    if (this.plan.output.count) this.console.out(`${counted(stats.captured, 'packet')}\n`);
    if (stats.forwarded !== undefined) this.console.err(plainLines(forwardLines(stats.forwarded)));
    if (readsSavefile(this.plan)) {
      this.console.err(plainLines(deletionLines(stats)));
      return;
    }
    this.console.err(plainLines(closingLines(stats, this.sourceNames(), this.cutShort)));
    for (const loss of this.host?.losses() ?? []) this.console.err(noticeLine(this.painter, loss));
  }

  private sourceNames(): string[] {
    return this.session.sources.map(({ name }) => name);
  }

  /** The second request to end: what is there is written, and the process ends without waiting for its threads. */
  abandon(): never {
    this.cutShort = { why: 'was broken off', saves: this.plan.output.save !== undefined };
    try {
      this.finishText();
    } finally {
      this.reportCounters();
      process.exit(exitCodes.failure);
    }
  }

  private stopAfterDuration(): () => void {
    const { seconds } = this.plan.autostop.value;
    if (seconds === 0) return () => {};
    const end = process.uptime() + seconds;
    let timer: NodeJS.Timeout;
    const wait = () => {
      const left = (end - process.uptime()) * 1000;
      if (left <= 0) this.session.stop();
      else timer = setTimeout(wait, Math.min(left, longestTimer));
    };
    wait();
    return () => clearTimeout(timer);
  }

  /** tcpdump's `Got N` while -w writes and -v was given. */
  private showProgress(): () => void {
    const { output, print } = this.plan;
    if ((output.save === undefined && output.forward === undefined) || output.print || print.verbose === 0)
      return () => {};
    let shown = -1;
    const timer = setInterval(() => {
      const { captured } = this.session.stats();
      if (captured !== shown) this.console.err(`Got ${captured}\r`);
      shown = captured;
    }, progressInterval);
    return () => clearInterval(timer);
  }
}
