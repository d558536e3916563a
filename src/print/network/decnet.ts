/** DECnet Phase IV (Digital, "DNA Routing Layer Functional Specification", 2.0.0): routing and control messages. */
import type { PrintContext } from '../context';
import { count } from '../text/phrase';
import { printNsp } from './decnet-nsp';

/** The length field, which counts nothing of itself. */
const lengthFieldLength = 2;
const shortHeaderLength = 6;
const longHeaderLength = 21;
const Flag = {
  padding: 0x80,
  version: 0x40,
  sameLink: 0x20,
  returned: 0x10,
  returnRequested: 0x08,
  control: 0x01,
} as const;
const visitsMask = 0x3f;
const paddingMask = 0x7f;
const formatMask = 0x07;
const Format = { short: 2, long: 6 } as const;
const nodeMask = 0x03ff;
const areaShift = 10;

export function printDecnet(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'decnet';
  if (length < shortHeaderLength) {
    context.tooShort(' (length ', length, shortHeaderLength);
    return;
  }
  const packet = view.u16LE(at);
  if (packet < shortHeaderLength) {
    context.tooShort(' (pktlen ', packet, shortHeaderLength);
    return;
  }
  if (packet > length) {
    out.text(' (pktlen ');
    out.decimal(packet);
    out.text(' > ');
    out.decimal(length);
    out.char(0x29);
    context.invalid();
    return;
  }
  let from = at + lengthFieldLength;
  let left = packet;
  let flags = view.u8(from);
  if ((flags & Flag.padding) !== 0) {
    const padding = flags & paddingMask;
    if (context.verbose > 0) count(out, '[pad:', padding, '] ');
    if (left < padding + lengthFieldLength) {
      context.tooShort(' (length ', left, padding + lengthFieldLength);
      return;
    }
    view.need(from, padding);
    from += padding;
    left -= padding;
    flags = view.u8(from);
  }
  if ((flags & Flag.version) !== 0) {
    out.text('future-version-decnet');
    context.dumpAlways(from - lengthFieldLength, left);
  } else if ((flags & Flag.control) !== 0) {
    if (!controlMessage(context, from, left, flags)) context.invalid();
  } else {
    routed(context, from, left, flags, packet);
  }
}

function node(context: PrintContext, address: number): void {
  context.out.decimal(address >>> areaShift);
  context.out.char(0x2e);
  context.out.decimal(address & nodeMask);
}

/** `at`: the flags; `length` counts the length field too. */
function routed(context: PrintContext, at: number, length: number, flags: number, packet: number): void {
  const { out, view } = context;
  const format = flags & formatMask;
  if (format !== Format.short && format !== Format.long) {
    out.text('unknown message flags under mask');
    context.dumpAlways(at - lengthFieldLength, length);
    return;
  }
  const isLong = format === Format.long;
  const headerLength = isLong ? longHeaderLength : shortHeaderLength;
  if (length < headerLength) {
    context.tooShort(' (length ', length, headerLength);
    return;
  }
  view.need(at, headerLength);
  const destination = view.u16LE(isLong ? at + 7 : at + 1);
  const source = view.u16LE(isLong ? at + 15 : at + 3);
  node(context, source);
  out.text(' > ');
  node(context, destination);
  out.char(0x20);
  out.decimal(packet);
  out.char(0x20);
  if (context.verbose > 0) {
    // A short header counts from the next router on.
    travelled(context, flags, isLong ? view.u8(at + 18) : (view.u8(at + 5) & visitsMask) + 1);
  }
  if (!printNsp(context, at + headerLength, length - headerLength)) context.invalid();
}

/** `RQR 1 hops `: what is asked of routers, and how many the packet has passed. */
function travelled(context: PrintContext, flags: number, hops: number): void {
  const { out } = context;
  if ((flags & Flag.returnRequested) !== 0) out.text('RQR ');
  if ((flags & Flag.returned) !== 0) out.text('RTS ');
  if ((flags & Flag.sameLink) !== 0) out.text('IE ');
  out.decimal(hops);
  out.text(' hops ');
}

/** Control messages by the bits of {@link controlMask}, with the bytes each has. */
const controlMask = 0x0e;
const Control = { init: 0, verification: 2, test: 4, level1: 6, level2: 8, routerHello: 10, endHello: 12 } as const;
const controlLengths = new Map<number, number>([
  [Control.init, 12],
  [Control.verification, 4],
  [Control.test, 4],
  [Control.level1, 4],
  [Control.level2, 4],
  [Control.routerHello, 19],
  [Control.endHello, 31],
]);
const controlTitles = new Map<number, string>([
  [Control.init, 'init '],
  [Control.verification, 'verification '],
  [Control.test, 'test '],
  [Control.level1, 'lev-1-routing '],
  [Control.level2, 'lev-2-routing '],
  [Control.routerHello, 'router-hello '],
  [Control.endHello, 'endnode-hello '],
]);
const nodeTypes = ['reserved-ntype? ', 'l2rout ', 'l1rout ', 'endnode '];

/** false: the message is shorter than its kind is. */
function controlMessage(context: PrintContext, at: number, length: number, flags: number): boolean {
  const { out, view } = context;
  const kind = flags & controlMask;
  const least = controlLengths.get(kind);
  if (least === undefined) {
    out.text('unknown control message');
    context.dumpAlways(at, length);
    return true;
  }
  out.text(controlTitles.get(kind) ?? '');
  if (length < least) return false;
  view.need(at, least);
  switch (kind) {
    case Control.init:
      init(context, at);
      break;
    case Control.verification:
    case Control.test:
      out.text('src ');
      node(context, view.u16LE(at + 1));
      out.text(kind === Control.test ? ' data ' : ' fcnval ');
      octal(context, view.u8(at + 3));
      break;
    case Control.level1:
    case Control.level2:
      out.text('src ');
      node(context, view.u16LE(at + 1));
      out.char(0x20);
      routes(context, kind === Control.level1 ? '{ids ' : '{areas ', at + least, length - least);
      break;
    default:
      hello(context, kind, at);
  }
  return true;
}

function octal(context: PrintContext, value: number): void {
  const { out } = context;
  if (value > 0o77) out.decimal(value >>> 6);
  if (value > 0o7) out.decimal((value >>> 3) & 7);
  out.decimal(value & 7);
}

function init(context: PrintContext, at: number): void {
  const { out, view } = context;
  const info = view.u8(at + 3);
  out.text(nodeTypes[[0, 2, 1, 3].indexOf(info & 3)]);
  if ((info & 0x04) !== 0) out.text('verif ');
  if ((info & 0x08) !== 0) out.text('blo ');
  out.text('src ');
  node(context, view.u16LE(at + 1));
  count(context.out, 'blksize ', view.u16LE(at + 4));
  count(context.out, ' vers ', view.u8(at + 6));
  count(context.out, ' eco ', view.u8(at + 7));
  count(context.out, ' ueco ', view.u8(at + 8));
  count(context.out, ' hello ', view.u16LE(at + 9));
}

const largestRange = 1024;
const routeLength = 6;

/** Ranges of nodes or areas with cost and hops; the last word is a checksum. */
function routes(context: PrintContext, title: string, at: number, length: number): void {
  const { out, view } = context;
  let from = at;
  for (let left = length; left > routeLength; left -= routeLength, from += routeLength) {
    view.need(from, routeLength);
    const listed = view.u16LE(from);
    if (listed > largestRange) return;
    const first = view.u16LE(from + 2);
    const info = view.u16LE(from + 4);
    count(context.out, title, first);
    count(context.out, '-', first + listed);
    count(context.out, ' cost ', info & 0x01ff);
    count(context.out, ' hops ', (info >>> 10) & 0x1f);
    out.text('} ');
  }
}

function hello(context: PrintContext, kind: number, at: number): void {
  const { out, view } = context;
  const info = view.u8(at + 10);
  out.text(nodeTypes[info & 3]);
  if ((info & 0x04) !== 0) out.text('verif ');
  if ((info & 0x20) !== 0) out.text('nomcast ');
  if ((info & 0x40) !== 0) out.text('blo ');
  count(context.out, 'vers ', view.u8(at + 1));
  count(context.out, ' eco ', view.u8(at + 2));
  count(context.out, ' ueco ', view.u8(at + 3));
  out.text(' src ');
  node(context, view.u16LE(at + 8));
  count(context.out, ' blksize ', view.u16LE(at + 11));
  if (kind === Control.routerHello) {
    count(context.out, ' pri ', view.u8(at + 13));
    count(context.out, ' hello ', view.u16LE(at + 15));
    return;
  }
  out.text(' rtr ');
  node(context, view.u16LE(at + 26));
  count(context.out, ' hello ', view.u16LE(at + 28));
  out.text(' data ');
  octal(context, view.u8(at + 31));
}
