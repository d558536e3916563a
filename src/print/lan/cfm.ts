/** Connectivity Fault Management (IEEE 802.1Q-2014, clause 21; ITU-T Y.1731): the messages; their values in cfm-tlv.ts. */

import { macLength } from '../../decode/ethernet';
import type { PrintContext } from '../context';
import { namedMac } from '../text/named';
import { type FlagName, flagNames, nameOr, names } from '../text/names';
import { paddedText } from '../text/packet-text';
import { printCfmTlvs } from './cfm-tlv';

const headerLength = 4;
const Opcode = { continuityCheck: 1, loopbackReply: 2, loopback: 3, linktraceReply: 4, linktrace: 5 } as const;
const opcodeNames = names(() => ({
  [Opcode.continuityCheck]: 'Continuity Check Message',
  [Opcode.loopbackReply]: 'Loopback Reply',
  [Opcode.loopback]: 'Loopback Message',
  [Opcode.linktraceReply]: 'Linktrace Reply',
  [Opcode.linktrace]: 'Linktrace Message',
}));

/** Seconds between messages, and the least and most of three of them with what they may wander. */
const intervals = [
  undefined,
  ['0.003', '0.011', '0.012'],
  ['0.010', '0.032', '0.035'],
  ['0.100', '0.325', '0.350'],
  ['1.000', '3.250', '3.500'],
  ['10.000', '32.500', '35.000'],
  ['60.000', '195.000', '210.000'],
  ['600.000', '1950.000', '2100.000'],
] as const;
const remoteDefectFlag = 0x80;

interface Message {
  /** Bytes before its values. */
  readonly length: number;
  /** The number by which tcpdump calls one that is shorter. */
  readonly mark: number;
}

const continuityCheckMessage: Message = { length: 70, mark: 1 };
const linktraceMessage: Message = { length: 17, mark: 4 };
const linktraceReplyMessage: Message = { length: 6, mark: 5 };
const namesAt = 6;
const namesLength = 48;

const DomainFormat = { none: 1, dns: 2, mac: 3, text: 4 } as const;
const domainFormatNames = names(() => ({
  0: 'IEEE 802.1',
  [DomainFormat.none]: 'No MD Name present',
  [DomainFormat.dns]: 'DNS string',
  [DomainFormat.mac]: 'MAC + 16Bit Integer',
  [DomainFormat.text]: 'Character string',
}));
const textAssociation = 2;
const associationFormatNames = names(() => ({
  0: 'IEEE 802.1',
  1: 'Primary VID',
  [textAssociation]: 'Character string',
  3: '16Bit Integer',
  4: 'RFC2685 VPN-ID',
}));

const linktraceFlags: readonly FlagName[] = [[0x80, 'Use Forwarding-DB only']];
const linktraceReplyFlags: readonly FlagName[] = [
  [0x80, 'UseFDB Only'],
  [0x40, 'FwdYes'],
  [0x20, 'Terminal MEP'],
];
const relayActionNames = names(() => ({ 1: 'Exact Match', 2: 'Filtering DB', 3: 'MIP CCM DB' }));

export function printCfm(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'cfm';
  if (length < headerLength) {
    context.out.text('\n\t\t packet is too short');
    return;
  }
  if (!view.has(at, headerLength)) {
    context.truncated();
    return;
  }
  const first = view.u8(at);
  const version = first & 0x1f;
  out.text('CFMv');
  out.decimal(version);
  if (version !== 0) {
    out.text(' not supported, length ');
    out.decimal(length);
    return;
  }
  const opcode = view.u8(at + 1);
  out.char(0x20);
  nameOr(out, opcodeNames, opcode, 'unknown (', ')');
  out.text(', MD Level ');
  out.decimal(first >>> 5);
  out.text(', length ');
  out.decimal(length);
  if (context.verbose > 0) details(context, opcode, at, length - headerLength);
}

/** `left`: bytes behind the common header. */
function details(context: PrintContext, opcode: number, at: number, left: number): void {
  const { out, view } = context;
  const flags = view.u8(at + 2);
  const offset = view.u8(at + 3);
  out.text('\n\tFirst TLV offset ');
  out.decimal(offset);
  if (offset > left) {
    out.text(' (too large, must be <= ');
    out.decimal(left);
    out.char(0x29);
    return;
  }
  const from = at + headerLength;
  if (!message(context, opcode, flags, offset, from, left)) return;
  printCfmTlvs(context, from + offset, left - offset);
}

/** false: nothing may be printed behind it. */
function message(
  context: PrintContext,
  opcode: number,
  flags: number,
  offset: number,
  at: number,
  left: number,
): boolean {
  switch (opcode) {
    case Opcode.continuityCheck:
      return fits(context, continuityCheckMessage, offset, at) && continuityCheck(context, flags, at);
    case Opcode.linktrace:
      if (!fits(context, linktraceMessage, offset, at)) return false;
      linktrace(context, flags, at);
      return true;
    case Opcode.linktraceReply:
      if (!fits(context, linktraceReplyMessage, offset, at)) return false;
      linktraceReply(context, flags, at);
      return true;
    default:
      context.dumpPart('\n\t  ', at, left - offset);
      return true;
  }
}

function fits(context: PrintContext, { length, mark }: Message, offset: number, at: number): boolean {
  const { out, view } = context;
  if (offset < length) {
    out.text(' (too small ');
    out.decimal(mark);
    out.text(', must be >= ');
    out.decimal(length);
    out.char(0x29);
    return false;
  }
  if (view.has(at, length)) return true;
  context.truncated();
  return false;
}

function continuityCheck(context: PrintContext, flags: number, at: number): boolean {
  const { out, view } = context;
  const code = flags & 7;
  out.text(', Flags [CCM Interval ');
  out.decimal(code);
  if ((flags & remoteDefectFlag) !== 0) out.text(', RDI');
  out.char(0x5d);
  const interval = intervals[code];
  if (interval !== undefined) {
    out.text('\n\t  CCM Interval ');
    out.text(interval[0]);
    out.text('s, min CCM Lifetime ');
    out.text(interval[1]);
    out.text('s, max CCM Lifetime ');
    out.text(interval[2]);
    out.char(0x73);
  }
  out.text('\n\t  Sequence Number 0x');
  out.hex32(view.u32(at));
  out.text(', MA-End-Point-ID 0x');
  out.hex16(view.u16(at + 4));
  const from = domain(context, at + namesAt);
  return from > 0 && association(context, from, at + namesAt + namesLength);
}

/** The maintenance domain's name, if it has one. Returns where the association's begins; 0: that cannot be told. */
function domain(context: PrintContext, at: number): number {
  const { out, view } = context;
  const format = view.u8(at);
  out.text('\n\t  MD Name Format ');
  out.text(domainFormatNames.get(format) ?? 'Unknown');
  out.text(' (');
  out.decimal(format);
  out.char(0x29);
  if (format === DomainFormat.none) return at + 1;
  const length = view.u8(at + 1);
  out.text(', MD Name length ');
  out.decimal(length);
  /** The association's format, length and one byte of its name have to follow. */
  if (length > namesLength - 5) {
    out.text(' (too large, must be <= ');
    out.decimal(namesLength - 4);
    out.char(0x29);
    return 0;
  }
  const from = at + 2;
  out.text('\n\t  MD Name: ');
  switch (format) {
    case DomainFormat.dns:
    case DomainFormat.text:
      paddedText(context, from, length);
      break;
    case DomainFormat.mac:
      out.text('\n\t  MAC ');
      if (length === macLength) namedMac(context, from);
      else out.text('(length invalid)');
      break;
    default:
      context.dumpPart('\n\t    ', from, length);
  }
  return from + length;
}

/** The short name of the maintenance association; `end`: of the field that holds both names. */
function association(context: PrintContext, at: number, end: number): boolean {
  const { out, view } = context;
  const format = view.u8(at);
  const length = view.u8(at + 1);
  out.text('\n\t  MA Name-Format ');
  out.text(associationFormatNames.get(format) ?? 'Unknown');
  out.text(' (');
  out.decimal(format);
  out.text('), MA name length ');
  out.decimal(length);
  const from = at + 2;
  if (length > end - from) {
    out.text(' (too large, must be <= ');
    out.decimal(end - from);
    out.char(0x29);
    return false;
  }
  out.text('\n\t  MA Name: ');
  if (format === textAssociation) paddedText(context, from, length);
  else context.dumpPart('\n\t    ', from, length);
  return true;
}

function linktrace(context: PrintContext, flags: number, at: number): void {
  const { out } = context;
  out.text(', Flags [');
  flagNames(out, linktraceFlags, flags);
  out.char(0x5d);
  transaction(context, at);
  out.text('\n\t  Original-MAC ');
  namedMac(context, at + 5);
  out.text(', Target-MAC ');
  namedMac(context, at + 11);
}

function linktraceReply(context: PrintContext, flags: number, at: number): void {
  const { out, view } = context;
  out.text(', Flags [');
  flagNames(out, linktraceReplyFlags, flags);
  out.char(0x5d);
  transaction(context, at);
  const action = view.u8(at + 5);
  out.text('\n\t  Replay-Action ');
  out.text(relayActionNames.get(action) ?? 'Unknown');
  out.text(' (');
  out.decimal(action);
  out.char(0x29);
}

function transaction(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text('\n\t  Transaction-ID 0x');
  out.hex32(view.u32(at));
  out.text(', ttl ');
  out.decimal(view.u8(at + 4));
}
