import type { Level } from '../doctor/check';
import type { Diagnosis } from '../doctor/examine';
import { printable } from '../source/quote';
import { jsonText } from './json-text';
import { wrap } from './wrap';

/** How lines are laid out. */
export interface Layout {
  /** Columns of the terminal; undefined: no terminal, one line for each finding however long. */
  width: number | undefined;
  paint(level: Level, text: string): string;
}

const gap = '  ';
const levelColumn = 'wrong'.length;
/** On a terminal narrower than this, lines are left to wrap by themselves. */
const leastText = 24;

/**
 * A line for each finding: level, check, what there is, why it matters, what mends it. A line too long for the terminal
 * is broken between words, except for the command, which can be copied from a line of its own.
 */
export function diagnosisText(diagnoses: readonly Diagnosis[], layout: Layout): string {
  const checkColumn = Math.max(...diagnoses.map(({ check }) => check.length));
  const indent = levelColumn + gap.length + checkColumn + gap.length;
  return diagnoses
    .map(({ level, check, ...rest }) => {
      const start = `${layout.paint(level, level.padEnd(levelColumn))}${gap}${check.padEnd(checkColumn)}${gap}`;
      const lines = bodyLines(rest, layout.width === undefined ? undefined : layout.width - indent);
      return `${start}${lines.join(`\n${' '.repeat(indent)}`)}\n`;
    })
    .join('');
}

function bodyLines({ finding, why, mend }: Pick<Diagnosis, 'finding' | 'why' | 'mend'>, width?: number): string[] {
  const sentence = printable(why === '' ? finding : `${finding}; ${why}`);
  const command = mend === '' ? '' : `mend: ${printable(mend)}`;
  const whole = command === '' ? sentence : `${sentence}; ${command}`;
  if (width === undefined || width < leastText || whole.length <= width) return [whole];
  const lines = wrap(sentence, width);
  return command === '' ? lines : [...lines, command];
}

/** All findings as one JSON object on one line; control characters only in escaped form. */
export function diagnosisJson(sources: readonly string[], diagnoses: readonly Diagnosis[]): string {
  const count = (wanted: Level) => diagnoses.filter(({ level }) => level === wanted).length;
  const findings = diagnoses.map(({ check, level, finding, why, mend }) => ({ check, level, finding, why, mend }));
  return `${jsonText({ sources, wrong: count('wrong'), notes: count('note'), findings })}\n`;
}
