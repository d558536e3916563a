/** Prefixes with wide metrics: IPv4 (RFC 5305), IPv6 (RFC 5308), of a topology (RFC 5120), and their sub-TLVs. */
import { ByteView } from '../../decode/view';
import type { PrintContext } from '../context';
import { namedIpv6 } from '../text/named';
import { type FlagName, flagNames, names } from '../text/names';
import { wideIpv4 } from './isis-prefix-text';
import { type IsisTlvPrinter, isisTopology, TlvEnd, topologyLength } from './isis-values';

const prefix = new Uint8Array(16);
const prefixView = new ByteView();
prefixView.attach(prefix, new DataView(prefix.buffer), 0, prefix.length);

const metricLength = 4;
const downBit = 0x80;
const Ipv4Bit = { subTlvs: 0x40, length: 0x3f } as const;
const Ipv6Bit = { external: 0x40, subTlvs: 0x20 } as const;

const SubTlv = { tag32: 1, tag64: 2, prefixSid: 3, color: 117 } as const;
const subTlvNames = names(() => ({
  [SubTlv.tag32]: '32-Bit Administrative tag',
  [SubTlv.tag64]: '64-Bit Administrative tag',
  [SubTlv.prefixSid]: 'Prefix SID',
  [SubTlv.color]: 'Management Prefix Color',
}));
/** RFC 8667, 2.1. */
const valueFlag = 0x08;
const sidFlags: readonly FlagName[] = [
  [0x80, 'Readvertisement'],
  [0x40, 'Node'],
  [0x20, 'No-PHP'],
  [0x10, 'Explicit NULL'],
  [valueFlag, 'Value'],
  [0x04, 'Local'],
];
const algorithmNames = ['SPF', 'strict-SPF'];

export const printPrefixes4: IsisTlvPrinter = (context, at, size) => prefixes(context, 4, at, size);
export const printPrefixes6: IsisTlvPrinter = (context, at, size) => prefixes(context, 6, at, size);
export const printTopologyPrefixes4: IsisTlvPrinter = (context, at, size) => ofTopology(context, 4, at, size);
export const printTopologyPrefixes6: IsisTlvPrinter = (context, at, size) => ofTopology(context, 6, at, size);

function ofTopology(context: PrintContext, family: number, at: number, size: number): number {
  if (size < topologyLength) return TlvEnd.cut;
  isisTopology(context, at);
  return prefixes(context, family, at + topologyLength, size - topologyLength);
}

function prefixes(context: PrintContext, family: number, at: number, size: number): number {
  const { out } = context;
  let from = at;
  let left = size;
  while (left > 0) {
    const length = onePrefix(context, family, from);
    if (length === 0) return TlvEnd.cut;
    if (left < length) {
      out.text(' [remaining tlv length ');
      out.decimal(left);
      out.text(' < ');
      out.decimal(length);
      out.char(0x5d);
      context.invalid();
      return TlvEnd.whole;
    }
    from += length;
    left -= length;
  }
  return TlvEnd.whole;
}

/** Returns its bytes; 0: it cannot be read. */
function onePrefix(context: PrintContext, family: number, at: number): number {
  const { out, view } = context;
  const metric = view.u32(at);
  const status = view.u8(at + metricLength);
  const bits = family === 4 ? status & Ipv4Bit.length : view.u8(at + metricLength + 1);
  out.text(family === 4 ? '\n\t      IPv4 prefix: ' : '\n\t      IPv6 prefix: ');
  if (bits > (family === 4 ? 32 : 128)) {
    out.text('bad bit length ');
    out.decimal(bits);
    return 0;
  }
  const bytes = (bits + 7) >>> 3;
  const addressAt = at + metricLength + (family === 4 ? 1 : 2);
  view.need(addressAt, bytes);
  prefix.fill(0);
  for (let i = 0; i < bytes; i++) prefix[i] = view.bytes[addressAt + i];
  if (family === 4) wideIpv4(context, prefix, 0);
  else namedIpv6(context, 0, prefixView);
  out.char(0x2f);
  out.decimal(bits);
  out.text((status & downBit) !== 0 ? ', Distribution: down, Metric: ' : ', Distribution: up, Metric: ');
  out.decimal(metric);
  if (family === 6) out.text((status & Ipv6Bit.external) !== 0 ? ', External' : ', Internal');
  const end = addressAt + bytes;
  if ((status & (family === 4 ? Ipv4Bit.subTlvs : Ipv6Bit.subTlvs)) === 0) return end - at;
  out.text(', sub-TLVs present');
  const length = view.u8(end);
  out.text(' (');
  out.decimal(length);
  out.char(0x29);
  return subTlvs(context, end + 1, length) ? end + 1 + length - at : 0;
}

function subTlvs(context: PrintContext, at: number, length: number): boolean {
  const { view } = context;
  const end = at + length;
  let from = at;
  while (from < end) {
    const type = view.u8(from);
    const size = view.u8(from + 1);
    from += 2;
    if (!subTlv(context, type, from, size)) return false;
    from += size;
    if (from > end) return false;
  }
  return true;
}

function subTlv(context: PrintContext, type: number, at: number, size: number): boolean {
  const { out, view } = context;
  out.text('\n\t        ');
  out.text(subTlvNames.get(type) ?? 'unknown');
  out.text(' subTLV #');
  out.decimal(type);
  out.text(', length: ');
  out.decimal(size);
  if (!view.has(at, size)) {
    context.truncated();
    return false;
  }
  switch (type) {
    case SubTlv.color:
    case SubTlv.tag32:
      for (let i = 0; i + 4 <= size; i += 4) {
        const tag = view.u32(at + i);
        out.text(', 0x');
        out.hex32(tag);
        out.text(' (=');
        out.decimal(tag);
        out.char(0x29);
      }
      return true;
    case SubTlv.tag64:
      for (let i = 0; i + 8 <= size; i += 8) {
        out.text(', 0x');
        out.hex32(view.u32(at + i));
        out.hex32(view.u32(at + i + 4));
      }
      return true;
    case SubTlv.prefixSid:
      if (prefixSid(context, at, size)) return true;
      context.truncated();
      return false;
    default:
      context.dumpPart('\n\t\t    ', at, size);
      return true;
  }
}

function prefixSid(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  if (size < 5) return false;
  const flags = view.u8(at);
  const isLabel = (flags & valueFlag) !== 0;
  if (!isLabel && size < 6) return false;
  const algorithm = view.u8(at + 1);
  out.text(', Flags [');
  flagNames(out, sidFlags, flags, 'None');
  out.text('], Algo ');
  out.text(algorithmNames[algorithm] ?? 'Unknown');
  out.text(' (');
  out.decimal(algorithm);
  out.text(isLabel ? '), label ' : '), index ');
  out.decimal(isLabel ? view.u24(at + 2) : view.u32(at + 2));
  return true;
}
