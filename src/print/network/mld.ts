/** Multicast Listener Discovery versions 1 and 2 (RFC 2710, 3810). */

import type { PrintContext } from '../context';
import { namedIpv6 } from '../text/named';
import { type GroupAddresses, printGroupRecords, printSources } from './group-records';

const addresses: GroupAddresses = { size: 16, print: namedIpv6, unknownRecord: ' [v2-report-#' };
const messageLength = 24;
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
  const { out } = context;
  if (length < 8) {
    out.text(' [invalid len ');
    out.decimal(length);
    out.char(0x5d);
    return;
  }
  printGroupRecords(context, addresses, at, length);
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
    else printSources(context, addresses, sources, at + queryHeaderLength);
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
