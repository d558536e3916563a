/** Redis serialization protocol (https://redis.io/docs/reference/protocol-spec/). */
import type { PrintContext } from './context';

const Type = { simple: 0x2b, error: 0x2d, integer: 0x3a, bulk: 0x24, array: 0x2a } as const;
const CR = 0x0d;
const LF = 0x0a;

/** Where parsing stands; the functions below move it. */
let at = 0;
let end = 0;

export function printResp(context: PrintContext, start: number, length: number): void {
  const { out } = context;
  context.protocol = 'resp';
  out.text(': RESP');
  at = start;
  end = start + length;
  while (at < end) {
    const byte = context.view.u8(at);
    if (byte === CR || byte === LF) at++;
    else if (!element(context)) return;
  }
}

/** false: invalid or cut, and that has been said. */
function element(context: PrintContext): boolean {
  const { view } = context;
  const type = view.u8(at);
  switch (type) {
    case Type.simple:
    case Type.error:
    case Type.integer:
      at++;
      return textLine(context);
    case Type.bulk:
      return bulk(context);
    case Type.array:
      return array(context);
    default:
      return textLine(context);
  }
}

/** End of the line from `at` on, or -1 where there is none; CR LF must follow. */
function lineEnd(context: PrintContext): number {
  const { view } = context;
  for (let i = at; i + 1 < end; i++) {
    if (view.u8(i) === CR && view.u8(i + 1) === LF) return i;
  }
  return -1;
}

function quoted(context: PrintContext, from: number, to: number): void {
  const { out, view } = context;
  out.reserve(4 * (to - from));
  for (let i = from; i < to; i++) out.caret(view.u8(i));
}

function textLine(context: PrintContext): boolean {
  const stop = lineEnd(context);
  if (stop < 0) {
    context.truncated();
    return false;
  }
  context.out.text(' "');
  quoted(context, at, stop);
  context.out.char(0x22);
  at = stop + 2;
  return true;
}

/** A number and CR LF; undefined where it is none. */
function number(context: PrintContext): number | undefined {
  const { view } = context;
  at++;
  let negative = false;
  if (view.u8(at) === 0x2d) {
    negative = true;
    at++;
  }
  let value = 0;
  let digits = 0;
  for (; ; at++, digits++) {
    const byte = view.u8(at);
    if (byte < 0x30 || byte > 0x39) break;
    value = value * 10 + byte - 0x30;
  }
  if (digits === 0 || view.u8(at) !== CR || view.u8(at + 1) !== LF) return undefined;
  at += 2;
  return negative ? -value : value;
}

function bulk(context: PrintContext): boolean {
  const { out, view } = context;
  const size = number(context);
  if (size === undefined) {
    context.invalid();
    return false;
  }
  if (size === 0) {
    out.text(' (empty)');
  } else if (size < 0) {
    out.text(' (null)');
    return true;
  } else {
    if (at + size > end) {
      context.truncated();
      return false;
    }
    view.need(at, size);
    out.text(' "');
    quoted(context, at, at + size);
    out.char(0x22);
    at += size;
  }
  if (view.u8(at) !== CR || view.u8(at + 1) !== LF) {
    context.invalid();
    return false;
  }
  at += 2;
  return true;
}

function array(context: PrintContext): boolean {
  const { out } = context;
  const count = number(context);
  if (count === undefined) {
    context.invalid();
    return false;
  }
  if (count === 0) out.text(' empty');
  else if (count < 0) out.text(' null');
  for (let i = 0; i < count; i++) {
    if (at >= end) {
      context.truncated();
      return false;
    }
    if (!element(context)) return false;
  }
  return true;
}
