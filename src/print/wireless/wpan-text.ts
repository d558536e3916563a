/** What all parts of an IEEE 802.15.4 frame write: addresses and bytes, both with the low byte first. */

import type { PrintContext } from '../context';
import { packetHex } from '../text/packet-text';

const short = 2;
const extended = 8;

/** true where the bit is set. */
export function bits(value: number, bit: number): boolean {
  return ((value >>> bit) & 1) !== 0;
}

/** Bytes of an address of this mode: none, (reserved,) short, extended. */
export function addressLength(mode: number): number {
  return mode === 2 ? short : mode === 3 ? extended : 0;
}

export function wpanAddress(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length === short) {
    out.hex16(view.u16LE(at));
  } else if (length === extended) {
    for (let i = extended - 1; i >= 0; i--) {
      out.hex8(view.u8(at + i));
      if (i > 0) out.char(0x3a);
    }
  } else {
    out.text('none');
  }
}

/** `0a 0b `. */
export function hexList(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  out.reserve(3 * Math.max(0, end - at));
  for (let from = at; from < end; from++) {
    out.hex8(view.u8(from));
    out.char(0x20);
  }
}

/** `IE Data = 0a 0b `. */
export function elementData(context: PrintContext, at: number, end: number): void {
  context.out.text('IE Data = ');
  hexList(context, at, end);
}

/** `OUI = 0x010203, Data = 0a 0b `. */
export function vendorData(context: PrintContext, at: number, end: number): void {
  const { out } = context;
  if (end - at < 3) {
    out.text('[ERROR: Vendor OUI missing]');
    return;
  }
  out.text('OUI = 0x');
  packetHex(context, at, 3);
  out.text(', Data = ');
  hexList(context, at + 3, end);
}

/** 16-bit numbers in hexadecimal of at least two digits, a space after each. */
export function channelList(context: PrintContext, at: number, count: number): void {
  const { out, view } = context;
  out.reserve(5 * count);
  for (let i = 0; i < count; i++) {
    const channel = view.u16LE(at + 2 * i);
    if (channel < 0x10) out.char(0x30);
    out.hex(channel);
    out.char(0x20);
  }
}
