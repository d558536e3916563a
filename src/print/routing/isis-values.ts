/** The simpler values in IS-IS PDUs: addresses, identifiers, states. Each ends quietly where its length is too short. */

import type { PrintContext } from '../context';
import { nsap, protocolList, systemId, systemIdLength } from '../network/osi';
import { namedIpv6, titledIpv4 } from '../text/named';
import { type FlagName, flagNames, names } from '../text/names';
import { organizationNames } from '../text/organization-names';
import { paddedText } from '../text/packet-text';
import { count } from '../text/phrase';

/** How a value ended: the next may follow; it said ` [|isis]`; nothing may be printed any more. */
export const TlvEnd = { whole: 0, cut: 1, stop: 2 } as const;

/** Prints the `size` bytes of a value at `at`; returns one of {@link TlvEnd}. `type` tells values that share one. */
export type IsisTlvPrinter = (
  context: PrintContext,
  at: number,
  size: number,
  pduAt: number,
  pduLength: number,
  type: number,
) => number;

export const isisIndent = '\n\t      ';
/** A system and a pseudonode of its. */
export const nodeIdLength = systemIdLength + 1;
export const topologyLength = 2;
export const subTlvHeaderLength = 2;
const lspIdLength = 8;
const ipv4Length = 4;
const ipv6Length = 16;

const topologyNames = names(() => ({
  0: 'IPv4 unicast',
  1: 'In-Band Management',
  2: 'IPv6 unicast',
  3: 'Multicast',
  4095: 'Development, Experimental or Proprietary',
}));
const topologyFlags: readonly FlagName[] = [
  [0x4000, 'ATT bit set'],
  [0x8000, 'Overload bit set'],
];

/** The topology that what follows belongs to (RFC 5120); 2 bytes. */
export function isisTopology(context: PrintContext, at: number): void {
  const { out, view } = context;
  const word = view.u16(at);
  const topology = word & 0x0fff;
  out.text(isisIndent);
  out.text(topologyNames.get(topology) ?? 'Reserved for IETF Consensus');
  out.text(' Topology (0x');
  out.hex(topology >>> 8);
  out.hex8(topology & 0xff);
  out.text('), Flags: [');
  flagNames(out, topologyFlags, word & 0xf000);
  out.char(0x5d);
}

export const printAreas: IsisTlvPrinter = (context, at, size) => {
  const { out, view } = context;
  const end = at + size;
  let from = at;
  while (from < end) {
    const length = view.u8(from);
    from++;
    if (end - from < length) return TlvEnd.whole;
    view.need(from, length);
    out.text('\n\t      Area address (length: ');
    out.decimal(length);
    out.text('): ');
    nsap(context, from, length);
    from += length;
  }
  return TlvEnd.whole;
};

/** Elements of one length, as many as fit. */
function each(at: number, size: number, length: number, print: (from: number) => void): number {
  for (let from = at; at + size - from >= length; from += length) print(from);
  return TlvEnd.whole;
}

function identifier(context: PrintContext, title: string, at: number, length: number): void {
  context.view.need(at, length);
  context.out.text(title);
  systemId(context, at, length);
}

export const printPartitionSystems: IsisTlvPrinter = (context, at, size) =>
  each(at, size, systemIdLength, (from) => identifier(context, isisIndent, from, systemIdLength));

export const printNeighborStations: IsisTlvPrinter = (context, at, size) =>
  each(at, size, systemIdLength, (from) => identifier(context, '\n\t      SNPA: ', from, systemIdLength));

export const printInterfaces4: IsisTlvPrinter = (context, at, size) =>
  each(at, size, ipv4Length, (from) => titledIpv4(context, '\n\t      IPv4 interface address: ', from));

export const printInterfaces6: IsisTlvPrinter = (context, at, size) =>
  each(at, size, ipv6Length, (from) => {
    context.view.need(from, ipv6Length);
    context.out.text('\n\t      IPv6 interface address: ');
    namedIpv6(context, from);
  });

export const printRouterId: IsisTlvPrinter = (context, at, size) => {
  if (size >= ipv4Length) titledIpv4(context, '\n\t      Traffic Engineering Router ID: ', at);
  return TlvEnd.whole;
};

/** RFC 8202. */
export const printInstance: IsisTlvPrinter = (context, at, size) => {
  const { out, view } = context;
  if (size < 4) return TlvEnd.whole;
  const count = (size - 2) >>> 1;
  const instance = view.u16(at);
  out.text('\n\t      Instance ID: ');
  out.decimal(instance);
  out.text(', ITIDs(');
  out.decimal(count);
  out.text('): ');
  for (let i = 1; i <= count; i++) {
    if (i > 1) out.text(', ');
    out.decimal(view.u16(at + 2 * i));
  }
  return TlvEnd.whole;
};

export const printLinkStateEntries: IsisTlvPrinter = (context, at, size) =>
  each(at, size, 16, (from) => {
    const { out, view } = context;
    identifier(context, '\n\t      lsp-id: ', from + 2, lspIdLength);
    const sequence = view.u32(from + 10);
    out.text(', seq: 0x');
    out.hex32(sequence);
    out.text(', lifetime: ');
    out.decimalWide(view.u16(from), 5);
    out.char(0x73);
    const checksum = view.u16(from + 14);
    out.text(', chksum: 0x');
    out.hex16(checksum);
  });

/** RFC 6232. */
export const printPurgeOriginator: IsisTlvPrinter = (context, at, size) => {
  const { out, view } = context;
  if (size < 1) return TlvEnd.whole;
  const count = view.u8(at);
  if (count === 0) {
    out.text(' No system IDs supplied');
    return TlvEnd.whole;
  }
  if (size < 1 + systemIdLength) return TlvEnd.whole;
  identifier(context, '\n\t      Purge Originator System-ID: ', at + 1, systemIdLength);
  if (count < 2 || size < 1 + 2 * systemIdLength) return TlvEnd.whole;
  identifier(context, '\n\t      Received from System-ID: ', at + 1 + systemIdLength, systemIdLength);
  return TlvEnd.whole;
};

export const printBufferSize: IsisTlvPrinter = (context, at, size) => {
  if (size >= 2) count(context.out, '\n\t      LSP Buffersize: ', context.view.u16(at));
  return TlvEnd.whole;
};

export const printSequence: IsisTlvPrinter = (context, at, size) => {
  if (size >= 4) count(context.out, '\n\t      Sequence number: ', context.view.u32(at));
  return TlvEnd.whole;
};

export const printProtocols: IsisTlvPrinter = (context, at, size) => {
  context.out.text('\n\t      NLPID(s): ');
  protocolList(context, at, size);
  return TlvEnd.whole;
};

const autonomousSystem = 2;
const domainInformationNames = names(() => ({
  0: 'Reserved',
  1: 'Routing-Domain Specific',
  [autonomousSystem]: 'AS Number Tag',
}));

export const printDomainInformation: IsisTlvPrinter = (context, at, size) => {
  const { out, view } = context;
  if (size < 1) return TlvEnd.whole;
  const type = view.u8(at);
  const name = domainInformationNames.get(type);
  out.text('\n\t      Inter-Domain Information Type: ');
  if (name === undefined) {
    out.text('Unknown (0x');
    out.hex8(type);
    out.char(0x29);
  } else {
    out.text(name);
  }
  if (type !== autonomousSystem) context.dumpPart(isisIndent, at + 1, size - 1);
  else if (size >= 3) count(context.out, 'AS Number: ', view.u16(at + 1));
  return TlvEnd.whole;
};

/** RFC 5301. */
export const printHostname: IsisTlvPrinter = (context, at, size) => {
  context.out.text('\n\t      Hostname: ');
  paddedText(context, at, size);
  return TlvEnd.whole;
};

/** RFC 5307: as much of it as there is. */
export const printRiskGroup: IsisTlvPrinter = (context, at, size) => {
  const { out, view } = context;
  if (size < 7) return TlvEnd.whole;
  identifier(context, '\n\t      IS Neighbor: ', at, nodeIdLength);
  if (size < 8) return TlvEnd.whole;
  const flags = view.u8(at + 7);
  out.text((flags & 1) !== 0 ? ', Flags: [numbered]' : ', Flags: [unnumbered]');
  if (size < 12) return TlvEnd.whole;
  titledIpv4(context, '\n\t      IPv4 interface address: ', at + 8);
  if (size < 16) return TlvEnd.whole;
  titledIpv4(context, '\n\t      IPv4 neighbor address: ', at + 12);
  return each(at + 16, size - 16, 4, (from) => {
    const link = view.u32(from);
    out.text('\n\t      Link-ID: 0x');
    out.hex32(link);
  });
};

const restartFlags: readonly FlagName[] = [
  [0x01, 'Restart Request'],
  [0x02, 'Restart Acknowledgement'],
  [0x04, 'Suppress adjacency advertisement'],
];

/** RFC 5306. */
export const printRestart: IsisTlvPrinter = (context, at, size) => {
  const { out, view } = context;
  if (size < 1) return TlvEnd.whole;
  const flags = view.u8(at);
  out.text('\n\t      Flags [');
  flagNames(out, restartFlags, flags);
  out.char(0x5d);
  if (size < 3) return TlvEnd.whole;
  count(context.out, ', Remaining holding time ', view.u16(at + 1));
  out.char(0x73);
  if (size === 3 + systemIdLength) identifier(context, ', for ', at + 3, systemIdLength);
  return TlvEnd.whole;
};

/** RFC 5120. */
export const printTopologies: IsisTlvPrinter = (context, at, size) => {
  each(at, size, 2, (from) => isisTopology(context, from));
  if ((size & 1) === 1) context.out.text('\n\t      invalid MT-ID');
  return TlvEnd.whole;
};

const adjacencyNames = ['Up', 'Initializing', 'Down'];

/** RFC 5303. */
export const printAdjacency: IsisTlvPrinter = (context, at, size) => {
  const { out, view } = context;
  if (size < 1) return TlvEnd.whole;
  const state = view.u8(at);
  out.text('\n\t      Adjacency State: ');
  out.text(adjacencyNames[state] ?? 'unknown');
  out.text(' (');
  out.decimal(state);
  out.char(0x29);
  if (size >= 5) circuit(context, '\n\t      Extended Local circuit-ID: 0x', at + 1);
  if (size >= 11) identifier(context, '\n\t      Neighbor System-ID: ', at + 5, systemIdLength);
  if (size >= 15) circuit(context, '\n\t      Neighbor Extended Local circuit-ID: 0x', at + 11);
  return TlvEnd.whole;
};

function circuit(context: PrintContext, title: string, at: number): void {
  const value = context.view.u32(at);
  context.out.text(title);
  context.out.hex32(value);
}

export const printVendor: IsisTlvPrinter = (context, at, size) => {
  const { out, view } = context;
  if (size < 3) return TlvEnd.whole;
  const vendor = view.u24(at);
  out.text('\n\t      Vendor: ');
  out.text(organizationNames.get(vendor) ?? 'Unknown');
  out.text(' (');
  out.decimal(vendor);
  out.char(0x29);
  context.dumpPart('\n\t\t', at + 3, size - 3);
  return TlvEnd.whole;
};
