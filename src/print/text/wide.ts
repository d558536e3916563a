/** Numbers of 64 bits, and octal ones: no protocol of the first layers has them. */
import type { ByteView } from '../../decode/view';
import type { LineWriter } from './line-writer';

const limbs = 4;
const billion = 1_000_000_000;
const limb = new Uint16Array(limbs);

/** An unsigned 64-bit number in decimal. */
export function decimal64(out: LineWriter, view: ByteView, at: number): void {
  const high = view.u32(at);
  const low = view.u32(at + 4);
  if (high < 0x200000) {
    out.decimal(high * 0x1_0000_0000 + low);
    return;
  }
  for (let i = 0; i < limbs; i++) limb[i] = view.u16(at + 2 * i);
  const last = divideByBillion();
  const middle = divideByBillion();
  if (limb[3] !== 0) {
    out.decimal(limb[3]);
    out.padded(middle, 9);
  } else {
    out.decimal(middle);
  }
  out.padded(last, 9);
}

/** Divides the number in `limb` in place; returns the remainder. */
function divideByBillion(): number {
  let rest = 0;
  for (let i = 0; i < limbs; i++) {
    const value = rest * 0x10000 + limb[i];
    limb[i] = Math.floor(value / billion);
    rest = value % billion;
  }
  return rest;
}

/** A signed 64-bit number in decimal. */
export function signed64(out: LineWriter, view: ByteView, at: number): void {
  const high = view.i32(at);
  if (high >= 0) {
    decimal64(out, view, at);
    return;
  }
  const low = view.u32(at + 4);
  const value = high * 0x1_0000_0000 + low;
  if (Number.isSafeInteger(value)) {
    out.char(0x2d);
    out.decimal(-value);
  } else {
    out.text(BigInt.asIntN(64, view.u64(at)).toString());
  }
}

/** 64 bits in hexadecimal without leading zeros. */
export function hex64(out: LineWriter, view: ByteView, at: number): void {
  const high = view.u32(at);
  const low = view.u32(at + 4);
  if (high === 0) {
    out.hex(low);
    return;
  }
  out.hex(high);
  out.hex32(low);
}

/** A 32-bit number in octal. */
export function octal(out: LineWriter, value: number): void {
  let shift = 30;
  while (shift > 0 && value >>> shift === 0) shift -= 3;
  for (; shift >= 0; shift -= 3) out.char(0x30 + ((value >>> shift) & 7));
}
