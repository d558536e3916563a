/** Routes in RSVP: explicit and recorded ones (RFC 3209, 4.3), detours and fast reroute (RFC 4090). */
import type { PrintContext } from '../context';
import { generalFloat } from '../text/float-general';
import { namedIpv4 } from '../text/named';
import { type FlagName, flagNames, nameOr, names } from '../text/names';
import { count } from '../text/phrase';
import { entry, ObjectEnd, type ObjectPrinter, type RsvpObjectEntry } from './rsvp-object-type';

const Class = { explicit: 20, recorded: 21, detour: 63, fastReroute: 205 } as const;
const Subobject = { ipv4: 1, label: 3 } as const;
const subobjectNames = names(() => ({
  0: 'Reserved',
  1: 'IPv4 prefix',
  2: 'IPv6 prefix',
  3: 'Label',
  32: 'Autonomous system number',
  64: 'MPLS label switched path termination',
}));
const subobjectLength = 8;
const hostPrefix = 32;

const hopFlags: readonly FlagName[] = [
  [0x01, 'Local protection available'],
  [0x02, 'Local protection in use'],
  [0x04, 'Bandwidth protection'],
  [0x08, 'Node protection'],
];
const labelFlags: readonly FlagName[] = [[0x01, 'Global']];

const route: ObjectPrinter = (context, indent, at, length) => {
  const { out, view } = context;
  const end = at + length;
  for (let from = at; from + 4 <= end; ) {
    const type = view.u8(from) & 0x7f;
    const size = view.u8(from + 1);
    out.text(indent);
    out.text('  Subobject Type: ');
    nameOr(out, subobjectNames, type, 'Unknown ');
    count(out, ', length ', size);
    if (from + size > end) {
      out.text(indent);
      out.text('  ERROR: ERO subobject length > object length');
      return ObjectEnd.whole;
    }
    if (size === 0) {
      out.text(indent);
      out.text('  ERROR: zero length ERO subtype');
      return ObjectEnd.whole;
    }
    if ((type === Subobject.ipv4 || type === Subobject.label) && !subobject(context, type, from, size)) {
      context.invalid();
      return ObjectEnd.stop;
    }
    from += size;
  }
  return ObjectEnd.whole;
};

function subobject(context: PrintContext, type: number, at: number, length: number): boolean {
  const { out, view } = context;
  if (length !== subobjectLength) {
    out.text(' ERROR: length != 8');
    return false;
  }
  if (type === Subobject.label) {
    recordedLabel(context, at);
    return true;
  }
  const bits = view.u8(at + 6);
  if (bits !== hostPrefix) {
    count(out, ' ERROR: Prefix length ', bits, ' != 32');
    return false;
  }
  out.text((view.u8(at) & 0x80) !== 0 ? ', Loose, ' : ', Strict, ');
  namedIpv4(context, at + 2);
  count(out, '/', bits, ', Flags: [');
  flagNames(out, hopFlags, view.u8(at + 7));
  out.char(0x5d);
  return true;
}

function recordedLabel({ out, view }: PrintContext, at: number): void {
  const flags = view.u8(at + 2);
  const type = view.u8(at + 3);
  out.text(', Flags: [');
  flagNames(out, labelFlags, flags);
  out.text(flags === 0 ? '] (' : '] (0x');
  out.hex(flags);
  out.text('), Class-Type: ');
  out.text(type === 1 ? 'IPv4' : 'Unknown');
  count(out, ' (', type);
  count(out, '), ', view.u32(at + 4));
}

const detour: ObjectPrinter = (context, indent, at, length) => {
  const { out } = context;
  for (let from = at; from + 8 <= at + length; from += 8) {
    out.text(indent);
    out.text('  PLR-ID: ');
    namedIpv4(context, from);
    out.text(', Avoid-Node-ID: ');
    namedIpv4(context, from + 4);
  }
};

function protection({ out, view }: PrintContext, indent: string, at: number): void {
  out.text(indent);
  count(out, '  Setup Priority: ', view.u8(at));
  count(out, ', Holding Priority: ', view.u8(at + 1));
  count(out, ', Hop-limit: ', view.u8(at + 2), ', Bandwidth: ');
  generalFloat(out, Math.fround(Math.fround(view.data.getFloat32(at + 4, false) * 8) / 1_000_000));
  out.text(' Mbps');
  out.text(indent);
}

const fastReroute: ObjectPrinter = (context, indent, at) => {
  const { out, view } = context;
  protection(context, indent, at);
  out.text('  Include-any: 0x');
  out.hex32(view.u32(at + 8));
  out.text(', Exclude-any: 0x');
  out.hex32(view.u32(at + 12));
  out.text(', Include-all: 0x');
  out.hex32(view.u32(at + 16));
};

const oldFastReroute: ObjectPrinter = (context, indent, at) => {
  const { out, view } = context;
  protection(context, indent, at);
  out.text('  Include Colors: 0x');
  out.hex32(view.u32(at + 8));
  out.text(', Exclude Colors: 0x');
  out.hex32(view.u32(at + 12));
};

export const routeObjects: readonly RsvpObjectEntry[] = [
  entry(Class.explicit, 1, 'IPv4', 0, route),
  entry(Class.recorded, 1, 'IPv4', 0, route),
  entry(Class.detour, 7, 'Tunnel IPv4', 0, detour),
  entry(Class.fastReroute, 1, '1', 20, fastReroute),
  entry(Class.fastReroute, 7, 'Tunnel IPv4', 16, oldFastReroute),
];
