/** Path identifiers before prefixes (RFC 7911): whether there are any was told in messages that may be long gone. */
import type { PrintContext } from '../context';
import { prefixBytes } from '../text/prefix';

export const pathIdLength = 4;
const shortest = pathIdLength + 1;

/** true: the prefixes of `length` bytes at `at` make sense with path identifiers, and without them they do not. */
export function hasPathIds(context: PrintContext, at: number, length: number, longestPrefix: number): boolean {
  if (length < shortest) return false;
  return fits(context, at, length, longestPrefix, pathIdLength, 0) && !fits(context, at, length, longestPrefix, 0, 1);
}

/** What was not captured is taken for right. */
function fits(
  context: PrintContext,
  at: number,
  length: number,
  longestPrefix: number,
  before: number,
  shortestPrefix: number,
): boolean {
  const { view } = context;
  let offset = 0;
  while (offset < length) {
    offset += before;
    if (!view.has(at + offset, 1)) break;
    const bits = view.u8(at + offset);
    if (bits < shortestPrefix || bits > longestPrefix) return false;
    offset += 1 + prefixBytes(bits);
  }
  return offset <= length;
}
