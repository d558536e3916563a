/** The LBL whiteboard (wb): shared drawings over multicast, with repairs of what was lost. It has no standard. */

import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { names } from '../text/names';
import { paddedText } from '../text/packet-text';

const headerLength = 12;
const pageLength = 8;
const stateLength = 16;
const pairLength = 8;
const announcementLength = 28;
const repairRequestLength = 20;
const pageRequestLength = 16;
const pageReplyLength = 4;
const operationsLength = 16;
const repairReplyLength = 4 + operationsLength;
const drawingHeaderLength = 8;

const Type = {
  drawing: 0,
  announcement: 1,
  repairRequest: 2,
  repairReply: 3,
  kill: 4,
  pageRequest: 5,
  pageReply: 7,
} as const;
const Drawing = { skip: 14, hole: 15 } as const;
const drawingNames = names(() => ({
  2: 'RECT',
  3: 'LINE',
  4: 'ML',
  5: 'DEL',
  6: 'XFORM',
  7: 'ELL',
  8: 'CHAR',
  9: 'STR',
  10: 'NOP',
  11: 'PSCODE',
  12: 'PSCOMP',
  13: 'REF',
  [Drawing.skip]: 'SKIP',
  [Drawing.hole]: 'HOLE',
}));

export function printWhiteboard(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'wb';
  if (length < headerLength) {
    context.invalid();
    return;
  }
  view.need(at, headerLength);
  if (view.u8(at + 11) !== 0) out.char(0x2a);
  if (!body(context, view.u8(at + 10), at + headerLength, length - headerLength)) context.invalid();
}

/** false: an unknown message, or one that is too short. */
function body(context: PrintContext, type: number, at: number, length: number): boolean {
  const { out } = context;
  switch (type) {
    case Type.kill:
      out.text(' wb-kill');
      return true;
    case Type.announcement:
      out.text(' wb-id:');
      return length >= announcementLength && announcement(context, at, length);
    case Type.repairRequest:
      out.text(' wb-rreq:');
      return length >= repairRequestLength && repairRequest(context, at);
    case Type.repairReply:
      out.text(' wb-rrep:');
      return length >= repairReplyLength && repairReply(context, at);
    case Type.drawing:
      out.text(' wb-dop:');
      return length >= operationsLength && operations(context, at);
    case Type.pageRequest:
      out.text(' wb-preq:');
      return length >= pageRequestLength && pageRequest(context, at);
    case Type.pageReply:
      out.text(' wb-prep:');
      return length >= pageReplyLength && pageReply(context, at);
    default:
      out.text(' wb-');
      out.decimal(type);
      out.char(0x21);
      return false;
  }
}

/** `192.0.2.1:3`: who has begun a page, and its number. */
function page(context: PrintContext, at: number): void {
  const { out, view } = context;
  namedIpv4(context, at);
  out.char(0x3a);
  out.decimal(view.u32(at + 4));
}

function slotAndPage(context: PrintContext, slotAt: number, pageAt: number): void {
  const { out, view } = context;
  out.decimal(view.u32(slotAt));
  out.char(0x2f);
  page(context, pageAt);
}

/** `<192.0.2.1:5,192.0.2.2:9`: how far each site has come. */
function positions(context: PrintContext, at: number, count: number): void {
  const { out, view } = context;
  for (let i = 0; i < count; i++) {
    view.need(at + i * pairLength, pairLength);
    out.reserve(pairLength * 8);
    out.char(i === 0 ? 0x3c : 0x2c);
    page(context, at + i * pairLength);
  }
  out.char(0x3e);
}

function announcement(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  const stateAt = at + 4 + pageLength;
  view.need(at, 24);
  out.char(0x20);
  slotAndPage(context, stateAt, stateAt + 4);
  out.text(' (max ');
  slotAndPage(context, at, at + 4);
  out.text(') ');
  view.need(at, announcementLength);
  const count = view.u16(stateAt + 12);
  const left = length - announcementLength - count * pairLength;
  if (left < 0) return false;
  positions(context, at + announcementLength, count);
  out.text(' "');
  paddedText(context, at + announcementLength + count * pairLength, left);
  out.char(0x22);
  return true;
}

function repairRequest(context: PrintContext, at: number): boolean {
  const { out, view } = context;
  view.need(at, repairRequestLength);
  out.text(' please repair ');
  namedIpv4(context, at);
  out.char(0x20);
  page(context, at + 4);
  range(context, at + 4 + pageLength);
  return true;
}

/** `<3:5>`: first and last sequence number. */
function range(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.char(0x3c);
  out.decimal(view.u32(at));
  out.char(0x3a);
  out.decimal(view.u32(at + 4));
  out.char(0x3e);
}

function repairReply(context: PrintContext, at: number): boolean {
  const { out, view } = context;
  view.need(at, repairReplyLength);
  out.text(' for ');
  namedIpv4(context, at);
  return operations(context, at + 4);
}

function pageRequest(context: PrintContext, at: number): boolean {
  context.view.need(at, 12);
  context.out.text(' need ');
  slotAndPage(context, at + pageLength, at);
  context.view.need(at, pageRequestLength);
  return true;
}

function pageReply(context: PrintContext, at: number): boolean {
  const { out, view } = context;
  let from = at + pageReplyLength;
  for (let left = view.u32(at); left > 0; left--) {
    view.need(from, 12);
    out.reserve(64);
    out.char(0x20);
    slotAndPage(context, from, from + 4);
    view.need(from, stateLength);
    const count = view.u16(from + 12);
    positions(context, from + stateLength, count);
    from += stateLength + count * pairLength;
  }
  return true;
}

function operations(context: PrintContext, at: number): boolean {
  const { out, view } = context;
  view.need(at, operationsLength);
  out.char(0x20);
  page(context, at);
  range(context, at + pageLength);
  if (context.verbose > 0) {
    drawings(context, at + operationsLength, view.u32(at + pageLength), view.u32(at + pageLength + 4));
  }
  return true;
}

/** What is drawn; a skip and a hole stand for all up to their own number. */
function drawings(context: PrintContext, at: number, first: number, last: number): void {
  const { out, view } = context;
  let from = at;
  out.text(' <');
  for (let number = first; number <= last; number++) {
    const type = view.u8(from + 7);
    const name = drawingNames.get(type);
    out.reserve(64);
    out.char(0x20);
    out.text(name ?? 'dop-');
    if (name === undefined) {
      out.decimal(type);
      out.char(0x21);
    }
    if (type === Drawing.skip || type === Drawing.hole) {
      const upTo = view.u32(from);
      out.decimal32(upTo - number + 1);
      if (upTo < number || upTo > last) out.text('[|]');
      if (upTo < number) return;
      number = upTo;
    }
    from += drawingHeaderLength + ((view.u16(from + 4) + 3) & ~3);
  }
  out.text(' >');
}
