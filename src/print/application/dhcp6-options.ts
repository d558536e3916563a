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
  const { out, view } = context;
  switch (type) {
    case Option.client:
    case Option.server:
      printDhcp6Duid(context, at, length);
      return true;
    case Option.association:
    case Option.delegation:
      association(context, at, length, 12);
      return true;
    case Option.temporary:
      association(context, at, length, 4);
      return true;
    case Option.address:
      lease(context, at, length, 0);
      return true;
    case Option.prefix:
      lease(context, at, length, 1);
      return true;
    case Option.request:
    case Option.echoRequest:
      requested(context, at, length);
      return true;
    case Option.preference:
      number(context, at, length, 1);
      return true;
    case Option.elapsed:
      number(context, at, length, 2);
      return true;
    case Option.lifetime:
    case Option.clientTime:
      number(context, at, length, 4);
      return true;
    case Option.relayed:
      relayed(context, at, length);
      return true;
    case Option.authentication:
      printDhcp6Authentication(context, at, length);
      return true;
    case Option.status:
      printDhcp6Status(context, at, length);
      return true;
    case Option.reconfigure:
      printDhcp6Reconfigure(context, at, length);
      return true;
    case Option.interfaceId:
    case Option.subscriberId:
      printDhcp6Octets(context, at, Math.min(length, shownOctets));
      return true;
    case Option.remoteId:
      if (length < 4) {
        malformed(context);
        return true;
      }
      count(context.out, ' ', view.u32(at));
      printDhcp6Octets(context, at + 4, Math.min(length - 4, shownOctets));
      return true;
    case Option.relayData:
      if (length < 16) {
        malformed(context);
        return true;
      }
      out.char(0x20);
      namedIpv6(context, at);
      printDhcp6Octets(context, at + 16, Math.min(length - 16, shownOctets));
      return true;
    case Option.sipServers:
    case Option.dnsServers:
    case Option.sntpServers:
    case Option.nisServers:
    case Option.nispServers:
    case Option.broadcastServers:
    case Option.panaAgents:
    case Option.clientLinks:
      printDhcp6Addresses(context, at, length);
      return true;
    case Option.sipDomains:
    case Option.searchList:
      return printDhcp6NameList(context, at, at + length);
    case Option.query:
      query(context, at, length);
      return true;
    case Option.clientData:
      inner(context, at, at + length);
      return true;
    case Option.ntpServers:
      return printDhcp6NtpServers(context, at, length);
    case Option.tunnelEnd:
      printDhcp6TunnelEnd(context, at, length);
      return true;
    case Option.posixZone:
    case Option.zoneName:
    case Option.usageDescription:
      printDhcp6Text(context, at, length);
      return true;
    default:
      return true;
  }
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
