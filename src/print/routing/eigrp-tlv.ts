/** TLVs of the Enhanced Interior Gateway Routing Protocol (RFC 7868, 6.6-6.9, and before it those of AppleTalk). */
import { ByteView } from '../../decode/view';
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { names } from '../text/names';

const Tlv = {
  parameters: 0x0001,
  softwareVersion: 0x0004,
  ipInternal: 0x0102,
  ipExternal: 0x0103,
  appleTalkInternal: 0x0202,
  appleTalkExternal: 0x0203,
  cableSetup: 0x0204,
} as const;
const tlvNames = names(() => ({
  [Tlv.parameters]: 'General Parameters',
  0x0002: 'Authentication',
  0x0003: 'Sequence',
  [Tlv.softwareVersion]: 'Software Version',
  0x0005: 'Next Multicast Sequence',
  [Tlv.ipInternal]: 'IP Internal routes',
  [Tlv.ipExternal]: 'IP External routes',
  [Tlv.appleTalkInternal]: 'AppleTalk Internal routes',
  [Tlv.appleTalkExternal]: 'AppleTalk External routes',
  [Tlv.cableSetup]: 'AppleTalk Cable setup',
  0x0302: 'IPX Internal routes',
  0x0303: 'IPX External routes',
}));
/** Bytes that a value needs at least. */
const leastLengths = new Map<number, number>([
  [Tlv.parameters, 8],
  [Tlv.softwareVersion, 4],
  [Tlv.ipInternal, 22],
  [Tlv.ipExternal, 42],
  [Tlv.appleTalkInternal, 24],
  [Tlv.appleTalkExternal, 40],
  [Tlv.cableSetup, 8],
]);
/** Where a route was learned. */
const protocolNames = names(() => ({
  1: 'IGRP',
  2: 'EIGRP',
  3: 'Static',
  4: 'RIP',
  5: 'Hello',
  6: 'OSPF',
  7: 'IS-IS',
  8: 'EGP',
  9: 'BGP',
  10: 'IDRP',
  11: 'Connected',
}));
const headerLength = 4;
const indent = '\n\t    ';
const prefixWidth = 15;

/** A prefix, filled up with zeros. */
const prefix = new ByteView();
const prefixBytes = new Uint8Array(4);
prefix.attach(prefixBytes, new DataView(prefixBytes.buffer), 0, prefixBytes.length);

export function printEigrpTlvs(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  let from = at;
  let left = length;
  while (left > 0) {
    context.need(from, headerLength);
    const type = view.u16(from);
    const size = view.u16(from + 2);
    if (size < headerLength || size > left) {
      context.dumpPart(indent, from + headerLength, left);
      return;
    }
    out.text('\n\t  ');
    out.text(tlvNames.get(type) ?? 'Unknown');
    out.text(' TLV (0x');
    out.hex16(type);
    out.text('), length: ');
    out.decimal(size);
    context.need(from, size);
    value(context, type, from + headerLength, size - headerLength);
    if (context.verbose > 1) context.dumpPart(indent, from + headerLength, size - headerLength);
    from += size;
    left -= size;
  }
}

function value(context: PrintContext, type: number, at: number, size: number): void {
  const { out } = context;
  const least = leastLengths.get(type);
  if (least === undefined) {
    if (context.verbose === 1) context.dumpPart(indent, at, size);
    return;
  }
  if (size < least) {
    out.text(' (too short, < ');
    out.decimal(headerLength + least);
    out.char(0x29);
    return;
  }
  switch (type) {
    case Tlv.parameters:
      parameters(context, at);
      return;
    case Tlv.softwareVersion:
      softwareVersion(context, at);
      return;
    case Tlv.ipInternal:
      if (ipRoute(context, at, at + 20)) metric(context, at + 4);
      return;
    case Tlv.ipExternal:
      if (!ipRoute(context, at, at + 40)) return;
      out.text('\n\t      origin-router ');
      namedIpv4(context, at + 4);
      origin(context, at + 8, at + 22, context.view.u32(at + 16));
      metric(context, at + 24);
      return;
    case Tlv.appleTalkInternal:
      cables(context, at, at + 20);
      metric(context, at + 4);
      return;
    case Tlv.appleTalkExternal:
      cables(context, at, at + 36);
      out.text('\n\t      origin-router ');
      out.decimal(context.view.u32(at + 4));
      origin(context, at + 8, at + 16, context.view.u16(at + 18));
      metric(context, at + 20);
      return;
    default:
      out.text('\n\t    Cable-range: ');
      range(context, at);
      out.text(', Router-ID ');
      out.decimal(context.view.u32(at + 4));
  }
}

function parameters(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text('\n\t    holdtime: ');
  out.decimal(view.u16(at + 6));
  out.char(0x73);
  for (let i = 1; i <= 5; i++) {
    out.text(', k');
    out.decimal(i);
    out.char(0x20);
    out.decimal(view.u8(at + i - 1));
  }
}

function softwareVersion(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text('\n\t    IOS version: ');
  out.decimal(view.u8(at));
  out.char(0x2e);
  out.decimal(view.u8(at + 1));
  out.text(', EIGRP version ');
  out.decimal(view.u8(at + 2));
  out.char(0x2e);
  out.decimal(view.u8(at + 3));
}

/** The prefix that `prefixAt` holds and its next hop, which is at `at`; false, and said so: there is no such prefix. */
function ipRoute(context: PrintContext, at: number, prefixAt: number): boolean {
  const { out, view } = context;
  const bits = view.u8(prefixAt);
  if (bits > 32) {
    out.text('\n\t    illegal prefix length ');
    out.decimal(bits);
    return false;
  }
  const count = (bits + 7) >>> 3;
  view.need(prefixAt + 1, count);
  for (let i = 0; i < 4; i++) prefixBytes[i] = i < count ? view.u8(prefixAt + 1 + i) : 0;
  out.text('\n\t    IPv4 prefix: ');
  for (let width = prefixText(context); width < prefixWidth; width++) out.char(0x20);
  const name = context.names?.ipv4(prefixBytes, 0);
  if (name === undefined) out.dotted(prefixBytes, 0);
  else out.literal(name);
  out.char(0x2f);
  out.decimal(bits);
  nextHop(context, at, true);
  return true;
}

/** Characters that the prefix takes. */
function prefixText(context: PrintContext): number {
  const name = context.names?.ipv4(prefixBytes, 0);
  if (name !== undefined) return name.length;
  let width = 3;
  for (const byte of prefixBytes) width += byte < 10 ? 1 : byte < 100 ? 2 : 3;
  return width;
}

function nextHop(context: PrintContext, at: number, isIp: boolean): void {
  const { out, view } = context;
  out.text(', nexthop: ');
  if (view.u32(at) === 0) {
    out.text('self');
  } else if (isIp) {
    namedIpv4(context, at);
  } else {
    out.decimal(view.u16(at));
    out.char(0x2e);
    out.decimal(view.u16(at + 2));
  }
}

function cables(context: PrintContext, at: number, rangeAt: number): void {
  context.out.text('\n\t     Cable-Range: ');
  range(context, rangeAt);
  nextHop(context, at, false);
}

function range(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.decimal(view.u16(at));
  out.char(0x2d);
  out.decimal(view.u16(at + 2));
}

function origin(context: PrintContext, systemAt: number, protocolAt: number, externalMetric: number): void {
  const { out, view } = context;
  out.text(', origin-as ');
  out.decimal(view.u32(systemAt));
  out.text(', origin-proto ');
  out.text(protocolNames.get(view.u8(protocolAt)) ?? 'unknown');
  out.text(', flags [0x');
  out.hex8(view.u8(protocolAt + 1));
  out.text('], tag 0x');
  out.hex32(view.u32(systemAt + 4));
  out.text(', metric ');
  out.decimal(externalMetric);
}

function metric(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text('\n\t      delay ');
  out.decimal(Math.floor(view.u32(at) / 100));
  out.text(' ms, bandwidth ');
  out.decimal(view.u32(at + 4));
  out.text(' Kbps, mtu ');
  out.decimal(view.u24(at + 8));
  out.text(', hop ');
  out.decimal(view.u8(at + 11));
  out.text(', reliability ');
  out.decimal(view.u8(at + 12));
  out.text(', load ');
  out.decimal(view.u8(at + 13));
}
