/** OpenFlow 1.0.0: ports (5.2.1) and the queues of one (5.2.2). */
import type { PrintContext } from '../context';
import { count } from '../text/phrase';
import { type Bitmap, bits32, hexNumber, macField, named, namedOr, namesFrom0, textField } from './openflow-text';
import { portConfig, portFeatures, portNames } from './openflow10-names';

export const portLength = 48;
const portNameLength = 16;
const linkDown = 1;
const spanningTreeMask = 0x300;
const spanningTreeNames = ['STP_LISTEN', 'STP_LEARN', 'STP_FORWARD', 'STP_BLOCK'];
const features: readonly (readonly [title: string, bitmap: Bitmap])[] = [
  ['\n\t   curr ', portFeatures],
  ['\n\t   advertised ', portFeatures],
  ['\n\t   supported ', portFeatures],
  ['\n\t   peer ', portFeatures],
];

/** What it can do is told at -vv. */
export function printPort(context: PrintContext, at: number): void {
  const { view } = context;
  named(context, '\n\t  port_no ', portNames, view.u16(at));
  macField(context, ', hw_addr ', at + 2);
  textField(context, ', name ', at + 8, portNameLength);
  const rest = at + 8 + portNameLength;
  if (context.verbose < 2) {
    view.need(at, portLength);
    return;
  }
  bits32(context, '\n\t   config ', rest, portConfig);
  state(context, view.u32(rest + 4));
  features.forEach(([title, bitmap], i) => {
    bits32(context, title, rest + 8 + 4 * i, bitmap);
  });
}

/** One bit, and a number of two. */
function state(context: PrintContext, value: number): void {
  const { out } = context;
  hexNumber(context, '\n\t   state ', value, 8);
  out.text(' (');
  out.text(spanningTreeNames[(value & spanningTreeMask) >>> 8]);
  if ((value & linkDown) !== 0) out.text(', LINK_DOWN');
  out.char(0x29);
  if ((value & ~(linkDown | spanningTreeMask)) !== 0) out.text(' (bogus)');
}

const queueLength = 8;
const propertyLength = 8;
const leastRate = 1;
const propertyNames = namesFrom0('NONE', 'MIN_RATE');
/** Right lengths by type. */
const rightLengths: readonly number[] = [propertyLength, 16];

export function printQueues(context: PrintContext, at: number, length: number): void {
  const { view } = context;
  let from = at;
  let left = length;
  while (left > 0) {
    if (left < queueLength) {
      context.invalidRest(from, left);
      return;
    }
    count(context.out, '\n\t  queue_id ', view.u32(from));
    const size = view.u16(from + 4);
    count(context.out, ', len ', size);
    if (size < queueLength || size > left) {
      context.invalidRest(from + 6, left - 6);
      return;
    }
    view.need(from, queueLength);
    if (context.verbose > 1) properties(context, from + queueLength, size - queueLength);
    else view.need(from, size);
    from += size;
    left -= size;
  }
}

function properties(context: PrintContext, at: number, length: number): void {
  const { view } = context;
  let from = at;
  let left = length;
  while (left > 0) {
    if (left < propertyLength) {
      context.invalidRest(from, left);
      return;
    }
    const type = view.u16(from);
    namedOr(context, '\n\t   property ', propertyNames, type, 'invalid (', 4);
    const size = view.u16(from + 2);
    count(context.out, ', len ', size);
    if (size < propertyLength || size > left) {
      context.invalidRest(from + 4, left - 4);
      return;
    }
    view.need(from, propertyLength);
    property(context, type, from, size);
    from += size;
    left -= size;
  }
}

function property(context: PrintContext, type: number, at: number, size: number): void {
  const { out, view } = context;
  if ((rightLengths[type] ?? size) !== size) out.text(' (bogus)');
  else if (type === leastRate) rate(context, view.u16(at + propertyLength));
  view.need(at, size);
}

/** In tenths of a percent. */
function rate(context: PrintContext, value: number): void {
  const { out } = context;
  if (value > 1000) {
    out.text(', rate disabled');
    return;
  }
  out.text(', rate ');
  out.decimal(Math.floor(value / 10));
  out.char(0x2e);
  out.decimal(value % 10);
  out.char(0x25);
}
