/** ForCES elements of redirected packets and of associations (RFC 5810 7.5, 7.9). */
import type { PrintContext } from '../context';
import { names } from '../text/names';
import {
  badElement,
  hexPart,
  ilvHeaderLength,
  indentBy,
  messyHeader,
  padded,
  Tlv,
  tlvHeaderLength,
} from './forces-tlv';

const leastRedirect = 8;
const codeLength = 4;
const mostTeardown = 255;
const mostAssociation = 3;
const teardownNames = names(() => ({
  0: 'Normal Teardown',
  1: 'Loss of Heartbeats',
  2: 'Out of bandwidth',
  3: 'Out of Memory',
  4: 'Application Crash',
}));
const associationNames = names(() => ({ 0: 'Success ', 1: 'FE ID invalid ', 2: 'permission denied ' }));

export function printRedirect(
  context: PrintContext,
  at: number,
  length: number,
  _allowed: number,
  indent: number,
): boolean {
  const { out, view } = context;
  let left = length - tlvHeaderLength;
  if (left <= leastRedirect) {
    out.text('\n\t\ttruncated Redirect TLV: ');
    out.decimal(leastRedirect - left);
    out.text(' bytes missing! ');
    return false;
  }
  let from = at;
  while (left > 0) {
    const type = view.u16(from);
    const size = view.u16(from + 2);
    if (badElement(size, left, tlvHeaderLength) !== undefined) {
      out.text('Bad Redirect data\n');
      messyHeader(context, '\n\t\tMessy Redirect TLV', from, left);
      return false;
    }
    element(context, type, from, size, indent + 1);
    from += padded(size);
    left -= padded(size);
  }
  return true;
}

function element(context: PrintContext, type: number, at: number, size: number, indent: number): void {
  const { out } = context;
  const from = at + tlvHeaderLength;
  const length = size - tlvHeaderLength;
  if (type === Tlv.metadata) {
    metadata(context, from, length, indent);
  } else if (type === Tlv.redirectData) {
    lengthLine(context, ' Redirect Data length ', length, indent);
    if (context.verbose > 2) {
      out.text('\t\t[');
      hexPart(context, '\n\t\t', from, length);
      out.text('\n\t\t]');
    }
  } else {
    out.text('Unknown REDIRECT TLV 0x');
    out.hex(type);
    out.text(' len ');
    out.decimal(size);
    out.char(0x0a);
  }
}

function lengthLine(context: PrintContext, title: string, length: number, indent: number): void {
  const { out } = context;
  out.char(0x0a);
  indentBy(out, indent);
  out.text(title);
  out.decimal(length);
  out.char(0x0a);
}

function metadata(context: PrintContext, at: number, length: number, indent: number): void {
  const { out, view } = context;
  lengthLine(context, ' METADATA length ', length, indent);
  let from = at;
  let left = length;
  while (left >= ilvHeaderLength) {
    const size = view.u32(from + 4);
    if (badElement(size, left, ilvHeaderLength) !== undefined) return;
    indentBy(out, indent + 1);
    out.text('MetaID 0x');
    out.hex(view.u32(from));
    out.text(' length ');
    out.decimal(size);
    out.char(0x0a);
    if (context.verbose > 2) {
      hexPart(context, '\t\t[', from + ilvHeaderLength, size - ilvHeaderLength);
      out.text(' ]\n');
    }
    from += padded(size);
    left -= padded(size);
  }
}

/** The one code that the element holds, or -1 where it is not one. */
function code(context: PrintContext, at: number, length: number, title: string, most: number): number {
  const { out, view } = context;
  const size = length - tlvHeaderLength;
  if (size !== codeLength) {
    out.text(title);
    out.text('-TLV: ');
    out.decimal(size);
    out.text(' bytes!\n');
    return -1;
  }
  const value = view.u32(at);
  if (value <= most) return value;
  out.text(title);
  out.text(' result code: ');
  out.decimal(value);
  out.text('!\n');
  return -1;
}

function codeEnd(context: PrintContext, name: string, value: number, indent: number): void {
  const { out } = context;
  out.text(name);
  out.char(0x28);
  out.hex(value);
  out.text(')\n');
  indentBy(out, indent);
}

export function printTeardown(
  context: PrintContext,
  at: number,
  length: number,
  _allowed: number,
  indent: number,
): boolean {
  const { out } = context;
  const value = code(context, at, length, 'illegal ASTresult', mostTeardown);
  if (value < 0) return false;
  if (context.verbose > 2) {
    out.text('Teardown reason:\n');
    indentBy(out, indent);
    codeEnd(context, teardownNames.get(value) ?? 'Unknown Teardown reason', value, indent);
  }
  return true;
}

export function printAssociationResult(
  context: PrintContext,
  at: number,
  length: number,
  _allowed: number,
  indent: number,
): boolean {
  const { out } = context;
  const value = code(context, at, length, 'illegal ASRresult', mostAssociation);
  if (value < 0) return false;
  if (context.verbose > 2) {
    out.char(0x0a);
    indentBy(out, indent);
    codeEnd(context, associationNames.get(value) ?? 'Unknown ', value, indent);
  }
  return true;
}
