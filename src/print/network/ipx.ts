/** Internetwork Packet Exchange (Novell, "IPX Router Specification"): the header, and sockets by number. */

import type { PrintContext } from '../context';
import { printEigrp } from '../routing/eigrp';
import { linkAddress } from '../text/address';
import { nameOrHex, names } from '../text/names';

const headerLength = 30;

const Socket = { sap: 0x0452, rip: 0x0453, eigrp: 0x85be } as const;
const socketNames = names(() => ({
  0x0451: 'ipx-ncp',
  0x0455: 'ipx-netbios',
  0x0456: 'ipx-diags',
  0x0553: 'ipx-nwlink-dgm',
}));
const sapCommands = names(() => ({
  1: 'ipx-sap-req',
  2: 'ipx-sap-resp',
  3: 'ipx-sap-nearest-req',
  4: 'ipx-sap-nearest-resp',
}));
/** Kind, name, network, node, socket and hops. */
const serverLength = 64;
const serverNameLength = 48;
const mostServers = 8;
const routeLength = 8;
const mostRoutes = 50;

function node(context: PrintContext, network: number, at: number): void {
  const { out, view } = context;
  out.hex32(view.u32(network));
  out.char(0x2e);
  linkAddress(out, view, at, 6);
}

/** Behind an ethertype: the frame format that Novell calls Ethernet II. */
export function printIpxEthernet(context: PrintContext, at: number, length: number): void {
  context.out.text('(NOV-ETHII) ');
  printIpx(context, at, length);
}

/** The header's own length counts. */
export function printIpx(context: PrintContext, at: number, _length: number): void {
  const { out, view } = context;
  context.protocol = 'ipx';
  if (!context.linkLevel) out.text('IPX ');
  view.need(at + 18, 12);
  node(context, at + 18, at + 22);
  out.char(0x2e);
  out.hex16(view.u16(at + 28));
  out.text(' > ');
  node(context, at + 6, at + 10);
  out.char(0x2e);
  out.hex16(view.u16(at + 16));
  out.text(': ');
  const said = view.u16(at + 2);
  if (said < headerLength) {
    out.text('[length ');
    out.decimal(said);
    out.text(' < 30]');
    context.invalid();
    return;
  }
  payload(context, view.u16(at + 16), at + headerLength, said - headerLength);
}

function payload(context: PrintContext, socket: number, at: number, length: number): void {
  const { out } = context;
  if (socket === Socket.sap) {
    printSap(context, at, length);
  } else if (socket === Socket.rip) {
    printRip(context, at, length);
  } else if (socket === Socket.eigrp) {
    printEigrp(context, at, length);
  } else {
    nameOrHex(out, socketNames, socket, 'ipx-#');
    out.char(0x20);
    out.decimal(length);
  }
}

/** Service Advertising Protocol: questions about a kind of server, answers with their names and places. */
function printSap(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const command = view.u16(at);
  if (length < 2) {
    context.invalid();
    return;
  }
  const name = sapCommands.get(command);
  if (name === undefined) {
    out.text('ipx-sap-?');
    out.hex(command);
    return;
  }
  out.text(name);
  let from = at + 2;
  let left = length - 2;
  if ((command & 1) !== 0) {
    const kind = view.u16(from);
    out.char(0x20);
    out.hex16(kind);
    return;
  }
  for (let i = 0; i < mostServers && left > 0; i++, from += serverLength, left -= serverLength) {
    if (!server(context, from, left)) {
      context.invalid();
      return;
    }
  }
}

/** false: the packet ends inside it. */
function server(context: PrintContext, at: number, left: number): boolean {
  const { out, view } = context;
  if (left < 2) return false;
  const kind = view.u16(at);
  out.char(0x20);
  out.hex16(kind);
  out.text(" '");
  if (left < 2 + serverNameLength) {
    out.char(0x27);
    return false;
  }
  for (let i = 0; i < serverNameLength; i++) {
    const byte = view.u8(at + 2 + i);
    if (byte === 0) break;
    out.caret(byte);
  }
  out.char(0x27);
  const placeAt = at + 2 + serverNameLength;
  if (left < 2 + serverNameLength + 10) return false;
  view.need(placeAt, 10);
  out.text(' addr ');
  node(context, placeAt, placeAt + 4);
  if (left < serverLength) return false;
  view.need(placeAt + 10, 4);
  return true;
}

/** Routing Information Protocol of IPX: network, hops and ticks. */
function printRip(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const command = view.u16(at);
  if (length < 2) {
    context.invalid();
    return;
  }
  if (command !== 1 && command !== 2) {
    out.text('ipx-rip-?');
    out.hex(command);
    return;
  }
  out.text(command === 1 ? 'ipx-rip-req' : 'ipx-rip-resp');
  const most = command === 1 ? 1 : mostRoutes;
  let from = at + 2;
  for (let i = 0; i < most && from < at + length; i++, from += routeLength) {
    if (at + length - from < routeLength) {
      context.invalid();
      return;
    }
    view.need(from, routeLength);
    out.char(0x20);
    out.hex32(view.u32(from));
    out.char(0x2f);
    out.decimal(view.u16(from + 4));
    out.char(0x2e);
    out.decimal(view.u16(from + 6));
  }
}
