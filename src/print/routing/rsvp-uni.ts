/** The generalized UNI object of RSVP (OIF UNI 1.0; RFC 3476, 3.1): subobjects that hold addresses and labels. */

import type { PrintContext } from '../context';
import { AddressFamily, addressFamilyNames } from '../text/address-family';
import { namedIpv4, namedIpv6 } from '../text/named';
import { names } from '../text/names';
import { count, nameAndNumber } from '../text/phrase';
import { entry, ObjectEnd, type ObjectPrinter, type RsvpObjectEntry } from './rsvp-object-type';

const uniClass = 229;
const headerLength = 4;
const Subobject = { source: 1, destination: 2, diversity: 3, egressLabel: 4, serviceLevel: 5 } as const;
const subobjectNames = names(() => ({
  1: 'Source TNA address',
  2: 'Destination TNA address',
  3: 'Diversity',
  4: 'Egress label',
  5: 'Service level',
}));

const uni: ObjectPrinter = (context, indent, at, length) => {
  const { out, view } = context;
  const end = at + length;
  let ending: ObjectEnd = ObjectEnd.whole;
  for (let from = at; from < end; ) {
    if (from + headerLength > end) {
      context.invalid();
      return ObjectEnd.stop;
    }
    const size = view.u16(from);
    const type = view.u8(from + 2);
    const family = view.u8(from + 3);
    out.text(indent);
    out.text('  Subobject Type: ');
    nameAndNumber(out, subobjectNames, type);
    out.text(', AF: ');
    nameAndNumber(out, addressFamilyNames, family);
    count(out, ', length: ', size);
    if (size < headerLength || from + size > end) {
      context.invalid();
      return ObjectEnd.stop;
    }
    if (size < leastLength(type, family)) {
      out.text(indent);
      out.text('ERROR: sub-object is too short');
      return ObjectEnd.stop;
    }
    if (!subobject(context, indent, type, family, from, size)) ending = ObjectEnd.undecoded;
    from += size;
  }
  return ending;
};

function isAddress(type: number): boolean {
  return type === Subobject.source || type === Subobject.destination;
}

function leastLength(type: number, family: number): number {
  if (type === Subobject.egressLabel) return 16;
  if (type === Subobject.serviceLevel) return 8;
  if (!isAddress(type)) return 0;
  return family === AddressFamily.ipv4 ? 8 : family === AddressFamily.ipv6 ? 20 : 0;
}

/** false: the object's bytes are to be shown. */
function subobject(
  context: PrintContext,
  indent: string,
  type: number,
  family: number,
  at: number,
  length: number,
): boolean {
  const { out, view } = context;
  if (isAddress(type)) return address(context, indent, family, at + headerLength);
  switch (type) {
    case Subobject.diversity:
      return length === headerLength;
    case Subobject.egressLabel:
      out.text(indent);
      count(out, '    U-bit: ', view.u8(at + 4) >>> 7);
      count(out, ', Label type: ', view.u8(at + 7));
      count(out, ', Logical port id: ', view.u32(at + 8));
      count(out, ', Label: ', view.u32(at + 12));
      return true;
    case Subobject.serviceLevel:
      out.text(indent);
      count(out, '    Service level: ', view.u8(at + 4));
      return true;
  }
  return false;
}

function address(context: PrintContext, indent: string, family: number, at: number): boolean {
  const { out } = context;
  switch (family) {
    case AddressFamily.ipv4:
      out.text(indent);
      out.text('    UNI IPv4 TNA address: ');
      namedIpv4(context, at);
      return true;
    case AddressFamily.ipv6:
      out.text(indent);
      out.text('    UNI IPv6 TNA address: ');
      namedIpv6(context, at);
      return true;
  }
  return family !== AddressFamily.nsap;
}

export const uniObjects: readonly RsvpObjectEntry[] = [entry(uniClass, 1, '1', 4, uni)];
