/** Ethernet II, IEEE 802.3 and VLAN tags: addresses and types at -e, nothing otherwise. */
import { EthernetLayer, ethernetHeaderLength, maximumLengthField } from '../../decode/ethernet';
import { isVlanType, VlanLayer, vlanTagLength } from '../../decode/vlan';
import type { PrintContext } from '../context';
import { MacsecPayload, MacsecTag, macsecType } from '../lan/macsec';
import { namedMac } from '../text/named';
import { ethertypeNames } from '../text/names';
import { printEthertype } from './ethertype';
import { printLlc } from './llc';

const ethernet = new EthernetLayer();
const vlan = new VlanLayer();
const macsec = new MacsecTag();
const jumboType = 0x8870;
const aristaType = 0xd28b;
const typeLength = 2;

function addresses(context: PrintContext): void {
  namedMac(context, context.linkSourceAt);
  context.out.text(' > ');
  namedMac(context, context.linkDestinationAt);
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

/** `ethertype IPv4 (0x0800), length 60: `. */
export function typeAndLength(context: PrintContext, type: number, length: number): void {
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
  context.protocol = 'ether';
  if (context.enter()) frame(context, at, length, 0, undefined);
}

/** A captured frame: also tells where the network header starts. */
export function printEthernetLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  context.protocol = 'ether';
  context.headerLength = frame(context, at, length, 0, undefined);
}

/** Prints the tag that a switch chip has put behind the addresses. */
type SwitchTagPrinter = (context: PrintContext, at: number) => void;

/** A captured frame with a switch's tag of `tagLength` bytes. Returns the length of addresses, tags and type. */
export function printSwitchTaggedEthernet(
  context: PrintContext,
  at: number,
  length: number,
  tagLength: number,
  printTag: SwitchTagPrinter,
): number {
  return frame(context, at, length, tagLength, printTag);
}

/** Returns the length of addresses, tags and type. */
function frame(
  context: PrintContext,
  at: number,
  length: number,
  tagLength: number,
  printTag: SwitchTagPrinter | undefined,
): number {
  const { view, out } = context;
  const headerLength = ethernetHeaderLength + tagLength;
  const captured = view.available(at);
  if (length < captured) {
    out.text('[length ');
    out.decimal(length);
    out.text(' < caplen ');
    out.decimal(captured);
    out.char(0x5d);
    context.invalid();
    return length;
  }
  if (length < headerLength || !view.has(at, headerLength)) {
    context.truncated();
    return view.available(at);
  }
  ethernet.decode(view, at);
  context.linkSourceAt = ethernet.sourceAt;
  context.linkDestinationAt = ethernet.destinationAt;
  if (context.linkLevel) {
    addresses(context);
    out.text(', ');
  }
  printTag?.(context, at + ethernetHeaderLength - typeLength);
  const type = tagLength === 0 ? ethernet.type : view.u16(at + headerLength - typeLength);
  return typed(context, at, at + headerLength, length - headerLength, type, length);
}

/** What follows the type that ends at `from`: security tag, VLAN tags, payload. Returns as {@link frame} does. */
function typed(
  context: PrintContext,
  at: number,
  from: number,
  length: number,
  firstType: number,
  frameLength: number,
): number {
  const { view, out } = context;
  let type = firstType;
  let next = from;
  let left = length;
  let shown = false;
  if (type === macsecType) {
    if (context.linkLevel) typeAndLength(context, type, frameLength);
    shown = true;
    const { end } = view;
    const follows = macsec.print(context, next, left);
    if (follows === MacsecPayload.none) return end - at;
    next += macsec.tagLength;
    if (follows === MacsecPayload.secret) {
      context.dump(next, macsec.left);
      return next - at;
    }
    type = view.u16(next);
    if (macsec.left < typeLength) {
      out.text(' [caplen 1 < 2]');
      return next - at;
    }
    next += typeLength;
    left = macsec.left - typeLength;
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
        out.decimal(Math.min(type, left));
        out.text(': ');
      }
    }
    const inside = Math.min(type, left);
    view.cut(next + inside);
    return next - at + printLlc(context, next, inside);
  }
  if (type === jumboType) return next - at + printLlc(context, next, left);
  if (type === aristaType) return arista(context, at, next, left, frameLength);
  if (context.linkLevel) {
    if (tagged) {
      typeOnly(context, type);
      out.text(', ');
    } else {
      typeAndLength(context, type, frameLength);
    }
  }
  if (at === view.start) context.headerLength = next - at;
  if (printEthertype(context, type, next, left)) return next - at;
  if (!context.linkLevel) {
    addresses(context);
    out.text(', ');
    typeAndLength(context, type, frameLength);
  }
  context.dump(next, left);
  return next - at;
}

/** A header between type and type: it is shown, then the frame goes on. */
function arista(context: PrintContext, at: number, next: number, left: number, frameLength: number): number {
  const { view, out } = context;
  if (left < typeLength || !view.has(next, typeLength)) {
    out.text('[|arista]');
    return next - at + view.available(next);
  }
  typeAndLength(context, aristaType, frameLength);
  const size = context.tables.rare().printArista(context, next);
  if (size === 0) {
    if (!context.linkLevel) {
      addresses(context);
      out.text(', ');
      typeAndLength(context, aristaType, frameLength);
    }
    context.dump(next, left);
    return next - at;
  }
  const from = next + size + typeLength;
  const type = view.u16(from - typeLength);
  const rest = left - size - typeLength;
  if (rest < 0) {
    context.truncated();
    return next - at;
  }
  return context.enter() ? typed(context, at, from, rest, type, frameLength) : from - at;
}
