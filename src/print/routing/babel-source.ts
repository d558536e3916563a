/** TLVs of source-specific routing in Babel (draft-boutier-babel-source-specific-01): routes for some sources only. */

import type { PrintContext } from '../context';
import { BabelTlv, printHops, printSequenceAndRouter, printUpdateFields } from './babel-fields';
import { Encoding, printReadPrefix, readPrefix } from './babel-prefix';
import { printBabelSubTlvs } from './babel-sub-tlv';

export function printSourceUpdate(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  out.text('\n\tSS-Update');
  if (size < 10) return false;
  const encoding = view.u8(at);
  const sourceBits = view.u8(at + 1);
  const bits = view.u8(at + 2);
  const omitted = view.u8(at + 3);
  const left = size - 10;
  const taken = readPrefix(context, encoding, bits, omitted, at + 10, left);
  if (taken < 0) return false;
  const sourceAt = at + 10 + taken;
  const sourceTaken = readPrefix(context, encoding, sourceBits, 0, sourceAt, left - taken);
  if (sourceTaken < 0) return false;
  readPrefix(context, encoding, bits, omitted, at + 10, left);
  out.char(0x20);
  printReadPrefix(context, encoding, bits);
  readPrefix(context, encoding, sourceBits, 0, sourceAt, left - taken);
  out.text(' from ');
  printReadPrefix(context, encoding, sourceBits);
  printUpdateFields(context, at + 4);
  printBabelSubTlvs(context, BabelTlv.sourceUpdate, sourceAt + sourceTaken, at + size);
  return true;
}

/** Bytes of the first of two prefixes, destination and source, that `at` holds; -1: they do not fit into `length`. */
function pairFits(
  context: PrintContext,
  encoding: number,
  bits: number,
  sourceBits: number,
  at: number,
  length: number,
): number {
  const taken = readPrefix(context, encoding, bits, 0, at, length);
  if (taken < 0) return -1;
  return readPrefix(context, encoding, sourceBits, 0, at + taken, length - taken) < 0 ? -1 : taken;
}

function pair(
  context: PrintContext,
  encoding: number,
  bits: number,
  sourceBits: number,
  at: number,
  length: number,
): void {
  const { out } = context;
  const taken = readPrefix(context, encoding, bits, 0, at, length);
  out.char(0x28);
  printReadPrefix(context, encoding, bits);
  readPrefix(context, encoding, sourceBits, 0, at + taken, length - taken);
  out.text(', ');
  printReadPrefix(context, encoding, sourceBits);
  out.char(0x29);
}

export function printSourceRequest(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  out.text('\n\tSS-Request ');
  if (size < 3) return false;
  const encoding = view.u8(at);
  const bits = view.u8(at + 1);
  const sourceBits = view.u8(at + 2);
  if (pairFits(context, encoding, bits, sourceBits, at + 3, size - 3) < 0) return false;
  if (encoding === Encoding.wildcard) {
    out.text('for any');
    return true;
  }
  out.text('for ');
  pair(context, encoding, bits, sourceBits, at + 3, size - 3);
  return true;
}

export function printSourceSequenceRequest(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  out.text('\n\tSS-MH-Request ');
  if (size < 14) return false;
  const encoding = view.u8(at);
  const bits = view.u8(at + 1);
  const sourceBits = view.u8(at + 5);
  if (pairFits(context, encoding, bits, sourceBits, at + 14, size - 14) < 0) return false;
  printHops(context, view.u8(at + 4));
  pair(context, encoding, bits, sourceBits, at + 14, size - 14);
  printSequenceAndRouter(context, view.u16(at + 2), at + 6);
  return true;
}
