/**
 * NFS file handles (RFC 1813, 2.3.3) mean something only to the server that made them. The servers of the 1990s are
 * told apart by their habits, so that a device and inode can be shown; any other handle is shown as it is.
 */
import type { PrintContext } from '../context';
import { upperHex8 } from '../text/packet-text';

/** Handles shorter than this have none of the known layouts. */
const shortestKnown = 16;
const longestOpaque = 32;
const vmsNameEnd = 14;

/** Prints the handle of `length` bytes at `at`. */
export function printNfsHandle(context: PrintContext, at: number, length: number): void {
  const { view } = context;
  view.need(at, length);
  if (context.options.opaqueHandles) {
    words(context, at, length);
    return;
  }
  if (length < shortestKnown) {
    opaque(context, at, length);
    return;
  }
  const b = view.bytes;
  const zeroFirst = b[at] === 0 && b[at + 1] === 0;
  const zeroSecond = b[at + 2] === 0 && b[at + 3] === 0;
  if (zeroFirst && zeroSecond) {
    deviceAndInode(context, b[at + 6], b[at + 7], view.u32(at + 12));
  } else if (zeroFirst) {
    if (b[at + 4] !== 0 && b[at + 5] === 0 && b[at + 8] === 12 && b[at + 9] === 0) osf(context, at);
    else if (view.u32(at + 4) === 0x00080000) deviceAndInode(context, b[at + 2], b[at + 3], view.u32(at + 8));
    else deviceAndInode(context, b[at + 2], b[at + 3], view.u32(at + 12));
  } else if (zeroSecond) {
    if (b[at + 6] === 0 && b[at + 7] === 0) deviceAndInode(context, b[at + 1], b[at], view.u32LE(at + 12));
    else if (length >= 24 && b[at + 21] === 0 && b[at + 23] === 0) {
      deviceAndInode(context, b[at + 1], b[at], view.u32LE(at + 4));
    } else if (b[at + 9] === 10) solaris(context, at);
    else opaque(context, at, length);
  } else if (b[at + 8] === 12 && b[at + 9] === 0) {
    osf(context, at);
  } else if (b[at + 8] === 0 && b[at + 9] === 10) {
    if (view.u32(at + 4) === 0) deviceAndInode(context, b[at], view.u24(at + 1), view.u32(at + 12));
    else solaris(context, at);
  } else if (length >= 28 && holdsName(context, at)) {
    vms(context, at, length);
  } else {
    opaque(context, at, length);
  }
}

/** `fh[1:0:a]`: the words of the handle. */
function words({ out, view }: PrintContext, at: number, length: number): void {
  out.text(' fh[');
  for (let i = 0; i + 4 <= length; i += 4) {
    if (i > 0) out.char(0x3a);
    out.hex(view.u32(at + i));
  }
  out.char(0x5d);
}

function deviceAndInode(context: PrintContext, major: number, minor: number, inode: number): void {
  const { out } = context;
  out.text(' fh ');
  out.decimal(major);
  out.char(0x2c);
  out.decimal(minor);
  out.char(0x2f);
  out.decimal(inode);
}

function osf(context: PrintContext, at: number): void {
  const device = context.view.u32LE(at);
  deviceAndInode(context, device >>> 20, device & 0xfffff, context.view.u32LE(at + 12));
}

function solaris(context: PrintContext, at: number): void {
  const { view } = context;
  deviceAndInode(context, view.u16(at) >>> 2, view.u24(at + 1) & 0x3ffff, view.u32(at + 12));
}

/** A device name of printable characters and then zeros only. */
function holdsName(context: PrintContext, at: number): boolean {
  const { bytes } = context.view;
  let ended = false;
  for (let i = 1; i < vmsNameEnd; i++) {
    const byte = bytes[at + i];
    if (byte === 0) ended = true;
    else if (ended || byte < 0x20 || byte >= 0x7f) return false;
  }
  return true;
}

function vms(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  out.text(' fh ');
  name(context, at + 1, length);
  out.char(0x2f);
  const { bytes } = view;
  out.decimal(((bytes[at + 26] << 24) | (bytes[at + 27] << 16) | (bytes[at + 23] << 8) | bytes[at + 22]) >>> 0);
}

/** As many characters as the handle has words, up to a zero or a space. */
function name(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  for (let i = 0; i < length / 4; i++) {
    const byte = view.bytes[at + i];
    if (byte === 0 || byte === 0x20) return;
    out.printable(byte);
  }
}

const unknownName = 'Unknown';

function opaque(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  out.text(' fh ');
  for (let i = 0; i < unknownName.length && i < length / 4; i++) out.char(unknownName.charCodeAt(i));
  out.char(0x2f);
  const shown = Math.min(length, longestOpaque);
  for (let i = 0; i < shown; i++) upperHex8(out, view.bytes[at + i]);
}
