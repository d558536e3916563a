/** Ethernet II, IEEE 802.3 and VLAN tags: addresses and types at -e, nothing otherwise. */
import { EthernetLayer, ethernetHeaderLength, maximumLengthField } from '../decode/ethernet';
import { isVlanType, VlanLayer, vlanTagLength } from '../decode/vlan';
import { mac } from './address';
import type { PrintContext } from './context';
import { printEthertype } from './ethertype';
import { printLlc } from './llc';
import { ethertypeNames } from './names';

const ethernet = new EthernetLayer();
const vlan = new VlanLayer();
const jumboType = 0x8870;

function addresses(context: PrintContext): void {
  mac(context.out, context.view, context.linkSourceAt);
  context.out.text(' > ');
  mac(context.out, context.view, context.linkDestinationAt);
}

/** `ethertype IPv4 (0x0800)` or, when quiet, `IPv4`. */
function typeOnly(context: PrintContext, type: number): void {
  const { out } = context;
  if (context.quiet === 0) {
    ethertypeName(context, type);
    return;
  }
  const name = ethertypeNames.get(type);
  if (name !== undefined) {
    out.text(name);
    return;
  }
  out.text('Unknown Ethertype (0x');
  out.hex16(type);
  out.char(0x29);
}

function typeAndLength(context: PrintContext, type: number, length: number): void {
  typeOnly(context, type);
  context.out.text(', length ');
  context.out.decimal(length);
  context.out.text(': ');
}

/** `ethertype IPv4 (0x0800)`. */
export function ethertypeName(context: PrintContext, type: number): void {
  const { out } = context;
  out.text('ethertype ');
  out.text(ethertypeNames.get(type) ?? 'Unknown');
  out.text(' (0x');
  out.hex16(type);
  out.char(0x29);
}

/** A frame inside another protocol (GRE, GENEVE, VXLAN …). */
export function printEthernet(context: PrintContext, at: number, length: number): void {
  frame(context, at, length);
}

/** A captured frame: also tells where the network header starts. */
export function printEthernetLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  context.headerLength = frame(context, at, length);
}

/** Returns the length of addresses, tags and type. */
function frame(context: PrintContext, at: number, length: number): number {
  const { view, out } = context;
  context.protocol = 'ether';
  if (length < ethernetHeaderLength || !view.has(at, ethernetHeaderLength)) {
    context.truncated();
    return view.available(at);
  }
  ethernet.decode(view, at);
  context.linkSourceAt = ethernet.sourceAt;
  context.linkDestinationAt = ethernet.destinationAt;
  const frameLength = length;
  let type = ethernet.type;
  let next = at + ethernetHeaderLength;
  let left = length - ethernetHeaderLength;
  let shown = false;
  if (context.linkLevel) {
    addresses(context);
    out.text(', ');
  }
  while (isVlanType(type)) {
    if (left < vlanTagLength || !view.has(next, vlanTagLength)) {
      context.protocol = 'vlan';
      context.truncated();
      return next - at + view.available(next);
    }
    vlan.decode(view, next);
    if (context.linkLevel) {
      if (shown) {
        typeOnly(context, type);
        out.text(', ');
      } else {
        typeAndLength(context, type, frameLength);
      }
      printVlanTag(context, vlan);
    }
    shown = true;
    type = vlan.type;
    next += vlanTagLength;
    left -= vlanTagLength;
  }
  return payload(context, at, next, left, type, frameLength, shown);
}

/** `vlan 13, p 0, DEI, `. */
export function printVlanTag(context: PrintContext, tag: VlanLayer): void {
  const { out } = context;
  out.text('vlan ');
  out.decimal(tag.id);
  out.text(', p ');
  out.decimal(tag.priority);
  out.text(tag.dropEligible ? ', DEI, ' : ', ');
}

function payload(
  context: PrintContext,
  at: number,
  next: number,
  left: number,
  type: number,
  frameLength: number,
  tagged: boolean,
): number {
  const { view, out } = context;
  if (type <= maximumLengthField) {
    if (context.linkLevel) {
      out.text('802.3');
      if (!tagged) {
        out.text(', length ');
        out.decimal(type);
        out.text(': ');
      }
    }
    const inside = Math.min(type, left);
    view.cut(next + inside);
    return next - at + printLlc(context, next, inside);
  }
  if (type === jumboType) return next - at + printLlc(context, next, left);
  if (context.linkLevel) {
    if (tagged) {
      typeOnly(context, type);
      out.text(', ');
    } else {
      typeAndLength(context, type, frameLength);
    }
  }
  if (printEthertype(context, type, next, left)) return next - at;
  if (!context.linkLevel) {
    addresses(context);
    out.text(', ');
    typeAndLength(context, type, frameLength);
  }
  context.dump(next, left);
  return next - at;
}
