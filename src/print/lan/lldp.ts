/** Link Layer Discovery Protocol (IEEE 802.1AB): who is at the other end; what else is told there at -v. */
import { macLength } from '../../decode/ethernet';
import { LldpHeader, LldpIdentifier, LldpTlv, lldpHeaderLength } from '../../decode/lldp';
import type { PrintContext } from '../context';
import { namedMac } from '../text/named';
import { type FlagName, flagNames, type NameTable, names } from '../text/names';
import { Organization, organizationNames } from '../text/organization-names';
import { packetText, paddedText } from '../text/packet-text';
import { printLldp8021 } from './lldp-8021';
import { printLldp8023 } from './lldp-8023';
import { lldpAddress, printManagementAddress } from './lldp-address';
import { printLldpDcbx } from './lldp-dcbx';
import { printLldpMed } from './lldp-med';
import { lldpSubtype } from './lldp-subtype';

const tlvNames = names(() => ({
  [LldpTlv.end]: 'End',
  [LldpTlv.chassis]: 'Chassis ID',
  [LldpTlv.port]: 'Port ID',
  [LldpTlv.lifetime]: 'Time to Live',
  [LldpTlv.portDescription]: 'Port Description',
  [LldpTlv.systemName]: 'System Name',
  [LldpTlv.systemDescription]: 'System Description',
  [LldpTlv.capabilities]: 'System Capabilities',
  [LldpTlv.management]: 'Management Address',
  [LldpTlv.organization]: 'Organization specific',
}));
const tlv = new LldpHeader();

/** How an identifier is written, by its subtype. */
interface Identifier {
  readonly names: NameTable;
  readonly mac: number;
  readonly network: number;
}

const chassisIdentifier: Identifier = {
  names: names(() => ({
    1: 'Chassis component',
    2: 'Interface alias',
    3: 'Port component',
    4: 'MAC address',
    5: 'Network address',
    6: 'Interface name',
    7: 'Local',
  })),
  ...LldpIdentifier.chassis,
};
const portIdentifier: Identifier = {
  names: names(() => ({
    1: 'Interface alias',
    2: 'Port component',
    3: 'MAC address',
    4: 'Network Address',
    5: 'Interface Name',
    6: 'Agent circuit ID',
    7: 'Local',
  })),
  ...LldpIdentifier.port,
};
const capabilityFlags: readonly FlagName[] = [
  [0x01, 'Other'],
  [0x02, 'Repeater'],
  [0x04, 'Bridge'],
  [0x08, 'WLAN AP'],
  [0x10, 'Router'],
  [0x20, 'Telephone'],
  [0x40, 'Docsis'],
  [0x80, 'Station Only'],
];
const usageDescription = 1;

/** What is left to do for a value: nothing, show its bytes, or stop because its length cannot be. */
const Found = { printed: 0, unknown: 1, short: 2 } as const;

export function printLldp(context: PrintContext, at: number, length: number): void {
  const { out, view, verbose } = context;
  context.protocol = 'lldp';
  out.text('LLDP, length ');
  out.decimal(length);
  let from = at;
  let left = length;
  while (left >= lldpHeaderLength) {
    tlv.decode(view, from);
    const { type, length: size } = tlv;
    from += lldpHeaderLength;
    left -= lldpHeaderLength;
    if (verbose > 0) {
      out.text('\n\t');
      out.text(tlvNames.get(type) ?? 'Unknown');
      out.text(' TLV (');
      out.decimal(type);
      out.text('), length ');
      out.decimal(size);
    }
    if (type === LldpTlv.end || size === 0) return;
    view.need(from, size);
    if (left < size) {
      context.truncated();
      return;
    }
    if (verbose > 0) {
      const found = value(context, type, from, size);
      if (found === Found.short) {
        context.truncated();
        return;
      }
      if (found === Found.unknown || verbose > 1) context.dumpPart('\n\t  ', from, size);
    } else if (type === LldpTlv.systemName) {
      out.text(': ');
      paddedText(context, from, size);
    }
    from += size;
    left -= size;
  }
}

/** One of {@link Found}; `size` is 1 or more. */
function value(context: PrintContext, type: number, at: number, size: number): number {
  const { out, view } = context;
  switch (type) {
    case LldpTlv.chassis:
      return identifier(context, chassisIdentifier, at, size);
    case LldpTlv.port:
      return identifier(context, portIdentifier, at, size);
    case LldpTlv.lifetime:
      if (size < 2) return Found.short;
      out.text(': TTL ');
      out.decimal(view.u16(at));
      out.char(0x73);
      return Found.printed;
    case LldpTlv.portDescription:
    case LldpTlv.systemName:
      out.text(': ');
      paddedText(context, at, size);
      return Found.printed;
    case LldpTlv.systemDescription:
      out.text('\n\t  ');
      paddedText(context, at, size);
      return Found.printed;
    case LldpTlv.capabilities:
      if (size < 4) return Found.short;
      capabilities(context, '\n\t  System  Capabilities [', view.u16(at));
      capabilities(context, '\n\t  Enabled Capabilities [', view.u16(at + 2));
      return Found.printed;
    case LldpTlv.management:
      return printManagementAddress(context, at, size) ? Found.printed : Found.short;
    case LldpTlv.organization:
      if (size < 3) return Found.short;
      return organization(context, at, size) ? Found.printed : Found.unknown;
    default:
      return Found.unknown;
  }
}

function identifier(context: PrintContext, kind: Identifier, at: number, size: number): number {
  const { out, view } = context;
  if (size < 2) return Found.short;
  const subtype = view.u8(at);
  const name = kind.names.get(subtype);
  out.text('\n\t  Subtype ');
  out.text(name ?? 'Unknown');
  out.text(' (');
  out.decimal(subtype);
  out.text('): ');
  if (name === undefined) return Found.unknown;
  if (subtype === kind.mac) {
    if (size < 1 + macLength) return Found.short;
    namedMac(context, at + 1);
  } else if (subtype === kind.network) {
    if (!lldpAddress(context, '', at + 1, size - 1)) return Found.short;
  } else {
    paddedText(context, at + 1, size - 1);
  }
  return Found.printed;
}

function capabilities(context: PrintContext, title: string, flags: number): void {
  const { out } = context;
  out.text(title);
  flagNames(out, capabilityFlags, flags);
  out.text('] (0x');
  out.hex16(flags);
  out.char(0x29);
}

/** false: nobody knows what it means. */
function organization(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  const owner = view.u24(at);
  out.text(': OUI ');
  out.text(organizationNames.get(owner) ?? 'Unknown');
  out.text(' (0x');
  out.hex8(owner >>> 16);
  out.hex16(owner & 0xffff);
  out.char(0x29);
  switch (owner) {
    case Organization.ieee8021:
      return printLldp8021(context, at, size);
    case Organization.ieee8023:
      return printLldp8023(context, at, size);
    case Organization.iana:
      return iana(context, at, size);
    case Organization.tia:
      return printLldpMed(context, at, size);
    case Organization.dcbx:
      return printLldpDcbx(context, at, size);
    default:
      return false;
  }
}

/** Where a device says what it is for (RFC 8520). */
function iana(context: PrintContext, at: number, size: number): boolean {
  if (size < 8) return true;
  const subtype = context.view.u8(at + 3);
  lldpSubtype(context, subtype === usageDescription ? 'MUD-URL' : 'unknown', subtype);
  if (subtype !== usageDescription) return false;
  context.out.text('\n\t  MUD-URL=');
  packetText(context, at + 4, size - 4);
  return true;
}
