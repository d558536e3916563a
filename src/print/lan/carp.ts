/** Common Address Redundancy Protocol (carp(4) of OpenBSD), which has VRRP's protocol number; -T carp. */
import { addWords, foldChecksum } from '../../decode/checksum';
import type { PrintContext } from '../context';
import { count } from '../text/phrase';
import { decimal64 } from '../text/wide';

const version2 = 2;
const advertisement = 1;
const requiredHopLimit = 255;

export function printCarp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'carp';
  const version = view.u8(at) >>> 4;
  const type = view.u8(at) & 15;
  count(out, 'CARPv', version, type === advertisement ? '-advertise ' : '-unknown ');
  count(out, '', length, ': ');
  if (context.hopLimit !== requiredHopLimit) count(out, '[ttl=', context.hopLimit, '!] ');
  if (version !== version2 || type !== advertisement) return;
  view.need(at, 6);
  count(out, 'vhid=', view.u8(at + 1));
  count(out, ' advbase=', view.u8(at + 5));
  count(out, ' advskew=', view.u8(at + 2));
  count(out, ' authlen=', view.u8(at + 3), ' ');
  if (context.verbose > 0) checksum(context, at, length);
  view.need(at, 16);
  out.text('counter=');
  decimal64(out, view, at + 8);
}

/** Said only where it is wrong. */
function checksum({ out, view }: PrintContext, at: number, length: number): void {
  if (!view.has(at, length) || foldChecksum(addWords(view, at, length, 0)) === 0) return;
  out.text(' (bad carp cksum ');
  out.hex(view.u16(at + 6));
  out.text('!)');
}
