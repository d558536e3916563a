import { sinks } from '../sink/uri';
import type { Backend } from '../source/backend';
import { backends } from '../source/uri';
import type { Painter } from './color';
import { filterWords } from './filter-words';
import { type FlagSpec, flagSections, flags } from './flags';
import { optionTitle } from './option-text';
import { wrap } from './wrap';

const usage = 'Usage: fandump [options] [-i SOURCE | -r FILE] [-w FILE] [expression] [Zeek::constant=value ...]';
/** Longer lines are hard to read; shorter ones leave no room beside the flags. */
const mostWidth = 100;
const leastWidth = 60;
const indent = '  ';

/** --help: everything that can be written on a command line, read off the tables, for a terminal of so many columns. */
export function helpText(painter: Painter, columns = mostWidth): string {
  const width = Math.min(Math.max(columns, leastWidth), mostWidth);
  const parts = [`${wrap(usage, width).join(`\n${indent}${indent}`)}\n`];
  for (const [section, title] of Object.entries(flagSections)) {
    parts.push(`\n${painter.heading(`${title}:`)}\n`);
    for (const spec of Object.values<FlagSpec>(flags)) {
      if (spec.section === section) parts.push(entry(flagTitle(spec), spec.help, width));
    }
  }
  parts.push(`\n${painter.heading("The filter's own words, beside those of pcap-filter(7):")}\n`);
  for (const { syntax, help } of filterWords) parts.push(entry(syntax, help, width));
  for (const backend of Object.values<Backend<unknown>>(backends)) {
    parts.push(`\n${painter.heading(`Source ${backend.name}::${backend.targetSyntax}[:option...]:`)}\n`);
    parts.push(...backendEntries(backend, width));
  }
  for (const backend of Object.values<Backend<unknown>>(sinks)) {
    parts.push(`\n${painter.heading(`Sink ${backend.name}::${backend.targetSyntax}[:option...]:`)}\n`);
    parts.push(...backendEntries(backend, width));
  }
  parts.push('\nThe whole story: man fandump\n');
  return parts.join('');
}

function backendEntries(backend: Backend<unknown>, width: number): string[] {
  const options = Object.entries(backend.options).map(([name, spec]) =>
    entry(optionTitle(name, spec), `${spec.help} (${spec.type.format(spec.default)})`, width),
  );
  return [...wrap(backend.help, width - indent.length).map((line) => `${indent}${line}\n`), ...options];
}

/** `-i, --interface SOURCE` */
export function flagTitle({ short, long, argument }: FlagSpec): string {
  const names = [];
  if (short !== undefined) names.push(`-${short}`);
  if (long !== undefined) names.push(`--${long}`);
  return names.join(', ') + (argument === undefined ? '' : ` ${argument}`);
}

/** One of many words is broken between them. */
function titleLines(title: string, width: number): string[] {
  const lines = [indent];
  for (const word of title.split(/(?<=\|)/)) {
    const last = lines.length - 1;
    if (lines[last].length + word.length <= width) {
      lines[last] += word;
    } else {
      lines.push(`${indent}${indent}${word}`);
    }
  }
  return lines;
}

/** A title, and beside or below it the text, broken at the line's width. */
function entry(title: string, text: string, width: number): string {
  const column = 30;
  const lines = wrap(text, width - column);
  const first = title.length + indent.length < column - 1 ? [] : titleLines(title, width);
  const start = first.length === 0 ? `${indent}${title}`.padEnd(column) : ' '.repeat(column);
  const body = lines.map((line, index) => (index === 0 ? start : ' '.repeat(column)) + line);
  return `${[...first, ...body].join('\n')}\n`;
}
