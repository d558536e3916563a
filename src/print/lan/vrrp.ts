/** Virtual Router Redundancy Protocol, version 2 (RFC 3768) and 3 (RFC 5798); CARP uses the same number and looks alike. */
import { addWords, foldChecksum, pseudoHeader4, pseudoHeader6 } from '../../decode/checksum';
import { IpProtocol } from '../../decode/ip-protocol';
import {
  VrrpAuthentication,
  vrrpAdvertisement,
  vrrpHeaderLength,
  vrrpIntervalMask,
  vrrpPasswordLength,
} from '../../decode/vrrp';
import type { PrintContext } from '../context';
import { listedAddressRoom } from '../text/address';
import { namedAddress } from '../text/named';
import { nameOr, names } from '../text/names';

const authenticationNames = names(() => ({
  [VrrpAuthentication.none]: 'none',
  [VrrpAuthentication.simple]: 'simple',
  [VrrpAuthentication.ah]: 'ah',
}));
const requiredHopLimit = 255;

export function printVrrp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'vrrp';
  out.text('VRRP');
  const first = view.u8(at);
  const version = first >>> 4;
  out.char(0x76);
  out.decimal(version);
  out.text(', ');
  const advertises = (first & 15) === vrrpAdvertisement;
  if (advertises) {
    out.text('Advertisement');
  } else {
    out.text('unknown type (');
    out.decimal(first & 15);
    out.char(0x29);
  }
  if (context.hopLimit !== requiredHopLimit) {
    out.text(', (ttl ');
    out.decimal(context.hopLimit);
    out.char(0x29);
  }
  if (advertises && (version === 2 || version === 3)) parameters(context, version, at, length);
}

function parameters(context: PrintContext, version: number, at: number, length: number): void {
  const { out, view } = context;
  view.need(at, 3);
  out.text(', vrid ');
  out.decimal(view.u8(at + 1));
  out.text(', prio ');
  out.decimal(view.u8(at + 2));
  if (version === 2) {
    const type = view.u8(at + 4);
    out.text(', authtype ');
    nameOr(out, authenticationNames, type, '#');
    const interval = view.u8(at + 5);
    out.text(', intvl ');
    out.decimal(interval);
    out.char(0x73);
  } else {
    const interval = view.u16(at + 4) & vrrpIntervalMask;
    out.text(', intvl ');
    out.decimal(interval);
    out.text('cs');
  }
  out.text(', length ');
  out.decimal(length);
  if (context.verbose > 0) details(context, version, at, length);
}

/** -v: whether the checksum is right, the addresses, the password. */
function details(context: PrintContext, version: number, at: number, length: number): void {
  const { out, view } = context;
  if (view.has(at, length) && checksum(context, version, at, length) !== 0) {
    const held = view.u16(at + 6);
    out.text(', (bad vrrp cksum ');
    out.hex(held);
    out.char(0x29);
  }
  const count = view.u8(at + 3);
  out.text(', addrs');
  if (count > 1) {
    out.char(0x28);
    out.decimal(count);
    out.char(0x29);
  }
  out.char(0x3a);
  const size = context.family === 6 ? 16 : 4;
  let from = at + vrrpHeaderLength;
  for (let i = 0; i < count; i++) {
    view.need(from, size);
    out.reserve(listedAddressRoom);
    out.char(i === 0 ? 0x20 : 0x2c);
    namedAddress(context, from);
    from += size;
  }
  if (version === 2 && view.u8(at + 4) === VrrpAuthentication.simple) password(context, from);
}

function checksum(context: PrintContext, version: number, at: number, length: number): number {
  const { view } = context;
  let pseudo = 0;
  if (version === 3) {
    pseudo =
      context.family === 4
        ? pseudoHeader4(view, context.sourceAt, context.finalDestinationAt, IpProtocol.vrrp, length)
        : pseudoHeader6(view, context.sourceAt, context.finalDestinationAt, IpProtocol.vrrp, length);
  }
  return foldChecksum(addWords(view, at, length, pseudo));
}

function password(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text(' auth "');
  for (let i = 0; i < vrrpPasswordLength; i++) {
    const byte = view.u8(at + i);
    if (byte === 0) break;
    out.caret(byte);
  }
  out.char(0x22);
}
