/** Options of DHCP for IPv6 that hold no others: identifiers, authentication, status, lists of addresses. */
import type { PrintContext } from '../context';
import { namedIpv6 } from '../text/named';
import { nameOr, names } from '../text/names';

/** RFC 8415, 11. */
const Duid = { linkLayerTime: 1, vendor: 2, linkLayer: 3 } as const;
const vendorOctets = 8;
const statusNames = names(() => ({
  0: 'Success',
  1: 'UnspecFail',
  2: 'NoAddrsAvail',
  3: 'NoBinding',
  4: 'NotOnLink',
  5: 'UseMulticast',
  6: 'NoPrefixAvail',
  7: 'UnknownQueryType',
  8: 'MalformedQuery',
  9: 'NotConfigured',
  10: 'NotAllowed',
}));
const Protocol = { delayed: 2, reconfigure: 3 } as const;
const protocolNames = names(() => ({ [Protocol.delayed]: 'delayed', [Protocol.reconfigure]: 'reconfigure' }));
const algorithmNames = names(() => ({ 1: 'HMAC-MD5' }));
const replayNames = names(() => ({ 0: 'mono' }));
const reconfigureNames = names(() => ({ 1: ' reconfig-key', 2: ' type: HMAC-MD5' }));
const authenticationLength = 11;
const digestLength = 16;
const addressLength = 16;
const leastText = 5;

function octets(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  out.reserve(2 * Math.max(0, end - at));
  for (let from = at; from < end; from++) out.hex8(view.u8(from));
}

/** Who a client or server is. */
export function printDhcp6Duid(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const type = length < 2 ? 0 : view.u16(at);
  const known = type >= Duid.linkLayerTime && type <= Duid.linkLayer;
  const least = type === Duid.linkLayerTime ? 8 : type === Duid.vendor ? 2 + vendorOctets : 4;
  if (length < 2 || (known && length < least)) {
    out.text(' ?');
    return;
  }
  switch (type) {
    case Duid.linkLayerTime:
      out.text(' hwaddr/time type ');
      out.decimal(view.u16(at + 2));
      out.text(' time ');
      out.decimal(view.u32(at + 4));
      out.char(0x20);
      octets(context, at + 8, at + length);
      return;
    case Duid.vendor:
      out.text(' vid ');
      octets(context, at + 2, at + 2 + vendorOctets);
      return;
    case Duid.linkLayer:
      out.text(' hwaddr type ');
      out.decimal(view.u16(at + 2));
      out.char(0x20);
      octets(context, at + 4, at + length);
      return;
    default:
      out.text(' type ');
      out.decimal(type);
  }
}

/** RFC 8415, 21.11. */
export function printDhcp6Authentication(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < authenticationLength) {
    out.text(' ?');
    return;
  }
  const protocol = view.u8(at);
  out.text(' proto: ');
  nameOr(out, protocolNames, protocol, '');
  out.text(', alg: ');
  nameOr(out, algorithmNames, view.u8(at + 1), '');
  out.text(', RDM: ');
  nameOr(out, replayNames, view.u8(at + 2), '');
  out.text(', RD:');
  for (let i = 3; i < authenticationLength; i += 2) {
    out.char(0x20);
    out.hex16(view.u16(at + i));
  }
  const left = length - authenticationLength;
  if (protocol === Protocol.delayed && left > 0) {
    delayed(context, at + authenticationLength, left);
  } else if (protocol === Protocol.reconfigure && left === 1 + digestLength) {
    const type = view.u8(at + authenticationLength);
    out.text(reconfigureNames.get(type) ?? ' type: ??');
    out.text(' value:');
    words(context, at + authenticationLength + 1);
  } else if (protocol !== Protocol.delayed) {
    out.text(' ??');
  }
}

/** The protocol of RFC 3315: realm, key and digest. */
function delayed(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const realm = length - 4 - digestLength;
  if (realm < 0) {
    out.text(' ??');
    return;
  }
  if (realm > 0) {
    out.text(', realm: ');
    octets(context, at, at + realm);
  }
  out.text(', key ID: ');
  out.hex32(view.u32(at + realm));
  out.text(', HMAC-MD5:');
  words(context, at + realm + 4);
}

function words(context: PrintContext, at: number): void {
  const { out, view } = context;
  for (let i = 0; i < digestLength; i += 4) {
    out.char(0x20);
    out.hex32(view.u32(at + i));
  }
}

export function printDhcp6Status(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < 2) {
    out.text(' ?');
    return;
  }
  const code = view.u16(at);
  out.char(0x20);
  if (code > 0xff) out.text('INVALID code');
  else nameOr(out, statusNames, code, 'code');
}

export function printDhcp6Reconfigure(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length !== 1) {
    out.text(' ?');
    return;
  }
  const type = view.u8(at);
  if (type === 5 || type === 11) {
    out.text(type === 5 ? ' for renew' : ' for inf-req');
    return;
  }
  out.text(' for ???(');
  out.hex8(type);
  out.char(0x29);
}

/** The first bytes of something opaque. */
export function printDhcp6Octets(context: PrintContext, at: number, count: number): void {
  context.out.char(0x20);
  octets(context, at, at + count);
  context.out.text('...');
}

export function printDhcp6Addresses(context: PrintContext, at: number, length: number): void {
  const { out } = context;
  if (length % addressLength !== 0) {
    out.text(' ?');
    return;
  }
  for (let i = 0; i < length; i += addressLength) {
    out.text(' ');
    namedIpv6(context, at + i);
  }
}

/** Up to its first zero byte. */
export function printDhcp6Text(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < leastText) {
    out.text(' ?');
    return;
  }
  out.char(0x20);
  out.reserve(4 * length);
  for (let i = 0; i < length; i++) {
    const byte = view.u8(at + i);
    if (byte === 0) return;
    out.caret(byte);
  }
}
