/** The Internet checksum, RFC 1071, and the pseudo-headers it covers, RFC 768, 9293, 8200. */
import type { ByteView } from './view';

/**
 * Sum of the words of `count` bytes, added to `sum`, for foldChecksum; an odd last byte is padded with zero. The words are
 * of 32 bits where there are so many: folded, that comes to the same (RFC 1071, 2 (A)), and it takes a fifth of the time.
 * A double holds the sum of any packet exactly.
 */
export function addWords(view: ByteView, at: number, count: number, sum: number): number {
  const { bytes, data } = view;
  const end = at + count;
  let total = sum;
  let next = at;
  for (; next + 16 <= end; next += 16) {
    total += data.getUint32(next) + data.getUint32(next + 4) + data.getUint32(next + 8) + data.getUint32(next + 12);
  }
  for (; next + 2 <= end; next += 2) total += (bytes[next] << 8) | bytes[next + 1];
  return next < end ? total + (bytes[next] << 8) : total;
}

/** The ones' complement of the folded sum: 0 where the data held a right checksum. */
export function foldChecksum(sum: number): number {
  let folded = sum;
  while (folded > 0xffff) folded = (folded & 0xffff) + Math.floor(folded / 0x10000);
  return ~folded & 0xffff;
}

/** What the checksum field should have held, from what it holds and what {@link foldChecksum} gave over all of it. */
export function rightChecksum(held: number, result: number): number {
  const sum = held + result;
  return sum > 0xffff ? sum - 0xffff : sum;
}

/** Sum of the IPv4 pseudo-header; the destination is the last one of a source route. */
export function pseudoHeader4(
  view: ByteView,
  sourceAt: number,
  destinationAt: number,
  protocol: number,
  length: number,
): number {
  const addresses = addWords(view, destinationAt, 4, addWords(view, sourceAt, 4, 0));
  return addresses + protocol + (length & 0xffff) + (length >>> 16);
}

/** Sum of the IPv6 pseudo-header (RFC 8200, 8.1); the destination is the last one of a routing header. */
export function pseudoHeader6(
  view: ByteView,
  sourceAt: number,
  destinationAt: number,
  nextHeader: number,
  length: number,
): number {
  const addresses = addWords(view, destinationAt, 16, addWords(view, sourceAt, 16, 0));
  return addresses + nextHeader + (length & 0xffff) + (length >>> 16);
}
