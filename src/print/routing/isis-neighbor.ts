/** Neighbors with wide metrics (RFC 5305), also of a topology (RFC 5120), and those known by an alias (RFC 5311). */
import type { PrintContext } from '../context';
import { systemId } from '../network/osi';
import { isisLinkNames, printIsisLink } from './isis-link';
import {
  type IsisTlvPrinter,
  isisTopology,
  nodeIdLength,
  subTlvHeaderLength,
  TlvEnd,
  topologyLength,
} from './isis-values';

const metricLength = 3;
/** Its metric is zero, and left out. */
const aliasType = 24;

export const printExtendedNeighbors: IsisTlvPrinter = (context, at, size, _pduAt, _pduLength, type) =>
  neighbors(context, type, at, size);

export const printTopologyNeighbors: IsisTlvPrinter = (context, at, size, _pduAt, _pduLength, type) => {
  if (size < topologyLength) return TlvEnd.cut;
  isisTopology(context, at);
  return neighbors(context, type, at + topologyLength, size - topologyLength);
};

function neighbors(context: PrintContext, type: number, at: number, size: number): number {
  const end = at + size;
  let from = at;
  while (from < end) {
    const length = neighbor(context, type, from, end - from);
    if (length === 0) return TlvEnd.cut;
    from += length;
  }
  return TlvEnd.whole;
}

/** Returns its bytes; 0: it cannot be read. */
function neighbor(context: PrintContext, type: number, at: number, left: number): number {
  const { out, view } = context;
  if (left < nodeIdLength || !view.has(at, nodeIdLength)) return 0;
  out.text('\n\t      IS Neighbor: ');
  systemId(context, at, nodeIdLength);
  let from = at + nodeIdLength;
  const end = at + left;
  if (type !== aliasType) {
    if (end - from < metricLength || !view.has(from, metricLength)) return 0;
    out.text(', Metric: ');
    out.decimal(view.u24(from));
    from += metricLength;
  }
  if (from === end || !view.has(from, 1)) return 0;
  const length = view.u8(from);
  from++;
  if (length === 0) {
    out.text(', no sub-TLVs present');
    return from - at;
  }
  out.text(', sub-TLVs present (');
  out.decimal(length);
  out.char(0x29);
  return subTlvs(context, from, from + length, end) ? Math.min(from + length, end) - at : 0;
}

/** `end`: of these; `tlvEnd`: of what holds them. false: they were not captured. */
function subTlvs(context: PrintContext, at: number, end: number, tlvEnd: number): boolean {
  const { out, view } = context;
  let from = at;
  while (from < end) {
    if (!view.has(from, subTlvHeaderLength)) return false;
    if (tlvEnd - from < subTlvHeaderLength) {
      out.text('\n\t        Remaining data in TLV shorter than a subTLV header');
      return true;
    }
    if (end - from < subTlvHeaderLength) {
      out.text('\n\t        Remaining data in subTLVs shorter than a subTLV header');
      return true;
    }
    const type = view.u8(from);
    const size = view.u8(from + 1);
    from += subTlvHeaderLength;
    out.text('\n\t        ');
    out.text(isisLinkNames.get(type) ?? 'unknown');
    out.text(' subTLV #');
    out.decimal(type);
    out.text(', length: ');
    out.decimal(size);
    if (end - from < size) {
      out.text(' (remaining data in subTLVs shorter than the current subTLV)');
      return true;
    }
    if (tlvEnd - from < size) {
      out.text(' (> remaining tlv length)');
      return true;
    }
    if (!view.has(from, size)) return false;
    printIsisLink(context, type, from, size);
    from += size;
  }
  return true;
}
