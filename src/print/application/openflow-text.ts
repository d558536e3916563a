/** What the messages of OpenFlow 1.0 and 1.3 have in common: numbers, names, flags, data that nobody decodes. */
import { macLength } from '../../decode/ethernet';
import type { PrintContext } from '../context';
import { hexRows } from '../text/hex';
import { namedMac } from '../text/named';
import { type FlagName, flagNames, type NameTable, names } from '../text/names';
import { decimal64 } from '../text/wide';

/** Prints the body of a message, `length` bytes as the message says. */
export type BodyPrinter = (context: PrintContext, at: number, length: number) => void;

/** A type of message: how long its body is, and how it is printed at -v. */
export interface MessageType {
  readonly name: string;
  /** The body has exactly this length. */
  readonly fixed?: number;
  /** The body has at least this length. */
  readonly least?: number;
  readonly print?: BodyPrinter;
}

/** Bits with names; others are bogus. */
export interface Bitmap {
  readonly names: readonly FlagName[];
  readonly assigned: number;
}

const vendorNames = names(() => ({
  0x000000: 'Ethernet',
  0x00000c: 'Cisco',
  0x00005e: 'IANA',
  0x000081: 'Nortel Networks SONMP',
  0x0000f8: 'Cisco bridged',
  0x0080c2: 'Ethernet bridged',
  0x00a03e: 'ATM Forum',
  0x00e02f: 'DOCSIS Spanning Tree',
  0x080007: 'Appletalk',
  0x009069: 'Juniper',
  0x080009: 'Hewlett-Packard',
  0x00120f: 'IEEE 802.3 Private',
  0x0012bb: 'ANSI/TIA',
  0x001b21: 'DCBX',
  0x002320: 'Nicira Networks',
  0x5c16c7: 'Big Switch Networks',
  0xb0d2f5: 'Vello Systems',
  0x002481: 'HP',
  0x0004ea: 'HP-Labs',
  0x748771: 'Infoblox Inc',
  0xa42305: 'Open Networking Lab',
  0x00049f: 'Freescale',
  0x0015ad: 'Netronome',
  0x001018: 'Broadcom',
  0x00e004: 'PMC-Sierra',
  0xd0f0db: 'Ericsson',
  0x4f4e4600: 'ONF Extensions',
  0xff000001: 'Budapest University of Technology and Economics',
  0xff000002: 'NoviFlow',
  0xff000003: 'L3+ Extensions, Vendor Neutral',
  0xff000004: 'L4-L7 Extensions',
  0xff000005: 'Wireless and Mobility Extensions',
  0xff000006: 'Forwarding Abstractions Extensions',
  0xff000007: 'Optical Transport Extensions',
  0xff000008: 'Network Benchmarking Lab, NCTU',
  0xff000009: 'Mobile Packet Core Extensions',
  0xff00000a: 'MPLS-TP OpenFlow Extensions for SPTN',
}));

/** Names of bits from bit 0 on; undefined: nobody has that bit. */
export function bitmapOf(...list: (string | undefined)[]): Bitmap {
  const found: FlagName[] = [];
  let assigned = 0;
  list.forEach((name, bit) => {
    if (name === undefined) return;
    found.push([1 << bit, name]);
    assigned |= 1 << bit;
  });
  return { names: found, assigned };
}

/** A table of names from 0 on. */
export function namesFrom0(...list: string[]): NameTable {
  return names(() => list);
}

/** ` (PORT_DOWN, NO_FWD) (bogus)` */
function bitNames(context: PrintContext, bitmap: Bitmap, value: number): void {
  const { out } = context;
  if ((value & bitmap.assigned) !== 0) {
    out.text(' (');
    flagNames(out, bitmap.names, value, '');
    out.char(0x29);
  }
  if ((value & ~bitmap.assigned) !== 0) out.text(' (bogus)');
}

export function bits32(context: PrintContext, title: string, at: number, bitmap: Bitmap): void {
  const value = context.view.u32(at);
  hexNumber(context, title, value, 8);
  bitNames(context, bitmap, value);
}

export function bits16(context: PrintContext, title: string, at: number, bitmap: Bitmap): void {
  const value = context.view.u16(at);
  hexNumber(context, title, value, 4);
  bitNames(context, bitmap, value);
}

export function number64(context: PrintContext, title: string, at: number): void {
  context.view.need(at, 8);
  context.out.text(title);
  decimal64(context.out, context.view, at);
}

export function hexNumber(context: PrintContext, title: string, value: number, digits: number): void {
  const { out } = context;
  out.text(title);
  out.text('0x');
  if (digits === 8) out.hex32(value);
  else if (digits === 4) out.hex16(value);
  else out.hex8(value);
}

export function hexNumber64(context: PrintContext, title: string, at: number): void {
  const { out, view } = context;
  view.need(at, 8);
  hexNumber(context, title, view.u32(at), 8);
  out.hex32(view.u32(at + 4));
}

/** The name, or the number in decimal. */
export function named(context: PrintContext, title: string, table: NameTable, value: number): void {
  const { out } = context;
  out.text(title);
  const name = table.get(value);
  if (name !== undefined) out.text(name);
  else out.decimal(value);
}

/** The name, or `invalid (0x0007)`. */
export function namedOr(
  context: PrintContext,
  title: string,
  table: NameTable,
  value: number,
  otherwise: string,
  digits: number,
): void {
  const { out } = context;
  out.text(title);
  const name = table.get(value);
  if (name !== undefined) {
    out.text(name);
    return;
  }
  hexNumber(context, otherwise, value, digits);
  out.char(0x29);
}

export function macField(context: PrintContext, title: string, at: number): void {
  context.view.need(at, macLength);
  context.out.text(title);
  namedMac(context, at);
}

/** Text in quotes of at most `most` bytes, up to its first zero byte. */
export function textField(context: PrintContext, title: string, at: number, most: number): void {
  const { out, view } = context;
  out.text(title);
  out.char(0x27);
  out.reserve(4 * most);
  for (let i = 0; i < most; i++) {
    const byte = view.u8(at + i);
    if (byte === 0) break;
    out.caret(byte);
  }
  out.char(0x27);
}

/** `, vendor 0x00002320 (Nicira Networks)` */
export function vendorField(context: PrintContext, title: string, vendor: number): void {
  hexNumber(context, title, vendor, 8);
  context.out.text(' (');
  context.out.text(vendorNames.get(vendor) ?? 'unknown');
  context.out.char(0x29);
}

/** Bytes that nobody decodes, shown at -vv. */
export function printData(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length === 0) return;
  out.text('\n\t data (');
  out.decimal(length);
  out.text(' octets)');
  if (context.verbose > 1) {
    const shown = Math.min(length, view.available(at));
    hexRows(out, view.bytes, at, shown, true, '\n\t  ');
  }
  view.need(at, length);
}

/** The body of an error: its type, a code of that type, data. */
export function printError(
  context: PrintContext,
  types: NameTable,
  codesByType: readonly NameTable[],
  at: number,
  length: number,
): void {
  const { out, view } = context;
  const type = view.u16(at);
  namedOr(context, '\n\t type ', types, type, 'invalid (', 4);
  const code = view.u16(at + 2);
  const codes = codesByType[type];
  if (codes !== undefined) {
    namedOr(context, ', code ', codes, code, 'invalid (', 4);
  } else {
    hexNumber(context, ', code invalid (', code, 4);
    out.char(0x29);
  }
  printData(context, at + 4, length - 4);
}
