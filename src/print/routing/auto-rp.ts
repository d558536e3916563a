/** Cisco's Auto-RP: which routers want to be rendezvous points of PIM for which groups. */
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { nameOrHex, names } from '../text/names';
import { relativeTime } from '../text/relative-time';

const headerLength = 8;
const pointLength = 6;
const groupLength = 6;
const typeNames = names(() => ({ 0x11: 'candidate-advert', 0x12: 'mapping' }));
const versionNames = [' PIMv?', ' PIMv1', ' PIMv2', ' PIMv1+2'];
const negativeBit = 1;
const bidirectionalBit = 2;
const reservedBits = 0xfc;

export function printAutoRp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'cisco_autorp';
  if (length < headerLength) {
    context.truncated();
    return;
  }
  out.text(' auto-rp ');
  const type = view.u8(at);
  nameOrHex(out, typeNames, type, type < 0x10 ? 'type-0x0' : 'type-0x');
  const points = view.u8(at + 1);
  out.text(' Hold ');
  const hold = view.u16(at + 2);
  if (hold === 0) out.text('FOREVER');
  else relativeTime(out, hold);
  let from = at + headerLength;
  const end = at + length;
  for (let i = 0; i < points && from >= 0; i++) from = point(context, from, end);
  if (from < 0) context.truncated();
}

function reserved(context: PrintContext, title: string, value: number): void {
  if ((value & reservedBits) === 0) return;
  context.out.text(title);
  context.out.hex8(value & reservedBits);
  context.out.char(0x5d);
}

/** A rendezvous point and its groups. Returns where it ends, or -1 where that is not before `end`. */
function point(context: PrintContext, at: number, end: number): number {
  const { out, view } = context;
  if (at + 4 > end) return -1;
  view.need(at, 4);
  out.text(' RP ');
  namedIpv4(context, at);
  if (at + 5 > end) return -1;
  const versions = view.u8(at + 4);
  out.text(versionNames[versions & 3]);
  reserved(context, ' [rsvd=0x', versions);
  if (at + pointLength > end) return -1;
  const groups = view.u8(at + 5);
  let from = at + pointLength;
  for (let i = 0; i < groups; i++) {
    if (from + groupLength > end) return -1;
    group(context, from, i === 0);
    from += groupLength;
  }
  return from;
}

function group(context: PrintContext, at: number, first: boolean): void {
  const { out, view } = context;
  view.need(at, groupLength);
  const flags = view.u8(at);
  out.text(first ? ' ' : ',');
  if ((flags & negativeBit) !== 0) out.char(0x21);
  namedIpv4(context, at + 2);
  out.char(0x2f);
  out.decimal(view.u8(at + 1));
  if ((flags & bidirectionalBit) !== 0) out.text(' bidir');
  reserved(context, '[rsvd=0x', flags);
}
