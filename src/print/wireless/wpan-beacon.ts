/** What beacons of IEEE 802.15.4-2015, 7.3.1 tell: superframe, guaranteed time slots, addresses with data waiting. */
import type { PrintContext } from '../context';
import { bits, wpanAddress } from './wpan-text';

const countMask = 7;
const slotLength = 3;

/** Returns where the beacon's payload is; -1: the frame ends before. */
export function printWpanBeacon(context: PrintContext, at: number, end: number): number {
  const { out, view } = context;
  if (end - at < 2) {
    out.text('[ERROR: Truncated before beacon information]');
    return -1;
  }
  superframe(context, view.u16LE(at));
  let from = at + 2;
  if (end - from < 1) {
    out.text('[ERROR: Truncated before GTS info]');
    return -1;
  }
  from = timeSlots(context, from, end);
  if (from < 0) return from;
  if (end - from < 1) {
    out.text('[ERROR: Truncated before pending addresses]');
    return -1;
  }
  const next = pendingAddresses(context, from, end);
  if (next >= 0) view.need(from, next - from);
  return next;
}

export function superframe(context: PrintContext, value: number): void {
  const { out } = context;
  if (context.verbose === 0) return;
  out.text('\n\tBeacon order = ');
  out.decimal(value & 0x0f);
  out.text(', Superframe order = ');
  out.decimal((value >>> 4) & 0x0f);
  out.text(', Final CAP Slot = ');
  out.decimal((value >>> 8) & 0x0f);
  if (bits(value, 12)) out.text(', BLE enabled');
  if (bits(value, 14)) out.text(', PAN Coordinator');
  if (bits(value, 15)) out.text(', Association Permit');
}

/** Returns where the list ends; -1: beyond the frame. */
function timeSlots(context: PrintContext, at: number, end: number): number {
  const { out, view } = context;
  const count = view.u8(at) & countMask;
  if (count === 0) {
    if (context.verbose > 0) out.text('\n\tGTS Descriptor Count = 0, ');
    return at + 1;
  }
  const first = at + 2;
  const next = first + count * slotLength;
  if (next > end) {
    out.text(' [ERROR: Truncated GTS Info List]');
    return -1;
  }
  if (context.verbose < 2) return next;
  out.text('GTS Descriptor Count = ');
  out.decimal(count);
  out.text(', GTS Directions Mask = ');
  out.hex8(view.u8(at + 1) & 0x7f);
  out.text(', [ ');
  for (let from = first; from < next; from += slotLength) {
    const slot = view.u8(from + 2);
    out.text('[ ');
    wpanAddress(context, from, 2);
    out.text(', Start slot = ');
    out.decimal(slot & 0x0f);
    out.text(', Length = ');
    out.decimal(slot >>> 4);
    out.text(' ] ');
  }
  out.char(0x5d);
  return next;
}

/** Returns where the list ends; -1: beyond `end`. */
export function pendingAddresses(context: PrintContext, at: number, end: number): number {
  const { out, view } = context;
  const counts = view.u8(at);
  const short = counts & countMask;
  const extended = (counts >>> 4) & countMask;
  const next = at + 1 + 2 * short + 8 * extended;
  if (context.verbose > 0) {
    out.text('\n\tPending address list, # short addresses = ');
    out.decimal(short);
    out.text(', # extended addresses = ');
    out.decimal(extended);
  }
  if (next > end) {
    out.text(' [ERROR: Pending address list truncated]');
    return -1;
  }
  if (context.verbose < 2) return next;
  addressList(context, ', Short address list = [ ', at + 1, short, 2);
  addressList(context, ', Extended address list = [ ', at + 1 + 2 * short, extended, 8);
  return next;
}

function addressList(context: PrintContext, title: string, at: number, count: number, length: number): void {
  const { out } = context;
  if (count === 0) return;
  out.text(title);
  for (let i = 0; i < count; i++) {
    wpanAddress(context, at + i * length, length);
    out.char(0x20);
  }
  out.char(0x5d);
}
