/**
 * Bidirectional Forwarding Detection (RFC 5880): control packets over one hop (RFC 5881), over several (RFC 5883)
 * and on the links of a bundle (RFC 7130).
 */
import { bfdControlLength } from '../../decode/bfd';
import { TRUNCATED } from '../../decode/view';
import type { PrintContext } from '../context';
import { type FlagName, flagNames, names } from '../text/names';
import { printBfdDetails } from './bfd-details';

const BfdPort = { control: 3784, echo: 3785, multihop: 4784, lag: 6784 } as const;

const portNames = names(() => ({ [BfdPort.control]: 'Control', [BfdPort.multihop]: 'Multihop', [BfdPort.lag]: 'Lag' }));
const stateNames = ['AdminDown', 'Down', 'Init', 'Up'];

/** Version 0: an early draft that some routers still speak. */
const flags0: readonly FlagName[] = [
  [0x80, 'I Hear You'],
  [0x40, 'Demand'],
  [0x20, 'Poll'],
  [0x10, 'Final'],
  [0x08, 'Control Plane Independent'],
  [0x04, 'Authentication Present'],
  [0x02, 'Reserved'],
  [0x01, 'Reserved'],
];
const flags1: readonly FlagName[] = [
  [0x20, 'Poll'],
  [0x10, 'Final'],
  [0x08, 'Control Plane Independent'],
  [0x04, 'Authentication Present'],
  [0x02, 'Demand'],
  [0x01, 'Multipoint'],
];

export function printBfd(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'bfd';
  if (context.destinationPort === BfdPort.echo) {
    out.text('BFD, Echo, length: ');
    out.decimal(length);
    if (context.verbose > 0) context.dumpPart('\n\t', at, length);
    return;
  }
  if (length < bfdControlLength) throw TRUNCATED;
  view.need(at, bfdControlLength);
  const version = view.u8(at) >>> 5;
  out.text('BFDv');
  out.decimal(version);
  if (version <= 1 && context.verbose > 0) {
    out.text(', length: ');
    out.decimal(length);
    out.text('\n\t');
    state(context, version, view.u8(at + 1));
    printBfdDetails(context, at);
    return;
  }
  out.text(', ');
  state(context, version, view.u8(at + 1));
  out.text(', length: ');
  out.decimal(length);
  if (context.verbose > 0) context.dumpPart('\n\t', at, length);
}

function state(context: PrintContext, version: number, flags: number): void {
  const { out } = context;
  if (version === 1) {
    out.text(portNames.get(context.destinationPort) ?? 'Control');
    out.text(', State ');
    out.text(stateNames[flags >>> 6]);
    out.text(', Flags: [');
    flagNames(out, flags1, flags & 0x3f);
    out.char(0x5d);
    return;
  }
  out.text('Control');
  if (version !== 0) return;
  out.text(', Flags: [');
  flagNames(out, flags0, flags);
  out.char(0x5d);
}
