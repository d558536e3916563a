/** ATMARP (RFC 2225): an address of ATM is a number and a subaddress, each with a length of its own. */
import { ArpOperation } from '../../decode/arp';
import type { PrintContext } from '../context';
import { linkAddress } from '../text/address';
import { namedIpv4 } from '../text/named';
import { ipv4Length, isIpv4, printHardware, printOperation, printProtocol } from './arp-names';

const headerLength = 12;
const addressLengthMask = 0x3f;

/** Where the parts of one end lie. */
interface End {
  numberAt: number;
  numberLength: number;
  subaddressAt: number;
  subaddressLength: number;
  protocolAt: number;
  protocolLength: number;
  /** Where the protocol address has another length than that of IPv4. */
  readonly wrongLength: string;
}

function end(wrongLength: string): End {
  return {
    numberAt: 0,
    numberLength: 0,
    subaddressAt: 0,
    subaddressLength: 0,
    protocolAt: 0,
    protocolLength: 0,
    wrongLength,
  };
}

const sender = end('<wrong splen>');
const target = end('<wrong tplen>');
let protocolType = 0;

/** Of the end that begins at `at`, by the places of its three lengths; returns where it ends. */
function locate(
  context: PrintContext,
  one: End,
  at: number,
  numberLengthAt: number,
  subaddressLengthAt: number,
  protocolLengthAt: number,
): number {
  const { view } = context;
  one.numberAt = at;
  one.numberLength = view.u8(numberLengthAt) & addressLengthMask;
  one.subaddressAt = one.numberAt + one.numberLength;
  one.subaddressLength = view.u8(subaddressLengthAt) & addressLengthMask;
  one.protocolAt = one.subaddressAt + one.subaddressLength;
  one.protocolLength = view.u8(protocolLengthAt);
  return one.protocolAt + one.protocolLength;
}

/** The whole of an ARP packet whose hardware is ATM. */
export function printAtmArp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  view.need(at, headerLength);
  protocolType = view.u16(at + 2);
  const targetAt = locate(context, sender, at + headerLength, at + 4, at + 5, at + 8);
  view.need(at, locate(context, target, targetAt, at + 9, at + 10, at + 11) - at);
  if (!context.linkLevel) out.text('ARP, ');
  const isUsual = isIpv4(protocolType) && sender.protocolLength === ipv4Length && target.protocolLength === ipv4Length;
  if (!isUsual || context.verbose > 0) families(context, view.u16(at));
  if (isUsual || context.verbose > 0) {
    if (context.verbose > 0) out.text(', ');
    const operation = view.u16(at + 6);
    printOperation(context, operation);
    if (!printEnds(context, operation)) {
      context.dumpAlways(at, length);
      return;
    }
  }
  out.text(', length ');
  out.decimal(length);
}

function families(context: PrintContext, hardwareType: number): void {
  const { out } = context;
  printHardware(context, hardwareType);
  out.text(', ');
  printProtocol(context, protocolType);
  out.text(' (len ');
  out.decimal(sender.protocolLength);
  out.char(0x2f);
  out.decimal(target.protocolLength);
  out.char(0x29);
}

/** false: an operation that nobody knows. */
function printEnds(context: PrintContext, operation: number): boolean {
  const { out } = context;
  switch (operation) {
    case ArpOperation.request:
      out.text('who-has ');
      protocolAddress(context, target);
      if (target.numberLength > 0) {
        out.text(' (');
        atmAddress(context, target);
        out.char(0x29);
      }
      out.text(' tell ');
      protocolAddress(context, sender);
      return true;
    case ArpOperation.reply:
      protocolAddress(context, sender);
      out.text(' is-at ');
      atmAddress(context, sender);
      return true;
    case ArpOperation.inverseRequest:
      out.text('who-is ');
      atmAddress(context, target);
      out.text(' tell ');
      atmAddress(context, sender);
      return true;
    case ArpOperation.inverseReply:
      atmAddress(context, sender);
      out.text('at ');
      protocolAddress(context, sender);
      return true;
    case ArpOperation.nak:
      out.text('for ');
      protocolAddress(context, sender);
      return true;
    default:
      return false;
  }
}

function protocolAddress(context: PrintContext, one: End): void {
  if (!isIpv4(protocolType)) context.out.text('<wrong proto type>');
  else if (one.protocolLength !== ipv4Length) context.out.text(one.wrongLength);
  else namedIpv4(context, one.protocolAt);
}

function atmAddress(context: PrintContext, one: End): void {
  const { out, view } = context;
  if (one.numberLength === 0) {
    out.text('<No address>');
    return;
  }
  linkAddress(out, view, one.numberAt, one.numberLength);
  if (one.subaddressLength === 0) return;
  out.char(0x2c);
  linkAddress(out, view, one.subaddressAt, one.subaddressLength);
}
