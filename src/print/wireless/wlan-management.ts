/** Bodies of wireless LAN management frames (IEEE 802.11-2016, 9.3.3 and 9.4). */
import { ManagementSubtype, WlanElements, type WlanLayer } from '../../decode/wlan';
import type { PrintContext } from '../context';
import { namedMac } from '../text/named';
import { nameOrHex, names } from '../text/names';
import { printAction } from './wlan-action';
import { reasonTexts, statusTexts } from './wlan-codes';

const elements = new WlanElements();

const subtypeNames = names(() => ({
  [ManagementSubtype.associationRequest]: 'Assoc Request',
  [ManagementSubtype.associationResponse]: 'Assoc Response',
  [ManagementSubtype.reassociationRequest]: 'ReAssoc Request',
  [ManagementSubtype.reassociationResponse]: 'ReAssoc Response',
  [ManagementSubtype.probeRequest]: 'Probe Request',
  [ManagementSubtype.probeResponse]: 'Probe Response',
  [ManagementSubtype.beacon]: 'Beacon',
  [ManagementSubtype.announcement]: 'ATIM',
  [ManagementSubtype.disassociation]: 'Disassociation',
  [ManagementSubtype.authentication]: 'Authentication',
  [ManagementSubtype.deauthentication]: 'DeAuthentication',
  [ManagementSubtype.action]: 'Action',
}));

/** Bytes before the elements. */
const Fixed = {
  beacon: 12,
  associationRequest: 4,
  associationResponse: 6,
  reassociationRequest: 10,
  authentication: 6,
  reason: 2,
  action: 2,
} as const;

/** Time stamp and beacon interval come before it. */
const beaconCapabilityAt = 10;
const currentAccessPointAt = 4;
const Capability = { infrastructure: 0x0001, privacy: 0x0010 } as const;
const basicRate = 0x80;
const authenticationNames = ['Open System', 'Shared Key', 'EAP'];
const sharedKey = 1;

/** WEP's initialization vector and key number (IEEE 802.11-2016, 12.3.2.2). false: they are cut off. */
export function printWep(context: PrintContext, at: number): boolean {
  const { out, view } = context;
  if (!view.has(at, 4)) return false;
  const field = view.u32LE(at);
  const vector = field & 0xffffff;
  out.text(vector < 0x10 ? ' IV:  ' : vector < 0x100 ? ' IV: ' : ' IV:');
  out.hex(vector);
  out.text(' Pad ');
  out.hex((field >>> 24) & 0x3f);
  out.text(' KeyID ');
  out.hex(field >>> 30);
  return true;
}

/** `length`: of the body. false: the body ends too early. */
export function printManagement(context: PrintContext, layer: WlanLayer, at: number, length: number): boolean {
  const { subtype } = layer;
  nameOrHex(context.out, subtypeNames, subtype, 'Unhandled Management subtype(', ')');
  if (layer.protectedFrame) return printWep(context, at);
  switch (subtype) {
    case ManagementSubtype.associationRequest:
      return associationRequest(context, at, length);
    case ManagementSubtype.associationResponse:
    case ManagementSubtype.reassociationResponse:
      return associationResponse(context, at, length);
    case ManagementSubtype.reassociationRequest:
      return reassociationRequest(context, at, length);
    case ManagementSubtype.probeRequest:
      return probeRequest(context, at, length);
    case ManagementSubtype.probeResponse:
    case ManagementSubtype.beacon:
      return beacon(context, at, length, subtype === ManagementSubtype.beacon);
    case ManagementSubtype.authentication:
      return authentication(context, at, length);
    case ManagementSubtype.disassociation:
    case ManagementSubtype.deauthentication:
      return parting(context, layer, at, length);
    case ManagementSubtype.action:
      if (!has(context, at, length, Fixed.action)) return false;
      printAction(context, layer.sourceAt, at);
      return true;
    default:
      return true;
  }
}

function has(context: PrintContext, at: number, length: number, count: number): boolean {
  return length >= count && context.view.has(at, count);
}

function ssid(context: PrintContext): void {
  const { out, view } = context;
  if (elements.ssidAt < 0) return;
  out.text(' (');
  for (let i = 0; i < elements.ssidLength; i++) {
    const byte = view.u8(elements.ssidAt + i);
    if (byte === 0) break;
    out.caret(byte);
  }
  out.char(0x29);
}

/** ` [1.0* 2.0* 5.5 Mbit]`; a star marks the rates that every station must support. */
function rates(context: PrintContext): void {
  const { out, view } = context;
  if (elements.ratesAt < 0) return;
  for (let i = 0; i < elements.rateCount; i++) {
    const rate = view.u8(elements.ratesAt + i);
    out.text(i === 0 ? ' [' : ' ');
    out.decimal((rate & 0x7f) >>> 1);
    out.text((rate & 1) !== 0 ? '.5' : '.0');
    if ((rate & basicRate) !== 0) out.char(0x2a);
  }
  out.text(' Mbit]');
}

function associationRequest(context: PrintContext, at: number, length: number): boolean {
  if (!has(context, at, length, Fixed.associationRequest)) return false;
  const whole = decode(context, at, length, Fixed.associationRequest);
  ssid(context);
  rates(context);
  return whole;
}

function decode(context: PrintContext, at: number, length: number, skip: number): boolean {
  return elements.decode(context.view, at + skip, length - skip);
}

function associationResponse(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  if (!has(context, at, length, Fixed.associationResponse)) return false;
  const whole = decode(context, at, length, Fixed.associationResponse);
  out.text(' AID(');
  out.hex(associationId(view.u16LE(at + 4)));
  out.text((view.u16LE(at) & Capability.privacy) !== 0 ? ') : PRIVACY : ' : ') :: ');
  out.text(statusTexts[view.u16LE(at + 2)] ?? 'n/a');
  return whole;
}

/** The two upper bits of the field are always set and not part of the number. */
function associationId(field: number): number {
  return field & 0x3fff;
}

function reassociationRequest(context: PrintContext, at: number, length: number): boolean {
  const { out } = context;
  if (!has(context, at, length, Fixed.reassociationRequest)) return false;
  const whole = decode(context, at, length, Fixed.reassociationRequest);
  ssid(context);
  out.text(' AP : ');
  namedMac(context, at + currentAccessPointAt);
  return whole;
}

function probeRequest(context: PrintContext, at: number, length: number): boolean {
  const whole = decode(context, at, length, 0);
  ssid(context);
  rates(context);
  return whole;
}

function beacon(context: PrintContext, at: number, length: number, namesNetwork: boolean): boolean {
  const { out, view } = context;
  if (!has(context, at, length, Fixed.beacon)) return false;
  const whole = decode(context, at, length, Fixed.beacon);
  const capability = view.u16LE(at + beaconCapabilityAt);
  ssid(context);
  rates(context);
  if (namesNetwork) out.text((capability & Capability.infrastructure) !== 0 ? ' ESS' : ' IBSS');
  if (elements.channel >= 0) {
    out.text(' CH: ');
    out.decimal(elements.channel);
  }
  if ((capability & Capability.privacy) !== 0) out.text(', PRIVACY');
  return whole;
}

function authentication(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  if (!has(context, at, length, Fixed.authentication)) return false;
  const whole = decode(context, at, length, Fixed.authentication);
  const algorithm = view.u16LE(at);
  const step = view.u16LE(at + 2);
  out.text(' (');
  out.text(authenticationNames[algorithm] ?? 'Reserved');
  out.text(')-');
  out.hex(step);
  out.text(algorithm === sharedKey && (step === 2 || step === 3) ? ' [Challenge Text] ' : ': ');
  if ((step & 1) !== 0) out.text(statusTexts[view.u16LE(at + 4)] ?? 'n/a');
  return whole;
}

function parting(context: PrintContext, layer: WlanLayer, at: number, length: number): boolean {
  const { out, view } = context;
  if (!has(context, at, length, Fixed.reason)) return false;
  if (layer.subtype === ManagementSubtype.deauthentication && !context.linkLevel) {
    out.text(' (');
    namedMac(context, layer.sourceAt);
    out.char(0x29);
  }
  out.text(': ');
  out.text(reasonTexts[view.u16LE(at)] ?? 'Reserved');
  return true;
}
