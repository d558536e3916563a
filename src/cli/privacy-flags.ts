import { maxSnaplen } from '../plan/plan';
import type { Privacy } from '../plan/privacy';
import { byFlag } from '../plan/setting';
import { quote } from '../source/quote';
import type { Arguments } from './arguments';
import { UsageError } from './usage-error';

/** What --slice and --anonymize say; undefined: nothing. @throws UsageError */
export function privacy({ flags: given }: Pick<Arguments, 'flags'>): Privacy | undefined {
  const slice = given.get('slice')?.at(-1);
  const key = given.get('anonymize')?.at(-1);
  if (slice === undefined && key === undefined) return undefined;
  return {
    slice: slice === undefined ? undefined : byFlag(payload(slice), `--slice ${slice}`),
    anonymize: key === undefined ? undefined : byFlag(key, `--anonymize ${key}`),
  };
}

function payload(text: string): number {
  const [, digits = '0'] = /^headers(?:\+(\d{1,6}))?$/.exec(text) ?? [undefined, 'none'];
  const bytes = Number(digits);
  if (bytes <= maxSnaplen) return bytes;
  throw new UsageError(`invalid part ${quote(text)} of --slice`, 'write it as --slice headers or --slice headers+64');
}
