/** Labels in RSVP: those given, those asked for, those that would do (RFC 3209, RFC 3473). */

import type { PrintContext } from '../context';
import { ethertypeNames, names } from '../text/names';
import { count, nameAndHex, nameAndNumber } from '../text/phrase';
import { generalizedPayloadNames, pathEncodingNames, switchingCapabilityNames } from './gmpls';
import { entry, ObjectEnd, type ObjectPrinter, type RsvpObjectEntry } from './rsvp-object-type';

const labelClasses = { label: 16, recovery: 34, upstream: 35, suggested: 129 } as const;
const Class = { request: 19, set: 36 } as const;

const plainLabels: ObjectPrinter = ({ out, view }, indent, at, length) => {
  for (let from = at; from + 4 <= at + length; from += 4) {
    out.text(indent);
    count(out, '  Label: ', view.u32(from));
  }
};

const generalizedLabel: ObjectPrinter = ({ out, view }, indent, at) => {
  out.text(indent);
  count(out, '  Generalized Label: ', view.u32(at));
};

const waveband: ObjectPrinter = ({ out, view }, indent, at) => {
  out.text(indent);
  count(out, '  Waveband ID: ', view.u32(at));
  out.text(indent);
  count(out, '  Start Label: ', view.u32(at + 4));
  count(out, ', Stop Label: ', view.u32(at + 8));
};

/** What is carried: an ethertype in the last two of four bytes. */
function carried({ out, view }: PrintContext, indent: string, at: number): void {
  const type = view.u16(at + 2);
  const name = ethertypeNames.get(type);
  out.text(indent);
  out.text('  L3 Protocol ID: ');
  if (name !== undefined) {
    out.text(name);
    return;
  }
  out.text('Unknown Protocol (0x');
  out.hex16(type);
  out.char(0x29);
}

const anyLabel: ObjectPrinter = (context, indent, at, length) => {
  for (let from = at; from + 4 <= at + length; from += 4) carried(context, indent, from);
};

const atmLabel: ObjectPrinter = (context, indent, at) => {
  const { out, view } = context;
  carried(context, indent, at);
  out.text((view.u8(at + 4) & 0x80) !== 0 ? ',no merge capability' : ', merge capability');
  out.text(indent);
  count(out, '  Minimum VPI/VCI: ', view.u16(at + 4) & 0xfff);
  count(out, '/', view.u16(at + 6) & 0xfff);
  out.text(indent);
  count(out, '  Maximum VPI/VCI: ', view.u16(at + 8) & 0xfff);
  count(out, '/', view.u16(at + 10) & 0xfff);
};

const frameRelayLabel: ObjectPrinter = (context, indent, at) => {
  const { out, view } = context;
  const width = (view.u16(at + 4) >>> 7) & 3;
  carried(context, indent, at);
  out.text(indent);
  count(out, '  Minimum/Maximum DLCI: ', view.u32(at + 4) & 0x7fffff);
  count(out, '/', view.u32(at + 8) & 0x7fffff, ', ');
  out.text(width === 0 ? '10' : width === 2 ? '23' : '');
  out.text(' bit DLCI');
};

const generalizedRequest: ObjectPrinter = ({ out, view }, indent, at) => {
  out.text(indent);
  out.text('  LSP Encoding Type: ');
  nameAndNumber(out, pathEncodingNames, view.u8(at));
  out.text(indent);
  out.text('  Switching Type: ');
  nameAndNumber(out, switchingCapabilityNames, view.u8(at + 1));
  out.text(', Payload ID: ');
  nameAndHex(out, generalizedPayloadNames, view.u16(at + 2), 4);
};

const Action = { inclusiveRange: 2, exclusiveRange: 3 } as const;
const actionNames = names(() => ({
  0: 'Inclusive list',
  1: 'Exclusive list',
  2: 'Inclusive range',
  3: 'Exclusive range',
}));
const rangeLength = 12;

const labelSet: ObjectPrinter = ({ out, view }, indent, at, length) => {
  const action = view.u8(at);
  out.text(indent);
  out.text('  Action: ');
  nameAndNumber(out, actionNames, action);
  count(out, ', Label type: ', view.u32(at) & 0x7f);
  if (action !== Action.inclusiveRange && action !== Action.exclusiveRange) {
    for (let i = 1; 4 * i + 4 <= length; i++) {
      out.text(indent);
      count(out, '  Subchannel #', i);
      count(out, ': ', view.u32(at + 4 * i));
    }
    return ObjectEnd.whole;
  }
  out.text(indent);
  if (length < rangeLength) {
    out.text('ERROR: object is too short');
    return ObjectEnd.stop;
  }
  count(out, '  Start range: ', view.u32(at + 4));
  count(out, ', End range: ', view.u32(at + 8));
  return ObjectEnd.whole;
};

export const labelObjects: readonly RsvpObjectEntry[] = [
  ...Object.values(labelClasses).flatMap((one) => [
    entry(one, 1, 'Label', 0, plainLabels),
    entry(one, 2, 'Generalized Label', 4, generalizedLabel),
    entry(one, 3, 'Waveband Switching', 12, waveband),
  ]),
  entry(Class.request, 1, 'without label range', 0, anyLabel),
  entry(Class.request, 2, 'with ATM label range', 12, atmLabel),
  entry(Class.request, 3, 'with FR label range', 12, frameRelayLabel),
  entry(Class.request, 4, 'Generalized Label', 4, generalizedRequest),
  entry(Class.set, 1, '1', 4, labelSet),
];
