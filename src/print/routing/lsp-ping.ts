/** Echo requests and replies along label switched paths (RFC 4379). */

import { printNtpTime } from '../application/ntp';
import type { PrintContext } from '../context';
import { enterpriseNames } from '../text/enterprise-names';
import { nameOr, names } from '../text/names';
import { count, nameAndNumber, packetTooShort } from '../text/phrase';
import { downstreamMapping } from './lsp-ping-downstream';
import { targetStack } from './lsp-ping-fec';

const headerLength = 32;
const tlvHeaderLength = 4;
const supportedVersion = 1;

const typeNames = names(() => ({ 1: 'MPLS Echo Request', 2: 'MPLS Echo Reply' }));
const replyModeNames = names(() => ({
  1: 'Do not reply',
  2: 'Reply via an IPv4/IPv6 UDP packet',
  3: 'Reply via an IPv4/IPv6 UDP packet with Router Alert',
  4: 'Reply via application level control channel',
}));
const returnCodeNames = names(() => ({
  0: 'No return code or return code contained in the Error Code TLV',
  1: 'Malformed echo request received',
  2: 'One or more of the TLVs was not understood',
  3: 'Replying router is an egress for the FEC at stack depth',
  4: 'Replying router has no mapping for the FEC at stack depth',
  5: 'Reserved',
  6: 'Reserved',
  7: 'Reserved',
  8: 'Label switched at stack-depth',
  9: 'Label switched but no MPLS forwarding at stack-depth',
  10: 'Mapping for this FEC is not the given label at stack depth',
  11: 'No label entry at stack-depth',
  12: 'Protocol not associated with interface at FEC stack depth',
  13: 'Premature termination of ping due to label stack shrinking to a single label',
}));
/** Codes whose text ends with the subcode: it is the stack depth. */
const codesWithDepth: ReadonlySet<number> = new Set([3, 4, 8, 10, 11, 12]);

const Tlv = { target: 1, downstream: 2, vendor: 5, bfd: 15 } as const;
const tlvNames = names(() => ({
  1: 'Target FEC Stack',
  2: 'Downstream Mapping',
  3: 'Pad',
  5: 'Vendor Enterprise Code',
  7: 'Interface Label Stack',
  9: 'Error Code',
  10: 'Reply TOS Byte',
  15: 'BFD Discriminator',
  0xfc00: 'Vendor Private Code',
}));

/** How a parameter ends. */
export const TlvEnd = { whole: 0, undecoded: 1, stop: 2 } as const;
export type TlvEnd = (typeof TlvEnd)[keyof typeof TlvEnd];

export function printLspPing(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'lspping';
  if (length < headerLength) {
    packetTooShort(context.out);
    return;
  }
  view.need(at, headerLength);
  const version = view.u16(at);
  if (version !== supportedVersion) {
    count(out, 'LSP-PING version ', version, ' packet not supported');
    return;
  }
  if (context.verbose > 0) {
    header(context, at, length);
    if (!tlvs(context, at + headerLength, at + length)) packetTooShort(context.out);
    return;
  }
  count(out, 'LSP-PINGv', version, ', ');
  nameOr(out, typeNames, view.u8(at + 4), 'unknown (', ')');
  count(out, ', seq ', view.u32(at + 12));
  count(out, ', length: ', length);
}

function header(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const code = view.u8(at + 6);
  const subcode = view.u8(at + 7);
  count(out, '\n\tLSP-PINGv', view.u16(at), ', msg-type: ');
  nameAndNumber(out, typeNames, view.u8(at + 4), 'unknown');
  count(out, ', length: ', length);
  out.text('\n\t  reply-mode: ');
  nameAndNumber(out, replyModeNames, view.u8(at + 5), 'unknown');
  out.text('\n\t  Return Code: ');
  out.text(returnCodeNames.get(code) ?? 'unknown');
  if (codesWithDepth.has(code)) count(out, ' ', subcode);
  count(out, ' (', code);
  count(out, ')\n\t  Return Subcode: (', subcode);
  out.text(')\n\t  Sender Handle: 0x');
  out.hex32(view.u32(at + 8));
  count(out, ', Sequence: ', view.u32(at + 12));
  out.text('\n\t  Sender Timestamp: ');
  printNtpTime(context, at + 16);
  out.text(' Receiver Timestamp: ');
  if (view.u32(at + 24) === 0 && view.u32(at + 28) === 0) out.text('no timestamp');
  else printNtpTime(context, at + 24);
}

/** Next multiple of four. */
function padded(length: number): number {
  return (length + 3) & ~3;
}

/** false: the packet ends inside one of them. */
function tlvs(context: PrintContext, at: number, end: number): boolean {
  const { out, view } = context;
  for (let from = at; from < end; ) {
    if (from + tlvHeaderLength > end) return false;
    const type = view.u16(from);
    const length = view.u16(from + 2);
    out.text('\n\t  ');
    out.text(tlvNames.get(type) ?? 'Unknown');
    count(out, ' TLV (', type);
    count(out, '), length: ', length);
    from += tlvHeaderLength;
    if (length === 0) continue;
    if (from + length > end) return false;
    view.need(from, length);
    const ending = value(context, type, from, length);
    if (ending === TlvEnd.stop) return true;
    if (context.verbose > 1 || ending === TlvEnd.undecoded) context.dumpPart('\n\t    ', from, length);
    from += padded(length);
    if (from > end) return false;
  }
  return true;
}

function value(context: PrintContext, type: number, at: number, length: number): TlvEnd {
  const { out, view } = context;
  switch (type) {
    case Tlv.target:
      return targetStack(context, at, length);
    case Tlv.downstream:
      return downstreamMapping(context, at, length);
    case Tlv.bfd:
      if (length < 4) return shortTlv(context);
      out.text('\n\t    BFD Discriminator 0x');
      out.hex32(view.u32(at));
      return TlvEnd.whole;
    case Tlv.vendor:
      if (length < 4) return shortTlv(context);
      vendor(context, view.u32(at));
      return TlvEnd.whole;
  }
  return TlvEnd.undecoded;
}

export function shortTlv(context: PrintContext): TlvEnd {
  context.out.text('\n\t      TLV is too short');
  return TlvEnd.undecoded;
}

function vendor({ out }: PrintContext, number: number): void {
  out.text('\n\t    Vendor: ');
  out.text(enterpriseNames.get(number) ?? 'Unknown');
  out.text(' (0x');
  if (number < 0x10000) out.hex16(number);
  else out.hex(number);
  out.char(0x29);
}
