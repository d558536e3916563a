/** Ethernet II, IEEE 802.3 and VLAN tags (IEEE 802.1Q). */
import { EthernetLayer, ethernetHeaderLength, maximumLengthField } from '../decode/ethernet';
import { isVlanType, VlanLayer, vlanTagLength } from '../decode/vlan';
import type { JsonContext, LayerWriter } from './context';
import { writeLlc } from './llc';

const ethernet = new EthernetLayer();
const vlan = new VlanLayer();
/** Those that isVlanType() knows. */
const vlanTypes = [0x8100, 0x88a8, 0x9100, 0x9200];

export function writeEthernet(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('ethernet');
  ethernet.decode(view, at);
  json.mac('destination', view, ethernet.destinationAt);
  json.mac('source', view, ethernet.sourceAt);
  typeOrLength(context, ethernet.type);
  json.endLayer();
  if (at === view.start) context.linkLength = ethernetHeaderLength;
  writeEthertype(context, ethernet.type, at + ethernetHeaderLength, length - ethernetHeaderLength);
}

function typeOrLength(context: JsonContext, type: number): void {
  context.json.number(type <= maximumLengthField ? 'length' : 'type', type);
}

/** What follows an ethertype, or the length of an 802.3 frame. */
export function writeEthertype(context: JsonContext, type: number, at: number, length: number): void {
  if (isVlanType(type)) {
    context.next(tagWriters.get(type), at, length);
  } else if (type <= maximumLengthField) {
    context.view.cut(at + type);
    context.next(writeLlc, at, Math.min(type, length));
  } else {
    context.next(context.tables.ethertype.get(type), at, length);
  }
}

function writeTag(context: JsonContext, tpid: number, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('vlan');
  json.number('tpid', tpid);
  vlan.decode(view, at);
  json.number('id', vlan.id);
  json.number('priority', vlan.priority);
  json.boolean('drop_eligible', vlan.dropEligible);
  typeOrLength(context, vlan.type);
  json.endLayer();
  context.tagged(vlan.id);
  // A tag behind the link header belongs to it.
  if (at === view.start + context.linkLength) context.linkLength += vlanTagLength;
  writeEthertype(context, vlan.type, at + vlanTagLength, length - vlanTagLength);
}

/** A layer's writer has no argument for the TPID, so each has one of its own. */
const tagWriters = new Map<number, LayerWriter>(
  vlanTypes.map((tpid) => [tpid, (context, at, length) => writeTag(context, tpid, at, length)]),
);
