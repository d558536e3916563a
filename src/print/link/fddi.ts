/** Fiber Distributed Data Interface (ANSI X3.139): frame control, addresses, and LLC behind them. */
import type { PrintContext } from '../context';
import { namedMac } from '../text/named';
import { names } from '../text/names';
import { printLlc } from './llc';

const headerLength = 13;
/** Frame control bytes are CLFFZZZZ: class, address length, format and control bits. */
const formatMask = 0xf0;
const controlMask = 0x0f;
const Format = { smt: 0x40, llcAsynchronous: 0x50 } as const;

const controlNames = names(() => ({
  0x40: 'void',
  0x41: 'info',
  0x4f: 'nsa',
  0x80: 'nrt',
  0xc0: 'rt',
  0xc2: 'beacon',
  0xc3: 'claim',
}));
/** With the control bits behind them. */
const formatNames = names(() => ({
  0x40: 'smt',
  0x50: 'async',
  0x60: 'imp_async',
  0xc0: 'mac',
  0xd0: 'sync',
  0xe0: 'imp_sync',
}));

export function printFddiLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'fddi';
  if (!view.has(at, headerLength)) {
    context.truncated();
    context.headerLength = view.available(at);
    return;
  }
  const format = view.u8(at) & formatMask;
  context.linkDestinationAt = at + 1;
  context.linkSourceAt = at + 7;
  if (context.linkLevel) header(context, at, length);
  const next = at + headerLength;
  const left = length - headerLength;
  context.headerLength = headerLength;
  if (format === Format.llcAsynchronous) {
    context.headerLength += printLlc(context, next, left);
  } else if (format === Format.smt) {
    out.text('<SMT printer not yet implemented>');
  } else {
    if (!context.linkLevel) header(context, at, length);
    context.dump(next, left);
  }
}

function header(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (context.quiet === 0) frameControl(context, view.u8(at));
  namedMac(context, context.linkSourceAt);
  out.text(' > ');
  namedMac(context, context.linkDestinationAt);
  out.text(', length ');
  out.decimal(length);
  out.text(': ');
}

function frameControl(context: PrintContext, control: number): void {
  const { out } = context;
  const name = controlNames.get(control);
  const format = formatNames.get(control & formatMask);
  if (name !== undefined) {
    out.text(name);
  } else if (format !== undefined) {
    out.text(format);
    out.hex(control & controlMask);
  } else {
    out.hex8(control);
  }
  out.char(0x20);
}
