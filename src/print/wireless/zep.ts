/** ZigBee Encapsulation Protocol: IEEE 802.15.4 frames that a sniffer sends on by UDP, in two versions. */
import type { PrintContext } from '../context';
import { printWpan } from './wpan';

const preamble = 0x4558;
const length1 = 16;
const length2 = 32;
const acknowledgement = 2;
const acknowledgementLength = 8;
/** Seconds from the beginning of 1900, from which on NTP counts, to that of 1970. */
const ntpToUnix = 2_208_988_800;
const fractionUnits = 0x1_0000_0000;

export function printZep(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'zep';
  out.text('ZEP');
  if (view.u16(at) !== preamble) {
    out.text(' [Preamble Code: ');
    out.caret(view.u8(at));
    out.caret(view.u8(at + 1));
    out.char(0x5d);
    context.invalid();
    return;
  }
  const version = view.u8(at + 2);
  out.text('v');
  out.decimal(version);
  out.char(0x20);
  if (version === 1) {
    if (hasHeader(context, length, length1)) version1(context, at, length);
  } else if (view.u8(at + 3) === acknowledgement) {
    if (!hasHeader(context, length, acknowledgementLength)) return;
    const sequence = view.u32(at + 4);
    out.text('ACK, seq# = ');
    out.decimal(sequence);
    rest(context, at + acknowledgementLength, length - acknowledgementLength);
  } else if (hasHeader(context, length, length2)) {
    version2(context, at, length);
  }
}

function hasHeader(context: PrintContext, length: number, least: number): boolean {
  const has = length >= least;
  if (!has) context.tooShort(' [len ', length, least);
  return has;
}

function version1(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  radio(context, at + 3);
  const inside = view.u8(at + 15);
  out.text('inner len = ');
  out.decimal(inside);
  frame(context, at + length1, length - length1, inside);
}

function version2(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  view.need(at, 7);
  out.text('Type ');
  out.decimal(view.u8(at + 3));
  out.text(', ');
  radio(context, at + 4);
  timestamp(context, at + 9);
  const inside = view.u8(at + 31);
  out.text(', seq# = ');
  out.decimal(view.u32(at + 17));
  out.text(', inner len = ');
  out.decimal(inside);
  frame(context, at + length2, length - length2, inside);
}

/** Channel, device, and either how well it was received or that the last bytes are a check sequence. */
function radio(context: PrintContext, at: number): void {
  const { out, view } = context;
  view.need(at, 3);
  out.text('Channel ID ');
  out.decimal(view.u8(at));
  out.text(', Device ID 0x');
  out.hex16(view.u16(at + 1));
  out.text(', ');
  if (view.u8(at + 3) !== 0) {
    out.text('CRC, ');
    return;
  }
  const quality = view.u8(at + 4);
  out.text('LQI ');
  out.decimal(quality);
  out.text(', ');
}

/** Of NTP, with its fraction as precise as tcpdump keeps it, and in local time. */
function timestamp(context: PrintContext, at: number): void {
  const { out, view } = context;
  const seconds = view.u32(at);
  const fraction = Math.fround(view.u32(at + 4)) / fractionUnits;
  out.decimal(seconds);
  out.char(0x2e);
  out.padded(Math.min(Math.trunc(fraction * 1e9), 999_999_999), 9);
  if (seconds === 0) return;
  const date = new Date(((seconds - ntpToUnix) >>> 0) * 1000);
  out.text(' (');
  out.padded(date.getFullYear(), 4);
  out.char(0x2f);
  out.padded(date.getMonth() + 1, 2);
  out.char(0x2f);
  out.padded(date.getDate(), 2);
  out.char(0x20);
  out.padded(date.getHours(), 2);
  out.char(0x3a);
  out.padded(date.getMinutes(), 2);
  out.char(0x3a);
  out.padded(date.getSeconds(), 2);
  out.char(0x29);
}

/** The frame of `inside` bytes, or what is there as bytes where it cannot be read. */
function frame(context: PrintContext, at: number, length: number, inside: number): void {
  const { out, view } = context;
  if (inside > 0) {
    out.text('\n\t');
    if (printWpan(context, at, inside)) {
      view.need(at, length);
      return;
    }
  }
  rest(context, at, length);
}

function rest(context: PrintContext, at: number, length: number): void {
  if (!context.dumpUnknown) return;
  context.dumpAlways(at, length);
  context.view.need(at, length);
}
