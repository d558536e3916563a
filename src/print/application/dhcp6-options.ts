/** Options of DHCP for IPv6 (RFC 8415, 21, and those of other RFCs), options inside options included. */

import type { PrintContext, ProtocolPrinter } from '../context';
import { namedIpv6 } from '../text/named';
import { nameOr, names } from '../text/names';
import { count } from '../text/phrase';
import { printDhcp6NameList, printDhcp6NtpServers, printDhcp6TunnelEnd } from './dhcp6-names';
import {
  printDhcp6Addresses,
  printDhcp6Authentication,
  printDhcp6Duid,
  printDhcp6Octets,
  printDhcp6Reconfigure,
  printDhcp6Status,
  printDhcp6Text,
} from './dhcp6-option';
import { Dhcp6Option as Option, optionNames } from './dhcp6-option-numbers';

const queryNames = names(() => ({ 1: 'by-address', 2: 'by-clientID' }));

const headerLength = 4;
const shownOctets = 10;
const enterpriseLength = 4;
const addressLength = 16;

/** What has no printer here is shown by its name alone. */
const printers: ReadonlyMap<number, ProtocolPrinter> = new Map<number, ProtocolPrinter>([
  [Option.client, printDhcp6Duid],
  [Option.server, printDhcp6Duid],
  [Option.association, (context, at, length) => association(context, at, length, 12)],
  [Option.delegation, (context, at, length) => association(context, at, length, 12)],
  [Option.temporary, (context, at, length) => association(context, at, length, 4)],
  [Option.address, (context, at, length) => lease(context, at, length, 0)],
  [Option.prefix, (context, at, length) => lease(context, at, length, 1)],
  [Option.request, requested],
  [Option.echoRequest, requested],
  [Option.preference, (context, at, length) => number(context, at, length, 1)],
  [Option.elapsed, (context, at, length) => number(context, at, length, 2)],
  [Option.lifetime, (context, at, length) => number(context, at, length, 4)],
  [Option.clientTime, (context, at, length) => number(context, at, length, 4)],
  [Option.relayed, relayed],
  [Option.authentication, printDhcp6Authentication],
  [Option.status, printDhcp6Status],
  [Option.reconfigure, printDhcp6Reconfigure],
  [Option.interfaceId, someOctets],
  [Option.subscriberId, someOctets],
  [Option.remoteId, remoteId],
  [Option.relayData, relayData],
  [Option.sipServers, printDhcp6Addresses],
  [Option.dnsServers, printDhcp6Addresses],
  [Option.sntpServers, printDhcp6Addresses],
  [Option.nisServers, printDhcp6Addresses],
  [Option.nispServers, printDhcp6Addresses],
  [Option.broadcastServers, printDhcp6Addresses],
  [Option.panaAgents, printDhcp6Addresses],
  [Option.clientLinks, printDhcp6Addresses],
  [Option.query, query],
  [Option.clientData, (context, at, length) => inner(context, at, at + length)],
  [Option.tunnelEnd, printDhcp6TunnelEnd],
  [Option.posixZone, printDhcp6Text],
  [Option.zoneName, printDhcp6Text],
  [Option.usageDescription, printDhcp6Text],
]);
const nameLists: ReadonlySet<number> = new Set([Option.sipDomains, Option.searchList]);

/** Prints a message inside a message. */
let printMessage: ProtocolPrinter = () => {};

/** The options from `at` up to `end`, which is captured; `message` prints those that relay agents pass on. */
export function printDhcp6Options(context: PrintContext, at: number, end: number, message: ProtocolPrinter): void {
  printMessage = message;
  options(context, at, end);
}

function options(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  for (let from = at; from < end; ) {
    if (from + headerLength > end) {
      context.truncated();
      return;
    }
    const length = view.u16(from + 2);
    const next = from + headerLength + length;
    if (next > end) {
      context.truncated();
      return;
    }
    const type = view.u16(from);
    out.text(' (');
    nameOr(out, optionNames, type, 'opt_');
    if (!option(context, type, from + headerLength, length)) {
      context.truncated();
      return;
    }
    out.char(0x29);
    from = next;
  }
}

/** Options that an option holds behind its own fields. */
function inner(context: PrintContext, at: number, end: number): void {
  const before = context.layers;
  if (context.enter()) options(context, at, end);
  context.layers = before;
}

function malformed(context: PrintContext): void {
  context.out.text(' ?');
}

/** Fields of an option whose length has been checked against what holds it. false: it ends too early. */
function option(context: PrintContext, type: number, at: number, length: number): boolean {
  if (type === Option.ntpServers) return printDhcp6NtpServers(context, at, length);
  if (nameLists.has(type)) return printDhcp6NameList(context, at, at + length);
  printers.get(type)?.(context, at, length);
  return true;
}

/** An association of `fixed` bytes: identifier and, if there is room for them, two times. */
function association(context: PrintContext, at: number, length: number, fixed: number): void {
  const { view } = context;
  if (length < fixed) {
    malformed(context);
    return;
  }
  count(context.out, ' IAID:', view.u32(at));
  if (fixed > 4) {
    count(context.out, ' T1:', view.u32(at + 4));
    count(context.out, ' T2:', view.u32(at + 8));
  }
  inner(context, at + fixed, at + length);
}

/** An address, or a prefix, whose length of one byte and whose times stand before it. */
function lease(context: PrintContext, at: number, length: number, prefixBytes: number): void {
  const { out, view } = context;
  const fixed = 24 + prefixBytes;
  if (length < fixed) {
    malformed(context);
    return;
  }
  const isPrefix = prefixBytes > 0;
  out.char(0x20);
  namedIpv6(context, isPrefix ? at + 9 : at);
  if (isPrefix) {
    out.char(0x2f);
    out.decimal(view.u8(at + 8));
  }
  const timesAt = isPrefix ? at : at + 16;
  count(context.out, ' pltime:', view.u32(timesAt));
  count(context.out, ' vltime:', view.u32(timesAt + 4));
  inner(context, at + fixed, at + length);
}

function requested(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length % 2 !== 0) {
    malformed(context);
    return;
  }
  for (let i = 0; i < length; i += 2) {
    out.char(0x20);
    nameOr(out, optionNames, view.u16(at + i), 'opt_');
  }
}

/** A number that has to have `size` bytes. */
function number(context: PrintContext, at: number, length: number, size: 1 | 2 | 4): void {
  const { view } = context;
  if (length !== size) malformed(context);
  else count(context.out, ' ', size === 1 ? view.u8(at) : size === 2 ? view.u16(at) : view.u32(at));
}

/** A whole message; what follows it belongs to the relay agent. */
function relayed(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const { end } = view;
  const before = context.layers;
  out.text(' (');
  view.cut(at + length);
  if (context.enter()) printMessage(context, at, length);
  view.end = end;
  context.layers = before;
}

function query(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < 17) {
    malformed(context);
    return;
  }
  out.char(0x20);
  nameOr(out, queryNames, view.u8(at), 'type_');
  out.char(0x20);
  namedIpv6(context, at + 1);
  inner(context, at + 17, at + length);
}

function someOctets(context: PrintContext, at: number, length: number): void {
  printDhcp6Octets(context, at, Math.min(length, shownOctets));
}

/** What a relay agent knows its client by, in words of a vendor (RFC 4649). */
function remoteId(context: PrintContext, at: number, length: number): void {
  if (length < enterpriseLength) {
    malformed(context);
    return;
  }
  count(context.out, ' ', context.view.u32(at));
  someOctets(context, at + enterpriseLength, length - enterpriseLength);
}

/** What passed between a relay agent and its client (RFC 5007, 4.1.2.4). */
function relayData(context: PrintContext, at: number, length: number): void {
  if (length < addressLength) {
    malformed(context);
    return;
  }
  context.out.char(0x20);
  namedIpv6(context, at);
  someOctets(context, at + addressLength, length - addressLength);
}
