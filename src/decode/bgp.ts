/**
 * Border Gateway Protocol 4 (RFC 4271): what a message does not say of itself, since OPEN messages that may be long gone
 * did: whether path identifiers stand before prefixes (RFC 7911), and how wide the numbers of systems are (RFC 6793).
 */
import { prefixBytes } from './prefix';
import type { ByteView } from './view';

/** Bytes of marker, length and type. */
export const bgpHeaderLength = 19;
export const bgpMarkerLength = 16;
export const BgpMessage = { open: 1, update: 2, notification: 3, keepalive: 4, routeRefresh: 5 } as const;

/** Where the next 16 bytes of ones are that were captured; -1: there are none. */
export function nextBgpMarker({ bytes, end }: ByteView, at: number): number {
  let ones = 0;
  for (let i = at; i < end; i++) {
    ones = bytes[i] === 0xff ? ones + 1 : 0;
    if (ones === bgpMarkerLength) return i + 1 - bgpMarkerLength;
  }
  return -1;
}

export const pathIdLength = 4;
const shortest = pathIdLength + 1;

/** true: the prefixes of `length` bytes at `at` make sense with path identifiers, and without them they do not. */
export function hasPathIds(view: ByteView, at: number, length: number, longestPrefix: number): boolean {
  if (length < shortest) return false;
  return fits(view, at, length, longestPrefix, pathIdLength, 0) && !fits(view, at, length, longestPrefix, 0, 1);
}

/** What was not captured is taken for right. */
function fits(
  view: ByteView,
  at: number,
  length: number,
  longestPrefix: number,
  before: number,
  shortestPrefix: number,
): boolean {
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

/** Types of the segments of a path: a set, a sequence, and those of a confederation (RFC 5065). */
const lastSegmentType = 4;

/** true: a path of numbers of two bytes fits exactly. */
export function hasNarrowNumbers(view: ByteView, at: number, length: number): boolean {
  const end = at + length;
  let from = at;
  while (from + 2 <= end) {
    const type = view.u8(from);
    if (type === 0 || type > lastSegmentType) return false;
    from += 2 + 2 * view.u8(from + 1);
  }
  return from === end;
}
