/** TLVs of the Babel routing protocol at -v (RFC 8966, 4.6; 8967; 7298; draft-boutier-babel-source-specific). */

import type { PrintContext } from '../context';
import { linkAddress } from '../text/address';
import {
  BabelTlv,
  printHops,
  printInterval,
  printSequenceAndRouter,
  printUpdateFields,
  printUpdateFlags,
  routerIdLength,
} from './babel-fields';
import { Encoding, printReadAddress, printReadPrefix, readPrefix, rememberPrefix } from './babel-prefix';
import { printSourceRequest, printSourceSequenceRequest, printSourceUpdate } from './babel-source';
import { printBabelSubTlvs } from './babel-sub-tlv';

const upperDigits = '0123456789ABCDEF';
const unicast = 0x8000;
const prefixFlag = 0x80;
const mostChallengeLength = 192;

/** `at` is where the value starts; it has been seen to be whole. false: it contradicts itself. */
export function babelDetails(context: PrintContext, type: number, at: number, size: number): boolean {
  const { out, view } = context;
  switch (type) {
    case BabelTlv.padN:
      out.text('\n\tPad ');
      out.decimal(size + 2);
      return true;
    case BabelTlv.acknowledgmentRequest:
      out.text('\n\tAcknowledgment Request ');
      if (size < 6) return false;
      out.hex16(view.u16(at + 2));
      out.char(0x20);
      printInterval(context, view.u16(at + 4));
      return true;
    case BabelTlv.acknowledgment:
      out.text('\n\tAcknowledgment ');
      if (size < 2) return false;
      out.hex16(view.u16(at));
      return true;
    case BabelTlv.hello:
      return hello(context, at, size);
    case BabelTlv.heardYou:
      return heardYou(context, at, size);
    case BabelTlv.routerId:
      out.text('\n\tRouter Id');
      if (size < 10) return false;
      out.char(0x20);
      linkAddress(out, view, at + 2, routerIdLength);
      return true;
    case BabelTlv.nextHop:
      return nextHop(context, at, size);
    case BabelTlv.update:
      return update(context, at, size);
    case BabelTlv.routeRequest:
      return routeRequest(context, at, size);
    case BabelTlv.sequenceRequest:
      return sequenceRequest(context, at, size);
    case BabelTlv.sourceUpdate:
      return printSourceUpdate(context, at, size);
    case BabelTlv.sourceRequest:
      return printSourceRequest(context, at, size);
    case BabelTlv.sourceSequenceRequest:
      return printSourceSequenceRequest(context, at, size);
    default:
      return security(context, type, at, size);
  }
}

function security(context: PrintContext, type: number, at: number, size: number): boolean {
  const { out, view } = context;
  switch (type) {
    case BabelTlv.timestamp:
      out.text('\n\tTS/PC ');
      if (size < 6) return false;
      out.text('timestamp ');
      out.decimal(view.u32(at + 2));
      out.text(' packetcounter ');
      out.decimal(view.u16(at));
      return true;
    case BabelTlv.hmac:
      return hmac(context, at, size);
    case BabelTlv.mac:
      out.text('\n\tMAC len ');
      out.decimal(size);
      return true;
    case BabelTlv.packetCounter:
      out.text('\n\tPC');
      if (size < 4) return false;
      out.text(' value ');
      out.decimal(view.u32(at));
      out.text(' index len ');
      out.decimal(size - 4);
      return true;
    case BabelTlv.challengeRequest:
    case BabelTlv.challengeReply:
      out.text(type === BabelTlv.challengeRequest ? '\n\tChallenge Request' : '\n\tChallenge Reply');
      if (size > mostChallengeLength) return false;
      out.text(' len ');
      out.decimal(size);
      return true;
    default:
      out.text('\n\tUnknown message type ');
      out.decimal(type);
      return true;
  }
}

function hmac(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  out.text('\n\tHMAC ');
  if (size < 18) return false;
  out.text('key-id ');
  out.decimal(view.u16(at));
  out.text(' digest-');
  out.decimal(size - 2);
  out.char(0x20);
  for (let i = 2; i < size; i++) {
    const byte = view.u8(at + i);
    out.char(upperDigits.charCodeAt(byte >>> 4));
    out.char(upperDigits.charCodeAt(byte & 15));
  }
  return true;
}

function hello(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  out.text('\n\tHello ');
  if (size < 6) return false;
  if ((view.u16(at) & unicast) !== 0) out.text('(Unicast) ');
  out.text('seqno ');
  out.decimal(view.u16(at + 2));
  const hundredths = view.u16(at + 4);
  if (hundredths === 0) {
    out.text(' unscheduled');
  } else {
    out.text(' interval ');
    printInterval(context, hundredths);
  }
  printBabelSubTlvs(context, BabelTlv.hello, at + 6, at + size);
  return true;
}

/** "I heard you": what it costs to hear a neighbour. */
function heardYou(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  out.text('\n\tIHU ');
  if (size < 6) return false;
  const encoding = view.u8(at);
  const taken = readPrefix(context, encoding, undefined, 0, at + 6, size - 6);
  if (taken < 0) {
    context.truncated();
    return true;
  }
  if (encoding === Encoding.wildcard) out.text('any');
  else printReadAddress(context);
  out.text(' rxcost ');
  out.decimal(view.u16(at + 2));
  out.text(' interval ');
  printInterval(context, view.u16(at + 4));
  printBabelSubTlvs(context, BabelTlv.heardYou, at + 6 + taken, at + size);
  return true;
}

function nextHop(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  out.text('\n\tNext Hop');
  if (size < 2) return false;
  const encoding = view.u8(at);
  if (readPrefix(context, encoding, undefined, 0, at + 2, size - 2) < 0) return false;
  out.char(0x20);
  if (encoding === Encoding.wildcard) out.text('invalid AE 0');
  else printReadAddress(context);
  return true;
}

function prefixOr(context: PrintContext, encoding: number, bits: number, wildcard: string): void {
  if (encoding === Encoding.wildcard) context.out.text(wildcard);
  else printReadPrefix(context, encoding, bits);
}

function update(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  out.text('\n\tUpdate');
  if (size < 10) return false;
  const encoding = view.u8(at);
  const flags = view.u8(at + 1);
  const bits = view.u8(at + 2);
  const taken = readPrefix(context, encoding, bits, view.u8(at + 3), at + 10, size - 10);
  if (taken < 0) return false;
  printUpdateFlags(context, flags);
  out.char(0x20);
  prefixOr(context, encoding, bits, 'any');
  printUpdateFields(context, at + 4);
  if ((flags & prefixFlag) !== 0) rememberPrefix(encoding);
  printBabelSubTlvs(context, BabelTlv.update, at + 10 + taken, at + size);
  return true;
}

function routeRequest(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  out.text('\n\tRoute Request ');
  if (size < 2) return false;
  const encoding = view.u8(at);
  const bits = view.u8(at + 1);
  if (readPrefix(context, encoding, bits, 0, at + 2, size - 2) < 0) return false;
  out.text('for ');
  prefixOr(context, encoding, bits, 'any');
  return true;
}

function sequenceRequest(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  out.text('\n\tSeqno Request ');
  if (size < 14) return false;
  const encoding = view.u8(at);
  const bits = view.u8(at + 1);
  if (readPrefix(context, encoding, bits, 0, at + 14, size - 14) < 0) return false;
  printHops(context, view.u8(at + 4));
  prefixOr(context, encoding, bits, 'invalid AE 0');
  printSequenceAndRouter(context, view.u16(at + 2), at + 6);
  return true;
}
