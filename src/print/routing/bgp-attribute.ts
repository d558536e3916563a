/** Path attributes of BGP (RFC 4271, 5), by type. */

import { hasNarrowNumbers } from '../../decode/bgp';
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { names } from '../text/names';
import { count } from '../text/phrase';
import { decimal64 } from '../text/wide';
import { asNumber } from './as-number';
import { attributeHeader } from './bgp-attribute-header';
import { communities, extendedCommunities, largeCommunities } from './bgp-community';
import { reachable, unreachable } from './bgp-multiprotocol';
import { multicastTunnel } from './bgp-tunnel';

/** Prints the value; returns how many of its bytes -vv shows once more, -1: it ends too early. */
type AttributePrinter = (context: PrintContext, at: number, length: number, level: number) => number;

const addressLength = 4;
const deepestSet = 10;

const decoders = new Map<number, AttributePrinter>([
  [1, origin],
  [2, asPath],
  [3, address],
  [4, metric],
  [5, metric],
  [6, atomicAggregate],
  [7, aggregator],
  [8, communities],
  [9, address],
  [10, clusterList],
  [14, reachable],
  [15, unreachable],
  [16, extendedCommunities],
  [17, as4Path],
  [18, aggregator4],
  [22, multicastTunnel],
  [26, accumulatedMetric],
  [32, largeCommunities],
  [128, attributeSet],
]);

/** `level`: how many sets of attributes it is in. false: it ends before what its own fields announce. */
export function printBgpAttribute(
  context: PrintContext,
  type: number,
  at: number,
  length: number,
  level: number,
): boolean {
  const decoder = decoders.get(type);
  const shown = decoder === undefined ? unknown(context, type, at, length) : decoder(context, at, length, level);
  if (shown < 0) return false;
  if (context.verbose > 1 && shown > 0) context.dumpPart('\n\t    ', at, shown);
  return true;
}

function unknown(context: PrintContext, type: number, at: number, length: number): number {
  count(context.out, '\n\t    no Attribute ', type, ' decoder');
  if (context.verbose === 1) context.dumpPart('\n\t    ', at, length);
  return length;
}

function wrongLength(context: PrintContext, length: number): number {
  context.out.text('invalid len');
  return length;
}

const originNames = names(() => ({ 0: 'IGP', 1: 'EGP', 2: 'Incomplete' }));

function origin(context: PrintContext, at: number, length: number): number {
  if (length !== 1) return wrongLength(context, length);
  context.out.text(originNames.get(context.view.u8(at)) ?? 'Unknown Origin Typecode');
  return length;
}

/** By segment type: what opens and closes the list (RFC 5065 for the last two). */
const segments = new Map<number, readonly [open: string, close: string]>([
  [1, ['{ ', '}']],
  [2, ['', '']],
  [3, ['( ', ')']],
  [4, ['({ ', '})']],
]);
const unknownSegment = ['?', '?'] as const;

function asPath(context: PrintContext, at: number, length: number): number {
  return path(context, at, length, hasNarrowNumbers(context.view, at, length) ? 2 : 4);
}

function as4Path(context: PrintContext, at: number, length: number): number {
  return path(context, at, length, 4);
}

function path(context: PrintContext, at: number, length: number, width: 2 | 4): number {
  const { out, view } = context;
  if (length % 2 !== 0) return wrongLength(context, length);
  if (length === 0) out.text('empty');
  const end = at + length;
  for (let from = at; from < end; ) {
    const [open, close] = segments.get(view.u8(from)) ?? unknownSegment;
    const size = view.u8(from + 1);
    out.text(open);
    from += 2;
    for (let i = 0; i < size; i++) {
      if (from + width > end) return -1;
      asNumber(context, width === 2 ? view.u16(from) : view.u32(from), '', ' ');
      from += width;
    }
    out.text(close);
  }
  return length;
}

function address(context: PrintContext, at: number, length: number): number {
  if (length !== addressLength) return wrongLength(context, length);
  namedIpv4(context, at);
  return length;
}

function metric(context: PrintContext, at: number, length: number): number {
  if (length !== 4) return wrongLength(context, length);
  context.out.decimal(context.view.u32(at));
  return length;
}

function atomicAggregate(context: PrintContext, _at: number, length: number): number {
  return length === 0 ? length : wrongLength(context, length);
}

/** With a number of two bytes, or of four between those who know them. */
function aggregator(context: PrintContext, at: number, length: number): number {
  const { view } = context;
  if (length === 8) return aggregator4(context, at, length);
  if (length !== 6) return wrongLength(context, length);
  asNumber(context, view.u16(at), ' AS #', ', origin ');
  namedIpv4(context, at + 2);
  return length;
}

function aggregator4(context: PrintContext, at: number, length: number): number {
  const { view } = context;
  if (length !== 8) return wrongLength(context, length);
  asNumber(context, view.u32(at), ' AS #', ', origin ');
  namedIpv4(context, at + 4);
  return length;
}

/** RFC 4456. */
function clusterList(context: PrintContext, at: number, length: number): number {
  const { out } = context;
  if (length % addressLength !== 0) return wrongLength(context, length);
  for (let offset = 0; offset < length; offset += addressLength) {
    out.text(offset > 0 ? ', ' : '');
    namedIpv4(context, at + offset);
  }
  return length;
}

const metricTlvNames = names(() => ({ 1: 'AIGP' }));
const tlvHeaderLength = 3;

/** RFC 7311. */
function accumulatedMetric(context: PrintContext, at: number, length: number): number {
  const { out, view } = context;
  const end = at + length;
  for (let from = at; from + tlvHeaderLength <= end; ) {
    const type = view.u8(from);
    const size = view.u16(from + 1);
    out.text('\n\t    ');
    out.text(metricTlvNames.get(type) ?? 'Unknown');
    count(out, ' TLV (', type);
    count(out, '), length ', size);
    const valueAt = from + tlvHeaderLength;
    if (size < tlvHeaderLength || from + size > end) return -1;
    from += size;
    if (metricTlvNames.has(type)) {
      if (size < tlvHeaderLength + 8) return -1;
      out.text(', metric ');
      decimal64(out, view, valueAt);
    } else if (context.verbose === 1) {
      context.dumpPart('\n\t      ', valueAt, size - tlvHeaderLength);
    }
  }
  return length;
}

/** RFC 6368: the attributes that a customer's route had. */
function attributeSet(context: PrintContext, at: number, length: number, level: number): number {
  const { out, view } = context;
  if (length < 4) return -1;
  const end = at + length;
  asNumber(context, view.u32(at), '\n\t    Origin AS: ');
  let from = at + 4;
  while (from < end) {
    const header = attributeHeader(context, from, end);
    if (header.isCut) {
      if (!view.has(from, header.size)) return -1;
      out.text(' [path attr too short]');
      from += header.read;
      break;
    }
    out.text('\n\t      ');
    header.print(context);
    out.text(': ');
    const size = header.length;
    from += header.size;
    if (from + size > end) {
      out.text(' [path attr too short]');
      break;
    }
    if (level === deepestSet) out.text('(too many nested levels, not recursing)');
    else if (!printBgpAttribute(context, header.type, from, size, level + 1)) return -1;
    from += size;
  }
  return end - from;
}
