import { spawn } from 'node:child_process';
import { loadAddon } from '../engine/addon';
import { type TestedMode, testedModes } from '../fanout-test/modes';
import { judge, type Verdict } from '../fanout-test/placement';
import { placeLiveFlows, placeOwnFlows } from '../fanout-test/run';
import { carriers } from '../fanout-test/traffic';
import type { CapturePlan, PlannedAfPacket } from '../plan/plan';
import { byDefault } from '../settings/setting';
import { printable } from '../source/quote';
import { type Arguments, parseArguments } from './arguments';
import { choosePainter, type Painter } from './color';
import { type Console, standardOutput } from './console';
import { sourceFromWords } from './doctor';
import { exitCodes } from './exit-codes';
import { type FlagName, flags, flagText } from './flags';
import { plainLines } from './message';
import { handleSignals } from './signals';
import { UsageError } from './usage-error';

type PlanMaker = (given: Arguments) => Promise<CapturePlan>;

/** Set for the process inside the namespace: it has loopback to itself. */
const insideVariable = 'FANDUMP_FANOUT_TEST';
const loopback = 'lo';
/** Workers where nobody says how many. */
const usualWorkers = 4;
/** Packets of live traffic where no -c says how many. */
const usualPackets = 10_000;
const longestRun = 10_000;

/** What the test of all modes heeds. */
const saidBeside: readonly FlagName[] = ['fanoutTest', 'color', 'workers'];

/** Packets are neither shown nor kept. */
function concernsSource(name: FlagName): boolean {
  const { section } = flags[name];
  return section === 'input' || section === 'filter' || saidBeside.includes(name);
}

/**
 * --fanout-test. Exit code 1 when a mode does not do what it is for.
 * @throws UsageError for a savefile, and for flags that it does not heed
 */
export async function runFanoutTest(given: Arguments, plan: PlanMaker, console: Console): Promise<number> {
  if (given.flags.has('read')) throw new UsageError('--fanout-test is about live sources, not a file', 'drop -r');
  const named = sourceFromWords(given);
  const isNamed = named.flags.has('interface');
  const idle = [...named.flags.keys()].find((name) => !(isNamed ? concernsSource(name) : saidBeside.includes(name)));
  if (idle !== undefined) {
    const flag = flagText(flags[idle]);
    throw new UsageError(`--fanout-test says where flows go, and ${flag} changes nothing of that`, `drop ${flag}`);
  }
  if (isNamed) return testInterface(await plan(named), given, console);
  if (process.env[insideVariable] === undefined) return runInNamespace();
  return testModes(given, plan, console);
}

/** The same command in a network namespace of its own; as another user than root, in a user namespace too. */
function runInNamespace(): Promise<number> {
  const user = process.geteuid?.() === 0 ? [] : ['--user', '--map-root-user'];
  const env = { ...withoutSettings(process.env), [insideVariable]: '1', PCAP_CONFIG: '' };
  const words = [...user, '--net', process.execPath, ...process.argv.slice(1)];
  const child = spawn('unshare', words, { stdio: 'inherit', env });
  return new Promise((resolve, reject) => {
    child.once('error', ({ message }) => {
      reject(new UsageError(`no namespace for the test: ${message}`, 'name an interface: --fanout-test eth0'));
    });
    child.once('exit', (code) => resolve(code ?? exitCodes.failure));
  });
}

/** The environment without settings of libpcap's fan-out extension: each mode is tested as it is. */
function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('PCAP_')));
}

/** Every mode with every carrier, on loopback. */
async function testModes(given: Arguments, plan: PlanMaker, console: Console): Promise<number> {
  const addon = loadAddon();
  const painter = await choosePainter(given.flags, standardOutput);
  const workers = given.flags.get('workers')?.at(-1) ?? String(usualWorkers);
  addon.bringUp(loopback);
  const broken: string[] = [];
  for (const mode of testedModes) {
    const source = `${loopback}:fanout=${mode.name}:fanout_id=auto:buffer_size=8M:workers=${workers}`;
    const placements = await placeOwnFlows(await plan(parseArguments(['-i', source])), loopback, addon);
    placements.forEach((placement, index) => {
      const verdict = judge(placement);
      console.out(line(painter, verdict, mode, carriers[index]));
      if (!verdict.passed && mode.keeps(carriers[index])) broken.push(`${mode.name} with ${carriers[index]}`);
    });
  }
  const summary = broken.length === 0 ? 'inner and hash do what they are for' : `not as it should be: ${broken}`;
  console.out(`${summary}; by the other modes flows do not stay together, or only where the device sees to it\n`);
  return broken.length === 0 ? exitCodes.done : exitCodes.failure;
}

function line(painter: Painter, verdict: Verdict, mode: TestedMode, carrier: string): string {
  const expected = verdict.passed || mode.keeps(carrier as never) ? '' : ` (it shares by ${mode.sharesBy})`;
  return `${word(painter, verdict)}  ${mode.name.padEnd(8)}  ${carrier.padEnd(10)}  ${verdict.finding}${expected}\n`;
}

function word(painter: Painter, { passed }: Verdict): string {
  return passed ? painter.heading('PASS') : painter.error('FAIL');
}

/** The group of a named interface with whatever flows it carries. */
async function testInterface(plan: CapturePlan, given: Arguments, console: Console): Promise<number> {
  const [source] = plan.sources;
  if (plan.sources.length !== 1 || source.backend !== 'af_packet') {
    throw new UsageError('--fanout-test takes one interface', 'fandump --fanout-test eth0:fanout=inner');
  }
  const limited = {
    ...plan,
    count: plan.count.origin === 'default' ? byDefault(usualPackets) : plan.count,
    sources: [tested(source)],
  };
  const painter = await choosePainter(given.flags, standardOutput);
  const ending = new AbortController();
  const stop = () => ending.abort();
  const release = handleSignals({ stop, abandon: stop, report: () => {}, flush: () => {} });
  const timer = setTimeout(stop, longestRun);
  const limits = `${limited.count.value} packets, ${longestRun / 1000} s at most`;
  console.err(plainLines([`fandump: watching ${source.interface} for ${limits}`]));
  try {
    const placement = await placeLiveFlows(limited, ending.signal);
    const verdict = judge(placement);
    const mode = source.options.fanout_mode.value;
    console.out(`${word(painter, verdict)}  ${printable(mode)}  ${printable(source.interface)}  ${verdict.finding}\n`);
    return verdict.passed ? exitCodes.done : exitCodes.failure;
  } finally {
    clearTimeout(timer);
    release();
  }
}

/** With several workers, in a group of their own unless one is named: the members of another keep their packets. */
function tested(source: PlannedAfPacket): PlannedAfPacket {
  const { workers, fanout_id: group } = source.options;
  return {
    ...source,
    options: {
      ...source.options,
      workers: workers.origin === 'default' ? byDefault(usualWorkers) : workers,
      fanout_id: group.origin === 'default' ? byDefault('auto') : group,
    },
  };
}
