/** AppleTalk Name Binding Protocol (Inside AppleTalk, chapter 7): who has a name, of what type, in which zone. */

import type { PrintContext } from '../context';
import { appletalkAddress } from './appletalk';

const headerLength = 2;
const leastTuples = 8;
const tupleLength = 5;
const operationMask = 0xf0;
const countMask = 0x0f;
const Operation = { broadcastRequest: 0x10, lookup: 0x20, reply: 0x30 } as const;
const longestName = 32;

/** `net`, `node` and `socket`: the sender's, from which those of a tuple should not differ. */
export function nameBinding(
  context: PrintContext,
  at: number,
  length: number,
  net: number,
  node: number,
  socket: number,
): void {
  const { out, view } = context;
  if (length < headerLength + leastTuples) {
    out.text(' truncated-nbp ');
    out.decimal(length);
    return;
  }
  if (!view.has(at, headerLength)) {
    context.truncated();
    return;
  }
  const control = view.u8(at);
  const operation = control & operationMask;
  const first = at + headerLength;
  switch (operation) {
    case Operation.broadcastRequest:
    case Operation.lookup:
      out.text(operation === Operation.lookup ? ' nbp-lkup ' : ' nbp-brRq ');
      out.decimal(view.u8(at + 1));
      out.char(0x3a);
      question(context, first, control & countMask, net, node, socket);
      return;
    case Operation.reply: {
      out.text(' nbp-reply ');
      out.decimal(view.u8(at + 1));
      out.char(0x3a);
      let from = first;
      for (let left = control & countMask; left > 0 && from >= 0; left--) {
        from = answer(context, from, net, node, socket);
      }
      return;
    }
    default:
      out.text(' nbp-0x');
      out.hex(control);
      out.text('  ');
      out.decimal(view.u8(at + 1));
      out.text(' (');
      out.decimal(length - headerLength);
      out.char(0x29);
  }
}

/** One tuple with the sender's address, and a zero enumerator: what differs is told. */
function question(context: PrintContext, at: number, count: number, net: number, node: number, socket: number): void {
  const { out, view } = context;
  if (!view.has(at, tupleLength)) {
    context.truncated();
    return;
  }
  entity(context, at + tupleLength);
  if (count !== 1) {
    out.text(' [ntup=');
    out.decimal(count);
    out.char(0x5d);
  }
  const enumerator = view.u8(at + 4);
  if (enumerator !== 0) {
    out.text(' [enum=');
    out.decimal(enumerator);
    out.char(0x5d);
  }
  if (view.u16(at) === net && view.u8(at + 2) === node && view.u8(at + 3) === socket) return;
  out.text(' [addr=');
  appletalkAddress(context, view.u16(at), view.u8(at + 2));
  out.char(0x2e);
  out.decimal(view.u8(at + 3));
  out.char(0x5d);
}

/** Returns where the next tuple is; -1: nothing more can be read. */
function answer(context: PrintContext, at: number, net: number, node: number, socket: number): number {
  const { out, view } = context;
  if (!view.has(at, tupleLength)) {
    context.truncated();
    return -1;
  }
  const next = entity(context, at + tupleLength);
  const enumerator = view.u8(at + 4);
  if (enumerator !== 1) {
    out.char(0x28);
    out.decimal(enumerator);
    out.char(0x29);
  }
  if (view.u8(at + 3) !== socket) {
    out.char(0x20);
    out.decimal(view.u8(at + 3));
  }
  if (view.u16(at) !== net || view.u8(at + 2) !== node) {
    out.text(' [addr=');
    appletalkAddress(context, view.u16(at), view.u8(at + 2));
    out.char(0x5d);
  }
  return next;
}

/** `"object:type@zone"`. Returns where it ends; -1: before it should. */
function entity(context: PrintContext, at: number): number {
  const { out } = context;
  out.text(' "');
  let from = counted(context, at);
  if (from < 0) return from;
  out.char(0x3a);
  from = counted(context, from);
  if (from < 0) return from;
  out.char(0x40);
  from = counted(context, from);
  if (from >= 0) out.char(0x22);
  return from;
}

/** A string after its length. Returns where it ends; -1: it is cut, or too long. */
function counted(context: PrintContext, at: number): number {
  const { out, view } = context;
  if (!view.has(at, 1)) {
    context.truncated();
    return -1;
  }
  const length = view.u8(at);
  if (length > longestName) {
    out.text('[len=');
    out.decimal(length);
    out.char(0x5d);
    return -1;
  }
  for (let i = 1; i <= length; i++) {
    if (!view.has(at + i, 1)) {
      context.truncated();
      return -1;
    }
    out.caret(view.u8(at + i));
  }
  return at + 1 + length;
}
