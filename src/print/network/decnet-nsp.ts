/** DECnet's Network Services Protocol (Digital, "DNA NSP Functional Specification", 4.0.0). */
import type { PrintContext } from '../context';
import { nameOr, names } from '../text/names';

const headerLength = 5;
const typeMask = 0x0c;
const subtypeMask = 0x70;
const Type = { data: 0, acknowledgement: 4, control: 8 } as const;
const Subtype = {
  linkService: 0x10,
  interrupt: 0x30,
  initiate: 0x10,
  confirm: 0x20,
  disconnect: 0x30,
  disconnectConfirm: 0x40,
  reinitiate: 0x60,
} as const;
const connectAcknowledgement = 0x20;
const otherAcknowledgement = 0x10;
const dataSubtypes = [0x00, 0x20, 0x40, 0x60];

/** Bits of an acknowledgement word. */
const Acknowledge = {
  present: 0x8000,
  negative: 0x9000,
  other: 0x2000,
  otherNegative: 0x3000,
  number: 0x0fff,
} as const;

const flowControls = ['', 'seg ', 'msg ', ''];
const versions = ['ver 3.2 ', 'ver 3.1 ', 'ver 4.0 ', 'ver 4.1 '];
const reasons = names(() => ({
  0: 'object rejected connect',
  1: 'insufficient resources',
  2: 'unrecognized node name',
  3: 'node is shutting down',
  4: 'unrecognized object',
  5: 'invalid object name format',
  6: 'object too busy',
  7: 'protocol error discovered',
  8: 'third party abort',
  9: 'user abort',
  10: 'invalid node name format',
  11: 'local node shutting down',
  32: 'insufficient local resources',
  33: 'insufficient remote user resources',
  34: 'invalid access control information',
  36: 'bad ACCOUNT information',
  38: 'no response from object',
  39: 'node unreachable',
  41: 'no link terminate',
  42: 'disconnect complete',
  43: 'bad image data in connect',
  54: 'cryptographic service mismatch',
}));

let flags = 0;
let source = 0;
let destination = 0;

/** false: the message is shorter than its kind is. */
export function printNsp(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  if (length < headerLength) {
    out.text(' (nsplen ');
    out.decimal(length);
    out.text(' < 5)');
    return false;
  }
  flags = view.u8(at);
  destination = view.u16LE(at + 1);
  source = view.u16LE(at + 3);
  switch (flags & typeMask) {
    case Type.data:
      return data(context, at, length);
    case Type.acknowledgement:
      return acknowledgement(context, at, length);
    case Type.control:
      return control(context, at, length);
    default:
      reserved(context, 'reserved-type? ');
      return true;
  }
}

function links(context: PrintContext, title: string): void {
  const { out } = context;
  out.text(title);
  out.decimal(source);
  out.char(0x3e);
  out.decimal(destination);
  out.char(0x20);
}

function reserved(context: PrintContext, title: string): void {
  const { out } = context;
  out.text(title);
  out.hex(flags);
  out.char(0x20);
  out.decimal(source);
  out.text(' > ');
  out.decimal(destination);
}

function numbered(context: PrintContext, title: string, word: number): void {
  context.out.text(title);
  context.out.decimal(word & Acknowledge.number);
  context.out.char(0x20);
}

function negativeOr(word: number, mask: number, negative: string, positive: string): string {
  return (word & mask) === mask ? negative : positive;
}

/** The segment's word behind up to two acknowledgements; -1: the message ends before it. */
function segment(context: PrintContext, at: number, length: number, otherTitle: string): number {
  const { view } = context;
  let from = at + headerLength;
  let word = view.u16LE(from);
  if ((word & Acknowledge.present) === 0) return word;
  numbered(context, negativeOr(word, Acknowledge.negative, 'nak ', 'ack '), word);
  from += 2;
  if (length < from + 2 - at) return -1;
  word = view.u16LE(from);
  if ((word & Acknowledge.other) === 0) return word;
  const negative = otherTitle === 'oack ' ? 'onak ' : 'nakdat ';
  numbered(context, negativeOr(word, Acknowledge.otherNegative, negative, otherTitle), word);
  from += 2;
  if (length < from + 2 - at) return -1;
  return view.u16LE(from);
}

function data(context: PrintContext, at: number, length: number): boolean {
  const { out } = context;
  const subtype = flags & subtypeMask;
  if (subtype === Subtype.linkService) return linkService(context, at, length);
  if (subtype === Subtype.interrupt) out.text('intr ');
  else if (dataSubtypes.includes(subtype)) links(context, 'data ');
  else {
    reserved(context, 'reserved-subtype? ');
    return true;
  }
  if (length < headerLength + 2) return false;
  const word = segment(context, at, length, subtype === Subtype.interrupt ? 'ackdat ' : 'oack ');
  if (word < 0) return false;
  numbered(context, 'seg ', word);
  return true;
}

/** Header with three words of numbers, flags and value. */
const linkServiceLength = 13;

function linkService(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  links(context, 'link-service ');
  if (length < linkServiceLength) return false;
  numbered(context, 'seg ', segment(context, at, length, 'ackdat '));
  const modes = view.u8(at + 11);
  const value = view.u8(at + 12);
  const kind = modes & 0x0c;
  if (kind === 0) {
    out.text('dat seg count ');
    out.decimal(value);
    out.char(0x20);
    const mode = modes & 3;
    if (mode === 1) out.text('donotsend-data ');
    else if (mode === 2) out.text('send-data ');
    else if (mode === 3) {
      out.text('reserved-fcmod? ');
      out.hex(modes);
    }
  } else if (kind === 4) {
    out.text('intr req count ');
    out.decimal(value);
    out.char(0x20);
  } else {
    out.text('reserved-fcval-int? ');
    out.hex(modes);
  }
  return true;
}

const acknowledgementLength = 9;

function acknowledgement(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  const subtype = flags & subtypeMask;
  if (subtype === connectAcknowledgement) {
    out.text('conn-ack ');
    out.decimal(destination);
    return true;
  }
  if (subtype !== 0 && subtype !== otherAcknowledgement) {
    reserved(context, 'reserved-acktype? ');
    return true;
  }
  links(context, subtype === 0 ? 'data-ack ' : 'ils-ack ');
  if (length < acknowledgementLength) return false;
  view.need(at, acknowledgementLength);
  const word = view.u16LE(at + headerLength);
  if ((word & Acknowledge.present) === 0) return true;
  numbered(context, negativeOr(word, Acknowledge.negative, 'nak ', 'ack '), word);
  const other = view.u16LE(at + headerLength + 2);
  if ((other & Acknowledge.other) === 0) return true;
  const negative = subtype === 0 ? 'onak ' : 'nakdat ';
  const positive = subtype === 0 ? 'oack ' : 'ackdat ';
  numbered(context, negativeOr(other, Acknowledge.otherNegative, negative, positive), other);
  return true;
}

const initiateLength = 9;
const confirmLength = 10;
const disconnectLength = 8;

function control(context: PrintContext, at: number, length: number): boolean {
  const { view } = context;
  switch (flags & subtypeMask) {
    case Subtype.initiate:
    case Subtype.reinitiate:
      links(context, (flags & subtypeMask) === Subtype.initiate ? 'conn-initiate ' : 'retrans-conn-initiate ');
      if (length < initiateLength) return false;
      services(context, at);
      return true;
    case Subtype.confirm:
      links(context, 'conn-confirm ');
      if (length < confirmLength) return false;
      view.need(at, confirmLength);
      services(context, at);
      optional(context, view.u8(at + 9));
      return true;
    case Subtype.disconnect:
      links(context, 'disconn-initiate ');
      if (length < disconnectLength) return false;
      view.need(at, disconnectLength);
      reason(context, at);
      optional(context, view.u8(at + 7));
      return true;
    case Subtype.disconnectConfirm:
      links(context, 'disconn-confirm ');
      reason(context, at);
      return true;
    default:
      reserved(context, 'reserved-ctltype? ');
      return true;
  }
}

function services(context: PrintContext, at: number): void {
  const { out, view } = context;
  view.need(at, initiateLength);
  out.text(flowControls[(view.u8(at + 5) >>> 2) & 3]);
  out.text(versions[view.u8(at + 6) & 3]);
  out.text('segsize ');
  out.decimal(view.u16LE(at + 7));
  out.char(0x20);
}

function optional(context: PrintContext, length: number): void {
  if (length === 0) return;
  context.out.text('optlen ');
  context.out.decimal(length);
  context.out.char(0x20);
}

function reason(context: PrintContext, at: number): void {
  const { out, view } = context;
  nameOr(out, reasons, view.u16LE(at + 5), 'reason-');
  out.char(0x20);
}
