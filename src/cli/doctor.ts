import type { Level } from '../doctor/check';
import { examine, isWrong } from '../doctor/examine';
import { systemHost } from '../doctor/system-host';
import { loadAddon } from '../engine/addon';
import { type CapturePlan, readsSavefile } from '../plan/plan';
import { isRedef } from '../settings/redef';
import type { Arguments } from './arguments';
import { choosePainter, type Painter } from './color';
import { type Console, isTerminal, standardOutput } from './console';
import { diagnosisJson, diagnosisText } from './diagnosis-text';
import { exitCodes } from './exit-codes';
import { UsageError } from './usage-error';

/**
 * The command line as the capture's plan sees it. The first word is the source, unless -i names one:
 * `fandump --doctor eth0`. --json is about the findings here, not about packets.
 */
export function doctorArguments(given: Arguments): Arguments {
  const flags = new Map(given.flags);
  flags.delete('json');
  return sourceFromWords({ ...given, flags });
}

/** The first word as the source, unless a flag names one. */
export function sourceFromWords(given: Arguments): Arguments {
  const flags = new Map(given.flags);
  const source = given.words.findIndex((word) => !isRedef(word));
  if (source < 0 || flags.has('interface') || flags.has('read')) return { flags, words: given.words };
  return { flags: flags.set('interface', [given.words[source]]), words: given.words.toSpliced(source, 1) };
}

/**
 * --doctor: examines the host for the plan's sources and prints what it found. Exit code 1 when something is wrong.
 * @throws UsageError for a savefile, which needs nothing of the host
 */
export async function runDoctor(plan: CapturePlan, given: Arguments, console: Console): Promise<number> {
  if (readsSavefile(plan)) throw new UsageError('--doctor examines live sources, not a file', 'drop -r');
  const diagnoses = examine(systemHost(loadAddon()), plan);
  if (given.flags.has('json')) {
    const sources = plan.sources.map(({ name }) => name);
    console.out(diagnosisJson(sources, diagnoses));
  } else {
    const painter = await choosePainter(given.flags, standardOutput);
    const width = (await isTerminal(standardOutput)) ? process.stdout.columns : undefined;
    console.out(diagnosisText(diagnoses, { width, paint: (level, text) => paint(painter, level, text) }));
  }
  return diagnoses.some(isWrong) ? exitCodes.failure : exitCodes.done;
}

function paint(painter: Painter, level: Level, text: string): string {
  switch (level) {
    case 'ok':
      return painter.faint(text);
    case 'note':
      return painter.notice(text);
    case 'wrong':
      return painter.error(text);
  }
}
