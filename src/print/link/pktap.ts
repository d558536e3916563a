/** Apple's PKTAP (bsd/net/pktap.h of XNU): interface and process of a packet, then a frame of its link type. */
import type { PrintContext } from '../context';
import { linkTypeNames, printerInside } from '../text/link-type-names';

const fixedLength = 108;
const linkTypeAt = 8;
const recordTypeAt = 4;
const RecordType = { none: 0, packet: 1 } as const;

export function printPktapLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'pktap';
  if (length < fixedLength) {
    context.tooShort(' (packet too short, ', length, fixedLength);
    return;
  }
  const linkType = view.u32LE(at + linkTypeAt);
  const size = view.u32LE(at);
  if (size < fixedLength) {
    context.tooShort(' (pkt_len too small, ', size, fixedLength);
    return;
  }
  if (size > length) {
    out.text(' (pkt_len too big, ');
    out.decimal(size);
    out.text(' > ');
    out.decimal(length);
    out.char(0x29);
    context.invalid();
    return;
  }
  view.need(at, size);
  if (context.linkLevel) header(context, linkType, size, length);
  const recordType = view.u32LE(at + recordTypeAt);
  context.headerLength = size;
  if (recordType === RecordType.none) {
    out.text('no data');
    return;
  }
  if (recordType === RecordType.packet) frame(context, at + size, linkType, size, length);
}

function frame(context: PrintContext, at: number, linkType: number, size: number, length: number): void {
  const { view } = context;
  const left = length - size;
  const print = printerInside(context.tables, linkType);
  if (print === undefined) {
    if (!context.linkLevel) header(context, linkType, size, length);
    context.dump(at, left);
    return;
  }
  context.headerLength = 0;
  if (context.enter()) print(context, at, view.available(at), left);
  context.headerLength += size;
}

function header(context: PrintContext, linkType: number, size: number, length: number): void {
  const { out } = context;
  const name = linkTypeNames.get(linkType) ?? 'UNKNOWN';
  if (context.quiet > 0) {
    out.text(name);
  } else {
    out.text('DLT ');
    out.text(name);
    out.text(' (');
    out.decimal(linkType);
    out.text(') len ');
    out.decimal(size);
  }
  out.text(', length ');
  out.decimal(length);
  out.text(': ');
}
