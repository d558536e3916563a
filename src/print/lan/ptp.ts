/** Precision Time Protocol (IEEE 1588-2008), over Ethernet and over UDP. */
import type { PrintContext } from '../context';
import { type FlagName, flagNames, names } from '../text/names';
import { hex64 } from '../text/wide';

const headerLength = 34;
const Version = { first: 1, second: 2 } as const;
const compatibleBit = 0x10;

const Message = {
  sync: 0x0,
  delayRequest: 0x1,
  peerDelayRequest: 0x2,
  peerDelayResponse: 0x3,
  followUp: 0x8,
  delayResponse: 0x9,
  peerDelayFollowUp: 0xa,
  announce: 0xb,
  signalling: 0xc,
  management: 0xd,
} as const;
const messageNames = names(() => ({
  [Message.sync]: 'sync msg',
  [Message.delayRequest]: 'delay req msg',
  [Message.peerDelayRequest]: 'peer delay req msg',
  [Message.peerDelayResponse]: 'peer delay resp msg',
  [Message.followUp]: 'follow up msg',
  [Message.delayResponse]: 'delay resp msg',
  [Message.peerDelayFollowUp]: 'pdelay resp fup msg',
  [Message.announce]: 'announce msg',
  [Message.signalling]: 'signalling msg',
  [Message.management]: 'management msg',
}));
const controlNames = ['Sync', 'Delay_Req', 'Follow_Up', 'Delay_Resp', 'Management', 'Other'];
/** tcpdump calls these unknown where all of them are set, though one is a profile's. */
const unknownFlags = 0x18c0;
const flagTable: readonly FlagName[] = [
  [0x0001, 'l1 61'],
  [0x0002, 'l1 59'],
  [0x0004, 'utc reasonable'],
  [0x0008, 'timescale'],
  [0x0010, 'time tracable'],
  [0x0020, 'frequency tracable'],
  [0x0100, 'alternate master'],
  [0x0200, 'two step'],
  [0x0400, 'unicast'],
  [0x1000, 'profile specific 1'],
  [0x2000, 'profile specific 2'],
  [0x4000, 'security mask'],
  [unknownFlags, 'unknown'],
];

export function printPtp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'ptp';
  if (length < headerLength) {
    context.tooShort(' [length ', length, headerLength);
    return;
  }
  view.need(at, 2);
  const version = view.u8(at + 1);
  out.text('PTPv');
  out.decimal(version);
  if (version === Version.first) out.text(' (not implemented)');
  else if (version === Version.second) second(context, at);
}

function second(context: PrintContext, at: number): void {
  const { out, view } = context;
  const first = view.u8(at);
  const type = first & 0x0f;
  out.text((first & compatibleBit) !== 0 ? ', v1 compat : yes' : ', v1 compat : no');
  out.text(', msg type : ');
  out.text(messageNames.get(type) ?? 'Reserved');
  word(context, ', length : ', at + 2);
  view.need(at + 4, 2);
  byte(context, ', domain : ', at + 4);
  byte(context, ', reserved1 : ', at + 5);
  const flags = view.u16(at + 6);
  out.text(', Flags [');
  flagNames(out, flagTable, flags);
  out.char(0x5d);
  longDecimal(context, ', NS correction : ', at + 8);
  word(context, ', sub NS correction : ', at + 14);
  const reserved = view.u32(at + 16);
  out.text(', reserved2 : ');
  out.decimal(reserved);
  clock(context, ', clock identity : 0x', at + 20);
  word(context, ', port id : ', at + 28);
  word(context, ', seq id : ', at + 30);
  const control = view.u8(at + 32);
  out.text(', control : ');
  out.decimal(control);
  out.text(' (');
  out.text(controlNames[control] ?? 'Reserved');
  out.char(0x29);
  byte(context, ', log message interval : ', at + 33);
  message(context, type, at + headerLength);
}

function message(context: PrintContext, type: number, at: number): void {
  switch (type) {
    case Message.sync:
    case Message.delayRequest:
      timestamp(context, ', originTimeStamp :', at);
      return;
    case Message.followUp:
      timestamp(context, ', preciseOriginTimeStamp :', at);
      return;
    case Message.peerDelayRequest:
    case Message.peerDelayFollowUp:
      timestamp(context, ', preciseOriginTimeStamp :', at);
      port(context, at + 10);
      return;
    case Message.peerDelayResponse:
    case Message.delayResponse:
      timestamp(context, ', receiveTimeStamp :', at);
      port(context, at + 10);
      return;
    case Message.announce:
      announce(context, at);
      return;
    case Message.signalling:
      port(context, at);
      return;
    case Message.management:
      port(context, at);
      hops(context, at + 10);
  }
}

function byte(context: PrintContext, title: string, at: number): void {
  const value = context.view.u8(at);
  context.out.text(title);
  context.out.decimal(value);
}

function word(context: PrintContext, title: string, at: number): void {
  const value = context.view.u16(at);
  context.out.text(title);
  context.out.decimal(value);
}

/** 48 bits. */
function longDecimal(context: PrintContext, title: string, at: number): void {
  const { out, view } = context;
  view.need(at, 6);
  out.text(title);
  out.decimal(view.u16(at) * 0x1_0000_0000 + view.u32(at + 2));
}

function clock(context: PrintContext, title: string, at: number): void {
  const { out, view } = context;
  view.need(at, 8);
  out.text(title);
  hex64(out, view, at);
}

function timestamp(context: PrintContext, title: string, at: number): void {
  const { out, view } = context;
  out.text(title);
  longDecimal(context, ' ', at);
  out.text(' seconds,');
  const nanoseconds = view.u32(at + 6);
  out.char(0x20);
  out.decimal(nanoseconds);
  out.text(' nanoseconds');
}

function port(context: PrintContext, at: number): void {
  clock(context, ', port identity : 0x', at);
  word(context, ', port id : ', at + 8);
}

/** The clock that would be the grandmaster. */
function announce(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text(', originTimeStamp :');
  longDecimal(context, ' ', at);
  out.text(' seconds');
  const nanoseconds = view.u32(at + 6);
  out.char(0x20);
  out.decimal(nanoseconds);
  out.text(' nanoseconds');
  word(context, ', origin cur utc :', at + 10);
  byte(context, ', rsvd : ', at + 12);
  byte(context, ', gm priority_1 : ', at + 13);
  byte(context, ', gm clock class : ', at + 14);
  byte(context, ', gm clock accuracy : ', at + 15);
  word(context, ', gm clock variance : ', at + 16);
  byte(context, ', gm priority_2 : ', at + 18);
  clock(context, ', gm clock id : 0x', at + 19);
  word(context, ', steps removed : ', at + 27);
  hexByte(context, ', time source : 0x', at + 29);
}

/** Behind two commas each, as tcpdump writes them. */
function hops(context: PrintContext, at: number): void {
  byte(context, ', , start boundary hops  ', at);
  byte(context, ', , boundary hops  ', at + 1);
  hexByte(context, ', , flags  0x', at + 2);
  hexByte(context, ', , reserved  0x', at + 3);
}

function hexByte(context: PrintContext, title: string, at: number): void {
  const value = context.view.u8(at);
  context.out.text(title);
  context.out.hex(value);
}
