/** The Internet checksum, RFC 1071, and the pseudo-headers it covers, RFC 768, 9293, 8200. */
import type { ByteView } from './view';

/** Sum of 16-bit words over `count` bytes, added to `sum`; an odd last byte is padded with zero. */
export function addWords(view: ByteView, at: number, count: number, sum: number): number {
  const bytes = view.bytes;
  const even = at + (count & ~1);
  let total = sum;
  for (let i = at; i < even; i += 2) total += (bytes[i] << 8) | bytes[i + 1];
  if (count & 1) total += bytes[even] << 8;
  return total;
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

/** Sum of the IPv4 pseudo-header; `at` is where source and destination address follow each other. */
export function pseudoHeader4(view: ByteView, at: number, protocol: number, length: number): number {
  return addWords(view, at, 8, protocol + (length & 0xffff) + (length >>> 16));
}

/** Sum of the IPv6 pseudo-header (RFC 8200, 8.1). */
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
