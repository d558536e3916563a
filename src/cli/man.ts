// The generated parts of the manual page, in mdoc(7).

import { sinks } from '../sink/uri';
import type { Backend } from '../source/backend';
import type { OptionSpec } from '../source/option';
import { backends } from '../source/uri';
import { filterWords } from './filter-words';
import { type FlagSpec, flagSections, flags } from './flags';

/** Lines of the template that are replaced. */
const flagsMarker = '@FLAGS@';
const sourcesMarker = '@SOURCES@';
const sinksMarker = '@SINKS@';
const filterWordsMarker = '@FILTERWORDS@';

/** The manual page: the template with the flags and the options of sources and sinks in their places. */
export function renderManPage(template: string): string {
  const parts = new Map([
    [flagsMarker, flagLists()],
    [sourcesMarker, backendLists(backends)],
    [sinksMarker, backendLists(sinks)],
    [filterWordsMarker, filterWordList()],
  ]);
  return template
    .split('\n')
    .map((line) => parts.get(line) ?? line)
    .join('\n');
}

function flagLists(): string {
  const lines: string[] = [];
  for (const [section, title] of Object.entries(flagSections)) {
    lines.push(`.Ss ${title}`, '.Bl -tag -width Ds');
    for (const spec of Object.values<FlagSpec>(flags)) {
      if (spec.section === section) lines.push(...flagItem(spec));
    }
    lines.push('.El');
  }
  return lines.join('\n');
}

function flagItem({ short, long, argument, help }: FlagSpec): string[] {
  const names = [];
  if (short !== undefined) names.push(`Fl ${short}`);
  if (long !== undefined) names.push(`Fl Fl ${long}`);
  const title = names.join(' , ') + (argument === undefined ? '' : ` Ar ${argument}`);
  return [`.It ${title}`, sentence(help)];
}

function filterWordList(): string {
  const items = filterWords.flatMap(({ syntax, help }) => [`.It Ic ${syntax}`, sentence(help)]);
  return ['.Bl -tag -width Ds', ...items, '.El'].join('\n');
}

function backendLists(table: Readonly<Record<string, unknown>>): string {
  const lines: string[] = [];
  for (const backend of Object.values(table) as Backend<unknown>[]) {
    lines.push(`.Ss ${backend.name}::${backend.targetSyntax}`);
    lines.push(sentence(backend.help));
    // mandoc(1) warns of a list without items.
    if (Object.keys(backend.options).length === 0) continue;
    lines.push('.Bl -tag -width Ds');
    for (const [name, spec] of Object.entries(backend.options)) lines.push(...optionItem(name, spec));
    lines.push('.El');
  }
  return lines.join('\n');
}

function optionItem(name: string, spec: OptionSpec<unknown>): string[] {
  const lines = [`.It ${optionTitle(name, spec)}`, sentence(spec.help)];
  const byDefault = spec.type.format(spec.default);
  if (byDefault !== '') lines.push('The default is', `.Cm ${byDefault} .`);
  if (spec.zeek !== undefined) lines.push('Zeek calls it', `.Va ${spec.zeek} .`);
  if (spec.flag !== undefined) lines.push('The flag', `.Fl ${spec.flag.replace(/^-/, '')}`, 'sets it too.');
  return lines;
}

function optionTitle(name: string, { type, aliases = [], bare }: OptionSpec<unknown>): string {
  const syntax = type.syntax.replace(/^-/, '\\-');
  if (bare !== undefined) return `Ar ${syntax}`;
  const keys = [name, ...aliases].map((key) => `Cm ${key}`).join(' , ');
  return `${keys} Ns = Ns Ar ${syntax}`;
}

/** Help as a sentence of running text; dashes of flags stay dashes. */
function sentence(help: string): string {
  const text = `${help.charAt(0).toUpperCase()}${help.slice(1)}.`;
  return text.replace(/\\/g, '\\e').replace(/(^|\s)(-+)(?=\S)/g, (_, blank: string, dashes: string) => {
    return blank + '\\-'.repeat(dashes.length);
  });
}
