/** Signalling of frame relay links (ITU-T Q.933 Annex A, ANSI T1.617 Annex D), in messages of ITU-T Q.931. */

import type { PrintContext } from '../context';
import { names } from '../text/names';
import { packetHex } from '../text/packet-text';
import { count } from '../text/phrase';

const callReferenceMask = 0x0f;
const messageNames = names(() => ({
  0x00: 'ESC to National',
  0x01: 'Alert',
  0x02: 'Call proceeding',
  0x03: 'Progress',
  0x05: 'Setup',
  0x07: 'Connect',
  0x0f: 'Connect ACK',
  0x45: 'Disconnect',
  0x46: 'Restart',
  0x4d: 'Release',
  0x4e: 'Restart ACK',
  0x5a: 'Release Complete',
  0x75: 'Status Enquiry',
  0x7d: 'Status Reply',
}));

const elementNames = names(() => ({
  0x01: 'ANSI Report Type',
  0x03: 'ANSI Link Verify',
  0x07: 'ANSI PVC Status',
  0x19: 'ANSI Link Verify',
  0x51: 'CCITT Report Type',
  0x53: 'CCITT Link Verify',
  0x57: 'CCITT PVC Status',
}));
const reportNames = names(() => ({ 0: 'Full Status', 1: 'Link verify', 2: 'Async PVC Status' }));

const singleOctet = 0x80;
const shiftMask = 0xf0;
const shiftValue = 0x90;
const nonLocking = 0x08;
const codesetMask = 0x07;
/** National variants; what ANSI's annex uses. */
const national = 5;

/** Where the first shift leaves the reader: the codeset of the next elements, and the one that comes back after one. */
let codeset = 0;
/** 0: none. 1: a shift is in force for the next element. 2: for this one. */
let temporary: 0 | 1 | 2 = 0;
let codesetAfter = 0;

export function printQ933(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'q.933';
  if (!context.linkLevel) out.text('Q.933');
  const end = at + length;
  const captured = Math.min(end, view.end);
  const referenceLength = captured > at ? view.u8(at) & callReferenceMask : 0;
  const referenceAt = at + 1;
  const messageAt = referenceAt + referenceLength;
  let from = messageAt + 1;
  if (messageAt >= captured || (from < end && from >= captured)) {
    out.text(context.linkLevel ? 'length ' : ', length ');
    out.decimal(length);
    context.truncated();
    return;
  }
  codeset = 0;
  temporary = 0;
  codesetAfter = 0;
  let ansi = false;
  const shift = from < end ? view.u8(from) : 0;
  if ((shift & shiftMask) === shiftValue) {
    from++;
    codeset = shift & codesetMask;
    if ((shift & nonLocking) === 0) ansi = codeset === national;
    else temporary = 1;
  }
  if (!context.linkLevel) out.text(', ');
  out.text(ansi ? 'ANSI, codeset ' : 'CCITT, codeset ');
  out.decimal(codeset);
  if (referenceLength > 1 || (referenceLength === 1 && view.u8(from) !== 0)) {
    out.text(', Call Ref: 0x');
    packetHex(context, referenceAt, referenceLength);
  }
  message(context, view.u8(messageAt), length);
  if (elements(context, from, end, length) && context.verbose === 0) count(context.out, ', length ', length);
}

function message(context: PrintContext, type: number, length: number): void {
  const { out } = context;
  const name = messageNames.get(type);
  out.text(', ');
  out.text(name ?? 'unknown message');
  if (context.verbose > 0) {
    out.text(' (0x');
    out.hex8(type);
    out.char(0x29);
    count(context.out, ', length ', length);
  } else if (name === undefined) {
    out.text(' 0x');
    out.hex8(type);
  }
}

/** false: they end before they should, and the length of the message is not to be told any more. */
function elements(context: PrintContext, at: number, end: number, length: number): boolean {
  const { view } = context;
  let from = at;
  while (from < end) {
    if (temporary === 1) {
      temporary = 2;
    } else if (temporary === 2) {
      codeset = codesetAfter;
      temporary = 0;
    }
    if (!view.has(from, 1)) return cut(context, length);
    const code = view.u8(from++);
    if ((code & singleOctet) !== 0) {
      if ((code & shiftMask) === shiftValue) takeShift(code);
      continue;
    }
    if (from >= end || !view.has(from, 1)) return cut(context, length);
    const size = view.u8(from++);
    if (context.verbose > 0) elementHeader(context, code, size);
    if (code === 0 || size === 0) return false;
    if (end - from < size || !view.has(from, size)) return cut(context, length);
    const known = (codeset === 0 || codeset === national) && element(context, code, from, size);
    if (known && context.verbose > 1) context.dumpPart('\n\t  ', from, size);
    if (!known && context.verbose > 0) context.dumpPart('\n\t', from, size);
    from += size;
  }
  return true;
}

function takeShift(code: number): void {
  if ((code & nonLocking) === 0) {
    temporary = 0;
  } else {
    temporary = 1;
    codesetAfter = codeset;
  }
  codeset = code & codesetMask;
}

function cut(context: PrintContext, length: number): boolean {
  if (context.verbose === 0) count(context.out, ', length ', length);
  context.truncated();
  return false;
}

function elementHeader(context: PrintContext, code: number, size: number): void {
  const { out } = context;
  const known = codeset === 0 || codeset === national;
  out.text('\n\t');
  out.text((known ? elementNames.get(code) : undefined) ?? 'unknown');
  out.text(' IE (0x');
  out.hex8(code);
  out.text('), length ');
  out.decimal(size);
  out.text(': ');
}

/** false: nobody knows the element. At the default level the next after another is set off by a comma. */
function element(context: PrintContext, code: number, at: number, size: number): boolean {
  const { out, view } = context;
  switch (code) {
    case 0x01:
    case 0x51:
      if (context.verbose > 0) {
        const type = view.u8(at);
        out.text(reportNames.get(type) ?? 'unknown');
        out.text(' (');
        out.decimal(type);
        out.char(0x29);
      }
      return true;
    case 0x03:
    case 0x19:
    case 0x53:
      if (context.verbose === 0) out.text(', ');
      if (size < 2) {
        out.text('Invalid LINK VERIFY IE');
        return true;
      }
      out.text('TX Seq: ');
      out.decimalWide(view.u8(at), 3);
      out.text(', RX Seq: ');
      out.decimalWide(view.u8(at + 1), 3);
      return true;
    case 0x07:
    case 0x57:
      if (context.verbose === 0) out.text(', ');
      circuitStatus(context, at, size);
      return true;
    default:
      return false;
  }
}

/** The identifier in two to four bytes, of which only the last has its high bit set, and a byte of status. */
function circuitStatus(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  let valid = size >= 3 && size <= 5 && (view.u8(at + size - 1) & singleOctet) !== 0;
  for (let i = 0; valid && i < size - 1; i++) {
    const last = (view.u8(at + i) & singleOctet) !== 0;
    valid = last === (i === size - 2);
  }
  if (!valid) {
    out.text('Invalid DLCI in PVC STATUS IE');
    return;
  }
  let dlci = ((view.u8(at) & 0x3f) << 4) | ((view.u8(at + 1) & 0x78) >>> 3);
  if (size === 4) dlci = (dlci << 6) | ((view.u8(at + 2) & 0x7e) >>> 1);
  else if (size === 5) dlci = (dlci << 13) | (view.u8(at + 2) & 0x7f) | ((view.u8(at + 3) & 0x7e) >>> 1);
  const status = view.u8(at + size - 1);
  out.text('DLCI ');
  out.decimal(dlci);
  out.text(': status ');
  if ((status & 0x08) !== 0) out.text('New, ');
  out.text((status & 0x02) !== 0 ? 'Active' : 'Inactive');
}
