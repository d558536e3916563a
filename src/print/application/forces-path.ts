/** ForCES path data: which components of a block are meant, and their values (RFC 5810 7.1.1 to 7.1.9). */
import type { PrintContext } from '../context';
import { cut, printFullData, printKeyInfo, printResult, printSparseData, typeAndLength } from './forces-data';
import {
  badElement,
  type ElementPrinter,
  hexPart,
  indentBy,
  isKnownTlv,
  messyHeader,
  padded,
  Tlv,
  tlvHeaderLength,
  tlvHeading,
  tlvName,
} from './forces-tlv';

/** What operations allow, and what the flags of a path ask for. */
export const Allowed = { full: 1, sparse: 2, result: 4, key: 8, append: 16, range: 32 } as const;

const pathHeaderLength = 4;
const PathFlag = { key: 1, range: 2, append: 4 } as const;
/** Bytes of a key or a table's range. */
const selectorLength = 12;

interface Value {
  readonly name: string;
  readonly allowed: number;
  readonly print: ElementPrinter;
}

const values = new Map<number, Value>([
  [Tlv.pathData, { name: '', allowed: 0, print: printPaths }],
  [Tlv.keyInfo, { name: 'KEYINFO TLV', allowed: 0, print: printKeyInfo }],
  [Tlv.fullData, { name: 'FULLDATA TLV', allowed: Allowed.full, print: printFullData }],
  [Tlv.sparseData, { name: 'SPARSEDATA TLV', allowed: Allowed.sparse, print: printSparseData }],
  [Tlv.result, { name: 'RESULT TLV', allowed: Allowed.result, print: printResult }],
]);

/** Path data elements, one after the other. */
export function printPaths(
  context: PrintContext,
  at: number,
  length: number,
  allowed: number,
  indent: number,
): boolean {
  const { out, view } = context;
  let from = at;
  let left = length;
  while (left > 0) {
    const size = view.u16(from + 2);
    if (badElement(size, left, tlvHeaderLength) !== undefined) break;
    if (context.verbose > 2) {
      indentBy(out, indent);
      tlvName(out, view.u16(from));
      out.text(', length ');
      out.decimal(size);
      out.text(' (data encapsulated ');
      out.decimal(size - tlvHeaderLength);
      out.text(' Bytes)');
    }
    if (!context.enter()) return false;
    const done = path(context, from + tlvHeaderLength, size - tlvHeaderLength, allowed, indent + 1);
    context.layers--;
    if (!done) return false;
    from += padded(size);
    left -= padded(size);
  }
  if (left === 0) return true;
  messyHeader(context, '\n\t\tMessy PATHDATA TLV', from, left);
  return false;
}

/** One operation whose element may be of any kind that there is. */
export function printAnyPath(
  context: PrintContext,
  at: number,
  length: number,
  allowed: number,
  indent: number,
): boolean {
  const { out, view } = context;
  const type = view.u16(at);
  const size = view.u16(at + 2);
  out.text('genoptlvprint - ');
  tlvName(out, type);
  typeAndLength(context, ' TLV type 0x', type, ' len ', size);
  out.char(0x0a);
  if (badElement(size, length, tlvHeaderLength) !== undefined) {
    out.text('\t\t\tInvalid ForCES TLV type=');
    out.hex(type);
    return false;
  }
  if (!isKnownTlv(type)) {
    // There is no name for what is wrong.
    typeAndLength(context, '#0 TLV type 0x', type, ' len ', size);
    out.char(0x0a);
    return false;
  }
  if (context.verbose > 2) {
    indentBy(out, indent);
    tlvHeading(out, type, size);
  }
  return path(context, at + tlvHeaderLength, size - tlvHeaderLength, allowed, indent + 1);
}

function path(context: PrintContext, at: number, length: number, allowed: number, indent: number): boolean {
  const { out, view } = context;
  if (!view.has(at, pathHeaderLength) || length < pathHeaderLength) return cut(context);
  const flags = view.u16(at);
  const count = view.u16(at + 2);
  if (context.verbose > 2) {
    out.char(0x0a);
    indentBy(out, indent);
    out.text('Pathdata: Flags 0x');
    out.hex(flags);
    out.text(' ID count ');
    out.decimal(count);
    out.char(0x0a);
  }
  let mask = allowed;
  if ((flags & PathFlag.key) !== 0) mask |= Allowed.key;
  if ((flags & PathFlag.range) !== 0) mask |= Allowed.range;
  if ((flags & PathFlag.append) !== 0) mask |= Allowed.append;
  const next = at + pathHeaderLength;
  const left = length - pathHeaderLength;
  if (left < 4 * count) {
    out.text('\t\t\ttruncated IDs expected ');
    out.decimal(4 * count);
    out.text('B got ');
    out.decimal(left);
    out.text('B\n');
    hexPart(context, '\t\t\tID Data[', next, left);
    out.text(']\n');
    return false;
  }
  if ((mask & Allowed.range) !== 0 && (mask & Allowed.key) !== 0) {
    out.text('\t\t\tIllegal to have both Table ranges and keys\n');
    return false;
  }
  const rest = components(context, next, left, count, mask, indent);
  // As in tcpdump, what is wrong inside the path does not end the elements around it.
  return rest <= 0 || printPaths(context, next + left - rest, rest, mask, indent + 1);
}

/** Identifiers, a range or a key, one value; returns how many bytes are left, or -1. */
function components(
  context: PrintContext,
  at: number,
  length: number,
  count: number,
  allowed: number,
  indent: number,
): number {
  const { out, view } = context;
  const isDetailed = context.verbose > 2;
  if ((allowed & Allowed.append) !== 0 && isDetailed) {
    indentBy(out, indent);
    out.text('TABLE APPEND\n');
  }
  for (let i = 0; i < count; i++) {
    if (!view.has(at + 4 * i, 4)) {
      context.truncated();
      return -1;
    }
    if (isDetailed) identifier(context, i + 1, view.u32(at + 4 * i), indent);
  }
  const start = at + 4 * count;
  const left = length - 4 * count;
  const skipped = selector(context, start, left, allowed, indent);
  if (skipped < 0) return -1;
  return skipped === left ? 0 : value(context, start + skipped, left - skipped, allowed, indent);
}

function identifier(context: PrintContext, nth: number, id: number, indent: number): void {
  const { out } = context;
  indentBy(out, indent);
  out.text('ID#');
  if (nth < 10) out.char(0x30);
  out.decimal(nth);
  out.text(': ');
  out.decimal(id);
  out.char(0x0a);
}

/** The length of a table's range or of a key, or -1. */
function selector(context: PrintContext, at: number, length: number, allowed: number, indent: number): number {
  const { out, view } = context;
  if ((allowed & (Allowed.range | Allowed.key)) === 0) return 0;
  if (length < selectorLength) {
    out.text('pathlength ');
    out.decimal(length);
    out.text(' with key/range too short 12\n');
    return -1;
  }
  if ((allowed & Allowed.range) !== 0) {
    const first = view.u32(at + tlvHeaderLength);
    const last = view.u32(at + tlvHeaderLength + 4);
    if (context.verbose > 2) {
      indentBy(out, indent);
      out.text('Table range: [');
      out.decimal(first);
      out.char(0x2c);
      out.decimal(last);
      out.text(']\n');
    }
    return selectorLength;
  }
  // The key's identifier, then an element that holds the key itself.
  const size = view.u16(at + 6);
  if (size < tlvHeaderLength) {
    out.text('key content length ');
    out.decimal(size);
    out.text(' < 4\n');
    return -1;
  }
  if (length < 4 + size) {
    out.text('key content too short\n');
    return -1;
  }
  return 4 + size;
}

function value(context: PrintContext, at: number, length: number, allowed: number, indent: number): number {
  const { out, view } = context;
  const type = view.u16(at);
  const size = view.u16(at + 2);
  const error = badElement(size, length, tlvHeaderLength);
  if (error !== undefined) {
    out.text(error);
    out.text(' Outstanding bytes ');
    out.decimal(length);
    typeAndLength(context, ' for TLV type 0x', type, ' TLV len ', size);
    out.char(0x0a);
    return size === 0 ? length : badData(context, at, length);
  }
  const known = values.get(type);
  if (known === undefined) {
    typeAndLength(context, 'Invalid path data content type 0x', type, ' len ', size);
    out.char(0x0a);
    return badData(context, at, length);
  }
  if (context.verbose > 2 && type !== Tlv.pathData) valueTitle(context, known.name, size, indent);
  expect(context, type, allowed, known.allowed);
  return known.print(context, at, padded(size), allowed, indent + 2) ? length - padded(size) : -1;
}

function badData(context: PrintContext, at: number, length: number): number {
  hexPart(context, 'Bad Data val\n\t  [', at, length);
  context.out.text(']\n');
  return -1;
}

function valueTitle(context: PrintContext, name: string, size: number, indent: number): void {
  const { out } = context;
  const padding = padded(size) - size;
  indentBy(out, indent);
  out.text('  ');
  out.text(name);
  out.text(' (Length ');
  out.decimal(size);
  out.text(' DataLen ');
  out.decimal(size - tlvHeaderLength);
  if (padding > 0) {
    out.text(' pad ');
    out.decimal(padding);
  }
  out.text(' Bytes)\n');
}

/** Says so where this kind of value does not go with the operation. */
function expect(context: PrintContext, type: number, allowed: number, kind: number): void {
  const { out } = context;
  if (type === Tlv.pathData) return;
  if ((allowed & Allowed.key) !== 0) {
    if (type !== Tlv.keyInfo) out.text('Based on flags expected KEYINFO TLV!\n');
    return;
  }
  if ((allowed & kind) !== 0) return;
  out.text('Illegal DATA encoding for type 0x');
  out.hex(type);
  out.text(' programmed ');
  out.hex(kind);
  out.text(' got ');
  out.hex(allowed);
  out.char(0x0a);
}
