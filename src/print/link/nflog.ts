/** Packets logged by Linux netfilter (https://www.tcpdump.org/linktypes/LINKTYPE_NFLOG.html). */
import type { PrintContext } from '../context';
import { printIpv4 } from '../network/ipv4';
import { printIpv6 } from '../network/ipv6';
import { familyAndLength } from './link-family';

const headerLength = 4;
const attributeLength = 4;
const payloadAttribute = 9;
const Family = { ipv4: 2, ipv6: 10 } as const;

export function printNflogLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'nflog';
  context.headerLength = headerLength;
  if (!view.has(at, headerLength)) {
    context.truncated();
    return;
  }
  const version = view.u8(at + 1);
  if (version !== 0) {
    out.text('version ');
    out.decimal(version);
    out.text(' (unknown)');
    return;
  }
  if (context.linkLevel) header(context, at, length);
  const next = payload(context, at, length);
  if (next < 0) {
    context.truncated();
    return;
  }
  context.headerLength = next - at;
  const left = length - (next - at);
  const family = view.u8(at);
  if (family === Family.ipv4) printIpv4(context, next, left);
  else if (family === Family.ipv6) printIpv6(context, next, left);
  else {
    if (!context.linkLevel) header(context, at, left + headerLength);
    context.dump(next, left);
  }
}

/** Where the packet itself starts, or the end where no attribute holds it; -1: an attribute is cut off. */
function payload(context: PrintContext, at: number, length: number): number {
  const { view } = context;
  const end = at + length;
  let from = at + headerLength;
  while (from < end) {
    if (!view.has(from, attributeLength)) return -1;
    const size = (view.u16LE(from) + 3) & 0xfffc;
    if (size < attributeLength || !view.has(from, size)) return -1;
    if (view.u16LE(from + 2) === payloadAttribute) return from + attributeLength;
    from += size;
    context.headerLength = from - at;
  }
  return from;
}

function header(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const family = view.u8(at);
  const name = family === Family.ipv4 ? 'IPv4' : family === Family.ipv6 ? 'IPv6' : undefined;
  out.text('version ');
  out.decimal(view.u8(at + 1));
  out.text(', resource ID ');
  out.decimal(view.u16(at + 2));
  familyAndLength(context, family, name, 'Unknown NFLOG', 2, length);
}
