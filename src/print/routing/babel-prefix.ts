/** Addresses and prefixes of Babel (RFC 8966, 4.1.4-5), perhaps without bytes that an earlier one had. */
import { ByteView } from '../../decode/view';
import type { PrintContext } from '../context';
import { namedIpv6 } from '../text/named';

export const Encoding = { wildcard: 0, ipv4: 1, ipv6: 2, linkLocal: 3 } as const;

const addressLength = 16;
/** Bytes of an IPv4-mapped address before the IPv4 address. */
const mappedLength = 12;
const linkLocalLength = 8;

const mapped = new Uint8Array(addressLength).fill(0xff, 10, mappedLength);
const lastIpv4 = new Uint8Array(addressLength);
const lastIpv6 = new Uint8Array(addressLength);
/** The address read last. */
const bytes = new Uint8Array(addressLength);
const address = new ByteView();
address.attach(bytes, new DataView(bytes.buffer), 0, addressLength);

/** Before the TLVs of a packet and before those of its trailer: nothing can be left out yet. */
export function forgetPrefixes(): void {
  lastIpv4.set(mapped);
  lastIpv6.fill(0);
}

/** What was read last may be left out of prefixes that follow. */
export function rememberPrefix(encoding: number): void {
  (encoding === Encoding.ipv4 ? lastIpv4 : lastIpv6).set(bytes);
}

/**
 * Reads a prefix of `bits` bits (undefined: an address) of which the first `omitted` bytes are those of the one before;
 * returns the bytes that it took; -1: it cannot be, or `length` bytes do not hold it.
 */
export function readPrefix(
  context: PrintContext,
  encoding: number,
  bits: number | undefined,
  omitted: number,
  at: number,
  length: number,
): number {
  const size = bits === undefined ? (encoding === Encoding.ipv4 ? 4 : addressLength) : (bits + 7) >>> 3;
  if (size > addressLength) return -1;
  bytes.fill(0);
  switch (encoding) {
    case Encoding.wildcard:
      return 0;
    case Encoding.ipv4:
      if (omitted > 4 || size > 4 || size - omitted > length) return -1;
      bytes.set(mapped);
      if (omitted > 0) bytes.set(lastIpv4.subarray(0, mappedLength + omitted));
      return take(context, mappedLength + omitted, at, size - omitted);
    case Encoding.ipv6:
      if (omitted > addressLength || size - omitted > length) return -1;
      bytes.set(lastIpv6.subarray(0, omitted));
      return take(context, omitted, at, size - omitted);
    case Encoding.linkLocal:
      if (size - linkLocalLength > length) return -1;
      bytes[0] = 0xfe;
      bytes[1] = 0x80;
      return take(context, linkLocalLength, at, size - linkLocalLength);
    default:
      return -1;
  }
}

function take(context: PrintContext, to: number, at: number, count: number): number {
  const { view } = context;
  if (count <= 0) return 0;
  view.need(at, count);
  for (let i = 0; i < count; i++) bytes[to + i] = view.u8(at + i);
  return count;
}

/** Prints the address read last. */
export function printReadAddress(context: PrintContext): void {
  if (isMapped()) writeIpv4(context);
  else namedIpv6(context, 0, address);
}

/** Prints the prefix read last, of `bits` bits. */
export function printReadPrefix(context: PrintContext, encoding: number, bits: number): void {
  const { out } = context;
  const length = encoding === Encoding.ipv4 ? bits + 8 * mappedLength : bits;
  const isIpv4 = length >= 8 * mappedLength && isMapped();
  if (isIpv4) writeIpv4(context);
  else namedIpv6(context, 0, address);
  out.char(0x2f);
  out.decimal(isIpv4 ? length - 8 * mappedLength : length);
}

function isMapped(): boolean {
  for (let i = 0; i < mappedLength; i++) if (bytes[i] !== mapped[i]) return false;
  return true;
}

function writeIpv4(context: PrintContext): void {
  const name = context.names?.ipv4(bytes, mappedLength);
  if (name === undefined) context.out.dotted(bytes, mappedLength);
  else context.out.literal(name);
}
