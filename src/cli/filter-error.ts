import { CaptureError } from '../engine/errors';
import type { CapturePlan } from '../plan/plan';
import { quote } from '../source/quote';

/** libpcap refused a filter: the command line is at fault, not the system. */
export function isFilterError(error: unknown): error is CaptureError {
  return error instanceof CaptureError && error.code === 'EFILTER';
}

/** More of an expression says no more about it. */
const mostCharacters = 60;

/**
 * The same error with the expressions of the plan before it, one of which it is about: libpcap says neither which, nor
 * where in it, and a mistyped command may be taken for a filter.
 */
export function namingFilter(error: CaptureError, { filter, sources }: CapturePlan): CaptureError {
  const names: string[] = [];
  if (filter.value !== '')
    names.push(filter.text.startsWith('-F') ? `filter of ${filter.text}` : named('filter', filter.value));
  for (const source of sources) {
    if (source.backend !== 'af_packet') continue;
    const { value } = source.options.outer_filter;
    if (value !== '') names.push(named('outer_filter', value));
  }
  const which = [...new Set(names)].join(' or ');
  if (which === '') return error;
  return new CaptureError(error.code, `${which}: ${error.message}`, error.errno, error.hint);
}

function named(what: string, expression: string): string {
  const characters = [...expression];
  if (characters.length <= mostCharacters) return `${what} ${quote(expression)}`;
  return `${what} ${quote(`${characters.slice(0, mostCharacters).join('')}...`)}`;
}
