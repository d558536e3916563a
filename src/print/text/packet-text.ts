/** Text of a packet, every byte that a terminal might act upon in caret notation. */
import type { PrintContext } from '../context';
import type { LineWriter } from './line-writer';

/** All `count` bytes. */
export function packetText(context: PrintContext, at: number, count: number): void {
  const { out, view } = context;
  out.reserve(4 * Math.min(count, view.available(at)));
  for (let i = 0; i < count; i++) out.caret(view.u8(at + i));
}

/** Up to the first zero byte, `count` bytes at most. */
export function paddedText(context: PrintContext, at: number, count: number): void {
  const { out, view } = context;
  out.reserve(4 * Math.min(count, view.available(at)));
  for (let i = 0; i < count; i++) {
    const byte = view.u8(at + i);
    if (byte === 0) return;
    out.caret(byte);
  }
}

/** `count` bytes in hexadecimal, nothing between them. */
export function packetHex(context: PrintContext, at: number, count: number): void {
  const { out, view } = context;
  out.reserve(2 * Math.min(count, view.available(at)));
  for (let i = 0; i < count; i++) out.hex8(view.u8(at + i));
}

/** The same with digits in upper case. */
export function packetUpperHex(context: PrintContext, at: number, count: number): void {
  const { out, view } = context;
  out.reserve(2 * Math.min(count, view.available(at)));
  for (let i = 0; i < count; i++) upperHex8(out, view.u8(at + i));
}

/** A byte in two hexadecimal digits in upper case. */
export function upperHex8(out: LineWriter, byte: number): void {
  upperDigit(out, byte >>> 4);
  upperDigit(out, byte & 15);
}

function upperDigit(out: LineWriter, digit: number): void {
  out.char(digit < 10 ? 0x30 + digit : 0x37 + digit);
}
