import { CaptureError } from '../engine/errors';
import { errno } from '../kernel/errno';
import { PlanError } from '../plan/error';
import type { CapturePlan } from '../plan/plan';
import { type CaptureRequest, resolvePlan } from '../plan/resolve';
import { SettingsError } from '../settings/error';
import { RedefError } from '../settings/redef';
import { byDefault, byFlag, type Setting } from '../settings/setting';
import { SinkError } from '../sink/error';
import { SourceError } from '../source/error';
import { type Arguments, parseArguments } from './arguments';
import { choosePainter, type Painter } from './color';
import { type Console, isTerminal, processConsole, standardError, standardOutput } from './console';
import { closeDebugger } from './debugger';
import { exitCodes } from './exit-codes';
import { isFilterError, namingFilter } from './filter-error';
import { withListedFiles } from './listed-files';
import { errorLine, type Message } from './message';
import { captureRequest } from './request';
import { rightsPlan } from './rights';
import { UsageError } from './usage-error';

/**
 * The command. `argv` is without program and script. Resolves to the exit code: 0 done, 1 it failed while it ran,
 * 2 the command line cannot be understood.
 */
export async function main(argv: readonly string[], console: Console = processConsole): Promise<number> {
  let painter: Painter | undefined;
  await closeDebugger();
  try {
    const given = parseArguments(argv);
    painter = await choosePainter(given.flags, standardError);
    return await dispatch(withListedFiles(given), console, painter);
  } catch (error) {
    const code = exitCodeOf(error);
    if (code === undefined) throw error;
    painter ??= await choosePainter(new Map(), standardError);
    console.err(errorLine(painter, toTell(error)));
    return code;
  }
}

/** Whatever needed a descriptor, the same raises their number. */
function toTell(error: unknown): Message {
  const { message, hint } = error as Message;
  const isLimit = error instanceof CaptureError && error.errno === errno.tooManyFiles;
  return { message, hint: hint || (isLimit ? 'ulimit -n 1024' : '') };
}

/** undefined: not a failure that we foresaw. */
function exitCodeOf(error: unknown): number | undefined {
  if (error instanceof CaptureError) return isFilterError(error) ? exitCodes.usage : exitCodes.failure;
  const isUsage = [UsageError, SourceError, SinkError, RedefError, SettingsError, PlanError].some(
    (kind) => error instanceof kind,
  );
  return isUsage ? exitCodes.usage : undefined;
}

/** What is rarely asked for is loaded only then, so that a capture starts quickly. */
async function dispatch(given: Arguments, console: Console, painter: Painter): Promise<number> {
  const { flags } = given;
  if (flags.has('help')) {
    const { helpText } = await import('./help');
    const columns = (await isTerminal(standardOutput)) ? process.stdout.columns : undefined;
    console.out(helpText(await choosePainter(flags, standardOutput), columns));
    return exitCodes.done;
  }
  if (flags.has('version')) {
    const { versionText } = await import('./version');
    console.out(versionText());
    return exitCodes.done;
  }
  if (flags.has('listInterfaces')) {
    const { interfaceList } = await import('./lists');
    console.out(interfaceList());
    return exitCodes.done;
  }
  if (flags.has('check') && !flags.has('setcap')) {
    throw new UsageError('--check belongs to --setcap', 'fandump --setcap --check');
  }
  if (flags.has('setcap')) {
    const { checkCapability, setCapability } = await import('./setcap');
    return flags.has('check') ? checkCapability(console) : setCapability(console);
  }
  if (flags.has('doctor')) {
    const { doctorArguments, runDoctor } = await import('./doctor');
    return runDoctor(await planCapture(doctorArguments(given)), given, console);
  }
  if (flags.has('repair')) {
    const { repairSavefiles } = await import('./repair');
    return repairSavefiles(given, console, painter);
  }
  if (flags.has('fanoutTest')) {
    const { runFanoutTest } = await import('./fanout-test');
    return runFanoutTest(given, planCapture, console);
  }
  const plan = await planCapture(given);
  try {
    return await carryOut(plan, given, console, painter);
  } catch (error) {
    throw isFilterError(error) ? namingFilter(error, plan) : error;
  }
}

/** Shows what the plan would do, or does it. */
async function carryOut(plan: CapturePlan, given: Arguments, console: Console, painter: Painter): Promise<number> {
  const { flags } = given;
  if (flags.has('listLinkTypes')) {
    const { linkTypeList } = await import('./lists');
    console.out(linkTypeList(plan));
    return exitCodes.done;
  }
  const dumps = flags.get('dumpFilter')?.length ?? 0;
  if (dumps > 0) {
    const { dumpFilter } = await import('./dump-filter');
    console.out(dumpFilter(plan, dumps, flags.get('linkType')?.at(-1), console));
    return exitCodes.done;
  }
  if (flags.has('explain')) {
    const { explain } = await import('./explain');
    const { explainRights } = await import('./explain-rights');
    const outputPainter = await choosePainter(flags, standardOutput);
    console.out(explain(plan, outputPainter) + explainRights(rightsPlan(given, plan.output), outputPainter));
    return exitCodes.done;
  }
  if (plan.output.save?.value === '-' && (await isTerminal(standardOutput))) {
    throw new UsageError(
      '-w - would write a savefile to the terminal',
      'send it into a program or a file: fandump -w - | tcpdump -r -',
    );
  }
  const { runCapture } = await import('./run');
  return runCapture(plan, rightsPlan(given, plan.output), console, painter);
}

async function planCapture(given: Arguments): Promise<CapturePlan> {
  const request = captureRequest(given);
  const needsNoSource = request.savefiles.length > 0 || given.flags.has('dumpFilter');
  const sources: Setting<string>[] = [];
  for (const source of request.sources) sources.push(await namedSource(source));
  if (sources.length === 0 && !needsNoSource) sources.push(await defaultSource());
  return resolvePlan(sources.length === 0 ? request : await withSettings({ ...request, sources }));
}

/** With what the environment and libpcap's configuration file say about live captures. */
async function withSettings(request: CaptureRequest): Promise<CaptureRequest> {
  const { readPcapSettings } = await import('../settings/pcap');
  const outside = readPcapSettings(process.env);
  const snaplen = request.snaplen.origin === 'default' ? (outside.caplen ?? request.snaplen) : request.snaplen;
  return { ...request, snaplen, options: { ...request.options, outside } };
}

/** A number of -D as the interface's name. */
async function namedSource(source: Setting<string>): Promise<Setting<string>> {
  if (!/^\d+$/.test(source.value)) return source;
  const { interfaceByNumber } = await import('./interfaces');
  const { loadAddon } = await import('../engine/addon');
  const name = interfaceByNumber(source.value, loadAddon().interfaces());
  return name === undefined ? source : byFlag(name, source.text);
}

async function defaultSource(): Promise<Setting<string>> {
  const { defaultInterface } = await import('./interfaces');
  const { loadAddon } = await import('../engine/addon');
  return byDefault(defaultInterface(loadAddon().interfaces()));
}
