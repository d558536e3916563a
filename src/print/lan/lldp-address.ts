/** Network addresses in LLDP, and by which of them a system is managed (IEEE 802.1AB-2016, 8.5.9). */

import type { PrintContext } from '../context';
import { AddressFamily, addressFamilyNames } from '../text/address-family';
import { namedIpv4, namedIpv6, namedMac } from '../text/named';
import { names } from '../text/names';
import { paddedText } from '../text/packet-text';

const ieee802 = 6;
const lengths: Record<number, number> = { [AddressFamily.ipv4]: 4, [AddressFamily.ipv6]: 16, [ieee802]: 6 };
const interfaceLength = 5;
const interfaceNames = names(() => ({ 2: 'Interface Index', 3: 'System Port Number' }));

/** `title` and a family of one byte with its address; false: it is too short, and nothing was printed. */
export function lldpAddress(context: PrintContext, title: string, at: number, size: number): boolean {
  const { out, view } = context;
  if (size < 1) return false;
  const family = view.u8(at);
  const length = lengths[family];
  if (length !== undefined && size - 1 < length) return false;
  out.text(title);
  out.text('AFI ');
  out.text(addressFamilyNames.get(family) ?? 'Unknown');
  out.text(' (');
  out.decimal(family);
  out.text(length === undefined ? '), no AF printer !' : '): ');
  if (family === AddressFamily.ipv4) namedIpv4(context, at + 1);
  else if (family === AddressFamily.ipv6) namedIpv6(context, at + 1);
  else if (family === ieee802) namedMac(context, at + 1);
  return true;
}

/** Address, interface and object identifier. false: a length contradicts the value. */
export function printManagementAddress(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  const end = at + size;
  const length = view.u8(at);
  const interfaceAt = at + 1 + length;
  if (interfaceAt > end || length < 1) return false;
  const known = lengths[view.u8(at + 1)];
  if (known !== undefined && length - 1 < known) return false;
  out.text('\n\t  Management Address length ');
  out.decimal(length);
  lldpAddress(context, ', ', at + 1, length);
  if (end - interfaceAt < interfaceLength) return false;
  const subtype = view.u8(interfaceAt);
  out.text('\n\t  ');
  out.text(interfaceNames.get(subtype) ?? 'Unknown');
  out.text(' Interface Numbering (');
  out.decimal(subtype);
  out.text('): ');
  out.decimal(view.u32(interfaceAt + 1));
  const objectAt = interfaceAt + interfaceLength;
  if (objectAt === end) return true;
  const objectLength = view.u8(objectAt);
  if (end - objectAt < 1 + objectLength) return false;
  if (objectLength > 0) {
    out.text('\n\t  OID length ');
    out.decimal(objectLength);
    paddedText(context, objectAt + 1, objectLength);
  }
  return true;
}
