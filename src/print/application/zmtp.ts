/** ZeroMQ Message Transport Protocol 1.0 (ZeroMQ RFC 13), in TCP (-T zmtp1) and in the data of PGM (-T pgm_zmtp1). */
import { TRUNCATED } from '../../decode/view';
import type { PrintContext } from '../context';
import { hexRows } from '../text/hex';
import { count } from '../text/phrase';
import { decimal64 } from '../text/wide';

/** A length of one byte of this value stands before one of eight. */
const longLength = 0xff;
const longLengthSize = 8;
const more = 0x01;
/** Where a datagram holds the middle of a message only (zmq_pgm(7)). */
const noMessageBegins = 0xffff;
const offsetLength = 2;
/** Of a frame's body shown at one -v; all of it at more. */
const shownBody = 128;

export function printZmtp(context: PrintContext, at: number, length: number): void {
  context.protocol = 'zmtp1';
  context.out.text(': ZMTP/1.0');
  frames(context, at, Math.min(context.view.end, at + length));
}

/** The data of one PGM packet: where the first message in it begins, the rest of the one before, frames. */
export function printZmtpDatagram(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'zmtp1';
  const said = view.u16(at);
  out.text('\n\t frame offset 0x');
  out.hex16(said);
  const rest = said === noMessageBegins ? Math.max(length - offsetLength, 0) : said;
  if (offsetLength + said > length && said !== noMessageBegins) {
    out.text(' (exceeds datagram declared length)');
    throw TRUNCATED;
  }
  const from = at + offsetLength;
  if (rest > 0) intermediatePart(context, from, rest);
  frames(context, from + rest, Math.min(view.end, at + length));
}

function intermediatePart(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const captured = view.available(at);
  count(out, '\n\t frame intermediate part, ', length, ' bytes');
  if (length > captured) count(out, ' (', captured, ' captured)');
  const shown = Math.min(length, captured, context.verbose > 1 ? length : shownBody);
  if (context.verbose === 0 || shown <= 1) return;
  bytes(context, at, shown, ' byte(s):');
}

function frames(context: PrintContext, at: number, end: number): void {
  for (let from = at; from < end; ) from = frame(context, from, end);
}

/** Returns where the next one begins. */
function frame(context: PrintContext, at: number, end: number): number {
  const { out, view } = context;
  const isLong = view.u8(at) === longLength;
  const headerLength = isLong ? 1 + longLengthSize : 1;
  if (isLong) {
    out.text('\n\t frame flags+body (64-bit) length');
    view.need(at, headerLength);
    out.char(0x20);
    decimal64(out, view, at + 1);
  } else {
    count(out, '\n\t frame flags+body  (8-bit) length ', view.u8(at));
  }
  const next = at + headerLength;
  const length = isLong ? view.u32(at + 1) * 2 ** 32 + view.u32(at + 5) : view.u8(at);
  if (length === 0) return next;
  const flags = view.u8(next);
  const captured = end - next;
  if (length > captured) count(out, ' (', captured, ' captured)');
  out.text(', flags 0x');
  out.hex8(flags);
  if (context.verbose > 0) body(context, next, flags, Math.min(length, captured));
  view.need(next, length);
  return next + length;
}

/** The flags by name, and the bytes behind them. */
function body(context: PrintContext, at: number, flags: number, length: number): void {
  const { out } = context;
  out.text(' (');
  for (let bit = 0x80; bit > more; bit >>= 1) out.text((flags & bit) !== 0 ? 'MBZ|' : '-|');
  out.text((flags & more) !== 0 ? 'MORE)' : '-)');
  const shown = Math.min(length - 1, context.verbose > 1 ? length : shownBody);
  if (shown <= 0) return;
  bytes(context, at + 1, shown, ' byte(s) of body:');
}

function bytes({ out, view }: PrintContext, at: number, length: number, title: string): void {
  count(out, ', first ', length, title);
  hexRows(out, view.bytes, at, length, true, '\n\t ');
}
