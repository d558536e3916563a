/** Multilink frame relay (FRF.16.1): control messages between the ends of a bundle, and fragments. */

import type { PrintContext } from '../context';
import { flagNames, names } from '../text/names';
import { paddedText } from '../text/packet-text';
import { fragmentFlags, printFrameRelay } from './frame-relay';

const leastCaptured = 2;
const leastLength = 4;
const flagMask = 0xe0;
const controlFrame = 0xe0;
const wholePacket = 0xc0;
const firstFragment = 0x80;
const controlHeaderLength = 3;
const fragmentHeaderLength = 2;
const elementHeaderLength = 2;
const Element = { bundle: 1, link: 2, magicNumber: 3 } as const;
const longestName = 50;

const messageNames = names(() => ({
  1: 'Add Link',
  2: 'Add Link ACK',
  3: 'Add Link Reject',
  4: 'Hello',
  5: 'Hello ACK',
  6: 'Remove Link',
  7: 'Remove Link ACK',
}));
const elementNames = names(() => ({
  [Element.bundle]: 'Bundle ID',
  [Element.link]: 'Link ID',
  [Element.magicNumber]: 'Magic Number',
  5: 'Timestamp',
  6: 'Vendor Extension',
  7: 'Cause',
}));

export function printMfrLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { view } = context;
  context.protocol = 'mfr';
  if (!view.has(at, leastCaptured)) {
    context.truncated();
    context.headerLength = view.available(at);
    return;
  }
  context.headerLength = printMfr(context, at, length);
}

/** Returns how many bytes -x leaves out. */
export function printMfr(context: PrintContext, at: number, length: number): number {
  const { out, view } = context;
  context.protocol = 'mfr';
  if (length < leastLength) {
    context.tooShort('[length ', length, leastLength);
    return length;
  }
  if (!view.has(at, leastLength)) {
    context.truncated();
    return length;
  }
  const flags = view.u8(at) & flagMask;
  if (flags === controlFrame && view.u8(at + 1) === 0) return control(context, at, length);
  out.text('FRF.16 Frag, seq ');
  out.decimal(((view.u8(at) & 0x1e) << 7) | view.u8(at + 1));
  out.text(', Flags [');
  flagNames(out, fragmentFlags, flags);
  out.char(0x5d);
  if (flags === wholePacket || flags === firstFragment) {
    out.text(', ');
    context.headerLength = fragmentHeaderLength;
    printFrameRelay(context, at + fragmentHeaderLength, length - fragmentHeaderLength);
    return fragmentHeaderLength;
  }
  context.dumpPart('\n\t', at, length);
  return 0;
}

/** A link integrity control frame. */
function control(context: PrintContext, at: number, length: number): number {
  const { out, view } = context;
  const message = view.u8(at + 2);
  const name = messageNames.get(message);
  out.text('FRF.16 Control, Flags [');
  flagNames(out, fragmentFlags, controlFrame);
  out.text('], ');
  out.text(name ?? 'Unknown Message (0x');
  if (name === undefined) {
    out.hex8(message);
    out.char(0x29);
  }
  out.text(', length ');
  out.decimal(length);
  if (context.verbose === 0) return controlHeaderLength;
  const end = at + length;
  let from = at + controlHeaderLength;
  while (end - from > elementHeaderLength) {
    if (!view.has(from, elementHeaderLength)) {
      context.truncated();
      return length;
    }
    const type = view.u8(from);
    const size = view.u8(from + 1);
    out.text('\n\tIE ');
    out.text(elementNames.get(type) ?? 'Unknown');
    out.text(' (');
    out.decimal(type);
    out.text('), length ');
    out.decimal(size);
    out.text(': ');
    if (type === 0 || size <= elementHeaderLength) break;
    if (!view.has(from, size)) {
      context.truncated();
      return length;
    }
    element(context, type, from + elementHeaderLength, size - elementHeaderLength);
    from += size;
  }
  return controlHeaderLength;
}

function element(context: PrintContext, type: number, at: number, size: number): void {
  const { out, view } = context;
  if (type === Element.magicNumber) {
    if (size === 4) {
      out.text('0x');
      out.hex32(view.u32(at));
    } else {
      out.text('[IE data length ');
      out.decimal(size);
      out.text(' != 4]');
      context.invalid();
    }
  } else if (type === Element.bundle || type === Element.link) {
    paddedText(context, at, Math.min(size, longestName));
  } else if (context.verbose === 1) {
    context.dumpPart('\n\t  ', at, size);
  }
  if (context.verbose > 1) context.dumpPart('\n\t  ', at, size);
}
