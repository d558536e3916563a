/** Multicast Listener Discovery versions 1 and 2 (RFC 2710, 3810). */

import type { PrintContext } from '../context';
import { listedAddressRoom } from '../text/address';
import { namedIpv6 } from '../text/named';
import { nameOr, names } from '../text/names';

const recordNames = names(() => ({ 1: 'is_in', 2: 'is_ex', 3: 'to_in', 4: 'to_ex', 5: 'allow', 6: 'block' }));
const messageLength = 24;
const recordHeaderLength = 20;
const queryHeaderLength = 28;

/** Version 1: one address. Nothing where the message is cut. */
export function printListener(context: PrintContext, at: number): void {
  const { out, view } = context;
  if (!view.has(at, messageLength)) return;
  out.text('max resp delay: ');
  out.decimal(view.u16(at + 4));
  out.text(' addr: ');
  namedIpv6(context, at + 8);
}

/** Either version: they differ in length. */
export function printListenerQuery(context: PrintContext, at: number, length: number): void {
  const { out } = context;
  if (length === messageLength) {
    printListener(context, at);
  } else if (length >= queryHeaderLength) {
    query(context, at, length);
  } else {
    out.text(' unknown-version (len ');
    out.decimal(length);
    out.text(') ');
  }
}

export function printListenerReport(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < 8) {
    out.text(' [invalid len ');
    out.decimal(length);
    out.char(0x5d);
    return;
  }
  const records = view.u16(at + 6);
  out.text(', ');
  out.decimal(records);
  out.text(' group record(s)');
  if (context.verbose === 0) return;
  let from = at + 8;
  for (let i = 0; i < records; i++) {
    if (from + recordHeaderLength > at + length) {
      out.text(' [invalid number of groups]');
      return;
    }
    view.need(from + 4, 16);
    out.text(' [gaddr ');
    namedIpv6(context, from + 4);
    out.char(0x20);
    nameOr(out, recordNames, view.u8(from), ' [v2-report-#', ']');
    const sources = view.u16(from + 2);
    const size = recordHeaderLength + sources * 16;
    if (from + size > at + length) {
      out.text(' [invalid number of sources ');
      out.decimal(sources);
      out.char(0x5d);
      return;
    }
    sourceList(context, sources, from + recordHeaderLength);
    out.char(0x5d);
    from += size;
  }
}

function sourceList(context: PrintContext, count: number, at: number): void {
  const { out } = context;
  if (context.verbose < 2) {
    out.text(', ');
    out.decimal(count);
    out.text(' source(s)');
    return;
  }
  out.text(' {');
  for (let i = 0; i < count; i++) {
    context.view.need(at + 16 * i, 16);
    out.reserve(listedAddressRoom);
    out.char(0x20);
    namedIpv6(context, at + 16 * i);
  }
  out.text(' }');
}

function query(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  out.text(' v2');
  const code = view.u16(at + 4);
  if (context.verbose > 0) {
    out.text(' [max resp delay=');
    out.decimal(code < 0x8000 ? code : ((code & 0x0fff) | 0x1000) << (((code & 0x7000) >>> 12) + 3));
    out.char(0x5d);
  }
  view.need(at + 8, 16);
  out.text(' [gaddr ');
  namedIpv6(context, at + 8);
  if (context.verbose > 0) querierState(context, at + 24);
  const sources = view.u16(at + 26);
  if (sources > 0) {
    if (queryHeaderLength + sources * 16 > length) out.text(' [invalid number of sources]');
    else sourceList(context, sources, at + queryHeaderLength);
  }
  out.char(0x5d);
}

/** S flag, robustness and query interval (RFC 3810, 5.1.7 to 5.1.9). */
function querierState(context: PrintContext, at: number): void {
  const { out, view } = context;
  const flags = view.u8(at);
  if ((flags & 0x08) !== 0) out.text(' sflag');
  if ((flags & 0x07) !== 0) {
    out.text(' robustness=');
    out.decimal(flags & 0x07);
  }
  const interval = view.u8(at + 1);
  out.text(' qqi=');
  out.decimal(interval < 128 ? interval : ((interval & 0x0f) | 0x10) << (((interval & 0x70) >>> 4) + 3));
}
