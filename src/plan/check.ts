import { statSync } from 'node:fs';
import { formatSize } from '../source/units';
import { checkDatagramSteering, checkFrameSteering } from './check-steering';
import { PlanError } from './error';
import { hasSeveralWorkers, joinsFanout } from './fanout';
import { type CapturePlan, type Output, type PlannedAfPacket, type PlannedUdp, readsSavefile } from './plan';

/** Refuses what does not go together. @throws PlanError */
export function checkPlan(plan: CapturePlan): void {
  checkSources(plan);
  checkOutput(plan);
  for (const source of plan.sources) {
    if (source.backend === 'af_packet') checkAfPacket(source);
    else if (source.backend === 'udp') checkUdp(source);
  }
}

function conflict(message: string, hint: string): never {
  throw new PlanError('EPLAN_CONFLICT', message, hint);
}

function checkSources(plan: CapturePlan): void {
  const live = plan.sources.length - (readsSavefile(plan) ? 1 : 0);
  if (readsSavefile(plan) && live > 0)
    conflict('-r reads a file and -i the network: one at a time', 'drop one of them');
  if (plan.direction.origin === 'default') return;
  const unfit = plan.sources.find((source) => source.backend !== 'af_packet');
  if (unfit !== undefined) {
    conflict(`${plan.direction.text}: only packets of an interface have a direction`, 'drop -Q');
  }
}

function checkOutput(plan: CapturePlan): void {
  const { output } = plan;
  const { save } = output;
  if (output.format === 'json' && !output.print) checkJson(output);
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

/** JSON is asked for, and nothing is printed. */
function checkJson({ count }: Output): never {
  if (count) conflict('--count prints a number, --json every packet', 'drop one of them');
  conflict('--json prints packets, and -w alone writes them to a file', 'add --print, or drop one of them');
}

/** Whether both paths lead to one regular file, by whatever names. */
function isSameFile(one: string, other: string): boolean {
  const [first, second] = [one, other].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }));
  return (
    first !== undefined &&
    second !== undefined &&
    first.isFile() &&
    first.dev === second.dev &&
    first.ino === second.ino
  );
}

function checkAfPacket(source: PlannedAfPacket): void {
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
      if (!setting.value || setting.origin === 'redef') continue;
      conflict(`${source.name}: ${name} belongs to a fanout group, and none is joined`, 'add fanout_id=NUMBER');
    }
  } else if (rollover.value && fanout_mode.value === 'rollover') {
    conflict(`${source.name}: the mode rollover takes no option rollover`, 'drop one of them');
  }
}

function checkUdp(source: PlannedUdp): void {
  checkDatagramSteering(source);
  const { encapsulation, recvmmsg_buffer_size: buffer } = source.options;
  if (!('bytes' in encapsulation.value) || encapsulation.value.bytes < buffer.value) return;
  conflict(
    `${source.name}: skip=${encapsulation.value.bytes} leaves nothing of a datagram of recvmmsg_buffer_size ${buffer.value}`,
    `recvmmsg_buffer_size=${formatSize(encapsulation.value.bytes * 2)}`,
  );
}
