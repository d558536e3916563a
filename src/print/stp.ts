/** Spanning Tree (IEEE 802.1D-2004, 9), Rapid (802.1w) and Multiple (802.1Q, 14). */
import type { PrintContext } from './context';
import { type FlagName, flagNames, names } from './names';

const BpduType = { configuration: 0, rapid: 2, topologyChange: 0x80 } as const;
const configurationLength = 35;
const rapidLength = 36;
const protocolVersions = names({ 0: '802.1d', 2: '802.1w', 3: '802.1s', 4: '802.1aq' });
const typeNames = names({ 0: 'Config', 2: 'Rapid STP', 0x80: 'Topology Change' });
const topologyFlags: readonly FlagName[] = [
  [0x01, 'Topology change'],
  [0x02, 'Proposal'],
  [0x10, 'Learn'],
  [0x20, 'Forward'],
  [0x40, 'Agreement'],
  [0x80, 'Topology change ACK'],
];
const roles = ['Unknown', 'Alternate', 'Root', 'Designated'];

export function printStp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'stp';
  if (length < 4) {
    context.invalid();
    return;
  }
  out.text('STP ');
  const protocol = view.u16(at);
  if (protocol !== 0) {
    out.text('unknown STP protocol (0x');
    out.hex16(protocol);
    out.char(0x29);
    return;
  }
  const version = view.u8(at + 2);
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
  if (typeName === undefined) {
    out.text(', unknown BPDU type 0x');
    out.hex8(type);
    return;
  }
  out.text(', ');
  out.text(typeName);
  if (type === BpduType.topologyChange) return;
  if (length < (type === BpduType.rapid ? rapidLength : configurationLength)) {
    context.invalid();
    return;
  }
  configuration(context, at, length);
}

/** Priority and address as `8000.00:11:22:33:44:55`. */
function bridge(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.hex16(view.u16(at));
  out.char(0x2e);
  for (let i = 2; i < 8; i++) {
    if (i > 2) out.char(0x3a);
    out.hex8(view.u8(at + i));
  }
}

/** A time in 1/256 seconds. */
function time(context: PrintContext, value: number): void {
  const { out } = context;
  out.decimal(value >>> 8);
  out.char(0x2e);
  out.padded(Math.trunc(((value & 0xff) / 256) * 100), 2);
  out.char(0x73);
}

function configuration(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const rapid = view.u8(at + 2) !== 0;
  out.text(', Flags [');
  flagNames(out, topologyFlags, view.u8(at + 4));
  out.text('], bridge-id ');
  view.need(at + 17, 10);
  bridge(context, at + 17);
  out.char(0x2e);
  out.hex16(view.u16(at + 25));
  out.text(', length ');
  out.decimal(length);
  if (context.verbose === 0) return;
  out.text('\n\tmessage-age ');
  time(context, view.u16(at + 27));
  out.text(', max-age ');
  time(context, view.u16(at + 29));
  out.text(', hello-time ');
  time(context, view.u16(at + 31));
  out.text(', forwarding-delay ');
  time(context, view.u16(at + 33));
  out.text('\n\troot-id ');
  bridge(context, at + 5);
  out.text(', root-pathcost ');
  out.decimal(view.u32(at + 13));
  if (rapid) {
    out.text(', port-role ');
    out.text(roles[(view.u8(at + 4) >>> 2) & 3]);
  }
}
