/** Options of the Connectionless Network Protocol (ISO/IEC 8473-1, 7.5 and 7.9.5). */
import type { PrintContext } from '../context';
import { type FlagName, flagNames, type NameTable, names } from '../text/names';
import { nsap } from './osi';
import { osiOptionFits, osiOptionHeaderLength, osiOptionTitle } from './osi-option';

const Option = {
  discardReason: 193,
  quality: 195,
  security: 197,
  sourceRouting: 200,
  routeRecording: 203,
  padding: 204,
  priority: 205,
} as const;
const optionNames = names(() => ({
  [Option.discardReason]: 'Discard Reason',
  [Option.quality]: 'QoS Maintenance',
  [Option.security]: 'Security',
  [Option.sourceRouting]: 'Source Routing',
  [Option.routeRecording]: 'Route Recording',
  [Option.padding]: 'Padding',
  [Option.priority]: 'Priority',
}));

const globalScope = 3;
const scopeNames = ['Reserved', 'Source Address Specific', 'Destination Address Specific', 'Globally unique'];
const qualityFlags: readonly FlagName[] = [
  [0x20, 'reserved'],
  [0x10, 'sequencing vs. delay'],
  [0x08, 'congested'],
  [0x04, 'delay vs. cost'],
  [0x02, 'error vs. delay'],
  [0x01, 'error vs. cost'],
];
const routeNames = ['partial', 'complete'];

interface ErrorClass {
  readonly name: string;
  readonly reasons: NameTable;
}

const errorClasses = new Map<number, ErrorClass>([
  [
    0x0,
    {
      name: 'General',
      reasons: names(() => ({
        0: 'Reason not specified',
        1: 'Protocol procedure error',
        2: 'Incorrect checksum',
        3: 'PDU discarded due to congestion',
        4: 'Header syntax error (cannot be parsed)',
        5: 'Segmentation needed but not permitted',
        6: 'Incomplete PDU received',
        7: 'Duplicate option',
      })),
    },
  ],
  [
    0x8,
    {
      name: 'Address',
      reasons: names(() => ({ 0: 'Destination address unreachable', 1: 'Destination address unknown' })),
    },
  ],
  [
    0x9,
    {
      name: 'Source Routeing',
      reasons: names(() => ({
        0: 'Unspecified source routeing error',
        1: 'Syntax error in source routeing field',
        2: 'Unknown address in source routeing field',
        3: 'Path not acceptable',
      })),
    },
  ],
  [
    0xa,
    {
      name: 'Lifetime',
      reasons: names(() => ({
        0: 'Lifetime expired while data unit in transit',
        1: 'Lifetime expired during reassembly',
      })),
    },
  ],
  [
    0xb,
    {
      name: 'PDU Discarded',
      reasons: names(() => ({
        0: 'Unsupported option not specified',
        1: 'Unsupported protocol version',
        2: 'Unsupported security option',
        3: 'Unsupported source routeing option',
        4: 'Unsupported recording of route option',
      })),
    },
  ],
  [0xc, { name: 'Reassembly', reasons: names(() => ({ 0: 'Reassembly interference' })) }],
]);

/** false: a length contradicts the header, and that has been said. */
export function printClnpOptions(context: PrintContext, at: number, end: number): boolean {
  const { out, view } = context;
  let from = at;
  while (from < end) {
    if (!osiOptionFits(context, from, end)) return false;
    const type = view.u8(from);
    const size = view.u8(from + 1);
    from += osiOptionHeaderLength;
    view.need(from, size);
    osiOptionTitle(context, optionNames, type, size);
    if (!option(context, type, from, size)) {
      out.text(', bad opt len');
      return false;
    }
    if (context.verbose > 1) context.dumpPart('\n\t  ', from, size);
    from += size;
  }
  return true;
}

/** false: it is too short. */
function option(context: PrintContext, type: number, at: number, size: number): boolean {
  const { out, view } = context;
  switch (type) {
    case Option.sourceRouting:
    case Option.routeRecording:
      if (size < 2) return false;
      route(context, type, at, size);
      return true;
    case Option.priority:
      if (size < 1) return false;
      out.text('0x');
      out.hex(view.u8(at) & 0x0f);
      return true;
    case Option.quality:
      if (size < 1) return false;
      quality(context, view.u8(at));
      return true;
    case Option.security:
      if (size < 2) return false;
      out.text('\n\t    Format Code: ');
      out.text(scopeNames[view.u8(at) >>> 6]);
      out.text(', Security-Level ');
      out.decimal(view.u8(at + 1));
      return true;
    case Option.discardReason:
      if (size < 1) return false;
      discardReason(context, view.u8(at));
      return true;
    case Option.padding:
      out.text('padding data');
      return true;
    default:
      context.dumpPart('\n\t  ', at, size);
      return true;
  }
}

/** The route's kind, where the next of its addresses is, counted from one, and the addresses from there on. */
function route(context: PrintContext, type: number, at: number, size: number): void {
  const { out, view } = context;
  out.text(routeNames[view.u8(at)] ?? 'Unknown');
  out.text(type === Option.sourceRouting ? ' source routing' : ' recording of route in progress');
  const offset = view.u8(at + 1);
  if (offset === 0) {
    out.text(' Bad NSAP offset (0)');
    return;
  }
  if (offset - 1 > size) {
    out.text(' Bad NSAP offset (past end of option)');
    return;
  }
  const end = at + size;
  let from = at + offset - 1;
  while (from < end) {
    const length = view.u8(from);
    if (end - from < length + 1) {
      out.text('\n\t    NSAP address goes past end of option');
      return;
    }
    if (length > 0) {
      out.text('\n\t    NSAP address (length ');
      out.decimal(length);
      out.text('): ');
      nsap(context, from + 1, length);
    }
    from += length + 1;
  }
}

function quality(context: PrintContext, value: number): void {
  const { out } = context;
  const scope = value >>> 6;
  out.text('\n\t    Format Code: ');
  out.text(scopeNames[scope]);
  if (scope !== globalScope) return;
  out.text('\n\t    QoS Flags [');
  flagNames(out, qualityFlags, value);
  out.char(0x5d);
}

function discardReason(context: PrintContext, value: number): void {
  const { out } = context;
  const errorClass = errorClasses.get(value >>> 4);
  out.text('\n\t    Class: ');
  out.text(errorClass?.name ?? 'Unknown');
  out.text(' Error (0x');
  out.hex(value >>> 4);
  out.text('), ');
  out.text(errorClass?.reasons.get(value & 0x0f) ?? 'Unknown');
  out.text(' (0x');
  out.hex(value & 0x0f);
  out.char(0x29);
}
