/** Fields that several TLVs of HNCP have: node identifiers, intervals, addresses and prefixes, names. */
import { ByteView } from '../../decode/view';
import type { PrintContext } from '../context';
import { namedIpv4, namedIpv6 } from '../text/named';

/** -1: longer than an address, -3: longer than what holds it. */
export type PrefixProblem = number;

const mappedLength = 12;
const mappedBits = 96;
const bits4 = 32;
const bits6 = 128;
const addressLength6 = 16;

const masked = new Uint8Array(addressLength6);
const maskedView = new ByteView();
maskedView.attach(masked, new DataView(masked.buffer), 0, addressLength6);

export function hncpNode(context: PrintContext, title: string, at: number): void {
  const { out, view } = context;
  out.text(title);
  for (let i = 0; i < 4; i++) {
    if (i > 0) out.char(0x3a);
    out.hex8(view.u8(at + i));
  }
}

export function hncpOctets(context: PrintContext, at: number, count: number): void {
  for (let i = 0; i < count; i++) context.out.hex8(context.view.u8(at + i));
}

/** Milliseconds as `1.500s`. */
export function hncpInterval(context: PrintContext, milliseconds: number): void {
  const { out } = context;
  out.decimal(Math.floor(milliseconds / 1000));
  out.char(0x2e);
  out.padded(milliseconds % 1000, 3);
  out.char(0x73);
}

/** Up to its first zero byte. */
export function hncpText(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  out.reserve(4 * length);
  for (let i = 0; i < length; i++) {
    const byte = view.u8(at + i);
    if (byte === 0) return;
    out.caret(byte);
  }
}

function isMapped(context: PrintContext, at: number): boolean {
  const { view } = context;
  return view.u32(at) === 0 && view.u32(at + 4) === 0 && view.u32(at + 8) === 0xffff;
}

/** An IPv6 address, or the IPv4 address that it stands for. */
export function hncpAddress(context: PrintContext, at: number): void {
  if (isMapped(context, at)) namedIpv4(context, at + mappedLength);
  else namedIpv6(context, at);
}

/** A prefix: its length in bits, and the bytes that hold them. Returns the bytes it has, or what is wrong. */
export function hncpPrefix(context: PrintContext, at: number, size: number): number {
  const { out, view } = context;
  const bits = view.u8(at);
  const mapped = bits >= mappedBits && size > mappedLength && isMapped(context, at + 1);
  if (bits > (mapped ? mappedBits + bits4 : bits6)) return -1;
  const bytes = (bits + 7) >>> 3;
  if (size < 1 + bytes) return -3;
  for (let i = 0; i < addressLength6; i++) masked[i] = i < bytes ? view.u8(at + 1 + i) : 0;
  if (bits % 8 !== 0) masked[bytes - 1] &= 0xff00 >>> (bits % 8);
  if (mapped) {
    const name = context.names?.ipv4(masked, mappedLength);
    if (name === undefined) out.dotted(masked, mappedLength);
    else out.literal(name);
  } else {
    namedIpv6(context, 0, maskedView);
  }
  out.char(0x2f);
  out.decimal(mapped ? bits - mappedBits : bits);
  return 1 + bytes;
}

/** Labels of a domain name with dots between. Returns the bytes it has, or -1 where it does not end. */
export function hncpLabels(context: PrintContext, at: number, size: number): number {
  const { out, view } = context;
  let used = 0;
  while (used < size) {
    const label = view.u8(at + used++);
    if (label === 0) return used;
    if (used > 1) out.text('.');
    const left = size - used;
    hncpText(context, at + used, Math.min(label, left));
    if (label > left) break;
    used += label;
  }
  out.text('[|DNS]');
  return -1;
}
