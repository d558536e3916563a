import { backends } from '../source/uri';
import { conflict } from './error';
import type { OptionFlag } from './options';
import { type CapturePlan, isSavefile, type PlannedSource } from './plan';

/** What a source lacks that takes a flag in none of its options. */
const lacking: Readonly<Record<string, string>> = {
  '-B': 'no buffer of the kernel to set the size of',
  '-p': 'no promiscuous mode',
  '-y': 'link types of its own',
};

/** tcpdump takes these with -r as well, where there is nothing that they could change. */
const idleWithFiles: readonly string[] = ['-B', '-p'];

/** Refuses flags that no source of the plan has a use for. @throws PlanError */
export function checkFlags(plan: CapturePlan, flags: readonly OptionFlag[]): void {
  const { sources } = plan;
  if (sources.length === 0) return;
  checkThreads(plan, flags);
  for (const { flag, text } of flags) {
    if (!(flag in lacking) || sources.some((source) => takes(source, flag))) continue;
    const [{ backend, name }] = sources;
    if (backend === 'savefile' && idleWithFiles.includes(flag)) continue;
    conflict(`${text}: ${name} has ${lacking[flag]}`, `drop ${flag}`);
  }
}

function takes({ backend }: PlannedSource, flag: string): boolean {
  return backend !== 'savefile' && Object.values(backends[backend].options).some((option) => option.flag === flag);
}

/** A savefile is read by one thread. */
function checkThreads({ sources, cpus }: CapturePlan, flags: readonly OptionFlag[]): void {
  if (!sources.every(isSavefile)) return;
  const given = flags.find(({ flag }) => flag === '--workers') ?? (cpus.origin === 'flag' ? cpus : undefined);
  if (given === undefined) return;
  conflict(`${given.text} is about threads of live captures, and there is none`, 'leave it out');
}
