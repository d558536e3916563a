/** Spanning Tree (IEEE 802.1D-2004, 9), Rapid (802.1w) and Multiple (802.1Q, 14). */
import type { PrintContext } from '../context';
import { type FlagName, flagNames, names } from '../text/names';
import { mstpShortest, printMstp } from './mstp';

const BpduType = { configuration: 0, rapid: 2, topologyChange: 0x80 } as const;
const Version = { classic: 0, rapid: 2, multiple: 3, shortestPath: 4 } as const;
const configurationLength = 35;
const rapidLength = 36;
const protocolVersions = names(() => ({ 0: '802.1d', 2: '802.1w', 3: '802.1s', 4: '802.1aq' }));
const typeNames = names(() => ({ 0: 'Config', 2: 'Rapid STP', 0x80: 'Topology Change' }));

export const topologyFlags: readonly FlagName[] = [
  [0x01, 'Topology change'],
  [0x02, 'Proposal'],
  [0x10, 'Learn'],
  [0x20, 'Forward'],
  [0x40, 'Agreement'],
  [0x80, 'Topology change ACK'],
];
export const portRoles = ['Unknown', 'Alternate', 'Root', 'Designated'];

export function printStp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'stp';
  if (length < 4) {
    context.invalid();
    return;
  }
  const protocol = view.u16(at);
  if (protocol !== 0) {
    out.text('unknown STP version, length ');
    out.decimal(length);
    return;
  }
  const version = view.u8(at + 2);
  out.text('STP ');
  const versionName = protocolVersions.get(version);
  if (versionName === undefined) {
    out.text('Unknown STP protocol (0x');
    out.hex8(version);
    out.char(0x29);
    return;
  }
  out.text(versionName);
  const type = view.u8(at + 3);
  const typeName = typeNames.get(type);
  out.text(', ');
  if (typeName === undefined) {
    out.text('Unknown BPDU Type (0x');
    out.hex8(type);
    out.char(0x29);
    return;
  }
  out.text(typeName);
  if (type === BpduType.configuration) sized(context, at, length, configurationLength, configuration);
  else if (type === BpduType.rapid) rapid(context, version, at, length);
}

/** The tree as the version tells it; the classic version has no such message. */
function rapid(context: PrintContext, version: number, at: number, length: number): void {
  if (version === Version.rapid) sized(context, at, length, rapidLength, configuration);
  else if (version !== Version.classic) sized(context, at, length, mstpShortest, printMstp);
}

function sized(context: PrintContext, at: number, length: number, least: number, print: typeof configuration): void {
  if (length < least) context.invalid();
  else print(context, at, length);
}

/** Priority and address as `8000.00:11:22:33:44:55`. */
export function bridgeIdentifier(context: PrintContext, at: number): void {
  const { out, view } = context;
  view.need(at, 8);
  out.hex16(view.u16(at));
  out.char(0x2e);
  for (let i = 2; i < 8; i++) {
    if (i > 2) out.char(0x3a);
    out.hex8(view.u8(at + i));
  }
}

/** A time in 1/256 seconds, rounded to hundredths, a half to the even one. */
function time(context: PrintContext, value: number): void {
  const { out } = context;
  let hundredths = (value * 100) >>> 8;
  const rest = (value * 100) & 0xff;
  if (rest > 128 || (rest === 128 && (hundredths & 1) === 1)) hundredths++;
  out.decimal((hundredths / 100) | 0);
  out.char(0x2e);
  out.padded(hundredths % 100, 2);
  out.char(0x73);
}

/** `at`: the message; its four times. */
export function treeTimes(context: PrintContext, at: number): void {
  const { out, view } = context;
  view.need(at + 27, 8);
  out.text('\n\tmessage-age ');
  time(context, view.u16(at + 27));
  out.text(', max-age ');
  time(context, view.u16(at + 29));
  out.text(', hello-time ');
  time(context, view.u16(at + 31));
  out.text(', forwarding-delay ');
  time(context, view.u16(at + 33));
}

function configuration(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const flags = view.u8(at + 4);
  out.text(', Flags [');
  flagNames(out, topologyFlags, flags);
  out.char(0x5d);
  view.need(at + 17, 10);
  out.text(', bridge-id ');
  bridgeIdentifier(context, at + 17);
  out.char(0x2e);
  out.hex16(view.u16(at + 25));
  out.text(', length ');
  out.decimal(length);
  if (context.verbose === 0) return;
  treeTimes(context, at);
  out.text('\n\troot-id ');
  bridgeIdentifier(context, at + 5);
  out.text(', root-pathcost ');
  out.decimal(view.u32(at + 13));
  if (view.u8(at + 2) === Version.rapid) {
    out.text(', port-role ');
    out.text(portRoles[(view.u8(at + 4) >>> 2) & 3]);
  }
}
