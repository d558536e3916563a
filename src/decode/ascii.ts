/** Strings that end in a zero byte. */
import type { ByteView } from './view';

/** Where the zero byte at or after `at` is; `end` or where the captured bytes stop, if there is none before. */
export function asciiEnd(view: ByteView, at: number, end: number): number {
  const limit = Math.min(end, view.end);
  let from = at;
  while (from < limit && view.bytes[from] !== 0) from++;
  return Math.min(from, limit);
}
