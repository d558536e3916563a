/**
 * Characters into memory, several at a time. Each function writes at `at` and returns where the next character goes; up
 * to seven bytes behind that may be overwritten, so there has to be room for them.
 */
import {
  dottedLengths,
  dottedOctets,
  following,
  groupDigits,
  groupLimit,
  hexDigits,
  hexPairs,
  leading,
} from './digits';
import type { FixedText } from './fixed-text';

const million = 1_000_000;
const billion = 1_000_000_000;

export function putText(data: DataView, at: number, text: FixedText): number {
  const { eights } = text;
  for (let i = 0; i < eights.length; i++) data.setFloat64(at + 8 * i, eights[i], true);
  return at + text.length;
}

/** The four bytes from `from` on as a dotted IPv4 address. */
export function putDotted(data: DataView, at: number, octets: Uint8Array, from: number): number {
  const first = octets[from];
  const second = octets[from + 1];
  const third = octets[from + 2];
  const fourth = octets[from + 3];
  let next = at;
  data.setUint32(next, dottedOctets[first], true);
  next += dottedLengths[first];
  data.setUint32(next, dottedOctets[second], true);
  next += dottedLengths[second];
  data.setUint32(next, dottedOctets[third], true);
  next += dottedLengths[third];
  data.setUint32(next, dottedOctets[fourth], true);
  return next + dottedLengths[fourth] - 1;
}

/** 0..2^53 in decimal. */
export function putDecimal(data: DataView, at: number, value: number): number {
  if (value < groupLimit) return putLeading(data, at, value);
  if (value < million) {
    const thousands = (value / groupLimit) | 0;
    const next = putLeading(data, at, thousands);
    data.setUint32(next, following[value - thousands * groupLimit], true);
    return next + groupDigits;
  }
  return putLong(data, at, value);
}

/** A million or more. */
function putLong(data: DataView, at: number, value: number): number {
  if (value < billion) {
    const millions = (value / million) | 0;
    return putSix(data, putLeading(data, at, millions), value - millions * million);
  }
  const billions = Math.floor(value / billion);
  return putNine(data, putDecimal(data, at, billions), value - billions * billion);
}

/** The 32 bits of `value` as an unsigned number: what a bitwise operation gave needs no `>>> 0` first. */
export function putDecimal32(data: DataView, at: number, value: number): number {
  if (value >= 0) return putDecimal(data, at, value);
  const millions = ((value >>> 0) / million) >>> 0;
  return putSix(data, putDecimal(data, at, millions), (value - Math.imul(millions, million)) | 0);
}

/** 0..999 without leading zeros. */
function putLeading(data: DataView, at: number, value: number): number {
  const characters = leading[value];
  data.setUint32(at, characters, true);
  return at + (characters >>> 24);
}

/** 0..999999 in exactly six digits. */
export function putSix(data: DataView, at: number, value: number): number {
  const thousands = (value / groupLimit) | 0;
  data.setUint32(at, following[thousands], true);
  data.setUint32(at + groupDigits, following[value - thousands * groupLimit], true);
  return at + 2 * groupDigits;
}

/** 0..999999999 in exactly nine digits. */
export function putNine(data: DataView, at: number, value: number): number {
  const millions = (value / million) | 0;
  data.setUint32(at, following[millions], true);
  return putSix(data, at + groupDigits, value - millions * million);
}

/** 0..255 in hexadecimal without a leading zero. */
export function putHex(data: DataView, at: number, value: number): number {
  let next = at;
  if (value > 15) data.setUint8(next++, hexDigits[value >> 4]);
  data.setUint8(next, hexDigits[value & 15]);
  return next + 1;
}

/** 0..255 in two hexadecimal digits. */
function putHex8(data: DataView, at: number, value: number): number {
  data.setUint8(at, hexPairs[2 * value]);
  data.setUint8(at + 1, hexPairs[2 * value + 1]);
  return at + 2;
}

/** 0..65535 in hexadecimal without leading zeros. */
export function putHexShort(data: DataView, at: number, value: number): number {
  return value > 0xff ? putHex8(data, putHex(data, at, value >>> 8), value & 0xff) : putHex(data, at, value);
}
