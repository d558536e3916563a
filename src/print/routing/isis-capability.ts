/** Capabilities of an IS-IS router (RFC 7981), with those of segment routing (RFC 8667, 3.1). */
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { type FlagName, flagNames } from '../text/names';
import { type IsisTlvPrinter, subTlvHeaderLength, TlvEnd } from './isis-values';

const headerLength = 5;
const segmentRouting = 2;
const rangeLength = 4;
const label = 1;
const routerFlags: readonly FlagName[] = [
  [0x01, 'S bit'],
  [0x02, 'D bit'],
];
const segmentFlags: readonly FlagName[] = [
  [0x80, 'ipv4'],
  [0x40, 'ipv6'],
];

export const printCapability: IsisTlvPrinter = (context, at, size) => {
  const { out, view } = context;
  if (size < headerLength) {
    context.tooShort(' [object length ', size, headerLength);
    return TlvEnd.whole;
  }
  view.need(at, 4);
  out.text('\n\t      Router-ID ');
  namedIpv4(context, at);
  const flags = view.u8(at + 4);
  out.text(', Flags [');
  flagNames(out, routerFlags, flags);
  out.char(0x5d);
  subTlvs(context, at + headerLength, at + size);
  return TlvEnd.whole;
};

function subTlvs(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  let from = at;
  while (end - from >= subTlvHeaderLength) {
    const type = view.u8(from);
    const size = view.u8(from + 1);
    from += subTlvHeaderLength;
    out.text(type === segmentRouting ? '\n\t\tSR-Capabilities subTLV #' : '\n\t\tunknown subTLV #');
    out.decimal(type);
    out.text(', length: ');
    out.decimal(size);
    if (size > end - from || !view.has(from, size)) return;
    if (type !== segmentRouting) context.dumpPart('\n\t\t', from, size);
    else if (size >= rangeLength) segments(context, from, size);
    from += size;
  }
}

/** A range of labels, and where it begins. */
function segments(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  out.text(', Flags [');
  flagNames(out, segmentFlags, view.u8(at), 'None');
  out.text('], Range ');
  out.decimal(view.u24(at + 1));
  const end = at + size;
  let from = at + rangeLength;
  while (end - from >= 5) {
    const type = view.u8(from);
    const length = view.u8(from + 1);
    from += subTlvHeaderLength;
    if (length > end - from) return;
    if (type !== label) {
      context.dumpPart('\n\t\t  ', from, length);
    } else if (length === 3 || length === 4) {
      out.text(', SID value ');
      out.decimal(length === 3 ? view.u24(from) : view.u32(from));
    } else {
      out.text(', Unknown SID length');
      out.decimal(length);
    }
    from += length;
  }
}
