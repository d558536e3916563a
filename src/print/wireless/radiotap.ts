/** Radiotap (https://www.radiotap.org): what the radio knew of a frame, as a chain of bit masks and aligned fields. */
import type { PrintContext } from '../context';
import { printRadiotapField, RadiotapField, radiotapState } from './radiotap-field';
import { printWlan } from './wlan';

const fixedLength = 8;
const maskLength = 4;
const firstMaskAt = 4;
/** Bits that mean the same in every mask. */
const namespaceBit = 0x20000000;
const vendorBit = 0x40000000;
const extensionBit = 0x80000000 | 0;
const FrameFlag = { check: 0x10, padded: 0x20 } as const;
const checkLength = 4;
/** Organization, subspace and length of a vendor's own fields. */
const vendorHeaderLength = 6;

export function printRadiotapLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  context.headerLength = printRadiotap(context, at, length);
}

/** Returns the length of this header and of the frame's. */
function printRadiotap(context: PrintContext, at: number, length: number): number {
  const { view } = context;
  context.protocol = '802.11_radio';
  const captured = view.available(at);
  if (captured < fixedLength) {
    context.truncated();
    return captured;
  }
  const size = view.u16LE(at + 2);
  const fieldsAt = endOfMasks(context, at, size);
  if (size < fixedLength || captured < size || fieldsAt > at + size) {
    context.truncated();
    return captured;
  }
  radiotapState.start(at, fieldsAt, at + size);
  masks(context, at, fieldsAt);
  const { flags } = radiotapState;
  const check = (flags & FrameFlag.check) !== 0 ? checkLength : 0;
  return size + printWlan(context, at + size, length - size, check, (flags & FrameFlag.padded) !== 0);
}

function endOfMasks(context: PrintContext, at: number, size: number): number {
  const { view } = context;
  let mask = at + firstMaskAt;
  while (mask + maskLength <= at + size && view.has(mask, maskLength) && (view.u32LE(mask) & extensionBit) !== 0) {
    mask += maskLength;
  }
  return mask + maskLength;
}

function masks(context: PrintContext, at: number, end: number): void {
  const { view } = context;
  let firstBit = 0;
  let vendor = false;
  let skip = 0;
  for (let from = at + firstMaskAt; from < end; from += maskLength) {
    const mask = view.u32LE(from);
    if (vendor) {
      if (!radiotapState.skip(skip)) return;
      skip = 0;
    } else if (!fields(context, mask, firstBit)) {
      return;
    }
    const change = mask & (namespaceBit | vendorBit);
    if (change === 0) {
      firstBit += 32;
    } else if (change === namespaceBit) {
      firstBit = 0;
      vendor = false;
    } else if (change === vendorBit) {
      firstBit = 0;
      vendor = true;
      skip = vendorLength(context);
    }
  }
}

function vendorLength(context: PrintContext): number {
  const from = radiotapState.take(2, vendorHeaderLength);
  if (from >= 0) return context.view.u16LE(from + 4);
  context.truncated();
  return 0;
}

/** false: a field is cut off or its size is not known, so nothing behind it can be found. */
function fields(context: PrintContext, mask: number, firstBit: number): boolean {
  for (let bit = 0; bit < RadiotapField.namespace; bit++) {
    if ((mask & (1 << bit)) === 0) continue;
    if (!printRadiotapField(context, firstBit + bit, mask)) return false;
  }
  return true;
}
