/** What ForCES paths lead to: values, keys and results of operations (RFC 5810 7.1.7 to 7.1.9). */
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { badElement, hexPart, ilvHeaderLength, indentBy, newLine, padded, Tlv, tlvHeaderLength } from './forces-tlv';

const resultLength = 4;

const resultNames = names(() => ({
  ...[
    ...['SUCCESS', 'INVALID HEADER', 'LENGTH MISMATCH', 'VERSION MISMATCH', 'INVALID DESTINATION PID', 'LFB UNKNOWN'],
    ...['LFB NOT FOUND', 'LFB INSTANCE ID NOT FOUND', 'INVALID PATH', 'COMPONENT DOES NOT EXIST', 'EXISTS ALREADY'],
    ...['NOT FOUND', 'READ ONLY', 'INVALID ARRAY CREATION', 'VALUE OUT OF RANGE', 'CONTENTS TOO LONG'],
    ...['INVALID PARAMETERS', 'INVALID MESSAGE TYPE', 'INVALID FLAGS', 'INVALID TLV', 'EVENT ERROR', 'NOT SUPPORTED'],
    ...['MEMORY ERROR', 'INTERNAL ERROR'],
  ],
  0xff: 'UNSPECIFIED ERROR',
}));

export function typeAndLength(
  context: PrintContext,
  title: string,
  type: number,
  middle: string,
  length: number,
): void {
  const { out } = context;
  out.text(title);
  out.hex(type);
  out.text(middle);
  out.decimal(length);
}

export function cut(context: PrintContext): boolean {
  context.truncated();
  return false;
}

export function printResult(
  context: PrintContext,
  at: number,
  length: number,
  _allowed: number,
  indent: number,
): boolean {
  const { out, view } = context;
  if (length - tlvHeaderLength !== resultLength) {
    out.text('illegal RESULT-TLV: ');
    out.decimal(length - tlvHeaderLength);
    out.text(' bytes!\n');
    return false;
  }
  if (!view.has(at + tlvHeaderLength, resultLength)) return cut(context);
  const code = view.u8(at + tlvHeaderLength);
  const name = resultNames.get(code);
  if (name === undefined) {
    out.text('illegal reserved result code: 0x');
    out.hex(code);
    out.text('!\n');
    return false;
  }
  if (context.verbose > 2) {
    indentBy(out, indent);
    out.text('  Result: ');
    out.text(name);
    out.text(' (code 0x');
    out.hex(code);
    out.text(')\n');
  }
  return true;
}

export function printFullData(
  context: PrintContext,
  at: number,
  length: number,
  _allowed: number,
  indent: number,
): boolean {
  const { out, view } = context;
  if (!view.has(at, tlvHeaderLength)) return cut(context);
  if (view.u16(at) !== Tlv.fullData) {
    out.text('Error: expecting FULLDATA!\n');
    return false;
  }
  if (context.verbose > 2) {
    indentBy(out, indent + 1);
    out.char(0x5b);
    hexPart(context, newLine(indent + 2), at + tlvHeaderLength, length - tlvHeaderLength);
    out.text(newLine(indent + 2));
    out.char(0x5d);
  }
  return true;
}

export function printKeyInfo(
  context: PrintContext,
  at: number,
  length: number,
  allowed: number,
  indent: number,
): boolean {
  const { out, view } = context;
  const key = view.u32(at + 4);
  indentBy(out, indent);
  out.text('Keyinfo: Key 0x');
  out.hex(key);
  out.char(0x0a);
  const type = view.u16(at + 8);
  const size = view.u16(at + 10);
  const error = badElement(size, length, tlvHeaderLength);
  if (error !== undefined) {
    out.text(error);
    typeAndLength(context, ' TLV type 0x', type, ' len ', size);
    out.char(0x0a);
    return false;
  }
  return printFullData(context, at + 12, size, allowed, indent);
}

export function printSparseData(
  context: PrintContext,
  at: number,
  length: number,
  _allowed: number,
  indent: number,
): boolean {
  const { out, view } = context;
  let left = length - tlvHeaderLength;
  if (left < ilvHeaderLength) {
    out.text('Error: BAD SPARSEDATA-TLV!\n');
    return false;
  }
  let from = at + tlvHeaderLength;
  while (left > 0) {
    const size = left < ilvHeaderLength ? 0 : view.u32(from + 4);
    const error = badElement(size, left, ilvHeaderLength);
    if (error !== undefined) {
      out.text('Error: ');
      out.text(error);
      out.text(', rlen ');
      out.decimal(left);
      out.char(0x0a);
      return false;
    }
    if (context.verbose > 2) {
      out.char(0x0a);
      indentBy(out, indent);
      out.text(' ILV: type ');
      out.hex(view.u32(from));
      out.text(' length ');
      out.decimal(size);
      out.char(0x0a);
      hexPart(context, '\t\t[', from + ilvHeaderLength, size - ilvHeaderLength);
    }
    from += padded(size);
    left -= padded(size);
  }
  return true;
}
