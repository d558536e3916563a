/** Data Center Bridging Exchange before IEEE took it over ("DCB Capability Exchange Protocol Base Specification Rev 1.01"). */

import { LldpHeader, lldpHeaderLength } from '../../decode/lldp';
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { upperHex8 } from '../text/packet-text';
import { count } from '../text/phrase';
import { lldpSubtype } from './lldp-subtype';

const firstRevision = 1;
const revisionNames = names(() => ({
  [firstRevision]: 'DCB Capability Exchange Protocol Rev 1',
  2: 'DCB Capability Exchange Protocol Rev 1.01',
}));
const Tlv = { control: 1, groups: 2, flowControl: 3, application: 4 } as const;
/** Bytes of a value of each kind, at least. */
const leastLengths: Record<number, number> = {
  [Tlv.control]: 10,
  [Tlv.groups]: 17,
  [Tlv.flowControl]: 6,
  [Tlv.application]: 4,
};
const tlv = new LldpHeader();
const applicationLength = 6;
const priorities = 8;

/** false: its bytes are to be shown. */
export function printLldpDcbx(context: PrintContext, at: number, size: number): boolean {
  const { view } = context;
  if (size < 4) return true;
  const subtype = view.u8(at + 3);
  lldpSubtype(context, revisionNames.get(subtype) ?? 'unknown', subtype);
  if (subtype === firstRevision) return false;
  const end = at + size;
  let from = at + 4;
  let known = true;
  while (end - from >= lldpHeaderLength) {
    tlv.decode(view, from);
    const { type, length } = tlv;
    known = true;
    from += lldpHeaderLength;
    if (type === 0 || length === 0 || end - from < length) return true;
    const least = leastLengths[type];
    known = least !== undefined;
    if (known) {
      if (length < least) return true;
      value(context, type, from, length);
    }
    if (!known || context.verbose > 1) context.dumpPart('\n\t    ', from, length);
    from += length;
  }
  return known;
}

function value(context: PrintContext, type: number, at: number, length: number): void {
  const { view } = context;
  switch (type) {
    case Tlv.control:
      head(context, '\n\t    Control - Protocol Control (type 0x', type, at, length);
      count(context.out, '\n\t      Sequence Number: ', view.u32(at + 2));
      count(context.out, '\n\t      Acknowledgement Number: ', view.u32(at + 6));
      return;
    case Tlv.groups:
      head(context, '\n\t    Feature - Priority Group (type 0x', type, at, length);
      feature(context, at + 2);
      groups(context, at + 4);
      return;
    case Tlv.flowControl:
      head(context, '\n\t    Feature - Priority Flow Control (type 0x', type, at, length);
      feature(context, at + 2);
      flowControl(context, at + 4);
      return;
    default:
      head(context, '\n\t    Feature - Application (type 0x', type, at, length);
      feature(context, at + 2);
      applications(context, at + 4, length - 4);
  }
}

function head(context: PrintContext, title: string, type: number, at: number, length: number): void {
  const { out, view } = context;
  out.text(title);
  out.hex(type);
  count(context.out, ', length ', length);
  count(context.out, ')\n\t      Oper_Version: ', view.u8(at));
  count(context.out, '\n\t      Max_Version: ', view.u8(at + 1));
}

function feature(context: PrintContext, at: number): void {
  const { out, view } = context;
  const flags = view.u8(at);
  out.text('\n\t      Info block(0x');
  upperHex8(context.out, flags);
  count(context.out, '): Enable bit: ', flags >>> 7);
  count(context.out, ', Willing bit: ', (flags >>> 6) & 1);
  count(context.out, ', Error Bit: ', (flags >>> 5) & 1);
  count(context.out, '\n\t      SubType: ', view.u8(at + 1));
}

function groups(context: PrintContext, at: number): void {
  const { out, view } = context;
  const allocation = view.u32(at);
  out.text('\n\t      Priority Allocation');
  for (let i = 0; i < priorities; i++) {
    count(context.out, '\n\t          PgId_', i);
    count(context.out, ': ', (allocation >>> (28 - 4 * i)) & 0xf);
  }
  out.text('\n\t      Priority Group Allocation');
  for (let i = 0; i < priorities; i++) {
    count(context.out, '\n\t          Pg percentage[', i);
    count(context.out, ']: ', view.u8(at + 4 + i));
  }
  count(context.out, '\n\t      NumTCsSupported: ', view.u8(at + 12));
}

function flowControl(context: PrintContext, at: number): void {
  const { out, view } = context;
  const enabled = view.u8(at);
  out.text('\n\t      PFC Config (0x');
  upperHex8(context.out, enabled);
  out.char(0x29);
  for (let i = 0; i < priorities; i++) {
    count(context.out, '\n\t          Priority Bit ', i);
    out.text(((enabled >>> i) & 1) === 1 ? ': Enabled' : ': Disabled');
  }
  count(context.out, '\n\t      NumTCPFCSupported: ', view.u8(at + 1));
}

function applications(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  for (let from = at; at + length - from >= applicationLength; from += applicationLength) {
    out.text('\n\t      Application Value\n\t          Application Protocol ID: 0x');
    out.hex16(view.u16(from));
    const selector = view.u24(from + 2);
    out.text('\n\t          SF (0x');
    out.hex(selector >>> 22);
    out.text(
      selector >>> 22 !== 0
        ? ') Application Protocol ID is Socket Number'
        : ') Application Protocol ID is L2 EtherType',
    );
    out.text('\n\t          OUI: 0x');
    out.hex8((selector >>> 16) & 0x3f);
    out.hex16(selector & 0xffff);
    out.text('\n\t          User Priority Map: 0x');
    out.hex8(view.u8(from + 5));
  }
}
