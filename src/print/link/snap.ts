/** SNAP (IEEE 802): an organization code and that organization's number for what follows. */
import { SnapLayer, snapHeaderLength } from '../../decode/llc';
import type { LinkPrinter, PrintContext } from '../context';
import { printStp } from '../lan/stp';
import { namedMac } from '../text/named';
import { ethertypeNames, names } from '../text/names';
import { Organization, organizationNames } from '../text/organization-names';
import { printEthernet } from './ethernet';
import { printEthertype } from './ethertype';
export const snapOverhead = snapHeaderLength;

const layer = new SnapLayer();

const Cisco = { perVlan: 0x010b, vlanBridge: 0x010c, udld: 0x0111, cdp: 0x2000, vtp: 0x2003, dtp: 0x2004 } as const;
const ciscoNames = names(() => ({
  [Cisco.perVlan]: 'PVST',
  [Cisco.vlanBridge]: 'VLAN Bridge',
  [Cisco.udld]: 'UDLD',
  [Cisco.cdp]: 'CDP',
  [Cisco.vtp]: 'VTP',
  [Cisco.dtp]: 'DTP',
}));
const bridgedNames = names(() => ({
  0x0001: 'Ethernet + FCS',
  0x0007: 'Ethernet w/o FCS',
  0x0002: '802.4 + FCS',
  0x0008: '802.4 w/o FCS',
  0x0003: 'Token Ring + FCS',
  0x0009: 'Token Ring w/o FCS',
  0x0004: 'FDDI + FCS',
  0x0005: '802.6 + FCS',
  0x000a: 'FDDI w/o FCS',
  0x000b: '802.6 w/o FCS',
  0x000e: 'BPDU',
}));

const appletalkType = 0x809b;
const Bridged = {
  ethernet: 0x0001,
  tokenRing: 0x0003,
  fddi: 0x0004,
  ethernetNoFcs: 0x0007,
  tokenRingNoFcs: 0x0009,
  fddiNoFcs: 0x000a,
  spanningTree: 0x000e,
} as const;
/** Bytes between the SNAP header and a bridged frame (RFC 2684, 5.2). */
const bridgePad = 2;

function identity(context: PrintContext, length: number): void {
  const { out } = context;
  const { organization, type } = layer;
  const isEthertype = organization === Organization.ethernet;
  if (!context.linkLevel) {
    stations(context);
    out.text('SNAP, ');
  }
  if (!isEthertype || context.linkLevel) {
    out.text('oui ');
    out.text(organizationNames.get(organization) ?? 'Unknown');
    out.text(' (0x');
    out.hex8(organization >>> 16);
    out.hex16(organization & 0xffff);
    out.text('), ');
  }
  const table =
    organization === Organization.cisco
      ? ciscoNames
      : organization === Organization.ieee8021
        ? bridgedNames
        : isEthertype || organization === Organization.ciscoBridged || organization === Organization.apple
          ? ethertypeNames
          : undefined;
  out.text(isEthertype ? 'ethertype ' : 'pid ');
  out.text(table?.get(type) ?? 'Unknown');
  out.text(' (0x');
  out.hex16(type);
  out.text('), length ');
  out.decimal(length - snapHeaderLength);
  out.text(': ');
}

/** `02:00:00:00:00:02 > 02:00:00:00:00:01 `, where the link has addresses. */
function stations(context: PrintContext): void {
  if (context.linkSourceAt < 0) return;
  namedMac(context, context.linkSourceAt);
  context.out.text(' > ');
  namedMac(context, context.linkDestinationAt);
  context.out.char(0x20);
}

/** false: nobody knows what follows; its identity has been printed. `pad`: bytes before a bridged frame. */
export function printSnap(context: PrintContext, at: number, length: number, pad = bridgePad): boolean {
  const { view } = context;
  context.protocol = 'snap';
  if (length < snapHeaderLength || !view.has(at, snapHeaderLength)) {
    context.truncated();
    return true;
  }
  layer.decode(view, at);
  if (context.linkLevel) identity(context, length);
  const { organization, type } = layer;
  const next = at + snapHeaderLength;
  const left = length - snapHeaderLength;
  const known = payload(context, organization, type, next, left, pad);
  if (!known && !context.linkLevel) identity(context, length);
  return known;
}

function payload(
  context: PrintContext,
  organization: number,
  type: number,
  at: number,
  length: number,
  pad: number,
): boolean {
  switch (organization) {
    case Organization.ethernet:
    case Organization.ciscoBridged:
      return printEthertype(context, type, at, length);
    case Organization.apple:
      return type === appletalkType && printEthertype(context, type, at, length);
    case Organization.cisco:
      return printCisco(context, type, at, length);
    case Organization.ieee8021:
      return printBridged(context, type, at, length, pad);
    default:
      return false;
  }
}

function printCisco(context: PrintContext, type: number, at: number, length: number): boolean {
  switch (type) {
    case Cisco.perVlan:
    case Cisco.vlanBridge:
      printStp(context, at, length);
      return true;
    case Cisco.udld:
      context.tables.rare().printUdld(context, at, length);
      return true;
    case Cisco.cdp:
      context.tables.rare().printCdp(context, at, length);
      return true;
    case Cisco.vtp:
      context.tables.rare().printVtp(context, at, length);
      return true;
    case Cisco.dtp:
      context.tables.rare().printDtp(context, at, length);
      return true;
    default:
      return false;
  }
}

/** A whole frame of another medium (RFC 2684, 5.2), or a BPDU. */
function printBridged(context: PrintContext, type: number, at: number, length: number, pad: number): boolean {
  switch (type) {
    case Bridged.ethernet:
    case Bridged.ethernetNoFcs:
      if (hasPad(context, at, pad)) printEthernet(context, at + pad, length - pad);
      return true;
    case Bridged.tokenRing:
    case Bridged.tokenRingNoFcs:
      printInside(context, context.tables.rare().printTokenRingLink, at, length, pad);
      return true;
    case Bridged.fddi:
    case Bridged.fddiNoFcs:
      printInside(context, context.tables.rare().printFddiLink, at, length, pad + 1);
      return true;
    case Bridged.spanningTree:
      printStp(context, at, length);
      return true;
    default:
      return false;
  }
}

/** A frame that does not begin the packet: how long its header is does not matter to -x. */
function printInside(context: PrintContext, print: LinkPrinter, at: number, length: number, skip: number): void {
  if (!hasPad(context, at, skip)) return;
  const { headerLength, view } = context;
  if (context.enter()) print(context, at + skip, view.available(at + skip), length - skip);
  context.headerLength = headerLength;
}

function hasPad(context: PrintContext, at: number, pad: number): boolean {
  const has = context.view.has(at, pad);
  if (!has) context.truncated();
  return has;
}
