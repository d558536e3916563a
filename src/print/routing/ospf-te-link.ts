/** What OSPF tells of a link for traffic engineering (RFC 3630, 2.5; 4203; 4124). */
import type { PrintContext } from '../context';
import { megabits } from '../text/float';
import { namedIpv4 } from '../text/named';
import { flagNames, names } from '../text/names';
import { bandwidthModelNames, linkProtectionFlags, pathEncodingNames, switchingCapabilityNames } from './gmpls';

const Part = {
  linkType: 1,
  linkId: 2,
  localAddress: 3,
  remoteAddress: 4,
  metric: 5,
  maximum: 6,
  maximumReservable: 7,
  unreserved: 8,
  administrativeGroup: 9,
  localRemoteId: 11,
  protection: 14,
  switching: 15,
  sharedRisk: 16,
  constraints: 17,
} as const;
const partNames = names(() => ({
  [Part.linkType]: 'Link Type',
  [Part.linkId]: 'Link ID',
  [Part.localAddress]: 'Local Interface IP address',
  [Part.remoteAddress]: 'Remote Interface IP address',
  [Part.metric]: 'Traffic Engineering Metric',
  [Part.maximum]: 'Maximum Bandwidth',
  [Part.maximumReservable]: 'Maximum Reservable Bandwidth',
  [Part.unreserved]: 'Unreserved Bandwidth',
  [Part.administrativeGroup]: 'Administrative Group',
  [Part.localRemoteId]: 'Link Local/Remote Identifier',
  [Part.protection]: 'Link Protection Type',
  [Part.switching]: 'Interface Switching Capability',
  [Part.sharedRisk]: 'Shared Risk Link Group',
  [Part.constraints]: 'Bandwidth Constraints',
}));
/** Bytes that a part must have. */
const lengths = new Map<number, number>([
  [Part.linkType, 1],
  [Part.localAddress, 4],
  [Part.remoteAddress, 4],
  [Part.metric, 4],
  [Part.maximum, 4],
  [Part.maximumReservable, 4],
  [Part.unreserved, 32],
  [Part.administrativeGroup, 4],
  [Part.protection, 4],
]);
const linkTypeNames = names(() => ({ 1: 'Point-to-point', 2: 'Multi-Access' }));
const headerLength = 4;
const priorities = 8;
const switchingLength = 36;
const mostConstraintsLength = 36;

/** false: the parts end before they should, or one contradicts itself. */
export function printTeLink(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  let from = at;
  let left = length;
  while (left > 0) {
    if (left < headerLength) return remaining(context, left, headerLength);
    const type = view.u16(from);
    const size = view.u16(from + 2);
    from += headerLength;
    left -= headerLength;
    if (type === 0 || size === 0) return invalid(context, '');
    out.text('\n\t      ');
    out.text(partNames.get(type) ?? 'unknown');
    out.text(' subTLV (');
    out.decimal(type);
    out.text('), length: ');
    out.decimal(size);
    if (left < size) return remaining(context, left + headerLength, size + headerLength);
    if (!view.has(from, size) || !fits(context, type, size) || !value(context, type, from, size)) return false;
    const padded = (size + 3) & ~3;
    if (left < padded) return remaining(context, left + headerLength, padded + headerLength);
    from += padded;
    left -= padded;
  }
  return true;
}

function remaining(context: PrintContext, left: number, needed: number): false {
  const { out } = context;
  out.text('\n\t    Remaining TLV length ');
  out.decimal(left);
  out.text(' < ');
  out.decimal(needed);
  return false;
}

function invalid(context: PrintContext, why: string): false {
  context.out.text(why);
  context.invalid();
  return false;
}

/** false, and said so: a part of this kind cannot have `size` bytes. */
function fits(context: PrintContext, type: number, size: number): boolean {
  const needed = lengths.get(type);
  if (needed !== undefined && size !== needed) {
    context.out.text(' != ');
    context.out.decimal(needed);
    context.invalid();
    return false;
  }
  switch (type) {
    case Part.linkId:
    case Part.localRemoteId:
      return size === 4 || size === 8 || invalid(context, ' != 4 && != 8');
    case Part.constraints:
      return size >= 4 || invalid(context, ' < 4');
    case Part.switching:
      return size >= switchingLength || invalid(context, ' < 36');
    case Part.sharedRisk:
      return size % 4 === 0 || invalid(context, ' != N x 4');
    default:
      return true;
  }
}

function value(context: PrintContext, type: number, at: number, size: number): boolean {
  const { out, view } = context;
  switch (type) {
    case Part.linkType: {
      const kind = view.u8(at);
      out.text(', ');
      out.text(linkTypeNames.get(kind) ?? 'unknown');
      out.text(' (');
      out.decimal(kind);
      out.char(0x29);
      return true;
    }
    case Part.linkId:
    case Part.localRemoteId:
      identifier(context, at);
      if (size === 8) identifier(context, at + 4);
      return true;
    case Part.localAddress:
    case Part.remoteAddress:
      out.text(', ');
      namedIpv4(context, at);
      return true;
    case Part.metric:
      out.text(', Metric ');
      out.decimal(view.u32(at));
      return true;
    case Part.maximum:
    case Part.maximumReservable:
      out.text(', ');
      megabits(out, view, at);
      out.text(' Mbps');
      return true;
    case Part.unreserved:
      bandwidths(context, '\n\t\tTE-Class ', at, priorities);
      return true;
    case Part.administrativeGroup:
      out.text(', 0x');
      out.hex32(view.u32(at));
      return true;
    case Part.protection:
      out.text(', ');
      flagNames(out, linkProtectionFlags, view.u8(at));
      return true;
    case Part.switching:
      switching(context, at);
      return true;
    case Part.sharedRisk:
      sharedRisk(context, at, size);
      return true;
    case Part.constraints:
      return constraints(context, at, size);
    default:
      if (context.verbose === 1) context.dumpPart('\n\t\t', at, size);
      return true;
  }
}

function identifier(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text(', ');
  namedIpv4(context, at);
  out.text(' (0x');
  out.hex32(view.u32(at));
  out.char(0x29);
}

/** `count` numbers, each after `title` and its own number. */
function bandwidths(context: PrintContext, title: string, at: number, count: number): void {
  const { out, view } = context;
  for (let i = 0; i < count; i++) {
    out.text(title);
    out.decimal(i);
    out.text(': ');
    megabits(out, view, at + 4 * i);
    out.text(' Mbps');
  }
}

function switching(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text('\n\t\tInterface Switching Capability: ');
  out.text(switchingCapabilityNames.get(view.u8(at)) ?? 'Unknown');
  out.text('\n\t\tLSP Encoding: ');
  out.text(pathEncodingNames.get(view.u8(at + 1)) ?? 'Unknown');
  out.text('\n\t\tMax LSP Bandwidth:');
  bandwidths(context, '\n\t\t  priority level ', at + 4, priorities);
}

function sharedRisk(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  out.text('\n\t\t  Shared risk group: ');
  for (let i = 0; i < size; i += 4) {
    if (i > 0) out.text(', ');
    out.decimal(view.u32(at + i));
  }
}

function constraints(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  const model = view.u8(at);
  out.text('\n\t\tBandwidth Constraints Model ID: ');
  out.text(bandwidthModelNames.get(model) ?? 'unknown');
  out.text(' (');
  out.decimal(model);
  out.char(0x29);
  if (size % 4 !== 0 || size > mostConstraintsLength) {
    out.text('\n\t\tlength ');
    out.decimal(size);
    return invalid(context, size % 4 !== 0 ? ' != N x 4' : ' > 36');
  }
  bandwidths(context, '\n\t\t  Bandwidth constraint CT', at + 4, (size - 4) / 4);
  return true;
}
