/** Connectionless Network Protocol (ISO/IEC 8473-1): addresses, and at -v the header with its options. */

import type { PrintContext } from '../context';
import { type FlagName, flagNames, nameOr, names } from '../text/names';
import { printClnpOptions } from './clnp-option';
import { Nlpid, nsap, shortHeader, verdict } from './osi';

const fixedLength = 9;
const segmentLength = 6;
const checksumAt = 7;
const supportedVersion = 1;
const typeMask = 0x1f;

const Pdu = { errorReport: 1, data: 28, multicast: 29, echoRequest: 30, echoResponse: 31 } as const;
const pduNames = names(() => ({
  [Pdu.errorReport]: 'Error Report',
  [Pdu.data]: 'Data',
  [Pdu.multicast]: 'MD',
  [Pdu.echoRequest]: 'Echo Request',
  [Pdu.echoResponse]: 'Echo Response',
}));
const segmented = 0x80;
const flagTable: readonly FlagName[] = [
  [segmented, 'Segmentation permitted'],
  [0x40, 'more Segments'],
  [0x20, 'request Error Report'],
];

/** false: the header cannot be read to its end, and that has been said. */
export function printClnp(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  context.protocol = 'clnp';
  context.need(at, fixedLength);
  const headerLength = view.u8(at + 1);
  if (!context.linkLevel) out.text('CLNP');
  const version = view.u8(at + 2);
  if (version !== supportedVersion) {
    out.text('version ');
    out.decimal(version);
    out.text(' packet not supported');
    return false;
  }
  if (headerLength > length) {
    out.text(' length indicator(');
    out.decimal(headerLength);
    out.text(') > PDU size (');
    out.decimal(length);
    out.text(')!');
    return false;
  }
  if (headerLength < fixedLength) {
    shortHeader(context, headerLength, at);
    return false;
  }
  const end = at + headerLength;
  const destinationAt = at + fixedLength + 1;
  const sourceAt = behindAddress(context, destinationAt, end) + 1;
  const optionsAt = behindAddress(context, sourceAt, end);
  if (optionsAt > end) {
    out.text('li < size of fixed part of CLNP header and addresses');
    return false;
  }
  if (!context.linkLevel) out.text(', ');
  if (context.verbose === 0) {
    nsap(context, sourceAt, view.u8(sourceAt - 1));
    out.text(' > ');
    nsap(context, destinationAt, view.u8(destinationAt - 1));
    out.text(', ');
    nameOr(out, pduNames, view.u8(at + 4) & typeMask, 'unknown (', ')');
    out.text(', length ');
    out.decimal(length);
    return true;
  }
  out.text('length ');
  out.decimal(length);
  header(context, at, headerLength);
  address(context, '\n\tsource address (length ', sourceAt);
  address(context, '\n\tdest   address (length ', destinationAt);
  return rest(context, at, optionsAt, length);
}

/** Where the address at `at` ends, its length being the byte before. Beyond `end` where that cannot be. */
function behindAddress(context: PrintContext, at: number, end: number): number {
  const { view } = context;
  if (at > end) return at;
  const behind = at + view.u8(at - 1);
  if (behind <= end) view.need(at, behind - at);
  return behind;
}

function header(context: PrintContext, at: number, headerLength: number): void {
  const { out, view } = context;
  const type = view.u8(at + 4);
  const lifetime = view.u8(at + 3);
  const checksum = view.u16(at + checksumAt);
  out.text('\n\t');
  nameOr(out, pduNames, type & typeMask, 'unknown (', ')');
  out.text(' PDU, hlen: ');
  out.decimal(headerLength);
  out.text(', v: ');
  out.decimal(view.u8(at + 2));
  out.text(', lifetime: ');
  out.decimal(lifetime >>> 1);
  out.text((lifetime & 1) === 1 ? '.5s' : '.0s');
  out.text(', Segment PDU length: ');
  out.decimal(view.u16(at + 5));
  out.text(', checksum: 0x');
  out.hex16(checksum);
  verdict(context, checksum, at, checksumAt, headerLength);
  out.text('\n\tFlags [');
  flagNames(out, flagTable, type & ~typeMask);
  out.char(0x5d);
}

function address(context: PrintContext, title: string, at: number): void {
  const { out, view } = context;
  const size = view.u8(at - 1);
  out.text(title);
  out.decimal(size);
  out.text('): ');
  nsap(context, at, size);
}

/** Segmentation part, options and data. */
function rest(context: PrintContext, at: number, optionsAt: number, length: number): boolean {
  const { out, view } = context;
  const type = view.u8(at + 4);
  const headerLength = view.u8(at + 1);
  const end = at + headerLength;
  let from = optionsAt;
  if ((type & segmented) !== 0) {
    if (end - from < segmentLength) {
      out.text('li < size of fixed part of CLNP header, addresses, and segment part');
      return false;
    }
    view.need(from, segmentLength);
    out.text('\n\tData Unit ID: 0x');
    out.hex16(view.u16(from));
    out.text(', Segment Offset: ');
    out.decimal(view.u16(from + 2));
    out.text(', Total PDU Length: ');
    out.decimal(view.u16(from + 4));
    from += segmentLength;
  }
  if (!printClnpOptions(context, from, end)) return false;
  const pdu = type & typeMask;
  const left = length - headerLength;
  if ((pdu === Pdu.errorReport || pdu === Pdu.echoResponse) && view.u8(end) === Nlpid.clnp) {
    out.text('\n\t-----original packet-----\n\t');
    if (context.enter()) printClnp(context, end, left);
    return true;
  }
  if (left > 0) {
    out.text('\n\t  undecoded non-header data, length ');
    out.decimal(left);
    context.dumpPart('\n\t  ', end, left);
  }
  return true;
}
