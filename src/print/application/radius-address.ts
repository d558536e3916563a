/** RADIUS attributes that hold addresses and prefixes (RFC 2865, 3162, 4818, 5447). */
import { ByteView } from '../../decode/view';
import type { PrintContext } from '../context';
import { namedIpv4, namedIpv6 } from '../text/named';

const framedAddress = 8;
const loginHost = 14;
const userSelected = 0xffffffff;
const serverSelected = 0xfffffffe;
const longestPrefix = 128;
const addressLength6 = 16;

const padded = new Uint8Array(addressLength6);
const paddedView = new ByteView();
paddedView.attach(padded, new DataView(padded.buffer), 0, addressLength6);

/** false, and said so, where a value has not the one size it may have. */
export function radiusSizeIs(context: PrintContext, size: number, wanted: number): boolean {
  if (size === wanted) return true;
  const { out } = context;
  out.text('ERROR: length ');
  out.decimal(size);
  out.text(' != ');
  out.decimal(wanted);
  return false;
}

/** false, and said so, where a value is too short. */
export function radiusSizeAtLeast(context: PrintContext, size: number, least: number): boolean {
  if (size >= least) return true;
  const { out } = context;
  out.text('ERROR: length ');
  out.decimal(size);
  out.text(' < ');
  out.decimal(least);
  return false;
}

/** false, and said so, where a value was not captured as a whole. */
export function radiusValueIsWhole(context: PrintContext, at: number, size: number): boolean {
  if (context.view.has(at, size)) return true;
  context.truncated();
  return false;
}

export function printRadiusAddress(context: PrintContext, type: number, at: number, size: number): void {
  const { out, view } = context;
  if (!radiusSizeIs(context, size, 4)) return;
  const value = view.u32(at);
  const chosen = type === framedAddress || type === loginHost;
  if (chosen && value === userSelected) out.text('User Selected');
  else if (chosen && value === serverSelected) out.text('NAS Select');
  else namedIpv4(context, at);
}

export function printRadiusAddress6(context: PrintContext, _type: number, at: number, size: number): void {
  if (radiusSizeIs(context, size, addressLength6)) namedIpv6(context, at);
}

function prefixLengthFits(context: PrintContext, length: number): boolean {
  if (length <= longestPrefix) return true;
  const { out } = context;
  out.text('ERROR: netmask ');
  out.decimal(length);
  out.text(' not in range (0..128)');
  return false;
}

/** A reserved byte, the length in bits, and as many bytes of the prefix as are not zero. */
export function printRadiusPrefix6(context: PrintContext, _type: number, at: number, size: number): void {
  const { out, view } = context;
  const given = size - 2;
  if (given < 0 || given > addressLength6) {
    out.text('ERROR: length ');
    out.decimal(size);
    out.text(' not in range (2..18)');
    return;
  }
  if (!radiusValueIsWhole(context, at, size)) return;
  const length = view.u8(at + 1);
  if (!prefixLengthFits(context, length)) return;
  for (let i = 0; i < addressLength6; i++) padded[i] = i < given ? view.u8(at + 2 + i) : 0;
  namedIpv6(context, 0, paddedView);
  out.char(0x2f);
  out.decimal(length);
  if (length > 8 * given) out.text(' (inconsistent prefix length)');
}

/** The length in bits, and a whole address. */
export function printRadiusHomeLinkPrefix(context: PrintContext, _type: number, at: number, size: number): void {
  const { out, view } = context;
  if (!radiusSizeIs(context, size, addressLength6 + 1) || !radiusValueIsWhole(context, at, size)) return;
  const length = view.u8(at);
  if (!prefixLengthFits(context, length)) return;
  namedIpv6(context, at + 1);
  out.char(0x2f);
  out.decimal(length);
}
