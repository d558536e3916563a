/**
 * A long capture at changing load, with faults of the host at random. At the end every packet is accounted for and
 * memory has not grown.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Random } from '../fuzz/random';
import { closingLines } from '../support/closing-lines';
import { startFandump } from '../support/fandump';
import { NetworkNamespace } from '../support/netns';
import { type Program, pause } from '../support/program';
import { numberedFrames } from '../support/sample-frames';
import { positiveNumber, runTool, UsageError } from '../support/tool-usage';
import { sendFrames, startSender } from '../support/tools';
import { faults } from './faults';
import { soakUdp } from './udp';

const usage = 'npm run soak -- [--minutes N] [--seed NUMBER], or npm run soak -- --udp [--datagrams N] [--gro on|off]';
const kibibyte = 1024;
const maxGrowth = 8 * kibibyte;
const rates = [100, 1000, 5000, 20_000];
const sizes = [64, 200, 600, 1400];
/** Rounds after which buffers and code have reached their size. */
const warmUpRounds = 10;

/** Resident memory in KiB (proc(5)), without what is shared with the kernel's ring. */
function residentMemory(pid: number): number {
  return Number(/^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]);
}

interface Course {
  sent: number;
  rounds: number;
  memory: number[];
}

async function runRounds(
  namespace: NetworkNamespace,
  folder: string,
  fandump: Program,
  random: Random,
  until: number,
): Promise<Course> {
  const course: Course = { sent: 0, rounds: 0, memory: [] };
  while (Date.now() < until) {
    const rate = random.pick(rates);
    const frames = numberedFrames(Math.max(50, rate / 2), random.pick(sizes));
    const fault = random.pick(faults);
    if (fault.isLoadable) {
      const sender = startSender(namespace, folder, 'va', frames, { rate });
      await fault.happen(namespace, fandump, random);
      const { stdout } = await sender.ended();
      course.sent += Number(/^sent=(\d+)/.exec(stdout.toString())?.[1]);
    } else {
      await fault.happen(namespace, fandump, random);
      course.sent += sendFrames(namespace, folder, 'va', frames, { rate });
    }
    course.rounds++;
    course.memory.push(residentMemory(fandump.pid));
    console.log(`round ${course.rounds}: ${fault.name}, ${course.sent} packets sent, ${course.memory.at(-1)} KiB`);
  }
  return course;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '30' },
      seed: { type: 'string', default: '1' },
      udp: { type: 'boolean', default: false },
      datagrams: { type: 'string', default: '100000000' },
      gro: { type: 'string', default: 'on' },
    },
  });
  if (values.udp) {
    const { gro } = values;
    if (gro !== 'on' && gro !== 'off') throw new UsageError(`--gro ${gro}: neither on nor off`);
    process.exitCode = await soakUdp({ datagrams: positiveNumber('datagrams', values.datagrams), gro });
    return;
  }
  const minutes = positiveNumber('minutes', values.minutes);
  const random = new Random(positiveNumber('seed', values.seed));
  const folder = mkdtempSync(join(tmpdir(), 'fandump-soak-'));
  const namespace = await NetworkNamespace.create();
  let running: Program | undefined;
  try {
    namespace.addVeth('va', 'vb');
    const source = 'af_packet::vb:buffer_size=4M';
    const fandump = await startFandump(namespace, ['-i', source, '--wait', '-w', '/dev/null']);
    running = fandump;
    const until = Date.now() + minutes * 60_000;
    const { sent, rounds, memory } = await runRounds(namespace, folder, fandump, random, until);
    await pause(500);
    const { code, stderr } = await fandump.interrupt();
    const { captured, droppedByKernel } = closingLines(stderr);
    const settled = memory.slice(Math.min(warmUpRounds, memory.length - 1));
    const growth = settled[settled.length - 1] - settled[0];
    console.log(`${rounds} rounds: ${sent} sent, ${captured} captured, ${droppedByKernel} dropped by kernel`);
    console.log(`resident memory ${settled[0]} KiB after warming up, ${settled.at(-1)} KiB at the end`);
    const failures = [
      ...(code === 0 ? [] : [`exit code ${code}: ${stderr}`]),
      ...(captured + droppedByKernel === sent ? [] : [`${sent - captured - droppedByKernel} packets unaccounted for`]),
      ...(growth <= maxGrowth ? [] : [`memory grew by ${growth} KiB`]),
    ];
    for (const failure of failures) console.log(`FAILED: ${failure}`);
    process.exitCode = failures.length > 0 ? 1 : 0;
  } finally {
    await running?.kill();
    await namespace.close();
    rmSync(folder, { recursive: true });
  }
}

void runTool('soak', usage, main);
