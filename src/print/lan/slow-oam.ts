/** Ethernet operations, administration and maintenance of one link (IEEE 802.3-2018, clause 57), as shown at -v. */

import type { PrintContext } from '../context';
import { type FlagName, flagNames, type NameTable, nameOr, names } from '../text/names';
import { organizationNames } from '../text/organization-names';
import { count } from '../text/phrase';
import { decimal64 } from '../text/wide';

const headerLength = 3;
const tlvHeaderLength = 2;
const Code = { information: 0, event: 1, loopback: 4 } as const;
const codeNames = names(() => ({
  [Code.information]: 'Information',
  [Code.event]: 'Event Notification',
  2: 'Variable Request',
  3: 'Variable Response',
  [Code.loopback]: 'Loopback Control',
  0xfe: 'Vendor Private',
}));
const pduFlags: readonly FlagName[] = [
  [0x01, 'Link Fault'],
  [0x02, 'Dying Gasp'],
  [0x04, 'Critical Event'],
  [0x08, 'Local Evaluating'],
  [0x10, 'Local Stable'],
  [0x20, 'Remote Evaluating'],
  [0x40, 'Remote Stable'],
];

/** One kind of list of values: what its types are called, and the one form of those that are known. */
interface List {
  readonly title: string;
  readonly names: NameTable;
  /** Types from 1 to this have that form. */
  readonly known: number;
  readonly length: number;
  readonly print: (context: PrintContext, at: number) => void;
}

const endType = 0;
const information: List = {
  title: ' Information Type (',
  names: names(() => ({ [endType]: 'End of TLV marker', 1: 'Local', 2: 'Remote', 0xfe: 'Organization specific' })),
  known: 2,
  length: 16,
  print: station,
};
const events: List = {
  title: ' Link Event Type (',
  names: names(() => ({
    [endType]: 'End of TLV marker',
    1: 'Errored Symbol Period Event',
    2: 'Errored Frame Event',
    3: 'Errored Frame Period Event',
    4: 'Errored Frame Seconds Summary Event',
    0xfe: 'Organization specific',
  })),
  known: 4,
  length: 40,
  print: event,
};
const parserNames = ['forwarding', 'looping back', 'discarding', 'reserved'];
const muxDiscards = 0x04;
const configurationFlags: readonly FlagName[] = [
  [0x01, 'Active'],
  [0x02, 'Unidirectional'],
  [0x04, 'Remote-Loopback'],
  [0x08, 'Link-Events'],
  [0x10, 'Variable-Retrieval'],
];
const sizeMask = 0x7ff;
const commandNames = names(() => ({ 1: 'Enable OAM Remote Loopback', 2: 'Disable OAM Remote Loopback' }));
const millisecondsPerTick = 100;

/** false: the packet is shorter than what it should hold. */
export function printOam(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  if (length < headerLength) return false;
  view.need(at, headerLength);
  const code = view.u8(at + 2);
  out.text('\n\tCode ');
  nameOr(out, codeNames, code, 'Unknown (', ')');
  out.text(' OAM PDU, Flags [');
  flagNames(out, pduFlags, view.u16(at));
  out.char(0x5d);
  const from = at + headerLength;
  const left = length - headerLength;
  switch (code) {
    case Code.information:
      return values(context, information, from, left);
    case Code.event:
      if (left < 2) return false;
      count(context.out, '\n\t  Sequence Number ', view.u16(from));
      return values(context, events, from + 2, left - 2);
    case Code.loopback: {
      if (left < 1) return false;
      const command = view.u8(from);
      out.text('\n\t  Command ');
      out.text(commandNames.get(command) ?? 'Unknown');
      count(context.out, ' (', command);
      out.char(0x29);
      return true;
    }
    default:
      if (context.verbose === 1) context.dumpPart('\n\t  ', from, left);
      return true;
  }
}

function values(context: PrintContext, list: List, at: number, length: number): boolean {
  const { out, view } = context;
  let from = at;
  let left = length;
  while (left > 0) {
    if (left < tlvHeaderLength) return false;
    view.need(from, tlvHeaderLength);
    const type = view.u8(from);
    const size = view.u8(from + 1);
    out.text('\n\t  ');
    out.text(list.names.get(type) ?? 'Reserved');
    count(context.out, list.title, type);
    count(context.out, '), length ', size);
    if (type === endType) return true;
    if (size < tlvHeaderLength) {
      out.text('\n\t    ERROR: illegal length - should be >= 2');
      return true;
    }
    if (left < size) return false;
    view.need(from, size);
    const known = type <= list.known;
    const right = known && size === list.length;
    if (right) list.print(context, from);
    else if (known) count(context.out, '\n\t    ERROR: illegal length - should be ', list.length);
    if (!right || context.verbose > 1) context.dumpPart('\n\t  ', from, size);
    from += size;
    left -= size;
  }
  return true;
}

function station(context: PrintContext, at: number): void {
  const { out, view } = context;
  count(context.out, '\n\t    OAM-Version ', view.u8(at + 2));
  count(context.out, ', Revision ', view.u16(at + 3));
  const state = view.u8(at + 5);
  out.text('\n\t    State-Parser-Action ');
  out.text(parserNames[state & 3]);
  out.text((state & muxDiscards) !== 0 ? ', State-MUX-Action discarding' : ', State-MUX-Action forwarding');
  out.text('\n\t    OAM-Config Flags [');
  flagNames(out, configurationFlags, view.u8(at + 6));
  count(context.out, '], OAM-PDU-Config max-PDU size ', view.u16(at + 7) & sizeMask);
  const vendor = view.u24(at + 9);
  out.text('\n\t    OUI ');
  out.text(organizationNames.get(vendor) ?? 'Unknown');
  out.text(' (0x');
  out.hex8(vendor >>> 16);
  out.hex16(vendor & 0xffff);
  out.text('), Vendor-Private 0x');
  out.hex32(view.u32(at + 12));
}

function event(context: PrintContext, at: number): void {
  const { out, view } = context;
  count(context.out, '\n\t    Timestamp ', view.u16(at + 2) * millisecondsPerTick);
  out.text(' ms, Errored Window ');
  decimal64(out, view, at + 4);
  out.text('\n\t    Errored Threshold ');
  decimal64(out, view, at + 12);
  out.text('\n\t    Errors ');
  decimal64(out, view, at + 20);
  out.text('\n\t    Error Running Total ');
  decimal64(out, view, at + 28);
  count(context.out, '\n\t    Event Running Total ', view.u32(at + 36));
}
