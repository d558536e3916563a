/** What the elements of ForCES have in common (RFC 5810 6.2): their headers, their errors, how they are indented. */
import type { PrintContext } from '../context';
import type { LineWriter } from '../text/line-writer';
import { type NameTable, names } from '../text/names';
import { count } from '../text/phrase';

export const tlvHeaderLength = 4;
export const ilvHeaderLength = 8;

export const Tlv = {
  redirect: 0x0001,
  associationResult: 0x0010,
  teardownReason: 0x0011,
  pathData: 0x0110,
  keyInfo: 0x0111,
  fullData: 0x0112,
  sparseData: 0x0113,
  result: 0x0114,
  metadata: 0x0115,
  redirectData: 0x0116,
  lfbSelect: 0x1000,
} as const;

const tlvNames = names(() => ({
  0: 'Invalid TLV',
  [Tlv.redirect]: 'REDIRECT TLV',
  [Tlv.associationResult]: 'ASResult TLV',
  [Tlv.teardownReason]: 'ASTreason TLV',
  [Tlv.pathData]: 'PATH-DATA TLV',
  [Tlv.keyInfo]: 'KEYINFO TLV',
  [Tlv.fullData]: 'FULLDATA TLV',
  [Tlv.sparseData]: 'SPARSEDATA TLV',
  [Tlv.result]: 'RESULT TLV',
  [Tlv.metadata]: 'METADATA TLV',
  [Tlv.redirectData]: 'REDIRECTDATA TLV',
  [Tlv.lfbSelect]: 'LFBselect TLV',
}));

const most = 255;
const prefixes: (string | undefined)[] = [];

/** Prints an element: false where nothing behind it can be printed. */
export type ElementPrinter = (
  context: PrintContext,
  at: number,
  length: number,
  /** What the operation around it allows: bits of {@link Allowed}. */
  allowed: number,
  indent: number,
) => boolean;

export function indentBy(out: LineWriter, columns: number): void {
  for (let i = 0; i < Math.min(columns, most); i++) out.char(0x20);
}

/** A new line and one blank fewer than `columns`; made when it is first needed. */
export function newLine(columns: number): string {
  const indent = Math.min(columns, most);
  const prefix = prefixes[indent] ?? `\n${' '.repeat(Math.max(0, indent - 1))}`;
  prefixes[indent] = prefix;
  return prefix;
}

/** Rows of hexadecimal, which end the packet's text where they are cut. */
export function hexPart(context: PrintContext, prefix: string, at: number, count: number): void {
  context.dumpPart(prefix, at, count);
  context.view.need(at, count);
}

/** The name, or `#` and the number as tcpdump writes it, with a sign. */
export function nameOrNumber(out: LineWriter, table: NameTable, value: number): void {
  const name = table.get(value);
  if (name !== undefined) {
    out.text(name);
    return;
  }
  out.char(0x23);
  out.signed(value | 0);
}

export function tlvName(out: LineWriter, type: number): void {
  nameOrNumber(out, tlvNames, type);
}

/** One of those that may stand alone, or that an element of a path holds. */
export function isKnownTlv(type: number): boolean {
  return type !== 0 && tlvNames.has(type);
}

/** With the padding to four bytes. */
export function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

/** Why an element of `size` bytes cannot be, with `left` bytes left and a header of `least`; undefined: it can. */
export function badElement(size: number, left: number, least: number): string | undefined {
  if (left < least) return 'Invalid total length';
  if (size < least) return 'xLV too short';
  if (size > left) return 'xLV too long';
  return left < padded(size) ? 'data padding missing' : undefined;
}

/** ` type (0x1)` and how much is left behind the length that the header at `at` names. */
export function messyHeader(context: PrintContext, title: string, at: number, left: number): void {
  const { out, view } = context;
  const size = view.u16(at + 2);
  const type = view.u16(at);
  out.text(title);
  out.text(' header, type (0x');
  out.hex(type);
  out.text(')\n\t\texcess of ');
  out.decimal32(left - size);
  out.text(' Bytes ');
}

/** `SPARSEDATA TLV, length 24 (data length 20 Bytes)`. */
export function tlvHeading(out: LineWriter, type: number, size: number): void {
  tlvName(out, type);
  count(out, ', length ', size);
  count(out, ' (data length ', size - tlvHeaderLength, ' Bytes)');
}
