/** USB as Linux' usbmon captures it (Documentation/usb/usbmon.rst): what happened to which endpoint. */
import type { PrintContext } from '../context';
import { names } from '../text/names';

/** The header as read(2) gives it, and as mmap(2) does. */
const shortLength = 48;
const longLength = 64;
const Transfer = { isochronous: 0, interrupt: 1, control: 2, bulk: 3 } as const;
const transferNames = ['ISOCHRONOUS', 'INTERRUPT', 'CONTROL', 'BULK'];
const submit = 0x53;
const eventNames = names(() => ({ [submit]: 'SUBMIT', 0x43: 'COMPLETE', 0x45: 'ERROR' }));
const inboundBit = 0x80;

export function printUsbLink(context: PrintContext, at: number): void {
  context.protocol = 'usb_linux_48_byte';
  header(context, at, shortLength);
}

export function printUsbMappedLink(context: PrintContext, at: number): void {
  context.protocol = 'usb_linux_64_byte';
  header(context, at, longLength);
}

function header(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  view.need(at, length);
  context.headerLength = length;
  out.text('USB');
  if (context.quiet > 0) return;
  const event = view.u8(at + 8);
  const transfer = view.u8(at + 9);
  out.char(0x20);
  out.text(transferNames[transfer] ?? ' ?');
  out.char(0x20);
  out.text(eventNames.get(event) ?? '?');
  if (eventNames.has(event) && transfer <= Transfer.bulk) {
    out.text((event === submit) === (transfer === Transfer.interrupt) ? ' from' : ' to');
  }
  out.char(0x20);
  out.decimal(view.u16LE(at + 12));
  out.char(0x3a);
  out.decimal(view.u8(at + 11));
  out.char(0x3a);
  out.decimal(view.u8(at + 10) & ~inboundBit);
}
