/** Low-rate wireless networks (IEEE 802.15.4-2015): beacons, data, acknowledgements, commands, multipurpose frames. */

import { wpanChecksum16, wpanChecksum32 } from '../../decode/wpan-checksum';
import type { PrintContext } from '../context';
import { packetHex } from '../text/packet-text';
import { printWpanBeacon } from './wpan-beacon';
import { printWpanCommand } from './wpan-command';
import { headerElements, printWpanHeaderElements } from './wpan-header-elements';
import { hasDestinationPan, hasSourcePan, version2015 } from './wpan-pan';
import { printWpanPayloadElements } from './wpan-payload-elements';
import { integrityLength, printWpanSecurity, security } from './wpan-security';
import { addressLength, bits, wpanAddress } from './wpan-text';

const tapLeast = 4;
const controlLength = 2;
const typeMask = 7;
const Type = { beacon: 0, data: 1, acknowledgement: 2, command: 3, multipurpose: 5 } as const;
const typeNames = ['Beacon', 'Data', 'ACK', 'Command', 'Reserved', 'Multipurpose', 'Fragment', 'Extended'];
const reservedMode = 1;

/** Where the fields of a frame are that the two formats of frame control have in different places. */
interface ControlFormat {
  readonly flags: readonly (readonly [bit: number, text: string])[];
  readonly security: number;
  readonly suppressed: number;
  readonly elements: number;
  readonly destinationMode: number;
  readonly sourceMode: number;
}
const usual: ControlFormat = {
  flags: [
    [3, 'Security Enabled, '],
    [4, 'Frame Pending, '],
    [5, 'AR, '],
    [6, 'PAN ID Compression, '],
    [8, 'Sequence Number Suppression, '],
    [9, 'IE present, '],
  ],
  security: 3,
  suppressed: 8,
  elements: 9,
  destinationMode: 10,
  sourceMode: 14,
};
const multipurpose: ControlFormat = {
  flags: [
    [9, 'Security Enabled, '],
    [11, 'Frame Pending, '],
    [14, 'AR, '],
    [8, 'PAN ID Present, '],
    [10, 'Sequence Number Suppression, '],
    [15, 'IE present, '],
  ],
  security: 9,
  suppressed: 10,
  elements: 15,
  destinationMode: 4,
  sourceMode: 6,
};
const compressionBit = 6;
const longControlBit = 3;
const panPresentBit = 8;

/** Where the next field begins, and where what is left ends: before integrity code and check sequence. */
let from = 0;
let end = 0;
let stored = 0;
let computed = 0;

export function printWpanLink(context: PrintContext, at: number, caplen: number): void {
  frame(context, at, caplen, 0);
}

/** IEEE 802.15.4 TAP (https://github.com/jkcko/ieee802.15.4-tap): fields about the reception come first. */
export function printWpanTapLink(context: PrintContext, at: number, caplen: number): void {
  const { view } = context;
  context.protocol = '802.15.4_tap';
  if (caplen < tapLeast) {
    context.truncated();
    context.headerLength = caplen;
    return;
  }
  const size = view.u16LE(at + 2);
  if (view.u8(at) !== 0 || size < tapLeast) {
    context.invalid();
    return;
  }
  context.headerLength = Math.min(size, caplen);
  if (caplen < size) context.truncated();
  else frame(context, at + size, caplen - size, size);
}

function frame(context: PrintContext, at: number, caplen: number, before: number): void {
  printWpan(context, at, caplen);
  if (caplen < controlLength) context.headerLength = before + caplen;
}

/** A frame of `length` bytes. false: it is none that can be read to its end. */
export function printWpan(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  context.protocol = '802.15.4';
  if (length < controlLength) {
    context.truncated();
    return true;
  }
  view.need(at, controlLength);
  const type = view.u8(at) & typeMask;
  const isMultipurpose = type === Type.multipurpose;
  const isShort = isMultipurpose && !bits(view.u8(at), longControlBit);
  const control = isShort ? view.u8(at) : view.u16LE(at);
  out.text('IEEE 802.15.4 ');
  out.text(typeNames[type]);
  out.text(' packet ');
  if (type > Type.command && !isMultipurpose) return false;
  from = at;
  end = at + length;
  checkSequence(context, isMultipurpose ? 3 : 4);
  const format = isMultipurpose ? multipurpose : usual;
  const started = isShort ? sequence(context, 1) : start(context, control, format);
  if (!started || !addresses(context, control, format) || !protection(context, control, format)) return false;
  if (context.verbose > 2) integrityAndCheck(context);
  if (isMultipurpose) context.dump(from, end - from);
  else payload(context, type, control >>> 12);
  return true;
}

/** Takes the check sequence off the frame where it is right: of four bytes or of two, which only the radio knows. */
function checkSequence(context: PrintContext, least: number): void {
  const { view } = context;
  const count = end - from;
  stored = 0;
  computed = 0;
  if (count < least) return;
  view.need(from, count);
  // A multipurpose frame of four bytes would be all check sequence.
  if (count > 4 || least === 4) {
    stored = view.u32LE(end - 4);
    computed = wpanChecksum32(view.bytes, from, count - 4);
    if (computed === stored) {
      end -= 4;
      return;
    }
  }
  stored = view.u16LE(end - 2);
  computed = wpanChecksum16(view.bytes, from, count - 2);
  if (computed === stored) end -= 2;
}

/** Version, flags and sequence number; false: the frame is cut. */
function start(context: PrintContext, control: number, format: ControlFormat): boolean {
  const { out } = context;
  const version = (control >>> 12) & 3;
  const suppressed = bits(control, format.suppressed);
  out.char(0x76);
  out.decimal(version);
  out.char(0x20);
  if (context.verbose > 2) {
    for (const [bit, text] of format.flags) if (bits(control, bit)) out.text(text);
  }
  if (!suppressed) return sequence(context, 2);
  if (format === usual) {
    if (version < version2015) out.text('[ERROR: Sequence number suppressed on frames where version < 2]');
    if (context.verbose > 0) out.text('seq suppressed ');
  }
  return skip(context, 2);
}

/** The sequence number after `offset` bytes of frame control. */
function sequence(context: PrintContext, offset: number): boolean {
  const { out, view } = context;
  const number = view.u8(from + offset);
  if (context.verbose > 0) {
    out.text('seq ');
    out.hex8(number);
    out.char(0x20);
  }
  return skip(context, offset + 1);
}

function skip(context: PrintContext, count: number): boolean {
  const enough = end - from >= count;
  if (enough) from += count;
  else context.truncated();
  return enough;
}

function addresses(context: PrintContext, control: number, format: ControlFormat): boolean {
  const { out } = context;
  const destinationMode = (control >>> format.destinationMode) & 3;
  const sourceMode = (control >>> format.sourceMode) & 3;
  if (sourceMode === reservedMode || destinationMode === reservedMode) {
    out.text(sourceMode === reservedMode ? '[ERROR: Invalid src' : '[ERROR: Invalid dst');
    out.text(' address mode]');
    return false;
  }
  const destination = addressLength(destinationMode);
  const source = addressLength(sourceMode);
  let destinationPan: boolean;
  let sourcePan = false;
  if (format === usual) {
    const compressed = bits(control, compressionBit);
    const version = (control >>> 12) & 3;
    if (version < version2015 && compressed && (destination === 0 || source === 0)) {
      out.text('[ERROR: PAN ID Compression != 0, and only one address with frame version < 2]');
    }
    destinationPan = hasDestinationPan(version, compressed, destination, source);
    sourcePan = hasSourcePan(version, compressed, destination, source);
  } else {
    destinationPan = bits(control, panPresentBit);
  }
  if (!address(context, destinationPan, destination, 'dst_addr')) return false;
  out.text(format === usual ? ' < ' : ' <  ');
  if (!address(context, sourcePan, source, 'dst_addr')) return false;
  out.char(0x20);
  return true;
}

function address(context: PrintContext, hasPan: boolean, length: number, name: string): boolean {
  const { out, view } = context;
  if (hasPan) {
    if (end - from < 2) {
      out.text('[ERROR: Truncated before dst_pan]');
      return false;
    }
    out.hex16(view.u16LE(from));
    out.char(0x3a);
    from += 2;
  } else {
    out.text('-:');
  }
  if (end - from < length) {
    out.text('[ERROR: Truncated before ');
    out.text(name);
    out.char(0x5d);
    return false;
  }
  wpanAddress(context, from, length);
  from += length;
  return true;
}

/** Auxiliary security header, and information elements; false: the frame ends in them. */
function protection(context: PrintContext, control: number, format: ControlFormat): boolean {
  const { out } = context;
  security.level = 0;
  if (bits(control, format.security)) {
    const next = printWpanSecurity(context, from, end);
    if (next < 0) return false;
    from = next;
  }
  const codeLength = integrityLength();
  if (end - from < codeLength) {
    out.text('[ERROR: Truncated before MIC]');
    return false;
  }
  end -= codeLength;
  if (!bits(control, format.elements)) return true;
  from = printWpanHeaderElements(context, from, end);
  if (from < 0) return false;
  if (!headerElements.goOnInPayload) return true;
  if (security.level >= 4) {
    out.text('Payload IEs present, but encrypted, cannot print ');
    return true;
  }
  from = printWpanPayloadElements(context, from, end);
  return from >= 0;
}

function integrityAndCheck(context: PrintContext): void {
  const { out } = context;
  const codeLength = integrityLength();
  if (codeLength > 0) {
    out.text('\n\tMIC ');
    packetHex(context, end, codeLength);
    out.char(0x20);
  }
  if (computed === stored) {
    out.text('FCS ');
    out.hex(stored);
    out.char(0x20);
    return;
  }
  out.text('wrong FCS ');
  out.hex(stored);
  out.text(' vs ');
  out.hex(computed);
  out.text(' (assume no FCS stored) ');
}

function payload(context: PrintContext, type: number, versionAndMode: number): void {
  const isOld = (versionAndMode & 3) < version2015;
  if (type === Type.beacon && isOld) {
    from = printWpanBeacon(context, from, end);
    if (from < 0) return;
  } else if (type === Type.command) {
    from = printWpanCommand(context, from, end);
  }
  context.dump(from, end - from);
}
