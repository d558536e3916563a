/** Linux cooked capture, versions 1 and 2: what `-i any` delivers. */
import { macLength, maximumLengthField } from '../../decode/ethernet';
import { SllLayer, SllProtocol, sll2HeaderLength, sllHeaderLength } from '../../decode/sll';
import { VlanLayer, vlanTagLength } from '../../decode/vlan';
import type { PrintContext } from '../context';
import { namedLinkAddress } from '../text/named';
import { ethertypeNames } from '../text/names';
import { ethertypeName, printVlanTag } from './ethernet';
import { printEthertype } from './ethertype';
import { printLlcHeader } from './llc';

const layer = new SllLayer();
/** The only tag that tcpdump looks behind here. */
const vlanType = 0x8100;
/** ARPHRD_IEEE80211_RADIOTAP of Linux. */
const radiotap = 803;
const vlan = new VlanLayer();

const directions = ['In', 'B', 'M', 'P', 'Out'];

let wholeLength = 0;
let version = 1;

/** Version 1: direction, address, type, length; version 2 has shown the direction already. */
function header(context: PrintContext): void {
  const { out } = context;
  if (version === 1) {
    const direction = directions[layer.packetType] ?? '?';
    for (let i = direction.length; i < 3; i++) out.char(0x20);
    out.text(direction);
    out.char(0x20);
  } else {
    out.text('ifindex ');
    out.decimal(layer.interfaceIndex);
    out.char(0x20);
  }
  if (layer.addressLength === macLength) {
    namedLinkAddress(context, layer.addressAt, macLength);
    out.char(0x20);
  }
  if (context.quiet > 0) return;
  if (layer.protocol === SllProtocol.novell8023) out.text('802.3');
  else if (layer.protocol === SllProtocol.llc8022) out.text('802.2');
  else if (layer.protocol > maximumLengthField) ethertypeName(context, layer.protocol);
  else {
    out.text('ethertype Unknown (0x');
    out.hex16(layer.protocol);
    out.char(0x29);
  }
  out.text(', length ');
  out.decimal(wholeLength);
  out.text(': ');
}

export function printSll(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { view } = context;
  context.protocol = 'sll';
  if (length < sllHeaderLength || !view.has(at, sllHeaderLength)) {
    context.truncated();
    return;
  }
  layer.decode(view, at);
  version = 1;
  wholeLength = length;
  if (context.linkLevel) header(context);
  payload(context, at, sllHeaderLength, length);
}

export function printSll2(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { view } = context;
  context.protocol = 'sll2';
  if (length < sll2HeaderLength || !view.has(at, sll2HeaderLength)) {
    context.truncated();
    return;
  }
  layer.decode2(view, at);
  version = 2;
  wholeLength = length;
  padded(context, context.interfaces.nameOf(layer.interfaceIndex), 5);
  padded(context, directions[layer.packetType] ?? '?', 3);
  if (context.linkLevel) header(context);
  payload(context, at, sll2HeaderLength, length);
}

/** Left-aligned in `width` columns, and a space. */
function padded(context: PrintContext, text: string, width: number): void {
  context.out.text(text);
  for (let i = text.length; i <= width; i++) context.out.char(0x20);
}

function payload(context: PrintContext, at: number, headerLength: number, length: number): void {
  const { view, out } = context;
  let next = at + headerLength;
  let left = length - headerLength;
  let type = layer.protocol;
  if (layer.hardwareType === radiotap) {
    context.tables.rare().printRadiotapLink(context, next, view.available(next), left);
    context.headerLength += headerLength;
    return;
  }
  while (type === vlanType) {
    if (left < vlanTagLength || !view.has(next, vlanTagLength)) {
      context.protocol = 'vlan';
      context.truncated();
      context.headerLength = next - at + view.available(next);
      return;
    }
    vlan.decode(view, next);
    type = vlan.type > maximumLengthField ? vlan.type : SllProtocol.llc8022;
    if (context.linkLevel) printVlanTag(context, vlan);
    if (context.quiet === 0) {
      out.text('ethertype ');
      out.text(ethertypeNames.get(type) ?? 'Unknown');
      out.text(', ');
    }
    next += vlanTagLength;
    left -= vlanTagLength;
  }
  context.headerLength = next - at;
  if (type === SllProtocol.novell8023) {
    context.tables.rare().printIpx(context, next, left);
    return;
  }
  if (type === SllProtocol.llc8022) {
    const size = printLlcHeader(context, next, left);
    if (size < 0) context.dump(next, left);
    else context.headerLength += size;
    return;
  }
  const isType = type > maximumLengthField;
  if (isType && printEthertype(context, type, next, left)) return;
  wholeLength = left + headerLength;
  if (isType && !context.linkLevel) header(context);
  context.dump(next, left);
}
