/** Token Ring (IEEE 802.5): access and frame control, addresses, and the route that bridges have written behind them. */
import { ByteView } from '../../decode/view';
import type { PrintContext } from '../context';
import { namedMac } from '../text/named';
import { printLlc } from './llc';

const headerLength = 14;
const sourceAt = 8;
/** The group bit of a source address says that routing information follows. */
const routedBit = 0x80;
const routeControlLength = 2;
const llcType = 1;

const broadcastNames = [
  'Non-Broadcast',
  'Non-Broadcast',
  'Non-Broadcast',
  'Non-Broadcast',
  'All-routes',
  'All-routes',
  'Single-route',
  'Single-route',
];
const largestFrames = ['516', '1500', '2052', '4472', '8144', '11407', '17800', '??'];

/** A routed frame with the bit taken off its source address; grows to the longest seen. */
let plain = new Uint8Array(2048);
let plainData = new DataView(plain.buffer);
const outer = new ByteView();

export function printTokenRingLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { view } = context;
  context.protocol = 'token-ring';
  context.headerLength = headerLength;
  if (!view.has(at, headerLength)) {
    context.truncated();
    return;
  }
  if ((view.u8(at + sourceAt) & routedBit) === 0) {
    if (context.linkLevel) header(context, at, length);
    frame(context, at, length, 0);
    return;
  }
  const count = view.end - at;
  if (count > plain.length) {
    plain = new Uint8Array(2 * count);
    plainData = new DataView(plain.buffer);
  }
  plain.set(view.bytes.subarray(at, view.end));
  plain[sourceAt] &= ~routedBit;
  outer.attach(view.bytes, view.data, view.start, view.end);
  view.attach(plain, plainData, 0, count);
  try {
    routedFrame(context, length);
  } finally {
    view.attach(outer.bytes, outer.data, outer.start, outer.end);
  }
}

/** The frame in `plain`. */
function routedFrame(context: PrintContext, length: number): void {
  const { view } = context;
  if (context.linkLevel) header(context, 0, length);
  const known = view.has(headerLength, routeControlLength);
  const routeLength = known ? view.u8(headerLength) & 0x1f : 0;
  context.headerLength = headerLength + routeLength;
  if (!known || !view.has(headerLength, routeLength)) {
    context.truncated();
    return;
  }
  route(context, routeLength);
  frame(context, 0, length, routeLength);
}

/** Rings and bridges: apart at -v, each pair as one hexadecimal number otherwise. */
function route(context: PrintContext, routeLength: number): void {
  const { out, view } = context;
  const control = view.u16(headerLength);
  const backward = (control & 0x0080) !== 0;
  if (context.verbose > 0) {
    out.text(broadcastNames[control >>> 13]);
    out.text(backward ? ' Backward' : ' Forward');
  } else {
    out.text('rt = ');
    out.hex(control);
  }
  for (let from = routeControlLength; from + 2 <= routeLength; from += 2) {
    const segment = view.u16(headerLength + from);
    if (context.verbose > 0) {
      out.text(' [');
      out.decimal(segment >>> 4);
      out.char(0x3a);
      out.decimal(segment & 0x0f);
      out.char(0x5d);
    } else {
      out.char(0x3a);
      out.hex(segment);
    }
  }
  out.text(' (');
  out.text(largestFrames[(control >>> 4) & 7]);
  out.text(') ');
}

function frame(context: PrintContext, at: number, length: number, routeLength: number): void {
  const { view } = context;
  context.linkDestinationAt = at + 2;
  context.linkSourceAt = at + sourceAt;
  const skip = headerLength + routeLength;
  const next = at + skip;
  const left = length - skip;
  context.headerLength = skip;
  if (view.u8(at + 1) >>> 6 === llcType) {
    const llcLength = printLlc(context, next, left);
    context.headerLength = skip + llcLength;
    return;
  }
  if (!context.linkLevel) header(context, at, length);
  context.dump(next, left);
}

function header(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (context.quiet === 0) {
    out.hex8(view.u8(at));
    out.char(0x20);
    out.hex8(view.u8(at + 1));
    out.char(0x20);
  }
  namedMac(context, at + sourceAt);
  out.text(' > ');
  namedMac(context, at + 2);
  out.text(', length ');
  out.decimal(length);
  out.text(': ');
}
