/** What IEEE 802.1 has bridges and stations tell by LLDP (IEEE 802.1Q-2018, annex D). */

import type { PrintContext } from '../context';
import { type FlagName, flagNames, names } from '../text/names';
import { paddedText } from '../text/packet-text';
import { count } from '../text/phrase';
import { lldpAggregation } from './lldp-8023';
import { lldpSubtype } from './lldp-subtype';

const Subtype = {
  portVlan: 1,
  protocolVlan: 2,
  vlanName: 3,
  protocol: 4,
  aggregation: 7,
  congestion: 8,
  selection: 9,
  selectionAdvice: 10,
  flowControl: 11,
  application: 12,
  edgeBridging: 13,
  channels: 14,
} as const;
const subtypeNames = names(() => ({
  [Subtype.portVlan]: 'Port VLAN Id',
  [Subtype.protocolVlan]: 'Port and Protocol VLAN ID',
  [Subtype.vlanName]: 'VLAN name',
  [Subtype.protocol]: 'Protocol Identity',
  [Subtype.aggregation]: 'Link aggregation',
  [Subtype.congestion]: 'Congestion Notification',
  [Subtype.selection]: 'ETS Configuration',
  [Subtype.selectionAdvice]: 'ETS Recommendation',
  [Subtype.flowControl]: 'Priority Flow Control Configuration',
  [Subtype.application]: 'Application Priority',
  [Subtype.edgeBridging]: 'EVB',
  [Subtype.channels]: 'CDCP',
}));
/** Bytes of a value of each kind, at least. */
const leastLengths: Record<number, number> = {
  [Subtype.portVlan]: 6,
  [Subtype.protocolVlan]: 7,
  [Subtype.vlanName]: 6,
  [Subtype.protocol]: 5,
  [Subtype.aggregation]: 9,
  [Subtype.congestion]: 6,
  [Subtype.selection]: 25,
  [Subtype.selectionAdvice]: 25,
  [Subtype.flowControl]: 6,
  [Subtype.application]: 5,
  [Subtype.edgeBridging]: 9,
  [Subtype.channels]: 8,
};
const protocolVlanFlags: readonly FlagName[] = [
  [0x02, 'supported'],
  [0x04, 'enabled'],
];
const edgeModeNames = ['Not Supported', 'EVB Bridge', 'EVB Station', 'Reserved for future Standardization'];
const priorities = 8;

/** false: nobody knows what it means. One that is too short ends quietly. */
export function printLldp8021(context: PrintContext, at: number, size: number): boolean {
  if (size < 4) return true;
  const subtype = context.view.u8(at + 3);
  lldpSubtype(context, subtypeNames.get(subtype) ?? 'unknown', subtype);
  const least = leastLengths[subtype];
  if (least === undefined) return false;
  if (size >= least) value(context, subtype, at + 4, size - 4);
  return true;
}

/** `size` is what this kind needs, or more. */
function value(context: PrintContext, subtype: number, at: number, size: number): void {
  const { out, view } = context;
  switch (subtype) {
    case Subtype.portVlan:
      count(context.out, '\n\t    port vlan id (PVID): ', view.u16(at));
      return;
    case Subtype.protocolVlan:
      count(context.out, '\n\t    port and protocol vlan id (PPVID): ', view.u16(at + 1));
      out.text(', flags [');
      flagNames(out, protocolVlanFlags, view.u8(at));
      out.text('] (0x');
      out.hex8(view.u8(at));
      out.char(0x29);
      return;
    case Subtype.vlanName:
      count(context.out, '\n\t    vlan id (VID): ', view.u16(at));
      if (size > 2) name(context, '\n\t    vlan name: ', at + 2, size - 2);
      return;
    case Subtype.protocol:
      name(context, '\n\t    protocol identity: ', at, size);
      return;
    case Subtype.aggregation:
      lldpAggregation(context, at);
      return;
    case Subtype.congestion:
      bits(context, '\n\t    Pre-Priority CNPV Indicator', view.u8(at));
      bits(context, '\n\t    Pre-Priority Ready Indicator', view.u8(at + 1));
      return;
    case Subtype.selection:
      selection(context, at);
      return;
    case Subtype.selectionAdvice:
      count(context.out, '\n\t    RES: ', view.u8(at));
      tables(context, at + 1);
      return;
    case Subtype.flowControl:
      flowControl(context, at);
      return;
    case Subtype.application:
      applications(context, at, size);
      return;
    case Subtype.edgeBridging:
      edgeBridging(context, at);
      return;
    default:
      channels(context, at, size);
  }
}

/** A name behind its length, if it is all there. */
function name(context: PrintContext, title: string, at: number, size: number): void {
  const length = context.view.u8(at);
  if (size < 1 + length) return;
  context.out.text(title);
  paddedText(context, at + 1, length);
}

/** One bit for each priority, the lowest first. */
function bits(context: PrintContext, title: string, value: number): void {
  const { out } = context;
  out.text(title);
  out.text('\n\t     Priority : 0  1  2  3  4  5  6  7\n\t     Value    : ');
  for (let i = 0; i < priorities; i++) out.text(((value >>> i) & 1) === 1 ? '1  ' : '0  ');
}

/** Enhanced transmission selection. */
function selection(context: PrintContext, at: number): void {
  const first = context.view.u8(at);
  count(context.out, '\n\t    Willing:', first >>> 7);
  count(context.out, ', CBS:', (first >>> 6) & 1);
  count(context.out, ', RES:', (first >>> 3) & 7);
  count(context.out, ', Max TCs:', first & 7);
  tables(context, at + 1);
}

function tables(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text('\n\t    Priority Assignment Table\n\t     Priority : 0   1   2   3   4   5   6   7\n\t     Value    : ');
  for (let i = 0; i < priorities; i++) {
    const pair = view.u8(at + (i >>> 1));
    column(context, i, (i & 1) === 0 ? pair >>> 4 : pair & 0x0f);
  }
  out.text('\n\t    TC Bandwidth Table\n\t     TC%   : 0   1   2   3   4   5   6   7\n\t     Value : ');
  for (let i = 0; i < priorities; i++) column(context, i, view.u8(at + 4 + i));
  out.text('\n\t    TSA Assignment Table\n\t     Traffic Class: 0   1   2   3   4   5   6   7\n\t     Value        : ');
  for (let i = 0; i < priorities; i++) column(context, i, view.u8(at + 12 + i));
}

/** On the left of three characters. */
function column(context: PrintContext, index: number, value: number): void {
  const { out } = context;
  if (index > 0) out.char(0x20);
  out.decimal(value);
  if (value < 100) out.char(0x20);
  if (value < 10) out.char(0x20);
}

function flowControl(context: PrintContext, at: number): void {
  const { out, view } = context;
  const first = view.u8(at);
  count(context.out, '\n\t    Willing: ', first >>> 7);
  count(context.out, ', MBC: ', (first >>> 6) & 1);
  count(context.out, ', RES: ', (first >>> 4) & 3);
  count(context.out, ', PFC cap:', first & 0x0f);
  out.char(0x20);
  bits(context, '\n\t    PFC Enable', view.u8(at + 1));
}

function applications(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  count(context.out, '\n\t    RES: ', view.u8(at));
  const length = size - 1;
  if (length === 0 || length % 3 !== 0) return;
  out.text('\n\t    Application Priority Table');
  for (let from = at + 1; from < at + size; from += 3) {
    const first = view.u8(from);
    count(context.out, '\n\t      Priority: ', first >>> 5);
    count(context.out, ', RES: ', (first >>> 3) & 3);
    count(context.out, ', Sel: ', first & 7);
    count(context.out, ', Protocol ID: ', view.u16(from + 1));
  }
}

/** Edge virtual bridging. */
function edgeBridging(context: PrintContext, at: number): void {
  const { out, view } = context;
  const bridge = view.u8(at);
  out.text('\n\t    EVB Bridge Status');
  count(context.out, '\n\t      RES: ', bridge >>> 3);
  count(context.out, ', BGID: ', (bridge >>> 2) & 1);
  count(context.out, ', RRCAP: ', (bridge >>> 1) & 1);
  count(context.out, ', RRCTR: ', bridge & 1);
  const station = view.u8(at + 1);
  out.text('\n\t    EVB Station Status');
  count(context.out, '\n\t      RES: ', station >>> 4);
  count(context.out, ', SGID: ', (station >>> 3) & 1);
  count(context.out, ', RRREQ: ', (station >>> 2) & 1);
  count(context.out, ',RRSTAT: ', station & 3);
  const retries = view.u8(at + 2);
  count(context.out, '\n\t    R: ', retries >>> 5);
  count(context.out, ', RTE: ', retries & 0x1f);
  const mode = view.u8(at + 3);
  out.text(', EVB Mode: ');
  out.text(edgeModeNames[mode >>> 6]);
  count(context.out, ' [', mode >>> 6);
  count(context.out, ']\n\t    ROL: ', (mode >>> 5) & 1);
  count(context.out, ', RWD: ', mode & 0x1f);
  const alive = view.u8(at + 4);
  count(context.out, ', RES: ', alive >>> 6);
  count(context.out, ', ROL: ', (alive >>> 5) & 1);
  count(context.out, ', RKA: ', alive & 0x1f);
}

function channels(context: PrintContext, at: number, size: number): void {
  const { view } = context;
  const first = view.u8(at);
  count(context.out, '\n\t    Role: ', first >>> 7);
  count(context.out, ', RES: ', (first >>> 4) & 7);
  count(context.out, ', Scomp: ', (first >>> 3) & 1);
  count(context.out, ' ChnCap: ', view.u16(at + 2) & 0x0fff);
  const length = size - 4;
  if (length % 3 !== 0) return;
  for (let from = at + 4; from < at + size; from += 3) {
    const channel = view.u24(from);
    count(context.out, '\n\t    SCID: ', channel >>> 12);
    count(context.out, ', SVID: ', channel & 0xfff);
  }
}
