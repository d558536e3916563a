/** ForCES operations upon a logical functional block (RFC 5810 7.1.5 to 7.1.6). */
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { Allowed, printAnyPath, printPaths } from './forces-path';
import {
  badElement,
  type ElementPrinter,
  hexPart,
  indentBy,
  messyHeader,
  nameOrNumber,
  newLine,
  padded,
  tlvHeaderLength,
} from './forces-tlv';

/** Class and instance, then the header of one operation. */
const selectorLength = 8;
const leastLength = 12;
const leastOperation = 8;
const blockNames = names(() => ({ 0: 'Invalid TLV', 1: 'FEObj LFB', 2: 'FEProtoObj LFB' }));

interface Operation {
  readonly name: string;
  readonly allowed: number;
  readonly print?: ElementPrinter;
}

const { full, sparse, result } = Allowed;
/** By type (RFC 5810 A.2). */
const operations: readonly Operation[] = [
  { name: 'Invalid OPTLV', allowed: 0, print: data },
  { name: ' Set', allowed: full | sparse, print: printPaths },
  { name: ' SetProp', allowed: full | sparse, print: printPaths },
  { name: ' SetResp', allowed: result, print: printPaths },
  { name: ' SetPropResp', allowed: result, print: printPaths },
  { name: ' Del', allowed: 0, print: printPaths },
  { name: ' DelResp', allowed: result, print: printPaths },
  { name: ' Get', allowed: 0, print: printPaths },
  { name: ' GetProp', allowed: 0, print: printPaths },
  { name: ' GetResp', allowed: full | sparse | result, print: printPaths },
  { name: ' GetPropResp', allowed: full | result, print: printPaths },
  { name: ' Report', allowed: full | sparse, print: printPaths },
  { name: ' Commit', allowed: 0 },
  { name: ' RCommit', allowed: result, print: printAnyPath },
  { name: ' RTRCOMP', allowed: 0 },
];
const vendorOperations = 0x8000;

/** `allowed`: one bit for each operation that the message may hold, from bit 0 for operation 1 on. */
export function printBlock(
  context: PrintContext,
  at: number,
  length: number,
  allowed: number,
  indent: number,
): boolean {
  const { out, view } = context;
  const size = length - tlvHeaderLength;
  if (size <= leastLength) {
    out.text('\n\t\ttruncated lfb selector: ');
    out.decimal(leastLength - size);
    out.text(' bytes missing! ');
    return false;
  }
  if (!view.has(at, selectorLength)) {
    context.truncated();
    return false;
  }
  if (context.verbose > 2) {
    const block = view.u32(at);
    out.char(0x0a);
    indentBy(out, indent);
    nameOrNumber(out, blockNames, block);
    out.text('(Classid ');
    out.hex(block);
    out.text(') instance ');
    out.hex(view.u32(at + 4));
    out.char(0x0a);
  }
  return printOperations(context, at + selectorLength, size - selectorLength, allowed, indent + 1);
}

function printOperations(context: PrintContext, at: number, length: number, allowed: number, indent: number): boolean {
  const { out, view } = context;
  let from = at;
  let left = length;
  while (left > 0) {
    const type = view.u16(from);
    const size = view.u16(from + 2);
    if (badElement(size, left, tlvHeaderLength) !== undefined) {
      messyHeader(context, '\n\t\tMessy oper TLV', from, left);
      return false;
    }
    if (isAllowed(type, allowed)) {
      operation(context, from, type, size, indent);
    } else {
      if (context.verbose < 3) out.char(0x0a);
      out.text('\t\tINValid oper-TLV type 0x');
      out.hex(type);
      out.text(' length ');
      out.decimal(size);
      out.text(' for this ForCES message\n');
      data(context, from, size, 0, indent);
    }
    from += padded(size);
    left -= padded(size);
  }
  return true;
}

function isAllowed(type: number, allowed: number): boolean {
  if (type >= vendorOperations) return true;
  return type > 0 && type < operations.length && (allowed & (1 << (type - 1))) !== 0;
}

function operation(context: PrintContext, at: number, type: number, size: number, indent: number): void {
  const { out } = context;
  const { name, allowed, print } = operations[type] ?? operations[0];
  const length = size - tlvHeaderLength;
  if (context.verbose > 2) {
    indentBy(out, indent);
    title(context, name, type, size);
  }
  if (length < leastOperation) {
    out.text('\t\t');
    title(context, name, type, size);
    out.text('\t\tTruncated data size ');
    out.decimal(length);
    out.text(' minimum required 8\n');
    data(context, at + tlvHeaderLength, length, allowed, indent);
    return;
  }
  print?.(context, at + tlvHeaderLength, length, allowed, indent + 1);
}

function title(context: PrintContext, name: string, type: number, size: number): void {
  const { out } = context;
  out.text('Oper TLV ');
  out.text(name);
  out.text('(0x');
  out.hex(type);
  out.text(') length ');
  out.decimal(size);
  out.char(0x0a);
}

/** What cannot be decoded, in hexadecimal at -vvv. */
function data(context: PrintContext, at: number, length: number, _allowed: number, indent: number): boolean {
  const { out } = context;
  if (context.verbose > 2) {
    indentBy(out, indent - 1);
    out.text('Data[');
    hexPart(context, newLine(indent), at, length);
    out.text(newLine(indent));
    out.text(']\n');
  }
  return false;
}
