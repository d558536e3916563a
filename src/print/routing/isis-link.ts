/** Sub-TLVs that tell of the link to a neighbor (RFC 5305, RFC 5307, RFC 4124, RFC 6329, RFC 8667). */

import type { PrintContext } from '../context';
import { systemId, systemIdLength } from '../network/osi';
import { megabits } from '../text/float';
import { namedIpv4 } from '../text/named';
import { type FlagName, flagNames, names } from '../text/names';
import { count } from '../text/phrase';
import {
  bandwidthModelNames,
  linkProtectionFlags,
  pathEncodingNames,
  SwitchingCapability,
  switchingCapabilityNames,
} from './gmpls';

const SubTlv = {
  administrativeGroup: 3,
  localRemoteId: 4,
  remoteId: 5,
  interfaceAddress: 6,
  neighborAddress: 8,
  maximumBandwidth: 9,
  reservableBandwidth: 10,
  unreservedBandwidth: 11,
  oldConstraints: 12,
  metric: 18,
  attribute: 19,
  protection: 20,
  switching: 21,
  constraints: 22,
  bridgingMetric: 29,
  adjacencySid: 32,
} as const;

export const isisLinkNames = names(() => ({
  [SubTlv.administrativeGroup]: 'Administrative groups',
  [SubTlv.localRemoteId]: 'Link Local/Remote Identifier',
  [SubTlv.remoteId]: 'Link Remote Identifier',
  [SubTlv.interfaceAddress]: 'IPv4 interface address',
  [SubTlv.neighborAddress]: 'IPv4 neighbor address',
  [SubTlv.maximumBandwidth]: 'Maximum link bandwidth',
  [SubTlv.reservableBandwidth]: 'Reservable link bandwidth',
  [SubTlv.unreservedBandwidth]: 'Unreserved bandwidth',
  [SubTlv.oldConstraints]: 'Bandwidth Constraints (old)',
  [SubTlv.metric]: 'Traffic Engineering Metric',
  [SubTlv.attribute]: 'Link Attribute',
  [SubTlv.protection]: 'Link Protection Type',
  [SubTlv.switching]: 'Interface Switching Capability',
  [SubTlv.constraints]: 'Bandwidth Constraints',
  [SubTlv.bridgingMetric]: 'SPB Metric',
  [SubTlv.adjacencySid]: 'LAN Adjacency Segment Identifier',
  250: 'Reserved for cisco specific extensions',
  251: 'Reserved for cisco specific extensions',
  252: 'Reserved for cisco specific extensions',
  253: 'Reserved for cisco specific extensions',
  254: 'Reserved for cisco specific extensions',
  255: 'Reserved for future expansion',
}));

const attributeFlags: readonly FlagName[] = [
  [0x01, 'Local Protection Available'],
  [0x02, 'Link excluded from local protection path'],
  [0x04, 'Local maintenance required'],
];
const SidFlag = { value: 0x20, local: 0x10 } as const;
const sidFlags: readonly FlagName[] = [
  [0x80, 'Address family IPv6'],
  [0x40, 'Backup'],
  [SidFlag.value, 'Value'],
  [SidFlag.local, 'Local significance'],
  [0x08, 'Set of adjacencies'],
  [0x04, 'Persistent'],
];
const indicationNames = ['Standard SONET/SDH', 'Arbitrary SONET/SDH'];
const indent = '\n\t        ';
const priorities = 8;

/** All `size` bytes are there. */
export function printIsisLink(context: PrintContext, type: number, at: number, size: number): void {
  const { out, view } = context;
  switch (type) {
    case SubTlv.administrativeGroup:
    case SubTlv.localRemoteId:
    case SubTlv.remoteId:
      if (size >= 4) word(context, at);
      if (size === 8) word(context, at + 4);
      return;
    case SubTlv.interfaceAddress:
    case SubTlv.neighborAddress:
      if (size < 4) return;
      out.text(', ');
      namedIpv4(context, at);
      return;
    case SubTlv.maximumBandwidth:
    case SubTlv.reservableBandwidth:
      if (size < 4) return;
      out.text(', ');
      megabits(out, view, at);
      out.text(' Mbps');
      return;
    case SubTlv.unreservedBandwidth:
      if (size >= 4 * priorities) perPriority(context, '\n\t          TE-Class ', at);
      return;
    case SubTlv.constraints:
    case SubTlv.oldConstraints:
      if (size > 0) constraints(context, at, size);
      return;
    case SubTlv.metric:
      if (size >= 3) count(context.out, ', ', view.u24(at));
      return;
    case SubTlv.attribute:
      if (size === 2) attribute(context, view.u16(at));
      return;
    case SubTlv.protection:
      if (size < 2) return;
      out.text(', ');
      flagNames(out, linkProtectionFlags, view.u8(at));
      count(context.out, ', Priority ', view.u8(at + 1));
      return;
    case SubTlv.bridgingMetric:
      if (size < 6) return;
      count(context.out, ', LM: ', view.u24(at));
      count(context.out, ', P: ', view.u8(at + 3));
      count(context.out, ', P-ID: ', view.u16(at + 4));
      return;
    case SubTlv.switching:
      if (size >= 4 + 4 * priorities) switching(context, at, size);
      return;
    case SubTlv.adjacencySid:
      if (size >= 8) adjacencySid(context, at, size);
      return;
    default:
      context.dumpPart('\n\t\t    ', at, size);
  }
}

function word(context: PrintContext, at: number): void {
  context.out.text(', 0x');
  context.out.hex32(context.view.u32(at));
}

function perPriority(context: PrintContext, title: string, at: number): void {
  const { out, view } = context;
  for (let i = 0; i < priorities; i++) {
    count(context.out, title, i);
    out.text(': ');
    megabits(out, view, at + 4 * i);
    out.text(' Mbps');
  }
}

function constraints(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  const model = view.u8(at);
  out.text(indent);
  out.text('Bandwidth Constraints Model ID: ');
  out.text(bandwidthModelNames.get(model) ?? 'unknown');
  count(context.out, ' (', model);
  out.char(0x29);
  for (let i = 0; 1 + 4 * i + 4 <= size; i++) {
    count(context.out, '\n\t          Bandwidth constraint CT', i);
    out.text(': ');
    megabits(out, view, at + 1 + 4 * i);
    out.text(' Mbps');
  }
}

function attribute(context: PrintContext, flags: number): void {
  const { out } = context;
  out.text(', [ ');
  flagNames(out, attributeFlags, flags, 'Unknown');
  out.text(' ] (0x');
  out.hex16(flags);
  out.char(0x29);
}

function switching(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  const capability = view.u8(at);
  out.text('\n\t          Interface Switching Capability:');
  out.text(switchingCapabilityNames.get(capability) ?? 'Unknown');
  out.text(', LSP Encoding: ');
  out.text(pathEncodingNames.get(view.u8(at + 1)) ?? 'Unknown');
  out.text('\n\t          Max LSP Bandwidth:');
  perPriority(context, '\n\t            priority level ', at + 4);
  const from = at + 4 + 4 * priorities;
  const left = size - 4 - 4 * priorities;
  if (capability >= SwitchingCapability.packet1 && capability <= SwitchingCapability.packet4) {
    if (left < 6) return;
    leastBandwidth(context, from);
    count(context.out, '\n\t          Interface MTU: ', view.u16(from + 4));
  } else if (capability === SwitchingCapability.timeDivision) {
    if (left < 8) return;
    leastBandwidth(context, from);
    const indication = view.u8(from + 4);
    const name = indicationNames[indication];
    out.text('\n\t          Indication ');
    if (name !== undefined) out.text(name);
    else {
      count(context.out, 'Unknown (', indication);
      out.char(0x29);
    }
  } else {
    context.dumpPart('\n\t\t    ', from, left);
  }
}

function leastBandwidth(context: PrintContext, at: number): void {
  context.out.text('\n\t          Min LSP Bandwidth: ');
  megabits(context.out, context.view, at);
  context.out.text(' Mbps');
}

/** RFC 8667, 2.2.2: a label where both flags are set, an index where none is. */
function adjacencySid(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  const flags = view.u8(at);
  out.text('\n\t          Flags: [');
  flagNames(out, sidFlags, flags);
  out.char(0x5d);
  count(context.out, '\n\t          Weight: ', view.u8(at + 1));
  out.text('\n\t          Neighbor System-ID: ');
  systemId(context, at + 2, systemIdLength);
  const from = at + 2 + systemIdLength;
  const left = size - 2 - systemIdLength;
  const isLabel = (flags & SidFlag.value) !== 0;
  if (isLabel !== ((flags & SidFlag.local) !== 0) || left < (isLabel ? 3 : 4)) {
    context.invalid();
    return;
  }
  if (isLabel) count(context.out, '\n\t          Label: ', view.u24(from));
  else count(context.out, '\n\t          Index: ', view.u32(from));
}
