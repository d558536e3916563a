/** Addresses as text: MAC, IPv4 dotted, IPv6 by RFC 5952 as tcpdump writes it. */
import type { ByteView } from '../../decode/view';
import type { LineWriter } from './line-writer';
import { putDotted, putHexShort } from './put';

/** Characters of an address in a list, with what stands around it, at most: the room to reserve before each. */
export const listedAddressRoom = 64;
const colon = 0x3a;
const groups = new Uint16Array(8);
const numbered = new Uint8Array(4);

/** Six bytes, colons between. */
export function mac(out: LineWriter, view: ByteView, at: number): void {
  linkAddress(out, view, at, 6);
}

/** `count` bytes, colons between. */
export function linkAddress(out: LineWriter, view: ByteView, at: number, count: number): void {
  view.need(at, count);
  const bytes = view.bytes;
  for (let i = 0; i < count; i++) {
    if (i > 0) out.char(0x3a);
    out.hex8(bytes[at + i]);
  }
}

export function ipv4(out: LineWriter, view: ByteView, at: number): void {
  view.need(at, 4);
  out.dotted(view.bytes, at);
}

/** The longest run of two or more zero groups, the first of equals, becomes `::`; embedded IPv4 stays dotted. */
export function ipv6(out: LineWriter, view: ByteView, at: number): void {
  view.need(at, 16);
  out.at = putIpv6(out.data, out.at, view.bytes, at);
}

/** The same for 16 bytes that are known to be there; returns where the next character goes. */
function putIpv6(data: DataView, to: number, bytes: Uint8Array, at: number): number {
  let bestStart = -1;
  let bestLength = 1;
  let start = -1;
  for (let i = 0; i < 8; i++) {
    const group = (bytes[at + 2 * i] << 8) | bytes[at + 2 * i + 1];
    groups[i] = group;
    if (group !== 0) {
      start = -1;
      continue;
    }
    if (start < 0) start = i;
    if (i - start + 1 > bestLength) {
      bestStart = start;
      bestLength = i - start + 1;
    }
  }
  let next = to;
  for (let i = 0; i < 8; i++) {
    if (i === bestStart) {
      data.setUint8(next++, colon);
      if (i + bestLength === 8) data.setUint8(next++, colon);
      i += bestLength - 1;
      continue;
    }
    if (i > 0) data.setUint8(next++, colon);
    if (i === 6 && bestStart === 0 && (bestLength === 6 || (bestLength === 5 && groups[5] === 0xffff))) {
      return putDotted(data, next, bytes, at + 12);
    }
    next = putHexShort(data, next, groups[i]);
  }
  return next;
}

/** The address at `at` of family 4 or 6. */
export function address(out: LineWriter, view: ByteView, family: number, at: number): void {
  if (family === 4) ipv4(out, view, at);
  else ipv6(out, view, at);
}

/** An IPv4 address held in a number. */
export function ipv4Number(out: LineWriter, value: number): void {
  for (let i = 0; i < 4; i++) numbered[i] = (value >>> (24 - 8 * i)) & 0xff;
  out.dotted(numbered, 0);
}
