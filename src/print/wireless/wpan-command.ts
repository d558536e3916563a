/** MAC commands of IEEE 802.15.4-2015, 7.5. */
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { bits, hexList, wpanAddress } from './wpan-text';

const Command = {
  associationRequest: 1,
  associationResponse: 2,
  disassociation: 3,
  dataRequest: 4,
  panConflict: 5,
  orphan: 6,
  beaconRequest: 7,
  realignment: 8,
  timeSlots: 9,
} as const;
const commandNames = names(() => ({
  [Command.associationRequest]: 'Association Request command',
  [Command.associationResponse]: 'Association Response command',
  [Command.disassociation]: 'Disassociation Notification command',
  [Command.dataRequest]: 'Data Request command',
  [Command.panConflict]: 'PAN ID Conflict Notification command',
  [Command.orphan]: 'Orphan Notification command',
  [Command.beaconRequest]: 'Beacon Request command',
  [Command.realignment]: 'Coordinator realignment command',
  [Command.timeSlots]: 'GTS request command',
  0x0a: 'TRLE Management Request command',
  0x0b: 'TRLE Management Response command',
  0x13: 'DSME Association Request command',
  0x14: 'DSME Association Response command',
  0x15: 'DSME GTS Request command',
  0x16: 'DSME GTS Response command',
  0x17: 'DSME GTS Notify command',
  0x18: 'DSME Information Request command',
  0x19: 'DSME Information Response command',
  0x1a: 'DSME Beacon Allocation Notification command',
  0x1b: 'DSME Beacon Collision Notification command',
  0x1c: 'DSME Link Report command',
  0x20: 'RIT Data Request command',
  0x21: 'DBS Request command',
  0x22: 'DBS Response command',
  0x23: 'RIT Data Response command',
  0x24: 'Vendor Specific command',
}));
const statusNames = names(() => ({
  0x00: ', Association successful',
  0x01: ', PAN at capacity',
  0x02: ', PAN access denied',
  0x03: ', Hooping sequence offset duplication',
  0x80: ', Fast association successful',
}));
const capabilities: readonly (readonly [bit: number, text: string])[] = [
  [2, 'AC powered, '],
  [3, 'Receiver on when idle, '],
  [4, 'Fast association, '],
  [6, 'Security supported, '],
  [7, 'Allocate address, '],
];

/** Returns where what was printed of it ends. */
export function printWpanCommand(context: PrintContext, at: number, end: number): number {
  const { out, view } = context;
  if (end - at < 1) {
    out.text('[ERROR: Truncated before Command ID]');
    return at;
  }
  const command = view.u8(at);
  const name = commandNames.get(command);
  out.text('Command ID = ');
  out.text(name ?? 'Reserved 0x');
  if (name === undefined) out.hex8(command);
  out.char(0x20);
  const from = at + 1;
  return from < end && data(context, command, from, end) ? end : from;
}

/** false: the data is shown as bytes. */
function data(context: PrintContext, command: number, at: number, end: number): boolean {
  const { out } = context;
  const length = end - at;
  switch (command) {
    case Command.associationRequest:
      if (!expect(context, length === 1, 'Association request')) return false;
      associationRequest(context, at);
      return true;
    case Command.associationResponse:
      if (!expect(context, length === 3, 'Association response')) return false;
      associationResponse(context, at);
      return true;
    case Command.disassociation:
      if (!expect(context, length === 1, 'Disassociation Notification')) return false;
      disassociation(context, at);
      return true;
    case Command.dataRequest:
    case Command.panConflict:
    case Command.orphan:
    case Command.beaconRequest:
      return false;
    case Command.realignment:
      if (!expect(context, length === 7 || length === 8, 'Coordinator Realignment')) return false;
      realignment(context, at, length === 8);
      return true;
    case Command.timeSlots:
      if (!expect(context, length === 1, 'GTS Request')) return false;
      timeSlots(context, at);
      return true;
    default:
      out.text('Command Data = ');
      hexList(context, at, end);
      return false;
  }
}

function expect(context: PrintContext, right: boolean, name: string): boolean {
  if (right) return true;
  context.out.text('Invalid ');
  context.out.text(name);
  context.out.text(' command length');
  return false;
}

function associationRequest(context: PrintContext, at: number): void {
  const { out, view } = context;
  const value = view.u8(at);
  out.text(bits(value, 1) ? 'FFD, ' : 'RFD, ');
  for (const [bit, text] of capabilities) if (bits(value, bit)) out.text(text);
}

function associationResponse(context: PrintContext, at: number): void {
  const { out, view } = context;
  const status = view.u8(at + 2);
  const name = statusNames.get(status);
  out.text('Short address = ');
  wpanAddress(context, at, 2);
  out.text(name ?? ', Status = 0x');
  if (name === undefined) out.hex8(status);
}

function disassociation(context: PrintContext, at: number): void {
  const { out, view } = context;
  const reason = view.u8(at);
  if (reason === 0) out.text('Reserved');
  else if (reason === 1) out.text('Reason = The coordinator wishes the device to leave PAN');
  else if (reason === 2) out.text('Reason = The device wishes to leave the PAN');
  else {
    out.text('Reason = 0x');
    out.hex8(reason);
  }
}

/** The last byte, where it is there, holds a page, or with its high bit set more of the channel. */
function realignment(context: PrintContext, at: number, hasPage: boolean): void {
  const { out, view } = context;
  const page = hasPage ? view.u8(at + 7) : 0x80;
  const channel = view.u8(at + 4);
  out.text('Pan ID = 0x');
  out.hex16(view.u16LE(at));
  out.text(', Coordinator short address = ');
  wpanAddress(context, at + 2, 2);
  out.text(', Channel Number = ');
  if (bits(page, 7)) {
    out.decimal(channel | ((page & 0x7f) << 8));
  } else {
    out.decimal(channel);
    out.text(', page = ');
    out.decimal(page);
  }
  out.text(', Short address = ');
  wpanAddress(context, at + 5, 2);
}

function timeSlots(context: PrintContext, at: number): void {
  const { out, view } = context;
  const value = view.u8(at);
  out.text('GTS Length = ');
  out.decimal(value & 0x0f);
  out.text(bits(value, 4) ? ', Receive-only GTS' : ', Transmit-only GTS');
  out.text(bits(value, 5) ? ', GTS allocation' : ', GTS deallocations');
}
