/** RADIUS attributes that say where a user is, and who may know (RFC 5580). */
import type { PrintContext } from '../context';
import { hexRows } from '../text/hex';
import { type FlagName, flagNames, nameOr, names } from '../text/names';
import { packetText } from '../text/packet-text';
import { printNtpTime } from './ntp';
import { radiusSizeAtLeast, radiusValueIsWhole } from './radius-address';

const namespaceNames = names(() => ({ 0x30: 'TADIG', 0x31: 'REALM', 0x32: 'E212', 0x33: 'ICC' }));
const codeNames = names(() => ({ 0: 'Civic', 1: 'Geospatial' }));
const entityNames = names(() => ({ 0: 'User', 1: 'RADIUS' }));
const policyFlags: readonly FlagName[] = [
  ...Array.from({ length: 15 }, (_, i): FlagName => [1 << i, `MBZ-${15 - i}`]),
  [0x8000, 'Retransmission Allowed'],
];
const leastOperator = 2;
const leastInformation = 21;
const leastData = 3;
const leastPolicy = 10;

export function printRadiusOperator(context: PrintContext, _type: number, at: number, size: number): void {
  const { out, view } = context;
  if (!radiusValueIsWhole(context, at, size) || !radiusSizeAtLeast(context, size, leastOperator)) return;
  out.char(0x5b);
  nameOr(out, namespaceNames, view.u8(at), 'unknown namespace ');
  out.text('] ');
  packetText(context, at + 1, size - 1);
}

export function printRadiusLocationInformation(context: PrintContext, _type: number, at: number, size: number): void {
  const { out, view } = context;
  if (!radiusValueIsWhole(context, at, size) || !radiusSizeAtLeast(context, size, leastInformation)) return;
  out.text('index ');
  out.decimal(view.u16(at));
  out.text(', code ');
  nameOr(out, codeNames, view.u8(at + 2), 'Unknown (', ')');
  out.text(', entity ');
  nameOr(out, entityNames, view.u8(at + 3), 'Unknown (', ')');
  out.text(', sighting time ');
  printNtpTime(context, at + 4);
  out.text(', time to live ');
  printNtpTime(context, at + 12);
  out.text(', method "');
  packetText(context, at + 20, size - 20);
  out.char(0x22);
}

/** Its form depends on the code of an attribute before it, so its bytes are shown. */
export function printRadiusLocationData(context: PrintContext, _type: number, at: number, size: number): void {
  const { out, view } = context;
  if (!radiusValueIsWhole(context, at, size) || !radiusSizeAtLeast(context, size, leastData)) return;
  out.text('index ');
  out.decimal(view.u16(at));
  out.text(', location');
  hexRows(out, view.bytes, at + 2, size - 2, true, '\n\t    ');
}

export function printRadiusLocationPolicy(context: PrintContext, _type: number, at: number, size: number): void {
  const { out, view } = context;
  if (!radiusValueIsWhole(context, at, size) || !radiusSizeAtLeast(context, size, leastPolicy)) return;
  out.text('flags [');
  flagNames(out, policyFlags, view.u16(at));
  out.text('], retention expires ');
  printNtpTime(context, at + 2);
  if (size === leastPolicy) return;
  out.text(', note well "');
  packetText(context, at + leastPolicy, size - leastPolicy);
  out.char(0x22);
}
