/** Multicast Source Discovery Protocol (RFC 3618): the TLVs of a segment. */
import type { PrintContext } from '../context';
import { printIpv4 } from '../network/ipv4';
import { namedIpv4 } from '../text/named';

const Message = { sourceActive: 1, request: 2, response: 3, keepalive: 4, notification: 5 } as const;
const mostType = 7;
const headerLength = 3;
/** A segment that begins with more than this does not begin with a TLV. */
const mostFirstLength = 1500;
/** More than a TLV can hold (RFC 3618, 12). */
const mostLength = 1400;
/** Bytes of a source-active message beside its entries. */
const sourcesHeaderLength = 8;
const entryLength = 12;

export function printMsdp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'msdp';
  out.text(': msdp');
  const firstType = view.u8(at);
  const firstLength = view.u16(at + 1);
  if (firstLength > mostFirstLength || firstLength < headerLength || firstType === 0 || firstType > mostType) {
    context.truncated();
    return;
  }
  let from = at;
  let left = length;
  while (left > 0) {
    const type = view.u8(from);
    const size = view.u16(from + 1);
    if (size > mostLength || context.verbose > 0) {
      out.text(' [len ');
      out.decimal(size);
      out.char(0x5d);
    }
    if (size < headerLength || left < size) {
      context.truncated();
      return;
    }
    message(context, type, from, size);
    from += size;
    left -= size;
  }
}

function message(context: PrintContext, type: number, at: number, size: number): void {
  const { out } = context;
  const body = at + headerLength;
  switch (type) {
    case Message.sourceActive:
      out.text(' SA');
      sources(context, at, size);
      return;
    case Message.response:
      out.text(' SA-Response');
      sources(context, at, size);
      return;
    case Message.request:
      out.text(' SA-Request');
      context.view.need(body + 1, 4);
      out.text(' for ');
      namedIpv4(context, body + 1);
      return;
    case Message.keepalive:
      out.text(' Keepalive');
      if (size === headerLength) return;
      out.text('[len=');
      out.decimal(size);
      out.text('] ');
      return;
    case Message.notification:
      out.text(' Notification');
      return;
    default:
      out.text(' [type=');
      out.decimal(type);
      out.text(' len=');
      out.decimal(size);
      out.char(0x5d);
  }
}

/** How many there are, and whether a packet of theirs follows them, which is shown at -vv. */
function sources(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  const count = view.u8(at + headerLength);
  out.char(0x20);
  out.decimal(count);
  out.text(' entries');
  const listed = sourcesHeaderLength + entryLength * count;
  if (listed >= size) return;
  out.text(' [w/data]');
  if (context.verbose < 2 || !context.enter()) return;
  out.char(0x20);
  const { end } = view;
  printIpv4(context, at + listed, size - listed);
  view.end = end;
}
