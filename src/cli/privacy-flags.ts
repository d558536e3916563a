import { maxSnaplen } from '../plan/plan';
import type { Privacy } from '../plan/privacy';
import { byFlag } from '../settings/setting';
import { quote } from '../source/quote';
import { integer, ValueError } from '../source/value';
import type { Arguments } from './arguments';
import { parsed } from './flag-value';

/** What --slice and --anonymize say; undefined: nothing. @throws UsageError */
export function privacy({ flags: given }: Pick<Arguments, 'flags'>): Privacy | undefined {
  const slice = given.get('slice')?.at(-1);
  const key = given.get('anonymize')?.at(-1);
  if (slice === undefined && key === undefined) return undefined;
  return {
    slice: slice === undefined ? undefined : byFlag(parsed('--slice', slice, payload), `--slice ${slice}`),
    anonymize: key === undefined ? undefined : byFlag(key, `--anonymize ${key}`),
  };
}

const payloadBytes = integer(0, maxSnaplen);

function payload(text: string): number {
  const [part, bytes = '0'] = text.split(/\+(.*)/s);
  if (part === 'headers') return payloadBytes.parse(bytes);
  throw new ValueError(`${quote(text)} does not begin with headers`, 'write it as --slice headers or headers+64');
}
