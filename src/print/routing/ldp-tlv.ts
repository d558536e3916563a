/** Parameters of LDP messages (RFC 5036, 3.4; RFC 3479 and 3988 for two of them). */

import type { PrintContext } from '../context';
import { AddressFamily, addressFamilyNames } from '../text/address-family';
import { namedIpv4, namedIpv6 } from '../text/named';
import { nameOr, names } from '../text/names';
import { count } from '../text/phrase';
import { fecElement } from './ldp-fec';

const headerLength = 4;

const tlvNames = names(() => ({
  0x0100: 'FEC',
  0x0101: 'Address List',
  0x0103: 'Hop Count',
  0x0104: 'Path Vector',
  0x0200: 'Generic Label',
  0x0201: 'ATM Label',
  0x0202: 'Frame-Relay Label',
  0x0300: 'Status',
  0x0301: 'Extended Status',
  0x0302: 'Returned PDU',
  0x0303: 'Returned Message',
  0x0400: 'Common Hello Parameters',
  0x0401: 'IPv4 Transport Address',
  0x0402: 'Configuration Sequence Number',
  0x0403: 'IPv6 Transport Address',
  0x0500: 'Common Session Parameters',
  0x0501: 'ATM Session Parameters',
  0x0502: 'Frame-Relay Session Parameters',
  0x0503: 'Fault-Tolerant Session Parameters',
  0x0600: 'Label Request Message ID',
  0x0601: 'MTU',
}));

interface Tlv {
  /** Bytes without which it says nothing. */
  readonly least: number;
  /** Of these, as many as have to be captured before any of it is shown; all of them where it is left out. */
  readonly first?: number;
  readonly print: (context: PrintContext, at: number, length: number) => void;
}

const tlvs = new Map<number, Tlv>([
  [0x0100, { least: 1, print: fecElement }],
  [0x0101, { least: 2, print: addressList }],
  [0x0200, { least: 4, print: genericLabel }],
  [0x0300, { least: 8, first: 4, print: status }],
  [0x0400, { least: 4, print: hello }],
  [0x0401, { least: 4, print: transport4 }],
  [0x0402, { least: 4, print: sequence }],
  [0x0403, { least: 16, print: transport6 }],
  [0x0500, { least: 8, print: session }],
  [0x0503, { least: 12, first: 2, print: faultTolerance }],
  [0x0601, { least: 2, print: mtu }],
]);

export function printLdpTlvs(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  for (let from = at; from + headerLength <= end; ) {
    const field = view.u16(from);
    const length = view.u16(from + 2);
    const type = field & 0x3fff;
    const valueAt = from + headerLength;
    from = valueAt + length;
    if (from > end) {
      out.text('\n\t\t TLV contents go past end of message');
      return;
    }
    out.text('\n\t    ');
    out.text(tlvNames.get(type) ?? 'Unknown');
    out.text(' TLV (0x');
    out.hex16(type);
    count(out, '), length: ', length);
    out.text((field & 0x8000) !== 0 ? ', Flags: [continue processing' : ', Flags: [ignore');
    out.text((field & 0x4000) !== 0 ? ' and do forward if unknown]' : " and don't forward if unknown]");
    value(context, type, valueAt, length);
  }
}

function value(context: PrintContext, type: number, at: number, length: number): void {
  const tlv = tlvs.get(type);
  if (tlv === undefined) {
    if (context.verbose === 1) context.dumpPart('\n\t      ', at, length);
  } else if (longEnough(context, length, tlv.least)) {
    context.view.need(at, tlv.first ?? tlv.least);
    tlv.print(context, at, length);
  }
}

/** Says so where `length` is less than `least`. */
export function longEnough(context: PrintContext, length: number, least: number): boolean {
  if (length >= least) return true;
  context.tooShort(' [tlv length ', length, least);
  return false;
}

function hello(context: PrintContext, at: number): void {
  const { out, view } = context;
  const flags = view.u16(at + 2);
  count(out, '\n\t      Hold Time: ', view.u16(at), 's, Flags: [');
  out.text((flags & 0x8000) !== 0 ? 'Targeted Hello' : 'Link Hello');
  out.text((flags & 0x4000) !== 0 ? ', Request for targeted Hellos]' : ']');
}

function transport4(context: PrintContext, at: number): void {
  context.out.text('\n\t      IPv4 Transport Address: ');
  namedIpv4(context, at);
}

function transport6(context: PrintContext, at: number): void {
  context.out.text('\n\t      IPv6 Transport Address: ');
  namedIpv6(context, at);
}

function sequence(context: PrintContext, at: number): void {
  count(context.out, '\n\t      Sequence Number: ', context.view.u32(at));
}

function addressList(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const family = view.u16(at);
  const end = at + length;
  out.text('\n\t      Address Family: ');
  nameOr(out, addressFamilyNames, family, 'Unknown (', ')');
  out.text(', addresses');
  const size = family === AddressFamily.ipv4 ? 4 : family === AddressFamily.ipv6 ? 16 : 0;
  if (size === 0) return;
  for (let from = at + 2; from + size <= end; from += size) {
    view.need(from, size);
    out.text(' ');
    if (size === 4) namedIpv4(context, from);
    else namedIpv6(context, from);
  }
}

function session(context: PrintContext, at: number): void {
  const { out, view } = context;
  const flags = view.u16(at + 6);
  count(out, '\n\t      Version: ', view.u16(at));
  count(out, ', Keepalive: ', view.u16(at + 2), 's, Flags: [Downstream ');
  out.text((flags & 0x8000) !== 0 ? 'On Demand' : 'Unsolicited');
  out.text((flags & 0x4000) !== 0 ? ', Loop Detection Enabled]' : ', Loop Detection Disabled]');
}

function genericLabel(context: PrintContext, at: number): void {
  count(context.out, '\n\t      Label: ', context.view.u32(at) & 0xfffff);
}

function status(context: PrintContext, at: number): void {
  const { out, view } = context;
  const field = view.u32(at);
  const code = field & 0x3fffffff;
  out.text(code < 0x10 ? '\n\t      Status: 0x0' : '\n\t      Status: 0x');
  out.hex(code);
  out.text((field & 0x80000000) !== 0 ? ', Flags: [Fatal error' : ', Flags: [Advisory Notification');
  out.text((field & 0x40000000) !== 0 ? ' and do forward]' : " and don't forward]");
  const message = view.u32(at + 4);
  if (message === 0) return;
  out.text(', causing Message ID: 0x');
  out.hex32(message);
}

/** RFC 3479. */
function faultTolerance(context: PrintContext, at: number): void {
  const { out, view } = context;
  const flags = view.u16(at);
  out.text((flags & 0x8000) !== 0 ? '\n\t      Flags: [Reconnect' : '\n\t      Flags: [No Reconnect');
  out.text((flags & 0x8) !== 0 ? ', Save State' : ", Don't Save State");
  out.text((flags & 0x4) !== 0 ? ', All-Label Protection' : ', No All-Label Protection');
  out.text((flags & 0x2) !== 0 ? ', Sequence Numbered Label Checkpoint' : ', All Labels Checkpoint');
  out.text((flags & 0x1) !== 0 ? ', Re-Learn State]' : ", Don't Re-Learn State]");
  const reconnect = view.u32(at + 4);
  if (reconnect !== 0) count(out, ', Reconnect Timeout: ', reconnect, 'ms');
  const recovery = view.u32(at + 8);
  if (recovery !== 0) count(out, ', Recovery Time: ', recovery, 'ms');
}

/** RFC 3988. */
function mtu(context: PrintContext, at: number): void {
  count(context.out, '\n\t      MTU: ', context.view.u16(at));
}
