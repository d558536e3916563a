import { type BigIntStats, fstatSync, statSync } from 'node:fs';
import { formatSize } from '../source/units';
import { checkAny } from './check-any';
import { checkFrameSteering } from './check-steering';
import { checkInvalidFile, checkUdp } from './check-udp';
import { checkCountBy } from './count-by';
import { conflict, emptyName } from './error';
import { hasSeveralWorkers, joinsFanout } from './fanout';
import { type CapturePlan, changesDevice, type Output, type PlannedAfPacket, readsSavefile } from './plan';
import { checkPrivacy } from './privacy';
import { checkSavefile } from './savefile';
import { checkReplay } from './sink';
import { checkFilter } from './tunnel-tests';

/** Descriptors that the name `-` stands for. */
const standardInput = 0;
const standardOutput = 1;

/** Refuses what does not go together. @throws PlanError */
export function checkPlan(plan: CapturePlan): void {
  checkSources(plan);
  checkFilter(plan);
  checkCountBy(plan);
  checkOutput(plan);
  checkSavefile(plan.output);
  checkPrivacy(plan.output);
  checkReplay(plan);
  checkRestore(plan);
  checkInvalidFile(plan);
  checkAutostop(plan);
  for (const source of plan.sources) {
    if (source.backend === 'af_packet') checkAfPacket(source);
    else if (source.backend === 'udp') checkUdp(source);
  }
}

function checkSources(plan: CapturePlan): void {
  if (plan.sources.some((source) => source.backend === 'savefile' && source.path === '')) emptyName('-r');
  if (plan.wait.value) checkWait(plan);
  const isMixed = readsSavefile(plan) && plan.sources.some(({ backend }) => backend !== 'savefile');
  if (isMixed) conflict('-r reads a file and -i the network: one at a time', 'drop one of them');
  if (plan.direction.origin === 'default') return;
  const unfit = plan.sources.find((source) => source.backend !== 'af_packet');
  if (unfit !== undefined) {
    conflict(`${plan.direction.text}: only packets of an interface have a direction`, 'leave it out');
  }
}

/** The kernel lets no member of a fanout group bind to another interface, not even to one of the same name. */
function checkWait(plan: CapturePlan): void {
  for (const source of plan.sources) {
    if (source.backend !== 'af_packet') conflict(`--wait is for interfaces, and ${source.name} is none`, 'drop --wait');
    if (!joinsFanout(source)) continue;
    conflict(
      `--wait: ${source.name} is in a fanout group, which keeps it on the interface it began with`,
      'drop --wait, or the group',
    );
  }
}

function checkRestore({ restore, sources }: CapturePlan): void {
  if (!restore.value || sources.some(changesDevice)) return;
  conflict(`${restore.text} puts back what channels and irq.N have changed, and neither is given`, 'drop --restore');
}

function checkOutput(plan: CapturePlan): void {
  const { output } = plan;
  const { save, forward } = output;
  if (output.format === 'json' && !output.print && output.countBy === undefined) checkJson(output);
  if (forward !== undefined && output.count) {
    conflict(`--count prints a number instead of sending packets to ${forward.name}`, 'drop one of them');
  }
  if (save === undefined) return;
  for (const source of plan.sources) {
    if (source.backend === 'savefile' && isSameFile(source.path, save.value)) {
      conflict(
        `-r ${source.path} and -w ${save.value} are the same file: writing would destroy it`,
        'write to another file',
      );
    }
  }
  if (output.count) conflict('--count prints a number instead of writing packets: not with -w', 'drop one of them');
  if (output.print && save.value === '-') {
    conflict('-w - and --print would mix packets and text on standard output', 'write to a file, or drop --print');
  }
}

function checkAutostop(plan: CapturePlan): void {
  const { value, text } = plan.autostop;
  if (value.bytes > 0 && plan.output.save === undefined) {
    conflict(`${text}: filesize is about savefiles, and none is written`, 'add -w FILE');
  }
  if (value.seconds > 0 && readsSavefile(plan)) {
    conflict(`${text}: duration is about live captures, and a file ends by itself`, 'drop duration, or use -c COUNT');
  }
}

/** JSON is asked for, and nothing is printed. */
function checkJson({ count }: Output): never {
  if (count) conflict('--count prints a number, --json every packet', 'drop one of them');
  conflict('--json prints packets, and -w alone writes them to a file', 'add --print, or drop one of them');
}

/** Whether the file that is read and the one that is written are one regular file, by whatever names. */
function isSameFile(read: string, written: string): boolean {
  const first = fileStatus(read, standardInput);
  const second = fileStatus(written, standardOutput);
  return (
    first !== undefined &&
    second !== undefined &&
    first.isFile() &&
    first.dev === second.dev &&
    first.ino === second.ino
  );
}

/** undefined: there is none that we can see; what that means is told by whoever opens it. `-` is the descriptor. */
function fileStatus(path: string, descriptor: number): BigIntStats | undefined {
  try {
    return path === '-' ? fstatSync(descriptor, { bigint: true }) : statSync(path, { bigint: true });
  } catch {
    return undefined;
  }
}

function checkAfPacket(source: PlannedAfPacket): void {
  checkAny(source);
  checkFrameSteering(source);
  const { buffer_size, block_size, enable_fanout, enable_defrag, rollover, fanout_mode } = source.options;
  if (buffer_size.value < block_size.value) {
    const sizes = `${formatSize(buffer_size.value)} is smaller than its block_size ${formatSize(block_size.value)}`;
    conflict(`${source.name}: buffer_size ${sizes}`, `buffer_size=${formatSize(block_size.value)} or more`);
  }
  if (hasSeveralWorkers(source.options.workers) && enable_fanout.origin !== 'default' && !enable_fanout.value) {
    conflict(
      `${source.name}: workers share packets out by a fanout group, and enable_fanout=F forbids one`,
      'workers=1',
    );
  }
  if (!joinsFanout(source)) {
    for (const [name, setting] of Object.entries({ enable_defrag, rollover })) {
      if (!setting.value || (setting.origin !== 'uri' && setting.origin !== 'flag')) continue;
      conflict(`${source.name}: ${name} belongs to a fanout group, and none is joined`, 'add fanout_id=NUMBER');
    }
  } else if (rollover.value && fanout_mode.value === 'rollover') {
    conflict(`${source.name}: the mode rollover takes no option rollover`, 'drop one of them');
  }
}
