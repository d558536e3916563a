/** RADIUS attributes that are numbers: counts, times, choices, causes (RFC 2865, 2866, 2868, 2869, 4675, 5176, 5447). */

import type { PrintContext } from '../context';
import { localTimeText } from '../text/calendar';
import { nameOr } from '../text/names';
import { radiusSizeIs } from './radius-address';
import { radiusTag, radiusVlanTag } from './radius-text';
import { errorCauseNames, radiusValueNames } from './radius-values';

const Attribute = {
  ipxNetwork: 23,
  sessionTimeout: 27,
  idleTimeout: 28,
  appleTalkLink: 37,
  appleTalkNetwork: 38,
  delayTime: 41,
  sessionTime: 46,
  egressVlan: 56,
  tunnelType: 64,
  tunnelMedium: 65,
  tunnelPreference: 83,
  interimInterval: 85,
} as const;
const serverSelects = 0xfffffffe;
const sixtySquared = 3600;
/** RFC 5447, 4.2.5 and IANA's "MIP6 Feature Vector": bits 0 and 1, and from 40 on. */
const lowFeatures = ['MIP6_INTEGRATED', 'LOCAL_HOME_AGENT_ASSIGNMENT'];
const highFeatures = [
  ...['PMIP6_SUPPORTED', 'IP4_HOA_SUPPORTED', 'LOCAL_MAG_ROUTING_SUPPORTED', 'ASSIGN_LOCAL_IP', 'MIP4_SUPPORTED'],
  ...['OPTIMIZED_IDLE_MODE_MOBILITY', 'GTPv2_SUPPORTED', 'IP4_TRANSPORT_SUPPORTED', 'IP4_HOA_ONLY_SUPPORTED'],
  ...['INTER_MAG_ROUTING_SUPPORTED'],
];
const firstHighFeature = 8;

export function printRadiusNumber(context: PrintContext, type: number, at: number, size: number): void {
  const { out, view } = context;
  if (!radiusSizeIs(context, size, 4)) return;
  const valueNames = radiusValueNames.get(type);
  if (valueNames !== undefined) {
    const hasTag = type === Attribute.tunnelType || type === Attribute.tunnelMedium;
    if (hasTag) radiusTag(context, view.u8(at));
    choice(context, valueNames, hasTag ? view.u24(at + 1) : view.u32(at));
    return;
  }
  switch (type) {
    case Attribute.ipxNetwork:
      unless(context, view.u32(at), serverSelects, 'NAS Select');
      return;
    case Attribute.appleTalkLink:
      unless(context, view.u32(at), 0, 'Unnumbered');
      return;
    case Attribute.appleTalkNetwork:
      unless(context, view.u32(at), 0, 'NAS assigned');
      return;
    case Attribute.sessionTimeout:
    case Attribute.idleTimeout:
    case Attribute.delayTime:
    case Attribute.sessionTime:
    case Attribute.interimInterval:
      duration(context, view.u32(at));
      return;
    case Attribute.tunnelPreference:
      radiusTag(context, view.u8(at));
      out.decimal(view.u24(at + 1));
      return;
    case Attribute.egressVlan:
      radiusVlanTag(context, view.u8(at));
      out.decimal(view.u24(at + 1));
      return;
    default:
      out.decimal(view.u32(at));
  }
}

function choice(context: PrintContext, valueNames: readonly string[], value: number): void {
  const name = valueNames[value] ?? '';
  context.out.text(name === '' ? '#' : name);
  if (name === '') context.out.decimal(value);
}

function unless(context: PrintContext, value: number, special: number, word: string): void {
  if (value === special) context.out.text(word);
  else context.out.decimal(value);
}

/** At least two digits. */
function pair(context: PrintContext, value: number): void {
  if (value < 10) context.out.char(0x30);
  context.out.decimal(value);
}

function duration(context: PrintContext, seconds: number): void {
  const { out } = context;
  if (seconds >= sixtySquared) {
    pair(context, Math.floor(seconds / sixtySquared));
    out.char(0x3a);
  }
  if (seconds >= 60) {
    pair(context, Math.floor(seconds / 60) % 60);
    out.char(0x3a);
  }
  pair(context, seconds % 60);
  out.text(seconds < 60 ? ' secs' : seconds < sixtySquared ? ' min' : ' hours');
}

export function printRadiusTime(context: PrintContext, _type: number, at: number, size: number): void {
  if (radiusSizeIs(context, size, 4)) localTimeText(context.out, context.view.u32(at));
}

export function printRadiusErrorCause(context: PrintContext, _type: number, at: number, size: number): void {
  const { out, view } = context;
  if (size !== 4) {
    out.text('Error: length ');
    out.decimal(size);
    out.text(' != 4');
    return;
  }
  const cause = view.u32(at);
  out.text('Error cause ');
  out.decimal(cause);
  out.text(': ');
  nameOr(out, errorCauseNames, cause, 'Error-Cause ', ' not known');
}

export function printRadiusMobility(context: PrintContext, _type: number, at: number, size: number): void {
  const { out, view } = context;
  if (!radiusSizeIs(context, size, 8)) return;
  out.char(0x5b);
  const high = view.u32(at);
  const low = view.u32(at + 4);
  let first = true;
  const name = (word: string) => {
    if (!first) out.text(', ');
    out.text(word);
    first = false;
  };
  lowFeatures.forEach((word, bit) => {
    if (((low >>> bit) & 1) !== 0) name(word);
  });
  highFeatures.forEach((word, bit) => {
    if (((high >>> (firstHighFeature + bit)) & 1) !== 0) name(word);
  });
  out.char(0x5d);
}
