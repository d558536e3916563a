/** Slow protocols (IEEE 802.3, annex 57A): LACP and Marker (IEEE 802.1AX), Ethernet OAM (slow-oam.ts); details at -v. */
import type { PrintContext } from '../context';
import { namedMac } from '../text/named';
import { type FlagName, flagNames, nameOr, names } from '../text/names';
import { packetTooShort } from '../text/phrase';
import { printOam } from './slow-oam';

const Subtype = { lacp: 1, marker: 2, oam: 3 } as const;
const subtypeNames = names(() => ({ [Subtype.lacp]: 'LACP', [Subtype.marker]: 'MARKER', [Subtype.oam]: 'OAM' }));
const supportedVersion = 1;

const tlvHeaderLength = 2;
const LacpTlv = { terminator: 0, actor: 1, partner: 2, collector: 3 } as const;
const lacpNames = names(() => ({
  [LacpTlv.terminator]: 'Terminator',
  [LacpTlv.actor]: 'Actor Information',
  [LacpTlv.partner]: 'Partner Information',
  [LacpTlv.collector]: 'Collector Information',
}));
const markerTlv = 1;
const markerNames = names(() => ({ [LacpTlv.terminator]: 'Terminator', [markerTlv]: 'Marker Information' }));
/** Lengths of the values that are known, type and length counted. */
const stationLength = 20;
const collectorLength = 16;
const markerLength = 16;
const stateFlags: readonly FlagName[] = [
  [0x01, 'Activity'],
  [0x02, 'Timeout'],
  [0x04, 'Aggregation'],
  [0x08, 'Synchronization'],
  [0x10, 'Collecting'],
  [0x20, 'Distributing'],
  [0x40, 'Default'],
  [0x80, 'Expired'],
];

export function printSlow(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'slow';
  if (length < 1) {
    out.text(context.verbose > 0 ? '\n\t\t packet is too short' : ' (packet is too short)');
    return;
  }
  const subtype = view.u8(at);
  const versioned = subtype === Subtype.lacp || subtype === Subtype.marker;
  if (versioned && length < 2) {
    out.text(context.verbose > 0 ? '\n\t\t packet is too short' : ' (packet is too short)');
    return;
  }
  const version = versioned ? view.u8(at + 1) : 0;
  nameOr(out, subtypeNames, subtype, 'unknown (', ')');
  if (versioned && version !== supportedVersion) {
    out.text(' version ');
    out.decimal(version);
    out.text(' packet not supported');
    return;
  }
  if (versioned) {
    out.char(0x76);
    out.decimal(version);
  }
  out.text(', length ');
  out.decimal(length);
  if (!subtypeNames.has(subtype)) context.dumpPart('\n\t', at, length);
  else if (context.verbose === 0) return;
  else if (versioned) values(context, subtype, at + 2, length - 2);
  else if (!printOam(context, at + 1, length - 1)) packetTooShort(context.out);
}

function values(context: PrintContext, subtype: number, at: number, length: number): void {
  const { out, view } = context;
  let from = at;
  let left = length;
  while (left > 0) {
    if (left < tlvHeaderLength) {
      packetTooShort(context.out);
      return;
    }
    const type = view.u8(from);
    const size = view.u8(from + 1);
    out.text('\n\t');
    out.text((subtype === Subtype.lacp ? lacpNames : markerNames).get(type) ?? 'Unknown');
    out.text(' TLV (0x');
    out.hex8(type);
    out.text('), length ');
    out.decimal(size);
    if (type === LacpTlv.terminator) return;
    if (size < tlvHeaderLength) {
      out.text('\n\t    ERROR: illegal length - should be >= 2');
      return;
    }
    if (left < size) {
      packetTooShort(context.out);
      return;
    }
    view.need(from, size);
    value(context, subtype, type, from, size);
    if (context.verbose > 1) context.dumpPart('\n\t  ', from + tlvHeaderLength, size - tlvHeaderLength);
    from += size;
    left -= size;
  }
}

function value(context: PrintContext, subtype: number, type: number, at: number, size: number): void {
  if (subtype === Subtype.marker) {
    if (type !== markerTlv) unknown(context, at, size);
    else if (hasLength(context, size, markerLength)) marker(context, at + tlvHeaderLength);
    return;
  }
  switch (type) {
    case LacpTlv.actor:
    case LacpTlv.partner:
      if (hasLength(context, size, stationLength)) station(context, at + tlvHeaderLength);
      return;
    case LacpTlv.collector:
      if (hasLength(context, size, collectorLength)) {
        context.out.text('\n\t  Max Delay ');
        context.out.decimal(context.view.u16(at + tlvHeaderLength));
      }
      return;
    default:
      unknown(context, at, size);
  }
}

function unknown(context: PrintContext, at: number, size: number): void {
  if (context.verbose === 1) context.dumpPart('\n\t  ', at + tlvHeaderLength, size - tlvHeaderLength);
}

function hasLength(context: PrintContext, size: number, right: number): boolean {
  if (size === right) return true;
  context.out.text('\n\t    ERROR: illegal length - should be ');
  context.out.decimal(right);
  return false;
}

function station(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text('\n\t  System ');
  namedMac(context, at + 2);
  out.text(', System Priority ');
  out.decimal(view.u16(at));
  out.text(', Key ');
  out.decimal(view.u16(at + 8));
  out.text(', Port ');
  out.decimal(view.u16(at + 12));
  out.text(', Port Priority ');
  out.decimal(view.u16(at + 10));
  out.text('\n\t  State Flags [');
  flagNames(out, stateFlags, view.u8(at + 14));
  out.char(0x5d);
}

function marker(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text('\n\t  Request System ');
  namedMac(context, at + 2);
  out.text(', Request Port ');
  out.decimal(view.u16(at));
  out.text(', Request Transaction ID 0x');
  out.hex32(view.u32(at + 8));
}
