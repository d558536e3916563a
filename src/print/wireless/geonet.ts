/** GeoNetworking (ETSI TS 102 636-4-1) and the Basic Transport Protocol in it (ETSI TS 102 636-5-1): cars and roads. */

import type { PrintContext } from '../context';
import { linkAddress } from '../text/address';
import { namedMac } from '../text/named';
import { nameOr, names } from '../text/names';

const commonLength = 36;
const addressLength = 8;
const transportLength = 4;
const nextNames = ['Any', 'BTP-A', 'BTP-B', 'IPv6'];
const NextHeader = { btpA: 1, btpB: 2 } as const;
/** By type and subtype. */
const typeNames = names(() => ({
  0x30: 'GeoAnycastCircle',
  0x31: 'GeoAnycastRect',
  0x32: 'GeoAnycastElipse',
  0x40: 'GeoBroadcastCircle',
  0x41: 'GeoBroadcastRect',
  0x42: 'GeoBroadcastElipse',
  0x50: 'TopoScopeBcast-SH',
  0x51: 'TopoScopeBcast-MH',
  0x60: 'LocService-Request',
  0x61: 'LocService-Reply',
}));
/** By type alone. */
const plainNames = names(() => ({ 0: 'Any', 1: 'Beacon', 2: 'GeoUnicast' }));
/** Bytes between the common header and the transport's, where it is known how many. */
const extendedLengths = new Map([
  [0x50, 0],
  [0x51, 32],
]);
const messageNames = names(() => ({
  0: 'CAM',
  1: 'DENM',
  101: 'TPEGM',
  102: 'TSPDM',
  103: 'VPM',
  104: 'SRM',
  105: 'SLAM',
  106: 'ecoCAM',
  107: 'ITM',
  150: 'SA',
}));

export function printGeonet(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'geonet';
  out.text('GeoNet ');
  if (context.linkSourceAt >= 0) {
    out.text('src:');
    namedMac(context, context.linkSourceAt);
  }
  out.text('; ');
  if (length < commonLength) {
    context.tooShort(' (common header length ', length, commonLength);
    return;
  }
  const type = view.u8(at + 1);
  commonHeader(context, at, type);
  view.need(at, commonLength);
  let from = at + commonLength;
  let left = length - commonLength;
  const extended = type >>> 4 <= 1 ? 0 : extendedLengths.get(type);
  if (extended !== undefined) {
    if (left < extended) {
      out.text(' (header size ');
      out.decimal(extended);
      out.text(' > ');
      out.decimal(left);
      out.char(0x29);
      context.invalid();
      return;
    }
    view.need(from, extended);
    from += extended;
    left -= extended;
    const next = view.u8(at) & 0x0f;
    if (next === NextHeader.btpA || next === NextHeader.btpB) {
      if (!transport(context, from, left)) return;
      from += transportLength;
      left -= transportLength;
    }
  }
  if (context.verbose === 0) return;
  context.dumpAlways(from, left);
  view.need(from, left);
}

function commonHeader(context: PrintContext, at: number, type: number): void {
  const { out, view } = context;
  view.need(at, addressLength);
  const next = view.u8(at) & 0x0f;
  out.text('v:');
  out.decimal(view.u8(at) >>> 4);
  out.text(' NH:');
  out.decimal(next);
  out.char(0x2d);
  out.text(nextNames[next] ?? 'Unknown');
  out.text(' HT:');
  out.decimal(type >>> 4);
  out.char(0x2d);
  out.decimal(type & 0x0f);
  out.char(0x2d);
  out.text(plainNames.get(type >>> 4) ?? typeNames.get(type) ?? 'Unknown');
  out.text(' HopLim:');
  out.decimal(view.u8(at + 7));
  out.text(' Payload:');
  out.decimal(view.u16(at + 4));
  out.char(0x20);
  position(context, at + 8);
}

/** The long position vector. */
function position(context: PrintContext, at: number): void {
  const { out, view } = context;
  view.need(at, addressLength);
  out.text('GN_ADDR:');
  linkAddress(out, view, at, addressLength);
  out.char(0x20);
  const latitude = view.u32(at + 12);
  out.text('lat:');
  out.decimal(latitude);
  out.char(0x20);
  const longitude = view.u32(at + 16);
  out.text('lon:');
  out.decimal(longitude);
}

/** Ports, and the head of what they carry; false: there is not so much. */
function transport(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  if (length < transportLength) {
    context.tooShort(' (BTP length ', length, transportLength);
    return false;
  }
  const destination = view.u16(at);
  out.text('; BTP Dst:');
  out.decimal(destination);
  const source = view.u16(at + 2);
  out.text(' Src:');
  out.decimal(source);
  if (length < transportLength + 2) return true;
  const version = view.u8(at + transportLength);
  out.text('; ItsPduHeader v:');
  out.decimal(version);
  const message = view.u8(at + transportLength + 1);
  out.text(' t:');
  out.decimal(message);
  out.char(0x2d);
  nameOr(out, messageNames, message, 'unknown (', ')');
  return true;
}
