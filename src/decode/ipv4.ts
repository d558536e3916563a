/** Internet Protocol version 4 (RFC 791). */
import type { ByteView } from './view';

export const ipv4HeaderLength = 20;

export class Ipv4Layer {
  at = 0;
  version = 0;
  /** Bytes, options included. */
  headerLength = 0;
  tos = 0;
  totalLength = 0;
  id = 0;
  reservedFlag = false;
  dontFragment = false;
  moreFragments = false;
  /** Bytes. */
  fragmentOffset = 0;
  ttl = 0;
  protocol = 0;
  checksum = 0;
  sourceAt = 0;
  destinationAt = 0;

  /** Fixed part only. Throws where fewer than 20 bytes are captured. Lengths are as found, not checked. */
  decode(view: ByteView, at: number): void {
    view.need(at, ipv4HeaderLength);
    const bytes = view.bytes;
    this.at = at;
    this.version = bytes[at] >>> 4;
    this.headerLength = (bytes[at] & 15) * 4;
    this.tos = bytes[at + 1];
    this.totalLength = (bytes[at + 2] << 8) | bytes[at + 3];
    this.id = (bytes[at + 4] << 8) | bytes[at + 5];
    const fragment = (bytes[at + 6] << 8) | bytes[at + 7];
    this.reservedFlag = (fragment & 0x8000) !== 0;
    this.dontFragment = (fragment & 0x4000) !== 0;
    this.moreFragments = (fragment & 0x2000) !== 0;
    this.fragmentOffset = (fragment & 0x1fff) * 8;
    this.ttl = bytes[at + 8];
    this.protocol = bytes[at + 9];
    this.checksum = (bytes[at + 10] << 8) | bytes[at + 11];
    this.sourceAt = at + 12;
    this.destinationAt = at + 16;
  }
}

/** IP options (RFC 791, 3.1; RFC 2113; RFC 1393). */
export const Ipv4Option = {
  endOfList: 0,
  noOperation: 1,
  recordRoute: 7,
  timestamp: 68,
  security: 130,
  looseSourceRoute: 131,
  strictSourceRoute: 137,
  routerAlert: 148,
} as const;

/** An option with at least one address: kind, length, pointer, four bytes. */
const shortestRoute = 7;

/** Where the address that a source route ends with is, or the header's destination where there is no route. */
export function finalDestination(view: ByteView, at: number, headerLength: number): number {
  const destinationAt = at + 16;
  const end = at + headerLength;
  let from = at + ipv4HeaderLength;
  while (from < end && view.has(from, 2)) {
    const kind = view.u8(from);
    if (kind === Ipv4Option.endOfList) break;
    const size = kind === Ipv4Option.noOperation ? 1 : view.u8(from + 1);
    if (size === 0 || from + size > end || !view.has(from, size)) break;
    const routes = kind === Ipv4Option.looseSourceRoute || kind === Ipv4Option.strictSourceRoute;
    if (routes && size >= shortestRoute) return from + size - 4;
    from += size;
  }
  return destinationAt;
}
