/** Ethernet Configuration Testing Protocol (Digital, Intel and Xerox: Ethernet 2.0, section 8). */
import type { PrintContext } from '../context';
import { namedMac } from '../text/named';

const Operation = { reply: 1, forwardData: 2 } as const;
const skipCountLength = 2;
const operationLength = 2;
const receiptLength = 2;
const addressLength = 6;
/** Messages are nested at multiples of this. */
const skipUnit = 8;

/** All numbers of this protocol have their low byte first. */
export function printLoopback(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'loopback';
  out.text('Loopback');
  if (length < skipCountLength) {
    context.invalidRest(at, length);
    return;
  }
  const skip = view.u16LE(at);
  out.text(', skipCount ');
  out.decimal(skip);
  if (skip % skipUnit !== 0) out.text(' (bogus)');
  const message = at + skipCountLength + skip;
  const left = length - skipCountLength - skip;
  if (left < 0) {
    context.invalidRest(at + skipCountLength, length - skipCountLength);
    return;
  }
  if (left < operationLength) {
    context.invalidRest(message, left);
    return;
  }
  operation(context, message, left);
}

function operation(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const kind = view.u16LE(at);
  const next = at + operationLength;
  const left = length - operationLength;
  out.text(', ');
  switch (kind) {
    case Operation.reply:
      out.text('Reply');
      if (left < receiptLength) {
        context.invalidRest(next, left);
        return;
      }
      reply(context, next, left);
      return;
    case Operation.forwardData:
      out.text('Forward Data');
      if (left < addressLength) {
        context.invalidRest(next, left);
        return;
      }
      view.need(next, addressLength);
      out.text(', forwarding address ');
      namedMac(context, next);
      data(context, next + addressLength, left - addressLength);
      return;
    default:
      out.text(' invalid (');
      out.decimal(kind);
      out.char(0x29);
      view.need(next, left);
  }
}

function reply(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const receipt = view.u16LE(at);
  out.text(', receipt number ');
  out.decimal(receipt);
  data(context, at + receiptLength, length - receiptLength);
}

function data(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  out.text(', data (');
  out.decimal(length);
  out.text(' octets)');
  view.need(at, length);
}
