/** Payload information elements of IEEE 802.15.4-2015, 7.4.3, and the multiplexed one of IEEE 802.15.9. */
import type { PrintContext } from '../context';
import { printWpanManagement } from './wpan-management-elements';
import { bits, elementData, hexList, vendorData } from './wpan-text';

const lengthMask = 0x3ff;
const Group = { management: 1, vendor: 2, multiplexed: 3, ietf: 5, end: 15 } as const;
const groupNames = [
  'ESDU IE',
  'MLME IE',
  'Vendor Specific Nested IE',
  'Multiplexed IE (802.15.9)',
  'Omnibus Payload Group IE',
  'IETF IE',
];

const Transfer = { whole: 0, wholeSmall: 1, fragment: 2, lastFragment: 4, abort: 6 } as const;

/** Returns where the list ends; -1: beyond the frame. */
export function printWpanPayloadElements(context: PrintContext, at: number, end: number): number {
  const { out, view } = context;
  let from = at;
  let group = 0;
  do {
    if (end - from < 2) {
      out.text('[ERROR: Truncated header IE]');
      return -1;
    }
    const header = view.u16LE(from);
    const length = header & lengthMask;
    group = (header >>> 11) & 0x0f;
    if (!bits(header, 15)) out.text('[ERROR: Payload IE with type 0] ');
    title(context, group, length);
    from += 2;
    const next = from + length;
    if (next > end) {
      out.text('[ERROR: Truncated IE data]');
      return -1;
    }
    if (length > 0 && context.verbose > 3) element(context, group, from, next);
    else if (length > 0) elementData(context, from, next);
    out.text(']\n\t');
    from = next;
  } while (group !== Group.end && from < end);
  return from;
}

function title(context: PrintContext, group: number, length: number): void {
  const { out } = context;
  const name = group === Group.end ? 'List termination' : groupNames[group];
  out.text('\n\t');
  out.text(name ?? 'Reserved 0x');
  if (name === undefined) out.hex8(group);
  out.text(' [');
  if (length === 0) return;
  out.text(' length = ');
  out.decimal(length);
  out.text(', ');
}

function element(context: PrintContext, group: number, at: number, end: number): void {
  const { out, view } = context;
  switch (group) {
    case Group.management:
      printWpanManagement(context, at, end);
      return;
    case Group.vendor:
      vendorData(context, at, end);
      return;
    case Group.multiplexed:
      multiplexed(context, at, end);
      return;
    case Group.ietf:
      out.text('Subtype ID = 0x');
      out.hex8(view.u8(at));
      out.text(', Subtype content = ');
      hexList(context, at + 1, end);
      return;
    default:
      elementData(context, at, end);
  }
}

/** A frame of a higher layer, or a fragment of one. */
function multiplexed(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  const transfer = view.u8(at) & 7;
  const transaction = view.u8(at) >>> 3;
  let data = -1;
  switch (transfer) {
    case Transfer.whole:
    case Transfer.wholeSmall:
      data = wholeFrame(context, transfer, transaction, at, end);
      break;
    case Transfer.fragment:
    case Transfer.lastFragment:
      data = fragment(context, transfer, transaction, at, end);
      break;
    case Transfer.abort:
      abort(context, transaction, at, end);
      break;
    default:
      out.text('Type = ');
      out.decimal(transfer);
      out.text(' (Reserved), tid = 0x');
      out.hex8(transaction);
      out.text(', ');
      data = at + 1;
  }
  if (data < 0) return;
  out.text('Upper layer data = ');
  hexList(context, data, end);
}

/** These return where the data begins; -1: the element ends before. */
function wholeFrame(context: PrintContext, transfer: number, transaction: number, at: number, end: number): number {
  const { out, view } = context;
  out.text('Type = Full upper layer fragment');
  if (transfer === Transfer.wholeSmall) {
    out.text(' with small Multiplex ID, Multiplex ID = 0x');
    out.hex16(transaction);
    out.text(', ');
    return at + 1;
  }
  out.text(', ');
  if (end - at < 3) {
    out.text('[ERROR: Multiplex ID missing]');
    return -1;
  }
  out.text('tid = 0x');
  out.hex8(transaction);
  out.text(', Multiplex ID = 0x');
  out.hex16(view.u16LE(at + 1));
  out.text(', ');
  return at + 3;
}

function fragment(context: PrintContext, transfer: number, transaction: number, at: number, end: number): number {
  const { out, view } = context;
  if (end - at < 2) {
    out.text('[ERROR: fragment number missing]');
    return -1;
  }
  const number = view.u8(at + 1);
  if (transfer === Transfer.lastFragment) out.text('Type = Last fragment');
  else out.text(number === 0 ? 'Type = First fragment' : 'Type = Middle fragment');
  out.text(', tid = 0x');
  out.hex8(transaction);
  out.text(', fragment = 0x');
  out.hex8(number);
  out.text(', ');
  if (number !== 0) return at + 2;
  if (end - at < 6) {
    out.text('[ERROR: Total upper layer size or multiplex ID missing]');
    return -1;
  }
  out.text('Total upper layer size = 0x');
  out.hex16(view.u16LE(at + 2));
  out.text(', Multiplex ID = 0x');
  out.hex16(view.u16LE(at + 4));
  out.text(', ');
  return at + 6;
}

function abort(context: PrintContext, transaction: number, at: number, end: number): void {
  const { out, view } = context;
  const length = end - at;
  out.text('Type = Abort, tid = 0x');
  out.hex8(transaction);
  if (length === 1) {
    out.text(', no max size given');
  } else if (length === 3) {
    out.text(', max size = 0x');
    out.hex16(view.u16LE(at + 1));
  } else {
    out.text(', invalid length = ');
    out.decimal(length);
    out.text(' (not 1 or 3)Abort data = ');
    hexList(context, at + 1, end);
  }
}
