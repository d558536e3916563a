/** Values behind the messages of Connectivity Fault Management (IEEE 802.1Q-2014, 21.5). */

import type { PrintContext } from '../context';
import { type NameTable, names } from '../text/names';
import { organizationNames } from '../text/organization-names';
import { packetTooShort } from '../text/phrase';
import { printSenderId } from './cfm-sender-id';

const tlvHeaderLength = 3;
const Tlv = { end: 0, senderId: 1, portStatus: 2, interfaceStatus: 3, organization: 31 } as const;
const tlvNames = names(() => ({
  [Tlv.end]: 'End',
  [Tlv.senderId]: 'Sender ID',
  [Tlv.portStatus]: 'Port status',
  [Tlv.interfaceStatus]: 'Interface status',
  4: 'Data',
  5: 'Reply Ingress',
  6: 'Reply Egress',
  [Tlv.organization]: 'Organization Specific',
}));
const portStatusNames = names(() => ({ 1: 'Blocked', 2: 'Up' }));
const interfaceStatusNames = names(() => ({
  1: 'Up',
  2: 'Down',
  3: 'Testing',
  5: 'Dormant',
  6: 'not present',
  7: 'lower Layer down',
}));

export function printCfmTlvs(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  let from = at;
  let left = length;
  while (left > 0) {
    const type = view.u8(from);
    out.text('\n\t');
    out.text(tlvNames.get(type) ?? 'Unknown');
    out.text(' TLV (0x');
    out.hex8(type);
    out.char(0x29);
    if (type === Tlv.end) return;
    if (left < tlvHeaderLength) {
      packetTooShort(context.out);
      return;
    }
    if (!view.has(from, tlvHeaderLength)) {
      context.truncated();
      return;
    }
    const size = view.u16(from + 1);
    out.text(', length ');
    out.decimal(size);
    from += tlvHeaderLength;
    left -= tlvHeaderLength;
    if (left < size) {
      packetTooShort(context.out);
      return;
    }
    if (!view.has(from, size)) {
      context.truncated();
      return;
    }
    if (!value(context, type, from, size)) return;
    from += size;
    left -= size;
  }
}

/** false: nothing may be printed behind it. */
function value(context: PrintContext, type: number, at: number, size: number): boolean {
  switch (type) {
    case Tlv.portStatus:
      return status(context, portStatusNames, at, size);
    case Tlv.interfaceStatus:
      return status(context, interfaceStatusNames, at, size);
    case Tlv.organization:
      return organization(context, at, size);
    case Tlv.senderId:
      return printSenderId(context, at, size);
    default:
      dump(context, at, size, true);
      return true;
  }
}

function dump(context: PrintContext, at: number, count: number, always: boolean): void {
  if (always || context.verbose > 1) context.dumpPart('\n\t  ', at, count);
}

function status(context: PrintContext, table: NameTable, at: number, size: number): boolean {
  const { out, view } = context;
  if (size < 1) {
    out.text(' (too short, must be >= 1)');
    return false;
  }
  const code = view.u8(at);
  out.text(', Status: ');
  out.text(table.get(code) ?? 'Unknown');
  out.text(' (');
  out.decimal(code);
  out.char(0x29);
  dump(context, at, size, false);
  return true;
}

function organization(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  if (size < 4) {
    out.text(' (too short, must be >= 4)');
    return false;
  }
  const vendor = view.u24(at);
  out.text(', Vendor: ');
  out.text(organizationNames.get(vendor) ?? 'Unknown');
  out.text(' (');
  out.decimal(vendor);
  out.text('), Sub-Type ');
  out.decimal(view.u8(at + 3));
  dump(context, at, size, true);
  return true;
}
