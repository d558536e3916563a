/** Multiple Spanning Tree (IEEE 802.1Q-2014, 14.4): the common tree, then each instance. */
import type { PrintContext } from '../context';
import { flagNames } from '../text/names';
import { printSpb } from './spb';
import { bridgeIdentifier, portRoles, topologyFlags, treeTimes } from './stp';

/** Bytes of a rapid BPDU before the length of what version 3 added. */
const versionThreeAt = 36;
/** Bytes of version 3's part before the instances, its length field not counted. */
const commonLength = 64;
const instanceLength = 16;
export const mstpShortest = 102;

/** Version of a BPDU that Shortest Path Bridging has added to. */
const shortestPathVersion = 4;

const Field = {
  version: 2,
  flags: 4,
  rootIdentifier: 5,
  externalPathCost: 13,
  regionalRoot: 17,
  portIdentifier: 25,
  name: 39,
  revision: 71,
  digest: 73,
  internalPathCost: 89,
  bridgeIdentifier: 93,
  remainingHops: 101,
  instances: 102,
} as const;
const nameLength = 32;

/** `length` is at least {@link mstpShortest}. */
export function printMstp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const extra = view.u16(at + versionThreeAt);
  if (view.u8(at + versionThreeAt - 1) !== 0 || length < versionThreeAt + 2 + extra) {
    context.invalid();
    return;
  }
  const flags = view.u8(at + Field.flags);
  out.text(', CIST Flags [');
  flagNames(out, topologyFlags, flags);
  out.text('], length ');
  out.decimal(length);
  if (context.verbose > 0) tree(context, at, flags, extra);
  const next = versionThreeAt + 2 + extra;
  if (view.u8(at + Field.version) === shortestPathVersion) printSpb(context, at + next, length - next);
}

function tree(context: PrintContext, at: number, flags: number, extra: number): void {
  const { out, view } = context;
  out.text('\n\tport-role ');
  out.text(portRoles[(flags >>> 2) & 3]);
  out.text(', CIST root-id ');
  bridgeIdentifier(context, at + Field.rootIdentifier);
  out.text(', CIST ext-pathcost ');
  out.decimal(view.u32(at + Field.externalPathCost));
  out.text('\n\tCIST regional-root-id ');
  bridgeIdentifier(context, at + Field.regionalRoot);
  out.text(', CIST port-id ');
  out.hex16(view.u16(at + Field.portIdentifier));
  out.char(0x2c);
  treeTimes(context, at);
  configuration(context, at, extra);
  let left = extra - commonLength;
  for (let from = at + Field.instances; left >= instanceLength; left -= instanceLength, from += instanceLength) {
    instance(context, from);
  }
}

/** What makes bridges one region: name, revision and digest of the VLAN table. */
function configuration(context: PrintContext, at: number, extra: number): void {
  const { out, view } = context;
  out.text('\n\tv3len ');
  out.decimal(extra);
  out.text(', MCID Name ');
  for (let i = 0; i < nameLength; i++) {
    const byte = view.u8(at + Field.name + i);
    if (byte === 0) break;
    out.caret(byte);
  }
  view.need(at + Field.revision, 18);
  out.text(', rev ');
  out.decimal(view.u16(at + Field.revision));
  out.text(',\n\t\tdigest ');
  for (let i = 0; i < 16; i += 4) out.hex32(view.u32(at + Field.digest + i));
  out.text(', ');
  const pathCost = view.u32(at + Field.internalPathCost);
  out.text('CIST int-root-pathcost ');
  out.decimal(pathCost);
  out.char(0x2c);
  view.need(at + Field.bridgeIdentifier, 8);
  out.text('\n\tCIST bridge-id ');
  bridgeIdentifier(context, at + Field.bridgeIdentifier);
  out.text(', ');
  const hops = view.u8(at + Field.remainingHops);
  out.text('CIST remaining-hops ');
  out.decimal(hops);
}

/** Flags, regional root, path cost, priorities and hops of one instance. */
function instance(context: PrintContext, at: number): void {
  const { out, view } = context;
  view.need(at, 3);
  const flags = view.u8(at);
  out.text('\n\tMSTI ');
  out.decimal(view.u16(at + 1) & 0x0fff);
  out.text(', Flags [');
  flagNames(out, topologyFlags, flags);
  out.text('], port-role ');
  out.text(portRoles[(flags >>> 2) & 3]);
  view.need(at + 1, 12);
  out.text('\n\t\tMSTI regional-root-id ');
  bridgeIdentifier(context, at + 1);
  out.text(', pathcost ');
  out.decimal(view.u32(at + 9));
  view.need(at + 13, 3);
  out.text('\n\t\tMSTI bridge-prio ');
  out.decimal(view.u8(at + 13) >>> 4);
  out.text(', port-prio ');
  out.decimal(view.u8(at + 14) >>> 4);
  out.text(', hops ');
  out.decimal(view.u8(at + 15));
}
