/** End System to Intermediate System routing exchange (ISO 9542). */

import { macLength } from '../../decode/ethernet';
import type { PrintContext } from '../context';
import { linkAddress } from '../text/address';
import { namedMac } from '../text/named';
import { nameOr, names } from '../text/names';
import { nsap, protocolList, shortHeader, verdict } from './osi';
import { osiOptionFits, osiOptionHeaderLength, osiOptionTitle } from './osi-option';

const fixedLength = 9;
const checksumAt = 7;
const supportedVersion = 1;
const typeMask = 0x1f;

const Pdu = { endSystemHello: 2, intermediateSystemHello: 4, redirect: 6 } as const;
const pduNames = names(() => ({
  [Pdu.endSystemHello]: 'ESH',
  [Pdu.intermediateSystemHello]: 'ISH',
  [Pdu.redirect]: 'redirect',
}));

const Option = { protocols: 129, configurationTime: 198 } as const;
const optionNames = names(() => ({
  [Option.protocols]: 'Protocols supported',
  195: 'QoS Maintenance',
  197: 'Security',
  [Option.configurationTime]: 'ES Configuration Time',
  205: 'Priority',
  225: 'Addressk Mask',
  226: 'SNPA Mask',
}));

export function printEsis(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'esis';
  if (!context.linkLevel) out.text('ES-IS');
  if (length <= 2) {
    out.text(context.quiet > 0 ? 'bad pkt!' : 'no header at all!');
    return;
  }
  context.need(at, fixedLength);
  const headerLength = view.u8(at + 1);
  const version = view.u8(at + 2);
  if (version !== supportedVersion) {
    out.text(' version ');
    out.decimal(version);
    out.text(' packet not supported');
    return;
  }
  if (headerLength > length) {
    out.text(' length indicator(');
    out.decimal(headerLength);
    out.text(') > PDU size (');
    out.decimal(length);
    out.text(')!');
    return;
  }
  if (headerLength < fixedLength + 2) {
    shortHeader(context, headerLength, at);
    return;
  }
  const type = view.u8(at + 4) & typeMask;
  if (!context.linkLevel) out.text(', ');
  if (context.verbose === 0) {
    nameOr(out, pduNames, type, 'unknown type (', ')');
    out.text(', length ');
    out.decimal(length);
    return;
  }
  out.text('length ');
  out.decimal(length);
  header(context, type, headerLength, at);
  const end = at + headerLength;
  const optionsAt = addresses(context, type, at + fixedLength, end);
  if (optionsAt > 0) options(context, optionsAt, end);
}

function header(context: PrintContext, type: number, headerLength: number, at: number): void {
  const { out, view } = context;
  const checksum = view.u16(at + checksumAt);
  out.text('\n\t');
  nameOr(out, pduNames, type, 'unknown type: ');
  out.text(' (');
  out.decimal(type);
  out.text('), v: ');
  out.decimal(view.u8(at + 2));
  out.text(', checksum: 0x');
  out.hex16(checksum);
  verdict(context, checksum, at, checksumAt, headerLength);
  out.text(', holding time: ');
  out.decimal(view.u16(at + 5));
  out.text('s, length indicator: ');
  out.decimal(headerLength);
  if (context.verbose > 1) context.dumpPart('\n\t', at, fixedLength);
}

/** Returns where the options begin; 0: nothing may be printed behind this. */
function addresses(context: PrintContext, type: number, at: number, end: number): number {
  switch (type) {
    case Pdu.redirect:
      return redirect(context, at, end);
    case Pdu.endSystemHello:
      return endSystem(context, at, end);
    case Pdu.intermediateSystemHello: {
      const behind = sized(context, at, end, ', bad ish/li');
      if (behind > 0) title(context, at);
      return behind;
    }
    default: {
      const rest = context.view.available(at);
      if (context.verbose === 1) context.dumpPart('\n\t  ', at, rest);
      return 0;
    }
  }
}

/** Where a field ends whose first byte is its length; 0: beyond `end`, and that has been said. */
function sized(context: PrintContext, at: number, end: number, complaint: string): number {
  const { out, view } = context;
  const size = view.u8(at);
  if (at < end) {
    view.need(at + 1, size);
    if (end - at - 1 >= size) return at + 1 + size;
  }
  out.text(complaint);
  return 0;
}

/** A network entity title. */
function title(context: PrintContext, at: number): void {
  const { out, view } = context;
  const size = view.u8(at);
  out.text('\n\t  NET (length: ');
  out.decimal(size);
  out.text('): ');
  nsap(context, at + 1, size);
}

function endSystem(context: PrintContext, at: number, end: number): number {
  const { out, view } = context;
  const count = view.u8(at);
  out.text('\n\t  Number of Source Addresses: ');
  out.decimal(count);
  let from = at + 1;
  for (let i = 0; i < count; i++) {
    const behind = sized(context, from, end, ', bad esh/li');
    if (behind === 0) return 0;
    title(context, from);
    from = behind;
  }
  return from;
}

/** The destination, the subnetwork address to send to, and the entity that it belongs to. */
function redirect(context: PrintContext, at: number, end: number): number {
  const { out, view } = context;
  const complaint = ', bad redirect/li';
  const subnetworkAt = sized(context, at, end, complaint);
  if (subnetworkAt === 0) return 0;
  out.text('\n\t  ');
  nsap(context, at + 1, view.u8(at));
  const entityAt = sized(context, subnetworkAt, end, complaint);
  if (entityAt === 0) return 0;
  const behind = sized(context, entityAt, end, complaint);
  if (behind === 0) return 0;
  const size = view.u8(subnetworkAt);
  out.text('\n\t  SNPA (length: ');
  out.decimal(size);
  out.text('): ');
  if (size === 0) out.text('<empty>');
  else if (size === macLength) namedMac(context, subnetworkAt + 1);
  else linkAddress(out, view, subnetworkAt + 1, size);
  const entityLength = view.u8(entityAt);
  if (entityLength > 0) {
    out.text('\n\t  NET (length: ');
    out.decimal(entityLength);
    out.text(') ');
    nsap(context, entityAt + 1, entityLength);
  }
  return behind;
}

function options(context: PrintContext, at: number, end: number): void {
  const { view } = context;
  let from = at;
  while (from < end) {
    if (!osiOptionFits(context, from, end)) return;
    const type = view.u8(from);
    const size = view.u8(from + 1);
    from += osiOptionHeaderLength;
    osiOptionTitle(context, optionNames, type, size);
    option(context, type, from, size);
    from += size;
  }
}

function option(context: PrintContext, type: number, at: number, size: number): void {
  const { out, view } = context;
  if (type === Option.protocols) {
    protocolList(context, at, size);
    return;
  }
  if (type !== Option.configurationTime) context.dumpPart('\n\t  ', at, size);
  else if (size !== 2) out.text('(bad length)');
  else {
    const seconds = view.u16(at);
    out.decimal(seconds);
    out.char(0x73);
  }
  if (context.verbose > 1) context.dumpPart('\n\t  ', at, size);
}
