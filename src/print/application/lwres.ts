/** BIND 9's lightweight resolver: a name or address asked for without the DNS format (lib/lwres/include/lwres). */

import { dnsClassInternet } from '../../decode/dns';
import type { PrintContext } from '../context';
import { namedIpv4, namedIpv6 } from '../text/named';
import { nameOr, names } from '../text/names';
import { packetHex } from '../text/packet-text';
import { relativeTime } from '../text/relative-time';
import { dnsType } from './dns-record';

const headerLength = 28;
const supportedVersion = 0;
const responseFlag = 1;
const Opcode = { none: 0, addresses: 0x10001, name: 0x10002, records: 0x10003 } as const;
const opcodeNames = names(() => ({
  [Opcode.none]: 'noop',
  [Opcode.addresses]: 'getaddrsbyname',
  [Opcode.name]: 'getnamebyaddr',
  [Opcode.records]: 'getrdatabyname',
}));
const classNames = names(() => ({ 3: 'CHAOS', 4: 'HS', 255: 'ANY' }));
const Family = { ipv4: 1, ipv6: 2 } as const;
const familyNames = ['', ' IPv4', ' IPv6', ' IPv4/6'];
const addressHeader = 6;
/** What contents return that are not as they should be, or whose opcode is not known. */
const Ends = { invalid: -1, unknown: -2 } as const;

export function printLwres(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'lwres';
  view.need(at, headerLength);
  const said = view.u32(at);
  const version = view.u16(at + 4);
  out.text(' lwres');
  if (context.verbose > 0 || version !== supportedVersion) {
    out.text(' v');
    out.decimal(version);
  }
  let end = at + said;
  if (version === supportedVersion) {
    const opcode = view.u32(at + 12);
    const isResponse = (view.u16(at + 6) & responseFlag) !== 0;
    header(context, at, opcode, isResponse);
    end = (isResponse ? response : query)(context, opcode, at + headerLength);
    if (end === Ends.invalid) {
      context.invalid();
      return;
    }
  }
  if (said !== length) {
    out.text(' [len: ');
    out.decimal(said);
    out.text(' != ');
    out.decimal(length);
    out.char(0x5d);
  }
  if (end !== Ends.unknown && end < at + said) out.text('[extra]');
}

function hexField(context: PrintContext, title: string, value: number): void {
  context.out.text(title);
  context.out.hex(value);
}

function header(context: PrintContext, at: number, opcode: number, isResponse: boolean): void {
  const { out, view } = context;
  const flags = view.u16(at + 6);
  const name = opcodeNames.get(opcode);
  out.char(0x20);
  if (name === undefined) hexField(context, '#0x', opcode);
  else out.text(name);
  if (!isResponse) out.char(0x3f);
  if ((flags & ~responseFlag) !== 0) {
    hexField(context, '[0x', flags);
    out.char(0x5d);
  }
  if (context.verbose < 2) return;
  hexField(context, ' (serial:0x', view.u32(at + 8));
  hexField(context, ' result:0x', view.u32(at + 16));
  out.text(' recvlen:');
  out.decimal(view.u32(at + 20));
  if (context.verbose > 2) {
    hexField(context, ' authtype:0x', view.u16(at + 24));
    out.text(' authlen:');
    out.decimal(view.u16(at + 26));
  }
  out.char(0x29);
}

function flagsField(context: PrintContext, at: number): void {
  if (context.verbose > 2) hexField(context, ' flags:0x', context.view.u32(at));
}

/** Returns where it ends. */
function query(context: PrintContext, opcode: number, at: number): number {
  const { out, view } = context;
  switch (opcode) {
    case Opcode.none:
      return at;
    case Opcode.addresses: {
      view.need(at, 10);
      flagsField(context, at);
      const families = view.u32(at + 4);
      out.text(familyNames[families & 3]);
      if (families >>> 2 !== 0) {
        hexField(context, '[0x', families);
        out.char(0x5d);
      }
      return name(context, at + 10, view.u16(at + 8));
    }
    case Opcode.name:
      view.need(at, 4);
      flagsField(context, at);
      return address(context, at + 4);
    case Opcode.records:
      view.need(at, 10);
      flagsField(context, at);
      recordType(context, at);
      return name(context, at + 10, view.u16(at + 8));
    default:
      return Ends.unknown;
  }
}

/** Returns where it ends. */
function response(context: PrintContext, opcode: number, at: number): number {
  const { out, view } = context;
  switch (opcode) {
    case Opcode.none:
      return at;
    case Opcode.addresses: {
      view.need(at, 10);
      flagsField(context, at);
      const addresses = view.u16(at + 6);
      counts(context, at + 4);
      let from = repeat(context, namedLength, name(context, at + 10, view.u16(at + 8)), view.u16(at + 4));
      for (let i = 0; i < addresses && from !== Ends.invalid; i++) from = address(context, from);
      return from;
    }
    case Opcode.name:
      view.need(at, 8);
      flagsField(context, at);
      out.char(0x20);
      out.decimal(view.u16(at + 4));
      return repeat(context, namedLength, name(context, at + 8, view.u16(at + 6)), view.u16(at + 4));
    case Opcode.records: {
      view.need(at, 16);
      flagsField(context, at);
      recordType(context, at);
      out.text(' TTL ');
      relativeTime(out, view.u32(at + 8));
      counts(context, at + 12);
      const records = repeat(context, octets, namedLength(context, at + 16), view.u16(at + 12));
      return repeat(context, octets, records, view.u16(at + 14));
    }
    default:
      return Ends.unknown;
  }
}

/** Two counts of two bytes each. */
function counts(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.char(0x20);
  out.decimal(view.u16(at));
  out.char(0x2f);
  out.decimal(view.u16(at + 2));
}

function recordType(context: PrintContext, at: number): void {
  const { out, view } = context;
  const recordClass = view.u16(at + 4);
  dnsType(context, view.u16(at + 6));
  if (recordClass === dnsClassInternet) return;
  out.char(0x20);
  nameOr(out, classNames, recordClass, 'Class');
}

function repeat(
  context: PrintContext,
  print: (context: PrintContext, at: number) => number,
  at: number,
  count: number,
): number {
  let from = at;
  for (let i = 0; i < count; i++) from = print(context, from);
  return from;
}

/** A name, and the zero byte after it. */
function name(context: PrintContext, at: number, length: number): number {
  const { out, view } = context;
  out.text(' ');
  out.reserve(4 * length);
  for (let i = 0; i < length; i++) out.caret(view.u8(at + i));
  if (view.u8(at + length) !== 0) out.text(' (not NUL-terminated!)');
  return at + length + 1;
}

function namedLength(context: PrintContext, at: number): number {
  return name(context, at + 2, context.view.u16(at));
}

function octets(context: PrintContext, at: number): number {
  const { out, view } = context;
  const length = view.u16(at);
  out.reserve(2 * length);
  packetHex(context, at + 2, length);
  return at + 2 + length;
}

function address(context: PrintContext, at: number): number {
  const { out, view } = context;
  const length = view.u16(at + 4);
  const from = at + addressHeader;
  view.need(from, length);
  const family = view.u32(at);
  if (family === Family.ipv4 || family === Family.ipv6) {
    const size = family === Family.ipv4 ? 4 : 16;
    if (length < size) return Ends.invalid;
    out.text(' ');
    if (family === Family.ipv4) namedIpv4(context, from);
    else namedIpv6(context, from);
    return from + size;
  }
  out.text(' ');
  out.decimal(family);
  out.char(0x2f);
  out.reserve(2 * length);
  packetHex(context, from, length);
  return from + length;
}
