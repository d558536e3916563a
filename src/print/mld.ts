/** Multicast Listener Discovery version 2 (RFC 3810). */
import { ipv6 } from './address';
import type { PrintContext } from './context';
import { nameOr, names } from './names';

const recordNames = names({ 1: 'is_in', 2: 'is_ex', 3: 'to_in', 4: 'to_ex', 5: 'allow', 6: 'block' });
const recordHeaderLength = 20;
const queryHeaderLength = 28;

export function printListenerReport(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < 8) {
    context.invalid();
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
      context.invalid();
      return;
    }
    out.text(' [gaddr ');
    view.need(from + 4, 16);
    ipv6(out, view, from + 4);
    out.char(0x20);
    nameOr(out, recordNames, view.u8(from), ' [v2-report-#', ']');
    const sources = view.u16(from + 2);
    const size = recordHeaderLength + sources * 16;
    if (from + size > at + length) {
      out.text(' [invalid number of sources ');
      out.decimal(sources);
      out.char(0x5d);
      context.invalid();
      return;
    }
    sourceList(context, sources, from + recordHeaderLength);
    out.char(0x5d);
    from += size;
  }
}

function sourceList(context: PrintContext, count: number, at: number): void {
  const { out, view } = context;
  if (context.verbose === 1) {
    out.text(', ');
    out.decimal(count);
    out.text(' source(s)');
    return;
  }
  out.text(' {');
  for (let i = 0; i < count; i++) {
    out.char(0x20);
    ipv6(out, view, at + 16 * i);
  }
  out.text(' }');
}

export function printListenerQuery(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const code = view.u16(at + 4);
  out.text(' v2');
  if (context.verbose > 0) {
    out.text(' [max resp delay=');
    out.decimal(code < 32768 ? code : ((code & 0x0fff) | 0x1000) << (((code & 0x7000) >>> 12) + 3));
    out.char(0x5d);
    if ((view.u8(at + 24) & 0x08) !== 0) out.text(' sflag');
  }
  out.text(' [gaddr ');
  ipv6(out, view, at + 8);
  if (context.verbose > 0) {
    const robustness = view.u8(at + 24) & 7;
    if (robustness !== 0) {
      out.text(' robustness=');
      out.decimal(robustness);
    }
    const interval = view.u8(at + 25);
    out.text(' qqi=');
    out.decimal(interval < 128 ? interval : ((interval & 15) | 16) << (((interval & 0x70) >>> 4) + 3));
  }
  const sources = view.u16(at + 26);
  if (sources > 0) {
    if (queryHeaderLength + sources * 16 > length) {
      out.text(' [invalid number of sources ');
      out.decimal(sources);
      out.char(0x5d);
    } else if (context.verbose > 0) {
      sourceList(context, sources, at + queryHeaderLength);
    }
  }
  out.char(0x5d);
}
