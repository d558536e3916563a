/** Header information elements of IEEE 802.15.4-2015, 7.4.2. What they hold is told at -vvvv, as bytes before. */
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { printPanDescriptor } from './wpan-pan-descriptor';
import { bits, elementData, vendorData } from './wpan-text';

const lengthMask = 0x7f;
const largestIdentifier = 0x7f;
const Element = {
  vendor: 0x00,
  sampledListening: 0x1a,
  initiatedTransmission: 0x1b,
  panDescriptor: 0x1c,
  rendezvousTime: 0x1d,
  timeCorrection: 0x1e,
  extendedPanDescriptor: 0x21,
  endBeforePayloadElements: 0x7e,
  endBeforePayload: 0x7f,
} as const;
const elementNames = names(() => ({
  [Element.vendor]: 'Vendor Specific Header IE',
  [Element.sampledListening]: 'LE CSL IE',
  [Element.initiatedTransmission]: 'LE RIT IE',
  [Element.panDescriptor]: 'DSME PAN descriptor IE',
  [Element.rendezvousTime]: 'Rendezvous Time IE',
  [Element.timeCorrection]: 'Time Correction IE',
  [Element.extendedPanDescriptor]: 'Extended DSME PAN descriptor IE',
  0x22: 'Fragment Sequence Context Description IE',
  0x23: 'Simplified Superframe Specification IE',
  0x24: 'Simplified GTS Specification IE',
  0x25: 'LECIM Capabilities IE',
  0x26: 'TRLE Descriptor IE',
  0x27: 'RCC Capabilities IE',
  0x28: 'RCCN Descriptor IE',
  0x29: 'Global Time IE',
  0x2a: 'Omnibus Header IE',
  0x2b: 'DA IE',
  [Element.endBeforePayloadElements]: 'Header Termination 1 IE',
  [Element.endBeforePayload]: 'Header Termination 2 IE',
}));

/** Of the list that was printed last. */
export const headerElements = { goOnInPayload: false };

/** Returns where the list ends; -1: beyond the frame. */
export function printWpanHeaderElements(context: PrintContext, at: number, end: number): number {
  const { out, view } = context;
  headerElements.goOnInPayload = false;
  let from = at;
  do {
    if (end - from < 2) {
      out.text('[ERROR: Truncated header IE]');
      return -1;
    }
    const header = view.u16LE(from);
    const length = header & lengthMask;
    const identifier = (header >>> 7) & 0xff;
    if (bits(header, 15)) out.text('[ERROR: Header IE with type 1] ');
    title(context, identifier, length);
    from += 2;
    const next = from + length;
    if (next > end) {
      out.text('[ERROR: Truncated IE data]');
      return -1;
    }
    if (length > 0 && context.verbose > 3) element(context, identifier, from, next);
    else if (length > 0) elementData(context, from, next);
    out.text('] ');
    from = next;
    headerElements.goOnInPayload = identifier === Element.endBeforePayloadElements;
    if (headerElements.goOnInPayload || identifier === Element.endBeforePayload) break;
  } while (from < end);
  return from;
}

function title(context: PrintContext, identifier: number, length: number): void {
  const { out } = context;
  if (identifier > largestIdentifier) {
    out.text('Reserved Element ID ');
    out.hex8(identifier);
    out.text(', length = ');
    out.decimal(length);
    out.char(0x20);
    return;
  }
  const name = elementNames.get(identifier);
  out.text('\n\t');
  out.text(name ?? 'Reserved 0x');
  if (name === undefined) out.hex8(identifier);
  out.text(' [');
  if (length === 0) return;
  out.text(' length = ');
  out.decimal(length);
  out.text(', ');
}

function element(context: PrintContext, identifier: number, at: number, end: number): void {
  switch (identifier) {
    case Element.vendor:
      vendorData(context, at, end);
      return;
    case Element.sampledListening:
      sampledListening(context, at, end - at);
      return;
    case Element.initiatedTransmission:
      initiatedTransmission(context, at, end - at);
      return;
    case Element.panDescriptor:
    case Element.extendedPanDescriptor:
      printPanDescriptor(context, at, end, identifier === Element.extendedPanDescriptor);
      return;
    case Element.rendezvousTime:
      rendezvousTime(context, at, end - at);
      return;
    case Element.timeCorrection:
      timeCorrection(context, at, end - at);
      return;
    default:
      elementData(context, at, end);
  }
}

function sampledListening(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < 4) {
    out.text('[ERROR: Truncated CSL IE]');
    return;
  }
  out.text('CSL Phase = ');
  out.decimal(view.u16LE(at));
  out.text(', CSL Period = ');
  out.decimal(view.u16LE(at + 2));
  if (length >= 6) {
    out.text(', Rendezvous time = ');
    out.decimal(view.u16LE(at + 4));
  }
  if (length !== 4 && length !== 6) out.text(' [ERROR: CSL IE length wrong]');
}

function initiatedTransmission(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < 4) {
    out.text('[ERROR: Truncated RIT IE]');
    return;
  }
  out.text('Time to First Listen = ');
  out.decimal(view.u8(at));
  out.text(', # of Repeat Listen = ');
  out.decimal(view.u8(at + 1));
  out.text(', Repeat Listen Interval = ');
  out.decimal(view.u16LE(at + 2));
}

function rendezvousTime(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length !== 4) {
    out.text('[ERROR: Length != 2]');
    return;
  }
  out.text('Rendezvous time = ');
  out.decimal(view.u16LE(at));
  out.text(', Wake-up Interval = ');
  out.decimal(view.u16LE(at + 2));
}

/** Twelve bits with a sign; the highest bit of the field makes an acknowledgement a negative one. */
function timeCorrection(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length !== 2) {
    out.text('[ERROR: Length != 2]');
    return;
  }
  const value = view.u16LE(at);
  if (bits(value, 15)) out.text('Negative ');
  out.text('Ack time correction = ');
  out.signed((value << 20) >> 20);
  out.text(', ');
}
