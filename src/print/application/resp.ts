/** Redis serialization protocol, version 2 (https://redis.io/docs/reference/protocol-spec/). */
import type { PrintContext } from '../context';

const Type = { simple: 0x2b, error: 0x2d, integer: 0x3a, bulk: 0x24, array: 0x2a } as const;
const CR = 0x0d;
const LF = 0x0a;
const largestLength = 0x7fffffff;

/** What stands for a length that is none; -1 itself is the protocol's null. */
const Length = { cut: -2, tooLarge: -3, negative: -4, invalid: -5 } as const;

/** Where parsing stands; the functions below move it. */
let at = 0;
let end = 0;
/** Elements that arrays seen so far still want. One number does for all depths, so nothing recurses. */
let wanted = 0;

export function printResp(context: PrintContext, start: number, length: number): void {
  context.protocol = 'resp';
  context.out.text(': RESP');
  at = start;
  end = start + length;
  wanted = 0;
  while (at < end) {
    if (wanted > 0) wanted--;
    if (!element(context)) {
      context.truncated();
      return;
    }
  }
  if (wanted > 0) context.truncated();
}

/** false: the data ends inside it. */
function element(context: PrintContext): boolean {
  switch (context.view.u8(at)) {
    case Type.simple:
    case Type.error:
    case Type.integer:
      at++;
      return line(context);
    case Type.bulk:
      at++;
      return bulk(context);
    case Type.array:
      at++;
      return array(context);
    default:
      return inline(context);
  }
}

function quoted(context: PrintContext, from: number, to: number): void {
  const { out, view } = context;
  out.reserve(4 * (to - from) + 3);
  out.text(' "');
  for (let i = from; i < to; i++) out.caret(view.u8(i));
  out.char(0x22);
}

/** The next CR LF from `at` on; -1: there is none. */
function lineEnd(context: PrintContext): number {
  const { view } = context;
  for (let i = at; i + 2 <= end; i++) {
    if (!view.has(i, 2)) return -1;
    if (view.u8(i) === CR && view.u8(i + 1) === LF) return i;
  }
  return -1;
}

function line(context: PrintContext): boolean {
  const stop = lineEnd(context);
  if (stop < 0) return false;
  quoted(context, at, stop);
  at = stop + 2;
  return true;
}

/** Words as a person types them, ended by CR, LF or both. */
function inline(context: PrintContext): boolean {
  const { view } = context;
  skipLineEnds(context);
  let stop = at;
  for (; stop < end; stop++) {
    const byte = view.u8(stop);
    if (byte === CR || byte === LF) break;
  }
  if (stop === end) return false;
  quoted(context, at, stop);
  at = stop;
  skipLineEnds(context);
  return true;
}

function skipLineEnds(context: PrintContext): void {
  const { view } = context;
  while (at < end && view.has(at, 1) && (view.u8(at) === CR || view.u8(at) === LF)) at++;
}

/** Decimal digits and CR LF; moves past what it has read. */
function lengthOf(context: PrintContext): number {
  const { view } = context;
  if (at >= end) return Length.cut;
  const negative = view.u8(at) === 0x2d;
  if (negative) at++;
  let value = 0;
  const first = at;
  for (; ; at++) {
    if (at >= end) return Length.cut;
    const byte = view.u8(at);
    if (byte < 0x30 || byte > 0x39) break;
    if (value <= largestLength) value = value * 10 + byte - 0x30;
  }
  if (at === first || view.u8(at) !== CR) {
    at++;
    return Length.invalid;
  }
  at++;
  if (at >= end) return Length.cut;
  if (view.u8(at++) !== LF) return Length.invalid;
  if (negative) return value === 1 ? -1 : Length.negative;
  return value > largestLength ? Length.tooLarge : value;
}

/** Null and what is no length; false: the data ends inside it. */
function noLength(context: PrintContext, length: number): boolean {
  const { out } = context;
  if (length === Length.cut) return false;
  if (length === -1) out.text(' null');
  else if (length === Length.tooLarge) out.text(' length too large');
  else if (length === Length.negative) out.text(' length negative and not -1');
  else out.text(' invalid');
  return true;
}

function bulk(context: PrintContext): boolean {
  const size = lengthOf(context);
  if (size < 0) return noLength(context, size);
  if (size === 0) {
    context.out.text(' empty');
  } else {
    if (at + size > end || !context.view.has(at, size)) return false;
    quoted(context, at, at + size);
    at += size;
  }
  const stop = lineEnd(context);
  if (stop < 0) return false;
  at = stop + 2;
  return true;
}

function array(context: PrintContext): boolean {
  const count = lengthOf(context);
  if (count < 0) return noLength(context, count);
  if (count === 0) context.out.text(' empty');
  wanted += count;
  return true;
}
