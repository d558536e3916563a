/** Interior Gateway Routing Protocol (Cisco, "An Introduction to IGRP"): an update's routes. */
import type { PrintContext } from '../context';
import { nameOr, names } from '../text/names';
import { count } from '../text/phrase';

const headerLength = 12;
const entryLength = 14;
const opcodeNames = names(() => ({ 1: 'update', 2: 'request' }));
const unreachable = 0xffffff;
/** Bandwidth is told as what a packet of ten million bits takes. */
const bandwidthUnit = 10_000_000;

export function printIgrp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'igrp';
  out.text('igrp:');
  let interior = view.u16(at + 4);
  let system = view.u16(at + 6);
  let exterior = view.u16(at + 8);
  heading(context, at);
  let from = at + headerLength;
  let left = length - headerLength;
  for (; left >= entryLength; left -= entryLength) {
    view.need(from, 3);
    if (interior > 0) {
      network(context, ' *.', from, '');
      interior--;
    } else if (system > 0) {
      network(context, ' ', from, '.0');
      system--;
    } else if (exterior > 0) {
      network(context, ' X', from, '.0');
      exterior--;
    } else {
      out.text(' [extra bytes ');
      out.decimal(left);
      out.char(0x5d);
      break;
    }
    route(context, from);
    from += entryLength;
  }
  if (interior > 0 || system > 0 || exterior > 0 || left > 0) context.invalid();
}

function heading(context: PrintContext, at: number): void {
  const { out, view } = context;
  const first = view.u8(at);
  out.char(0x20);
  nameOr(out, opcodeNames, first & 15, 'op-#');
  count(out, ' V', first >>> 4);
  count(out, ' edit=', view.u8(at + 1));
  count(out, ' AS=', view.u16(at + 2));
  count(out, ' (', view.u16(at + 4));
  count(out, '/', view.u16(at + 6));
  count(out, '/', view.u16(at + 8), ')');
  const checksum = view.u16(at + 10);
  if (context.verbose === 0) return;
  out.text(' checksum=0x');
  out.hex16(checksum);
}

/** Three bytes of an address; the fourth is known. */
function network(context: PrintContext, before: string, at: number, after: string): void {
  const { out, view } = context;
  out.text(before);
  for (let i = 0; i < 3; i++) {
    if (i > 0) out.char(0x2e);
    out.decimal(view.u8(at + i));
  }
  out.text(after);
}

function route(context: PrintContext, at: number): void {
  const { out, view } = context;
  view.need(at, entryLength);
  const delay = view.u24(at + 3);
  const bandwidth = view.u24(at + 6);
  out.text(' d=');
  out.decimal(10 * delay);
  out.text(' b=');
  out.decimal(bandwidth === 0 ? 0 : Math.floor(bandwidthUnit / bandwidth));
  out.text(' r=');
  out.decimal(view.u8(at + 11));
  out.text(' l=');
  out.decimal(view.u8(at + 12));
  out.text(' M=');
  out.decimal(Math.min(bandwidth + delay, unreachable));
  out.text(' mtu=');
  out.decimal(view.u16(at + 9));
  out.text(' in ');
  out.decimal(view.u8(at + 13));
  out.text(' hops');
}
