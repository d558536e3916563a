/** Logical Link Control (IEEE 802.2), SNAP, and what they lead to. */
import { LlcLayer, LlcSap, llcUnnumberedInformation, SnapLayer, snapHeaderLength } from '../decode/llc';
import { writeCdp } from './cdp';
import type { JsonContext } from './context';
import { writeEthernet } from './ethernet';
import { writeStp } from './stp';

const llc = new LlcLayer();
const snap = new SnapLayer();

/** Organization codes under which SNAP carries ethertypes, bridged frames and Cisco's own protocols. */
const Organization = { ethernet: 0x000000, bridged: 0x0080c2, cisco: 0x00000c } as const;
const bridgedWithoutCheck = 0x0007;
const perVlanSpanningTree = 0x010b;
const discovery = 0x2000;

export function writeLlc(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('llc');
  llc.decode(view, at);
  json.number('dsap', llc.destinationSap);
  json.number('ssap', llc.sourceSap);
  json.number('control', llc.control);
  json.endLayer();
  if (llc.control !== llcUnnumberedInformation) return;
  const next = at + llc.headerLength;
  const left = length - llc.headerLength;
  if (llc.destinationSap === LlcSap.snap) context.next(writeSnap, next, left);
  else if (llc.destinationSap === LlcSap.spanningTree) context.next(writeStp, next, left);
  else if (llc.destinationSap === LlcSap.ip) context.next(context.tables.ethertype.get(0x0800), next, left);
}

function writeSnap(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('snap');
  snap.decode(view, at);
  json.number('organization', snap.organization);
  json.number('type', snap.type);
  json.endLayer();
  const next = at + snapHeaderLength;
  const left = length - snapHeaderLength;
  if (snap.organization === Organization.ethernet) {
    context.next(context.tables.ethertype.get(snap.type), next, left);
  } else if (snap.organization === Organization.cisco && snap.type === perVlanSpanningTree) {
    context.next(writeStp, next, left);
  } else if (snap.organization === Organization.cisco && snap.type === discovery) {
    context.next(writeCdp, next, left);
  } else if (snap.organization === Organization.bridged && snap.type === bridgedWithoutCheck) {
    context.next(writeEthernet, next, left);
  }
}
