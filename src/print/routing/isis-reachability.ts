/** Neighbors and prefixes with the four metrics of old (ISO/IEC 10589, 9.8; RFC 1195). */
import type { PrintContext } from '../context';
import { nsap, systemId, systemIdLength } from '../network/osi';
import { namedIpv4 } from '../text/named';
import { wideIpv4 } from './isis-prefix-text';
import { type IsisTlvPrinter, isisIndent, nodeIdLength, TlvEnd } from './isis-values';

const metricsLength = 4;
const prefixLength = 8;
/** No such metric, in all but the first; a route that came down a level, in the first. */
const topBit = 0x80;
const externalBit = 0x40;
const metricMask = 0x3f;
const metricNames = ['Delay Metric: ', 'Expense Metric: ', 'Error Metric: '];

function metric(context: PrintContext, value: number): void {
  const { out } = context;
  out.decimal(value & metricMask);
  out.text((value & externalBit) !== 0 ? ', External' : ', Internal');
}

/** The default metric has been printed; the other three where they are there. */
function otherMetrics(context: PrintContext, at: number, indent: string): void {
  const { out, view } = context;
  for (let i = 0; i < metricNames.length; i++) {
    const value = view.u8(at + 1 + i);
    if ((value & topBit) !== 0) continue;
    out.text(indent);
    out.text('  ');
    out.text(metricNames[i]);
    metric(context, value);
  }
}

function metrics(context: PrintContext, at: number): void {
  context.out.text(', Default Metric: ');
  metric(context, context.view.u8(at));
  otherMetrics(context, at, '\n\t\t');
}

/** Metrics and the identifier of who has them, as many as fit. */
function neighbors(context: PrintContext, title: string, at: number, size: number, idLength: number): void {
  const { out, view } = context;
  const length = metricsLength + idLength;
  for (let from = at; at + size - from >= length; from += length) {
    view.need(from, length);
    out.text(title);
    systemId(context, from + metricsLength, idLength);
    metrics(context, from);
  }
}

export const printNeighbors: IsisTlvPrinter = (context, at, size) => {
  const { out, view } = context;
  if (size < 1) return TlvEnd.whole;
  const virtual = view.u8(at);
  out.text(isisIndent);
  if (virtual > 1) {
    out.text('bogus virtual flag 0x');
    out.hex8(virtual);
  } else {
    out.text(virtual === 1 ? 'IsVirtual' : 'IsNotVirtual');
  }
  neighbors(context, '\n\t      IS Neighbor: ', at + 1, size - 1, nodeIdLength);
  return TlvEnd.whole;
};

export const printEndSystemNeighbors: IsisTlvPrinter = (context, at, size) => {
  neighbors(context, '\n\t      ES Neighbor: ', at, size, systemIdLength);
  return TlvEnd.whole;
};

/** Prefixes of OSI addresses; their lengths are in half bytes. */
export const printPrefixNeighbors: IsisTlvPrinter = (context, at, size) => {
  const { out, view } = context;
  if (size < metricsLength) return TlvEnd.whole;
  view.need(at, metricsLength);
  out.text('\n\t      Metric Block');
  metrics(context, at);
  const end = at + size;
  let from = at + metricsLength;
  while (from < end) {
    const halves = view.u8(from);
    from++;
    if (halves < 2) {
      out.text('\n\t\tAddress: prefix length ');
      out.decimal(halves);
      out.text(' < 2');
      return TlvEnd.whole;
    }
    const length = halves >>> 1;
    if (end - from < length) return TlvEnd.whole;
    view.need(from, length);
    out.text('\n\t\tAddress: ');
    nsap(context, from, length);
    out.char(0x2f);
    out.decimal(4 * halves);
    from += length;
  }
  return TlvEnd.whole;
};

/** Length of a mask; -1: it has holes. */
function maskLength(mask: number): number {
  const length = Math.clz32(~mask);
  return length === 32 || mask << length === 0 ? length : -1;
}

export const printIpReachability: IsisTlvPrinter = (context, at, size) => {
  const { out, view } = context;
  const length = metricsLength + prefixLength;
  const end = at + size;
  for (let from = at; from < end; from += length) {
    if (end - from < length) {
      out.text('short IPv4 Reachability (');
      out.decimal(end - from);
      out.text(' vs ');
      out.decimal(length);
      out.char(0x29);
      return TlvEnd.stop;
    }
    if (!view.has(from, length)) return TlvEnd.stop;
    const bits = maskLength(view.u32(from + 8));
    out.text('\n\t      IPv4 prefix: ');
    if (bits < 0) {
      namedIpv4(context, from + 4);
      out.text(' mask ');
      namedIpv4(context, from + 8);
    } else {
      wideIpv4(context, view.bytes, from + 4);
      out.char(0x2f);
      out.decimal(bits);
    }
    const value = view.u8(from);
    out.text((value & topBit) !== 0 ? ', Distribution: down, Metric: ' : ', Distribution: up, Metric: ');
    metric(context, value);
    otherMetrics(context, from, isisIndent);
  }
  return TlvEnd.whole;
};
