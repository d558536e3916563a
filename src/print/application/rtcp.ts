/** RTP Control Protocol (RFC 3550, 6); -T rtcp. */
import type { PrintContext } from '../context';
import type { LineWriter } from '../text/line-writer';
import { count } from '../text/phrase';

const headerLength = 8;
const senderLength = 20;
const reportLength = 24;
const countMask = 0x1f;
const Type = { senderReport: 200, receiverReport: 201, sourceDescription: 202, goodbye: 203 } as const;
/** Of the fraction of an NTP time stamp, and of its middle 32 bits. */
const ntpFraction = 2 ** 32;
const middleFraction = 2 ** 16;

/** All packets of a compound one. */
export function printRtcp(context: PrintContext, at: number): void {
  context.protocol = 'rtcp';
  const { view } = context;
  for (let from = at; from < view.end; ) from = packet(context, from);
}

/** Returns where the next one begins. */
function packet(context: PrintContext, at: number): number {
  const { out, view } = context;
  context.need(at, headerLength);
  const length = 4 * (view.u16(at + 2) + 1);
  const type = view.u8(at + 1);
  const reports = view.u8(at) & countMask;
  switch (type) {
    case Type.senderReport:
      reportHeader(context, ' sr', at, length, headerLength + senderLength + reports * reportLength);
      senderInformation(context, at + headerLength);
      receptionReports(context, reports, at + headerLength + senderLength);
      break;
    case Type.receiverReport:
      reportHeader(context, ' rr', at, length, headerLength + reports * reportLength);
      receptionReports(context, reports, at + headerLength);
      break;
    case Type.sourceDescription:
      count(out, ' sdes ', length);
      source(context, at);
      break;
    case Type.goodbye:
      count(out, ' bye ', length);
      source(context, at);
      break;
    default:
      out.text(' type-0x');
      out.hex(type);
      count(out, ' ', length);
  }
  return at + length;
}

/** The length only where it is not what the number of reports makes. */
function reportHeader(context: PrintContext, title: string, at: number, length: number, wanted: number): void {
  const { out } = context;
  out.text(title);
  if (length !== wanted) count(out, ' [', length, ']');
  source(context, at);
}

function source(context: PrintContext, at: number): void {
  if (context.verbose > 0) count(context.out, ' ', context.view.u32(at + 4));
}

function senderInformation(context: PrintContext, at: number): void {
  const { out, view } = context;
  context.need(at, senderLength);
  out.text(' @');
  hundredths(out, view.u32(at) + view.u32(at + 4) / ntpFraction);
  count(out, ' ', view.u32(at + 8));
  count(out, ' ', view.u32(at + 12), 'p');
  count(out, ' ', view.u32(at + 16), 'b');
}

function receptionReports(context: PrintContext, reports: number, at: number): void {
  const { out, view } = context;
  if (reports > 1) count(out, ' c', reports);
  for (let i = 0; i < reports; i++) {
    const from = at + i * reportLength;
    context.need(from, reportLength);
    if (context.verbose > 0) count(out, ' ', view.u32(from));
    count(out, ' ', view.u24(from + 5), 'l');
    count(out, ' ', view.u32(from + 8), 's');
    count(out, ' ', view.u32(from + 12), 'j @');
    hundredths(out, view.u32(from + 16) / middleFraction);
    out.char(0x2b);
    hundredths(out, view.u32(from + 20) / middleFraction);
  }
}

/** As C prints %.2f: of two that are as near, the even one, where toFixed() takes the larger. */
function hundredths(out: LineWriter, value: number): void {
  const eighths = (value % 1) * 8;
  const isEvenBelow = eighths === 1 || eighths === 5;
  out.text((isEvenBelow ? value - 1 / 256 : value).toFixed(2));
}
