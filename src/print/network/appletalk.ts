/** AppleTalk (Inside AppleTalk, 2nd edition): LLAP and DDP headers with their addresses, what follows, and AARP. */

import type { PrintContext } from '../context';
import { printEigrp } from '../routing/eigrp';
import { namedMac } from '../text/named';
import { names } from '../text/names';
import { appleTransaction } from './appletalk-atp';
import { nameBinding } from './appletalk-nbp';

const linkLength = 3;
const LinkType = { shortHeader: 1, longHeader: 2 } as const;
const shortLength = 5;
const longLength = 13;
const DdpType = { nameBinding: 2, transaction: 3, eigrp: 88 } as const;
const typeNames = names(() => ({ 1: 'rtmp', 4: 'echo', 5: 'rtmpReq', 22: 'IP', 23: 'ARP', 0x4b: 'KLAP' }));
const socketNames = names(() => ({ 1: 'rtmp', 2: 'nis', 4: 'echo', 6: 'zip' }));
/** The number that stands for all nodes. */
const allNodes = 255;

const aarpLength = 28;
const ethernetHardware = 1;
const appletalkType = 0x809b;
const Aarp = { request: 1, response: 2, probe: 3 } as const;

export function printLocalTalkLink(context: PrintContext, at: number, caplen: number, length: number): void {
  const { view } = context;
  context.protocol = 'llap';
  const size = linkAccess(context, at, length);
  context.headerLength = size === 0 ? caplen : size;
  if (context.headerLength > view.available(at)) context.headerLength = view.available(at);
}

/** Returns the length of the headers; 0: they are cut. */
function linkAccess(context: PrintContext, at: number, length: number): number {
  const { out, view } = context;
  if (length < linkLength) return tooShort(context, ' [|llap', length);
  if (!view.has(at, linkLength)) {
    context.truncated();
    return 0;
  }
  const next = at + linkLength;
  const left = length - linkLength;
  const destination = view.u8(at);
  const source = view.u8(at + 1);
  const type = view.u8(at + 2);
  if (type === LinkType.shortHeader) {
    if (left < shortLength) return tooShort(context, ' [|sddp', left);
    if (!view.has(next, shortLength)) {
      out.text(' [|sddp]');
      return 0;
    }
    endpoint(context, 0, source, view.u8(next + 3), ' > ');
    endpoint(context, 0, destination, view.u8(next + 2), ':');
    context.headerLength = linkLength + shortLength;
    const ddpType = view.u8(next + 4);
    datagram(context, next + shortLength, left - shortLength, ddpType, 0, source, view.u8(next + 3));
    return linkLength + shortLength;
  }
  if (type === LinkType.longHeader) {
    if (left < longLength) return tooShort(context, ' [|ddp', left);
    if (!view.has(next, longLength)) {
      out.text(' [|ddp]');
      return 0;
    }
    context.headerLength = linkLength + longLength;
    longHeader(context, next, left, ':');
    return linkLength + longLength;
  }
  out.decimal(source);
  out.text(' > ');
  out.decimal(destination);
  out.text(' at-lap#');
  out.decimal(type);
  out.char(0x20);
  out.decimal(left);
  return linkLength;
}

function tooShort(context: PrintContext, title: string, length: number): number {
  const { out } = context;
  out.text(title);
  out.char(0x20);
  out.decimal(length);
  out.char(0x5d);
  return length;
}

/** By BSD's address family. */
export function printAppleTalk(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'atalk';
  if (!context.linkLevel) out.text('AT ');
  if (length < longLength) tooShort(context, ' [|ddp', length);
  else if (!view.has(at, longLength)) out.text(' [|ddp]');
  else longHeader(context, at, length, ': ');
}

/** By ethertype: EtherTalk phase 1, or phase 2 behind SNAP. */
export function printEtherTalk(context: PrintContext, at: number, length: number): void {
  if (context.verbose > 0) context.out.text('et1 ');
  printAppleTalk(context, at, length);
}

function longHeader(context: PrintContext, at: number, length: number, after: string): void {
  const { view } = context;
  const net = view.u16(at + 6);
  const node = view.u8(at + 9);
  const socket = view.u8(at + 11);
  endpoint(context, net, node, socket, ' > ');
  endpoint(context, view.u16(at + 4), view.u8(at + 8), view.u8(at + 10), after);
  datagram(context, at + longLength, length - longLength, view.u8(at + 12), net, node, socket);
}

function endpoint(context: PrintContext, net: number, node: number, socket: number, after: string): void {
  const { out } = context;
  appletalkAddress(context, net, node);
  out.char(0x2e);
  const name = context.names === undefined ? undefined : socketNames.get(socket);
  if (name === undefined) out.decimal(socket);
  else out.text(name);
  out.text(after);
}

/** `12.34`, or `12` for all nodes of a network. */
export function appletalkAddress(context: PrintContext, net: number, node: number): void {
  const { out } = context;
  out.decimal(net);
  if (node === allNodes) return;
  out.char(0x2e);
  out.decimal(node);
}

function datagram(
  context: PrintContext,
  at: number,
  length: number,
  type: number,
  net: number,
  node: number,
  socket: number,
): void {
  const { out } = context;
  switch (type) {
    case DdpType.nameBinding:
      nameBinding(context, at, length, net, node, socket);
      return;
    case DdpType.transaction:
      appleTransaction(context, at, length);
      return;
    case DdpType.eigrp:
      printEigrp(context, at, length);
      return;
  }
  const name = typeNames.get(type);
  out.text(' at-');
  if (name === undefined) {
    out.char(0x23);
    out.decimal(type);
  } else {
    out.text(name);
  }
  out.char(0x20);
  out.decimal(length);
}

export function printAarp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'aarp';
  out.text('aarp ');
  if (!view.has(at, aarpLength)) {
    context.truncated();
    return;
  }
  if (length < aarpLength) {
    tooShort(context, ' [|aarp', length);
    return;
  }
  const usual =
    view.u16(at) === ethernetHardware &&
    view.u16(at + 2) === appletalkType &&
    view.u8(at + 4) === 6 &&
    view.u8(at + 5) === 4;
  const operation = view.u16(at + 6);
  if (usual && operation === Aarp.response) {
    out.text('reply ');
    protocolAddress(context, at + 14);
    out.text(' is-at ');
    namedMac(context, at + 8);
  } else if (usual && (operation === Aarp.request || operation === Aarp.probe)) {
    out.text(operation === Aarp.request ? 'who-has ' : 'probe ');
    protocolAddress(context, at + 24);
    out.text(' tell ');
    protocolAddress(context, at + 14);
  } else {
    fields(context, at, length);
  }
}

/** Four bytes, of which the first is not used. */
function protocolAddress(context: PrintContext, at: number): void {
  appletalkAddress(context, context.view.u16(at + 1), context.view.u8(at + 3));
}

function fields(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const type = view.u16(at + 2);
  out.text('len ');
  out.decimal(length);
  out.text(' op ');
  out.decimal(view.u16(at + 6));
  out.text(' htype ');
  out.decimal(view.u16(at));
  out.text(type === 0 ? ' ptype ' : ' ptype 0x');
  out.hex(type);
  out.text(' halen ');
  out.decimal(view.u8(at + 4));
  out.text(' palen ');
  out.decimal(view.u8(at + 5));
}
