/** Integrated services in RSVP (RFC 2210, RFC 2215): what a flow sends, what the path offers, what is asked of it. */
import type { PrintContext } from '../context';
import { generalFloat } from '../text/float-general';
import { names } from '../text/names';
import { count, nameAndNumber } from '../text/phrase';
import { entry, type ObjectPrinter, type RsvpObjectEntry } from './rsvp-object-type';

const Class = { flowspec: 9, senderTspec: 12, adspec: 13 } as const;
/** Of the object's contents, of a service and of a parameter alike. */
const headerLength = 4;
const dontCare = 0xffffffff;
const bytesPerMegabit = 125_000;

const serviceNames = names(() => ({ 1: 'Default/Global Information', 2: 'Guaranteed Service', 5: 'Controlled Load' }));
const parameterNames = names(() => ({
  4: 'IS hop cnt',
  6: 'Path b/w estimate',
  8: 'Minimum path latency',
  10: 'Composed MTU',
  127: 'Token Bucket TSpec',
  130: 'Guaranteed Service RSpec',
  133: 'End-to-end composed value for C',
  134: 'End-to-end composed value for D',
  135: 'Since-last-reshaping point composed C',
  136: 'Since-last-reshaping point composed D',
}));

const services: ObjectPrinter = (context, indent, at, length) => {
  const { out, view } = context;
  const end = at + length;
  out.text(indent);
  count(out, '  Msg-Version: ', view.u8(at) >>> 4);
  count(out, ', length: ', 4 * view.u16(at + 2));
  for (let from = at + headerLength; from + headerLength <= end; ) {
    const size = 4 * view.u16(from + 2);
    out.text(indent);
    out.text('  Service Type: ');
    nameAndNumber(out, serviceNames, view.u8(from), 'unknown');
    out.text((view.u8(from + 1) & 0x80) !== 0 ? ', break bit set' : ', break bit not set');
    count(out, ', Service length: ', size);
    from = parameters(context, from + headerLength, size, end);
  }
};

/** Those of one service, of `size` bytes; returns where the next service begins. */
function parameters(context: PrintContext, at: number, size: number, end: number): number {
  const { out, view } = context;
  let from = at;
  while (from - at + headerLength <= size && from + headerLength <= end) {
    const id = view.u8(from);
    const length = 4 * view.u16(from + 2);
    out.text('\n\t      Parameter ID: ');
    nameAndNumber(out, parameterNames, id, 'unknown');
    count(out, ', length: ', length, ', Flags: [0x');
    out.hex8(view.u8(from + 1));
    out.char(0x5d);
    if (from + headerLength + length > end) return from;
    parameter(context, id, from + headerLength, length);
    from += headerLength + length;
  }
  return from;
}

/** Bytes of each parameter that is decoded, by its number. */
const parameterLengths = new Map([
  [4, 4],
  [6, 4],
  [8, 4],
  [10, 4],
  [127, 20],
  [130, 8],
  [133, 4],
  [134, 4],
  [135, 4],
  [136, 4],
]);

function parameter(context: PrintContext, id: number, at: number, length: number): void {
  const { out, view } = context;
  const expected = parameterLengths.get(id);
  if (expected === undefined) {
    if (context.verbose === 1) context.dumpPart('\n\t\t', at, length);
    return;
  }
  if (length !== expected) return;
  switch (id) {
    case 4:
      count(out, '\n\t\tIS hop count: ', view.u32(at));
      return;
    case 6:
      rate(context, '\n\t\tPath b/w estimate: ', at);
      return;
    case 8:
      if (view.u32(at) === dontCare) out.text("\n\t\tMinimum path latency: don't care");
      else count(out, '\n\t\tMinimum path latency: ', view.u32(at));
      return;
    case 10:
      count(out, '\n\t\tComposed MTU: ', view.u32(at), ' bytes');
      return;
    case 127:
      tokenBucket(context, at);
      return;
    case 130:
      rate(context, '\n\t\tRate: ', at);
      count(out, '\n\t\tSlack Term: ', view.u32(at + 4));
      return;
  }
  count(out, '\n\t\tValue: ', view.u32(at));
}

function rate({ out, view }: PrintContext, title: string, at: number): void {
  view.need(at, 4);
  out.text(title);
  generalFloat(out, Math.fround(view.data.getFloat32(at, false) / bytesPerMegabit));
  out.text(' Mbps');
}

function tokenBucket(context: PrintContext, at: number): void {
  const { out, view } = context;
  rate(context, '\n\t\tToken Bucket Rate: ', at);
  out.text('\n\t\tToken Bucket Size: ');
  generalFloat(out, view.data.getFloat32(at + 4, false));
  out.text(' bytes');
  rate(context, '\n\t\tPeak Data Rate: ', at + 8);
  count(out, '\n\t\tMinimum Policed Unit: ', view.u32(at + 12), ' bytes');
  count(out, '\n\t\tMaximum Packet Size: ', view.u32(at + 16), ' bytes');
}

export const flowObjects: readonly RsvpObjectEntry[] = [
  entry(Class.flowspec, 2, 'IntServ', 4, services),
  entry(Class.senderTspec, 2, 'IntServ', 4, services),
  entry(Class.adspec, 2, 'IntServ', 4, services),
];
