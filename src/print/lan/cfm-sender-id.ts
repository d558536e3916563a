/** The Sender ID value of Connectivity Fault Management (IEEE 802.1Q-2014, 21.5.3): chassis and management address. */

import { macLength } from '../../decode/ethernet';
import type { PrintContext } from '../context';
import { AddressFamily, addressFamilyNames } from '../text/address-family';
import { namedIpv4, namedIpv6, namedMac } from '../text/named';
import { paddedText } from '../text/packet-text';

const Chassis = { reserved: 0, mac: 4, network: 5, most: 7 } as const;
const chassisNames = [
  'Reserved',
  'Chassis component',
  'Interface alias',
  'Port component',
  'MAC address',
  'Network address',
  'Interface name',
  'Locally assigned',
];

/** All but the first length may be missing. false: nothing may be printed behind it. */
export function printSenderId(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  if (size < 1) {
    out.text(' (too short, must be >= 1)');
    return true;
  }
  const end = at + size;
  const chassisLength = view.u8(at);
  let from = at + 1;
  let undecoded = false;
  if (chassisLength > 0) {
    if (from === end) return tooShort(context);
    const type = view.u8(from);
    out.text('\n\t  Chassis-ID Type ');
    out.text(chassisNames[type] ?? 'Unknown');
    out.text(' (');
    out.decimal(type);
    out.text('), Chassis-ID length ');
    out.decimal(chassisLength);
    from++;
    if (end - from < chassisLength) return tooShort(context);
    undecoded = !chassis(context, type, from, chassisLength);
    from += chassisLength;
  }
  if (from < end) {
    const length = view.u8(from);
    from++;
    out.text('\n\t  Management Address Domain Length ');
    out.decimal(length);
    if (length > 0) {
      if (end - from < length) return tooShort(context);
      context.dumpPart('\n\t  Management Address Domain: ', from, length);
      from += length;
      if (from === end) {
        out.text(' (Management Address Length is missing)');
        return true;
      }
      const addressLength = view.u8(from);
      from++;
      out.text('\n\t  Management Address Length ');
      out.decimal(addressLength);
      if (end - from < addressLength) {
        tooShort(context);
        return false;
      }
      context.dumpPart('\n\t  Management Address: ', from, addressLength);
      from += addressLength;
    }
  }
  if (undecoded || context.verbose > 1) context.dumpPart('\n\t  ', at, end - from);
  return true;
}

function tooShort(context: PrintContext): true {
  context.out.text('\n\t  (TLV too short)');
  return true;
}

/** `length` is 1 or more. false: nobody knows what it means. */
function chassis(context: PrintContext, type: number, at: number, length: number): boolean {
  const { out } = context;
  switch (type) {
    case Chassis.mac:
      if (length !== macLength) {
        out.text(' (invalid MAC address length)');
        return false;
      }
      out.text('\n\t  MAC ');
      namedMac(context, at);
      return true;
    case Chassis.network:
      return networkAddress(context, at, length);
    default:
      if (type === Chassis.reserved || type > Chassis.most) return false;
      paddedText(context, at, length);
      return true;
  }
}

/** The family is one byte here, as in LLDP. */
function networkAddress(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  const family = view.u8(at);
  out.text('\n\t  Network Address Type ');
  out.text(addressFamilyNames.get(family) ?? 'Unknown');
  out.text(' (');
  out.decimal(family);
  out.char(0x29);
  const least = family === AddressFamily.ipv4 ? 4 : family === AddressFamily.ipv6 ? 16 : 0;
  if (least === 0) return false;
  if (length - 1 !== least) {
    out.text(family === AddressFamily.ipv4 ? '(invalid IPv4 address length ' : '(invalid IPv6 address length ');
    out.decimal(length - 1);
    out.char(0x29);
    return false;
  }
  out.text(', ');
  if (family === AddressFamily.ipv4) namedIpv4(context, at + 1);
  else namedIpv6(context, at + 1);
  return true;
}
