// Source URIs: `[backend::]target[:option]*`. A bare name is an interface.
import { type AfPacketSource, afPacket } from './af-packet';
import type { Backend, SourceText } from './backend';
import { SourceError } from './error';
import { findOption, parseWithSuffixes } from './option';
import { printable, quote } from './quote';
import { didYouMean } from './suggest';
import { type TcpSource, tcp, tcpConnect } from './tcp';
import { type UdpSource, udp } from './udp';
import { ValueError } from './value';

/** A source as its URI says it: options that the URI does not name are absent. */
export type Source = AfPacketSource | UdpSource | TcpSource;

/** Every backend by its name. */
export const backends = { af_packet: afPacket, udp, tcp, 'tcp+connect': tcpConnect } as const;
export type BackendName = keyof typeof backends;

const separator = '::';

/** Reads a source URI. @throws SourceError that names the character and the fix */
export function parseSource(text: string): Source {
  const source: SourceText = {
    text,
    fail(code, position, reason, hint) {
      throw new SourceError(code, text, position, reason, printable(hint));
    },
  };
  const prefix = /^[^:]*::/.exec(text)?.[0] ?? '';
  const name = prefix === '' ? 'af_packet' : prefix.slice(0, -separator.length);
  if (!isBackend(name)) failBackend(source, name, prefix.length);
  const backend: Backend<unknown> = backends[name];
  const { target, end } = backend.parseTarget(source, prefix.length);
  const options = parseOptions(source, backend, end);
  return { backend: name, ...(target as object), options } as Source;
}

function isBackend(name: string): name is BackendName {
  return Object.hasOwn(backends, name);
}

function failBackend(source: SourceText, name: string, start: number): never {
  const names = Object.keys(backends);
  if (name === '') {
    const hint = `write af_packet::eth0 or udp::[::1]:4789`;
    source.fail('ESOURCE_BACKEND', 0, `missing source type before '::'`, hint);
  }
  const rest = source.text.slice(start);
  const nearest = didYouMean(name, names);
  const hint = Object.hasOwn(backends, name.toLowerCase()) ? `write ${name.toLowerCase()}::${rest}` : nearest;
  source.fail('ESOURCE_BACKEND', 0, `unknown source type ${quote(name)}`, hint);
}

/** The options behind a target: their values by name. Calls `source.fail` for what cannot be understood. */
export function parseOptions(source: SourceText, backend: Backend<unknown>, start: number): Record<string, unknown> {
  const options: Record<string, unknown> = {};
  const spelledAs = new Map<string, string>();
  let position = start;
  while (position < source.text.length) {
    const from = position + 1;
    const end = endOfItem(source.text, from);
    const item = source.text.slice(from, end);
    const { name, value, valueOffset } = splitItem(source, backend, item, from);
    const values = parseValues(source, backend, name, value, from + valueOffset);
    for (const [option, given] of Object.entries(values)) {
      const earlier = spelledAs.get(option);
      if (earlier !== undefined && !backend.options[option].merges) {
        const reason = `${quote(item)} after ${quote(earlier)}: ${option} is already set`;
        source.fail('ESOURCE_CONFLICT', from, reason, 'keep one of the two');
      }
      spelledAs.set(option, item);
      options[option] = earlier === undefined ? given : { ...(options[option] as object), ...(given as object) };
    }
    position = end;
  }
  return options;
}

/** The colon behind an item, or the end; a colon in brackets belongs to an IPv6 address. */
function endOfItem(text: string, from: number): number {
  const item = /^(\[[^\]]*\]|[^:])*/.exec(text.slice(from))?.[0] ?? '';
  return from + item.length;
}

/** Which option an item sets, the text of its value, and where in the item that text starts. */
function splitItem(source: SourceText, backend: Backend<unknown>, item: string, at: number) {
  const names = Object.keys(backend.options);
  const bare = names.find((name) => backend.options[name].bare?.test(item));
  if (bare !== undefined) {
    const sign = item.indexOf('=');
    return { name: bare, value: item, valueOffset: sign + 1 };
  }
  if (item === '') source.fail('ESOURCE_OPTION', at, 'empty option', `take out one ':'`);
  const sign = item.indexOf('=');
  const key = sign < 0 ? item : item.slice(0, sign);
  const name = findOption(backend.options, key);
  const isWritable = name !== undefined && backend.options[name].bare === undefined;
  if (!isWritable) failUnknown(source, backend, key, at);
  if (sign >= 0) return { name, value: item.slice(sign + 1), valueOffset: sign + 1 };
  if (typeof backend.options[name].default !== 'boolean') {
    const hint = `write ${name}=${backend.options[name].type.syntax}`;
    source.fail('ESOURCE_VALUE', at + item.length, `${name} needs a value`, hint);
  }
  return { name, value: 'T', valueOffset: 0 };
}

function failUnknown(source: SourceText, backend: Backend<unknown>, key: string, at: number): never {
  for (const [constant, reason] of Object.entries(backend.unsupported)) {
    if (constant.endsWith(`::${key.toLowerCase()}`)) {
      source.fail('ESOURCE_OPTION', at, `${key.toLowerCase()} cannot be set: ${reason}`, 'leave it out');
    }
  }
  source.fail('ESOURCE_OPTION', at, `unknown ${backend.name} option ${quote(key)}`, optionHint(source, backend, key));
}

function optionHint({ text }: SourceText, backend: Backend<unknown>, key: string): string {
  const [name, ...rest] = text.split(':');
  if (isBackend(name) && rest[0] !== '') return `write ${name}::${rest.join(':').replace(/^\/\//, '')}`;
  const words = optionWords(backend);
  return words.length === 0 ? `${backend.name} has no options: leave it out` : didYouMean(key, words);
}

/** Everything that can begin an item: keys, their aliases, and words that stand alone. */
export function optionWords(backend: Backend<unknown>): string[] {
  return Object.entries(backend.options).flatMap(([name, spec]) =>
    spec.bare === undefined ? [name, ...(spec.aliases ?? [])] : spec.type.syntax.replace(/=\S*/g, '=').split('|'),
  );
}

/** The option that an item names, and those that suffixes of its value switch on. */
function parseValues(
  source: SourceText,
  backend: Backend<unknown>,
  name: string,
  value: string,
  at: number,
): Record<string, unknown> {
  try {
    return parseWithSuffixes(name, backend.options[name], value);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    source.fail('ESOURCE_VALUE', at, `${name}: ${error.message}`, error.hint);
  }
}

/** The canonical URI of a source: parseSource(formatSource(source)) equals source. */
export function formatSource(source: Source): string {
  return formatUri(backends[source.backend] as Backend<unknown>, source, source.options);
}

/** A target with options in the canonical form. */
export function formatUri(
  backend: Backend<unknown>,
  target: unknown,
  options: Readonly<Record<string, unknown>>,
): string {
  const items = Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => formatItem(backend, name, value));
  items.sort((a, b) => a.order - b.order);
  return [`${backend.name}${separator}${backend.formatTarget(target)}`, ...items.map(({ text }) => text)].join(':');
}

function formatItem(backend: Backend<unknown>, name: string, value: unknown): { order: number; text: string } {
  const { type, bare } = backend.options[name];
  const order = Object.keys(backend.options).indexOf(name);
  const formatted = type.format(value);
  if (bare !== undefined) return { order, text: formatted };
  return { order, text: value === true ? name : `${name}=${formatted}` };
}
