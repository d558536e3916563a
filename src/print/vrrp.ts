/** Virtual Router Redundancy Protocol (RFC 3768, 5798); CARP uses the same number and looks alike. */
import { addWords, foldChecksum } from '../decode/checksum';
import { ipv4, ipv6 } from './address';
import type { PrintContext } from './context';
import { nameOr, names } from './names';

const headerLength = 8;
const advertisement = 1;
const authenticationNames = names({ 0: 'none', 1: 'simple', 2: 'ah' });

export function printVrrp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'vrrp';
  if (length < headerLength) {
    context.invalid();
    return;
  }
  const first = view.u8(at);
  const version = first >>> 4;
  const type = first & 15;
  out.text('VRRPv');
  out.decimal(version);
  out.text(', ');
  if (type === advertisement) out.text('Advertisement');
  else {
    out.text('[type#');
    out.decimal(type);
    out.char(0x5d);
  }
  if (version < 2 || version > 3) {
    out.text(', length ');
    out.decimal(length);
    return;
  }
  if (context.family === 4 && context.hopLimit !== 255) {
    out.text(', (ttl ');
    out.decimal(context.hopLimit);
    out.char(0x29);
  }
  if (type !== advertisement) return;
  const priority = view.u8(at + 2);
  out.text(', vrid ');
  out.decimal(view.u8(at + 1));
  out.text(', prio ');
  out.decimal(priority);
  if (version === 2) {
    out.text(', authtype ');
    nameOr(out, authenticationNames, view.u8(at + 4), 'type#');
    out.text(', intvl ');
    out.decimal(view.u8(at + 5));
    out.char(0x73);
  } else {
    out.text(', intvl ');
    out.decimal(view.u16(at + 4) & 0xfff);
    out.text('cs');
  }
  out.text(', length ');
  out.decimal(length);
  if (context.verbose > 0) details(context, at, length, version);
}

function details(context: PrintContext, at: number, length: number, version: number): void {
  const { out, view } = context;
  const count = view.u8(at + 3);
  if (version === 2 && view.has(at, length) && foldChecksum(addWords(view, at, length, 0)) !== 0) {
    out.text(', (bad vrrp cksum ');
    out.hex(view.u16(at + 6));
    out.char(0x29);
  }
  out.text(', addrs');
  if (count !== 1) {
    out.char(0x28);
    out.decimal(count);
    out.char(0x29);
  }
  out.char(0x3a);
  let from = at + headerLength;
  for (let i = 0; i < count; i++) {
    out.char(i === 0 ? 0x20 : 0x2c);
    if (context.family === 6) {
      ipv6(out, view, from);
      from += 16;
    } else {
      ipv4(out, view, from);
      from += 4;
    }
  }
}
