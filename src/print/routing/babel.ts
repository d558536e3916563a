/** The Babel routing protocol (RFC 8966 and before it 6126): a packet of TLVs, perhaps with a trailer of more. */

import type { PrintContext } from '../context';
import { names } from '../text/names';
import { BabelTlv, printUpdateFlags } from './babel-fields';
import { forgetPrefixes } from './babel-prefix';
import { babelDetails } from './babel-tlv';

const magic = 42;
const knownVersion = 2;
const headerLength = 4;
const tlvHeaderLength = 2;
const leastUpdateLength = 10;
const tlvNames = names(() => ({
  [BabelTlv.padN]: ' padN',
  [BabelTlv.acknowledgmentRequest]: ' ack-req',
  [BabelTlv.acknowledgment]: ' ack',
  [BabelTlv.hello]: ' hello',
  [BabelTlv.heardYou]: ' ihu',
  [BabelTlv.routerId]: ' router-id',
  [BabelTlv.nextHop]: ' nh',
  [BabelTlv.update]: ' update',
  [BabelTlv.routeRequest]: ' route-request',
  [BabelTlv.sequenceRequest]: ' seqno-request',
  [BabelTlv.timestamp]: ' tspc',
  [BabelTlv.hmac]: ' hmac',
  [BabelTlv.sourceUpdate]: ' ss-update',
  [BabelTlv.sourceRequest]: ' ss-request',
  [BabelTlv.sourceSequenceRequest]: ' ss-mh-request',
  [BabelTlv.mac]: ' mac',
  [BabelTlv.packetCounter]: ' pc',
  [BabelTlv.challengeRequest]: ' challenge_request',
  [BabelTlv.challengeReply]: ' challenge_reply',
}));
export function printBabel(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'babel';
  out.text('babel');
  if (!view.has(at, headerLength)) {
    context.truncated();
    return;
  }
  if (view.u8(at) !== magic) {
    out.text(' invalid header');
    return;
  }
  const version = view.u8(at + 1);
  out.char(0x20);
  out.decimal(version);
  if (version !== knownVersion) {
    out.text(' unknown version');
    return;
  }
  if (length < headerLength) {
    context.invalid();
    return;
  }
  const body = view.u16(at + 2);
  out.text(' (');
  out.decimal(body);
  out.char(0x29);
  const left = length - headerLength;
  if (left < body || !tlvs(context, at + headerLength, body)) {
    context.invalid();
  } else if (left > body) {
    out.text(context.verbose > 0 ? '\n\t----' : ' |');
    if (!tlvs(context, at + headerLength + body, left - body)) context.invalid();
  }
}

/** false: one contradicts itself. */
function tlvs(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  forgetPrefixes();
  const end = at + length;
  let from = at;
  while (from < end) {
    const type = view.u8(from);
    if (type === BabelTlv.pad1) {
      out.text(context.verbose > 0 ? '\n\tPad 1' : ' pad1');
      from++;
      continue;
    }
    if (end - from < tlvHeaderLength) return false;
    context.need(from, tlvHeaderLength);
    const size = view.u8(from + 1);
    const next = from + tlvHeaderLength + size;
    if (next > end) return false;
    context.need(from, tlvHeaderLength + size);
    if (context.verbose > 0) {
      if (!babelDetails(context, type, from + tlvHeaderLength, size)) return false;
    } else {
      out.text(tlvNames.get(type) ?? ' unknown');
      if (type === BabelTlv.update) {
        if (size < leastUpdateLength) return false;
        printUpdateFlags(context, view.u8(from + 3));
      }
    }
    from = next;
  }
  return true;
}
