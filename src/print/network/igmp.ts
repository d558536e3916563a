/** Internet Group Management Protocol (RFC 1112, 2236, 3376). */
import { addWords, foldChecksum } from '../../decode/checksum';
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { relativeTime } from '../text/relative-time';
import { type GroupAddresses, printGroupRecords, printSources } from './group-records';

const Type = {
  query: 0x11,
  report1: 0x12,
  dvmrp: 0x13,
  pim1: 0x14,
  report2: 0x16,
  leave: 0x17,
  traceResponse: 0x1e,
  trace: 0x1f,
  report3: 0x22,
} as const;
const traceLength = 16;
/** The first four bits of an address. */
const multicast = 14;
const addresses: GroupAddresses = { size: 4, print: namedIpv4, unknownRecord: ' [v3-report-#' };

export function printIgmp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'igmp';
  if (context.quiet > 0) {
    out.text('igmp');
    return;
  }
  const type = view.u8(at);
  switch (type) {
    case Type.query:
      query(context, at, length);
      break;
    case Type.report1:
      view.need(at + 4, 4);
      out.text('igmp v1 report ');
      namedIpv4(context, at + 4);
      if (length !== 8) shortLength(context, length);
      break;
    case Type.report2:
      view.need(at + 4, 4);
      out.text('igmp v2 report ');
      namedIpv4(context, at + 4);
      break;
    case Type.report3:
      report3(context, at, length);
      break;
    case Type.leave:
      view.need(at + 4, 4);
      out.text('igmp leave ');
      namedIpv4(context, at + 4);
      break;
    case Type.dvmrp:
      out.text('igmp dvmrp');
      if (length < 8) shortLength(context, length);
      else context.tables.rare().printDvmrp(context, at, length);
      break;
    case Type.pim1:
      out.text('igmp pimv1');
      context.tables.rare().printPim1(context, at, length);
      break;
    case Type.traceResponse:
      trace(context, 'mresp ', at, length);
      break;
    case Type.trace:
      trace(context, 'mtrace ', at, length);
      break;
    default:
      out.text('igmp-');
      out.decimal(type);
  }
  if (context.verbose > 0 && length >= 4 && view.has(at, length) && foldChecksum(addWords(view, at, length, 0)) !== 0) {
    out.text(' bad igmp cksum ');
    out.hex(view.u16(at + 2));
    out.char(0x21);
  }
}

function shortLength(context: PrintContext, length: number): void {
  context.out.text(' [len ');
  context.out.decimal(length);
  context.out.char(0x5d);
}

/** Tenths of a second. */
const usualResponseTime = 100;

function query(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  out.text('igmp query');
  if (length >= 12) {
    if ((length & 3) !== 0) {
      out.text(' v3 [invalid len ');
      out.decimal(length);
      out.char(0x5d);
      return;
    }
    query3(context, at, length);
    return;
  }
  const code = view.u8(at + 1);
  if (code !== 0) {
    out.text(' v2');
    if (code !== usualResponseTime) {
      out.text(' [max resp time ');
      out.decimal(code);
      out.char(0x5d);
    }
  } else {
    out.text(' v1');
  }
  if (view.u32(at + 4) !== 0) {
    out.text(' [gaddr ');
    namedIpv4(context, at + 4);
    out.char(0x5d);
  }
  if (length !== 8) shortLength(context, length);
}

function query3(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  out.text(' v3');
  const code = view.u8(at + 1);
  const tenths = code < 128 ? code : ((code & 15) | 16) << (((code & 0x70) >>> 4) + 3);
  if (tenths !== usualResponseTime) {
    out.text(' [max resp time ');
    if (tenths < 600) {
      out.decimal((tenths / 10) | 0);
      out.char(0x2e);
      out.decimal(tenths % 10);
      out.char(0x73);
    } else {
      relativeTime(out, (tenths / 10) | 0);
    }
    out.char(0x5d);
  }
  if (view.u32(at + 4) === 0) return;
  out.text(' [gaddr ');
  namedIpv4(context, at + 4);
  const sources = view.u16(at + 10);
  if (sources > 0) {
    if (12 + 4 * sources > length) {
      out.text(' [invalid number of sources]');
    } else {
      printSources(context, addresses, sources, at + 12);
    }
  }
  out.char(0x5d);
}

function report3(context: PrintContext, at: number, length: number): void {
  const { out } = context;
  out.text('igmp v3 report');
  if (length < 16 || (length & 3) !== 0) {
    out.text(' [invalid len ');
    out.decimal(length);
    out.char(0x5d);
    return;
  }
  printGroupRecords(context, addresses, at, length);
}

/** A query of "mtrace" or the answer to it (draft-ietf-idmr-traceroute-ipm): by which way packets of a source come. */
function trace(context: PrintContext, title: string, at: number, length: number): void {
  const { out, view } = context;
  const body = at + 8;
  if (length < 8 + traceLength) {
    out.text(' [invalid len ');
    out.decimal(length);
    out.char(0x5d);
    return;
  }
  view.need(body, traceLength);
  out.text(title);
  out.decimal(view.u24(body + 13));
  out.text(': ');
  namedIpv4(context, body);
  out.text(' to ');
  namedIpv4(context, body + 4);
  out.text(' reply-to ');
  namedIpv4(context, body + 8);
  if (view.u8(body + 8) >>> 4 !== multicast) return;
  out.text(' with-ttl ');
  out.decimal(view.u8(body + 12));
}
