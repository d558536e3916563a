/** Data links of LMP and the state of their channels (RFC 4204, 13.12 to 13.14). */
import type { PrintContext } from '../context';
import { megabits } from '../text/float';
import { type FlagName, flagNames, names } from '../text/names';
import { count, nameAndNumber } from '../text/phrase';
import { pathEncodingNames, switchingCapabilityNames } from './gmpls';
import {
  atLeast,
  identifier,
  idLength,
  type LmpIdKind,
  type LmpObjectEntry,
  type LmpObjectPrinter,
} from './lmp-object-type';

const Class = { dataLink: 12, channelStatus: 13, channelStatusRequest: 14 } as const;
const linkFlags: readonly FlagName[] = [
  [0x01, 'Data Link Port'],
  [0x02, 'Allocated for user traffic'],
  [0x04, 'Failed link'],
];
const Subobject = { switchingType: 1, wavelength: 2 } as const;
const subobjectNames = names(() => ({ 1: 'Interface Switching Type', 2: 'Wavelength' }));
const subobjectLengths = new Map<number, number>([
  [Subobject.switchingType, 12],
  [Subobject.wavelength, 8],
]);
const leastSubobject = 4;

function dataLink(kind: LmpIdKind): LmpObjectPrinter {
  return (context, at, length) => {
    const { out, view } = context;
    const remoteAt = at + 4 + idLength(kind);
    out.text('\n\t    Flags: [');
    flagNames(out, linkFlags, view.u8(at));
    out.text(']\n\t    Local Interface ID: ');
    identifier(context, kind, at + 4);
    out.text('\n\t    Remote Interface ID: ');
    identifier(context, kind, remoteAt);
    return subobjects(context, remoteAt + idLength(kind), at + length);
  };
}

/** false: one is unknown. */
function subobjects(context: PrintContext, at: number, end: number): boolean {
  const { out, view } = context;
  for (let from = at; from < end; ) {
    const type = view.u8(from);
    const length = view.u8(from + 1);
    out.text('\n\t    Subobject, Type: ');
    nameAndNumber(out, subobjectNames, type);
    count(out, ', Length: ', length);
    if (length % 4 !== 0 && length >= leastSubobject) {
      out.text(' (not a multiple of 4)');
      return true;
    }
    if (from + length > end && length >= leastSubobject) {
      out.text(' (goes past the end of the object)');
      return true;
    }
    if (length < Math.max(leastSubobject, subobjectLengths.get(type) ?? 0)) {
      out.text(' (too short)');
      return true;
    }
    if (type === Subobject.switchingType) switchingType(context, from);
    else if (type === Subobject.wavelength) count(out, '\n\t      Wavelength: ', view.u32(from + 4));
    else return false;
    from += length;
  }
  return true;
}

function switchingType({ out, view }: PrintContext, at: number): void {
  out.text('\n\t      Switching Type: ');
  nameAndNumber(out, switchingCapabilityNames, view.u8(at + 2));
  out.text('\n\t      Encoding Type: ');
  nameAndNumber(out, pathEncodingNames, view.u8(at + 3));
  out.text('\n\t      Min Reservable Bandwidth: ');
  megabits(out, view, at + 4);
  out.text(' Mbps\n\t      Max Reservable Bandwidth: ');
  megabits(out, view, at + 8);
  out.text(' Mbps');
}

const statusNames = names(() => ({ 1: 'Signal Okay', 2: 'Signal Degraded', 3: 'Signal Fail' }));

/** Interfaces, each followed by its state or not. */
function channels(kind: LmpIdKind, withStatus: boolean): LmpObjectPrinter {
  const size = idLength(kind) + (withStatus ? 4 : 0);
  return (context, at, length) => {
    for (let from = at; from + size <= at + length; from += size) {
      context.out.text('\n\t    Interface ID: ');
      identifier(context, kind, from);
      if (withStatus) status(context, context.view.u32(from + idLength(kind)));
    }
    return true;
  };
}

function status({ out }: PrintContext, field: number): void {
  const isTransmit = (field >>> 30) & 1;
  out.text(field >>> 31 !== 0 ? '\n\t\t    Active: Allocated (1)' : '\n\t\t    Active: Non-allocated (0)');
  out.text(isTransmit !== 0 ? '\n\t\t    Direction: Transmit (1)' : '\n\t\t    Direction: Receive (0)');
  out.text('\n\t\t    Channel Status: ');
  nameAndNumber(out, statusNames, field & 0x3ffffff);
}

export const lmpDataLinkObjects: readonly LmpObjectEntry[] = [
  atLeast(Class.dataLink, 1, 'IPv4', 12, dataLink('ipv4')),
  atLeast(Class.dataLink, 2, 'IPv6', 36, dataLink('ipv6')),
  atLeast(Class.dataLink, 3, 'Unnumbered', 12, dataLink('number')),
  atLeast(Class.channelStatus, 1, 'IPv4', 0, channels('ipv4', true)),
  atLeast(Class.channelStatus, 2, 'IPv6', 0, channels('ipv6', true)),
  atLeast(Class.channelStatus, 3, 'Unnumbered', 0, channels('number', true)),
  atLeast(Class.channelStatusRequest, 1, 'IPv4', 0, channels('ipv4', false)),
  atLeast(Class.channelStatusRequest, 2, 'IPv6', 0, channels('ipv6', false)),
  atLeast(Class.channelStatusRequest, 3, 'Unnumbered', 0, channels('number', false)),
];
