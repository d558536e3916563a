/** Forwarding and Control Element Separation (RFC 5810), as SCTP carries it (RFC 5811). */
import type { PrintContext } from '../context';
import { printBlock } from './forces-lfb';
import { printAssociationResult, printRedirect, printTeardown } from './forces-redirect';
import {
  badElement,
  type ElementPrinter,
  hexPart,
  isKnownTlv,
  padded,
  tlvHeaderLength,
  tlvHeading,
} from './forces-tlv';

const headerLength = 24;
const elementIndent = 9;

/** How many elements a message may hold at its top; none of them is missed where `least` is zero. */
interface Message {
  readonly name: string;
  readonly most: number;
  readonly least: number;
  /** As tcpdump writes them where there are elements that there should not be. */
  readonly flags: number;
  /** Operations inside, one bit each. */
  readonly allowed: number;
  readonly print?: ElementPrinter;
}

const Operation = { set: 1, setProperty: 2, delete: 5, get: 7, getProperty: 8, report: 11, commit: 12, complete: 14 };
const Response = { set: 3, setProperty: 4, delete: 6, get: 9, getProperty: 10, commit: 13 };

function bits(...operations: number[]): number {
  return operations.reduce((set, operation) => set | (1 << (operation - 1)), 0);
}

const report = bits(Operation.report);
const config = bits(
  ...[Operation.set, Operation.setProperty, Operation.delete],
  ...[Operation.commit, Operation.complete],
);
const configResponse = bits(Response.set, Response.setProperty, Response.delete, Response.commit);
const query = bits(Operation.get, Operation.getProperty);
const queryResponse = bits(Response.get, Response.getProperty);

const one = { most: 1, least: 1, flags: 0x14 };
const many = { most: 15, least: 1, flags: 0xf4 };

/** By type; those that are missing are reserved. */
const messages = new Map<number, Message>([
  [0x01, { name: 'Association Setup', most: 2, least: 0, flags: 0x22, allowed: report, print: printBlock }],
  [0x02, { name: 'Association TearDown', ...one, allowed: 0, print: printTeardown }],
  [0x03, { name: 'Config', ...many, allowed: config, print: printBlock }],
  [0x04, { name: 'Query', ...many, allowed: query, print: printBlock }],
  [0x05, { name: 'Event Notification', ...one, allowed: report, print: printBlock }],
  [0x06, { name: 'Packet Redirect', ...many, allowed: 0, print: printRedirect }],
  [0x0f, { name: 'HeartBeat', most: 0, least: 0, flags: 0x01, allowed: 0 }],
  [0x11, { name: 'Association Response', ...one, allowed: 0, print: printAssociationResult }],
  [0x13, { name: 'Config Response', ...many, allowed: configResponse, print: printBlock }],
  [0x14, { name: 'Query Response', ...many, allowed: queryResponse, print: printBlock }],
]);
/** A type that RFC 5810 has given away, but to nothing that is known here. */
const unknownType = 0x12;

const acknowledgementNames = ['NoACK', 'SuccessACK', 'FailureACK', 'AlwaysACK'];
const modeNames = ['EMReserved', 'execute-all-or-none', 'execute-until-failure', 'continue-execute-on-failure'];
const transactionNames = ['Standalone', '2PCtransaction'];
const phaseNames = ['StartofTransaction', 'MiddleofTransaction', 'EndofTransaction', 'abort'];

export function printForces(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'forces';
  if (!view.has(at, headerLength)) {
    context.truncated();
    return;
  }
  if (!message(context, at, length)) {
    hexPart(context, '\n\t[', at, length);
    out.text('\n\t]');
    return;
  }
  if (context.verbose <= 3) return;
  out.text('\n\t  Raw ForCES message\n\t [');
  hexPart(context, '\n\t ', at, length);
  out.text('\n\t ]');
}

function message(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  const type = view.u8(at + 1);
  const known = messages.get(type);
  if (known === undefined) {
    if (type === unknownType) {
      out.text('\n\tUnknown ForCES message type=0x12');
    } else {
      out.text('Invalid ForCES message type ');
      out.decimal(type);
      out.char(0x0a);
    }
    return false;
  }
  out.text('\n\tForCES ');
  out.text(known.name);
  out.char(0x20);
  const said = view.u16(at + 2) * 4;
  if (length < headerLength || said !== length) {
    out.text('Illegal ForCES pkt len - min 24, total recvd ');
    out.decimal(length);
    out.text(', advertised ');
    out.decimal(said);
    out.char(0x20);
    return false;
  }
  if (context.verbose > 0) header(context, at, said);
  if (context.verbose > 1) flags(context, view.u32(at + 20));
  return elements(context, at + headerLength, said - headerLength, known);
}

function header(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  out.text('\n\tForCES Version ');
  out.decimal(view.u8(at) >>> 4);
  out.text(' len ');
  out.decimal(length);
  out.text('B flags 0x');
  out.hex32(view.u32(at + 20));
  out.text(' \n\tSrcID 0x');
  node(context, view.u32(at + 4));
  out.text(' DstID 0x');
  node(context, view.u32(at + 8));
  out.text(' Correlator 0x');
  const high = view.u32(at + 12);
  const low = view.u32(at + 16);
  if (high === 0) {
    out.hex(low);
    return;
  }
  out.hex(high);
  out.hex32(low);
}

function node(context: PrintContext, id: number): void {
  const { out } = context;
  out.hex(id);
  out.char(0x28);
  out.text(nodeKind(id));
  out.char(0x29);
}

/** RFC 5810 6.1. */
function nodeKind(id: number): string {
  if (id <= 0x3fffffff) return 'FE';
  if (id <= 0x7fffffff) return 'CE';
  if (id >= 0xc0000000 && id <= 0xffffffef) return 'AllMulticast';
  if (id === 0xfffffffd) return 'AllCEsBroadcast';
  if (id === 0xfffffffe) return 'AllFEsBroadcast';
  return id === 0xffffffff ? 'AllBroadcast' : 'ForCESreserved';
}

function flags(context: PrintContext, value: number): void {
  const { out } = context;
  out.text('\n\tForCES flags:\n\t  ');
  flag(context, acknowledgementNames, value >>> 30);
  out.text(', prio=');
  out.decimal((value >>> 27) & 7);
  out.text(', ');
  flag(context, modeNames, (value >>> 22) & 3);
  out.text(',\n\t  ');
  flag(context, transactionNames, (value >>> 21) & 1);
  out.text(', ');
  flag(context, phaseNames, (value >>> 19) & 3);
  out.text('\n\t  Extra flags: rsv(b5-7) 0x');
  out.hex((value >>> 24) & 7);
  out.text(' rsv(b13-31) 0x');
  out.hex(value & 0x7ffff);
  out.char(0x0a);
}

function flag(context: PrintContext, list: readonly string[], value: number): void {
  const { out } = context;
  out.text(list[value]);
  out.text('(0x');
  out.hex(value);
  out.char(0x29);
}

function elements(context: PrintContext, at: number, length: number, known: Message): boolean {
  const { out, view } = context;
  const { most, least, print } = known;
  if (length > tlvHeaderLength) {
    if (most === 0) {
      out.text('<0x');
      out.hex(known.flags);
      out.text('>Illegal Top level TLV!\n');
      return false;
    }
  } else {
    if (least > 0) out.text('\tTop level TLV Data missing!\n');
    return least === 0;
  }
  let from = at;
  let left = length;
  for (let i = 0; i < most && left > 0; i++) {
    const type = view.u16(from);
    const size = view.u16(from + 2);
    if (badElement(size, left, tlvHeaderLength) !== undefined) break;
    if (!isKnownTlv(type)) {
      out.text('\n\tInvalid ForCES Top TLV type=0x');
      out.hex(type);
      return false;
    }
    if (context.verbose > 2) {
      out.char(0x09);
      tlvHeading(out, type, size);
    }
    if (print?.(context, from + tlvHeaderLength, size, known.allowed, elementIndent) === false) return false;
    from += padded(size);
    left -= padded(size);
  }
  if (left === 0) return true;
  const size = view.u16(from + 2);
  out.text('\tMess TopTLV header: min 4, total ');
  out.decimal(left);
  out.text(' advertised ');
  out.decimal(size);
  out.char(0x20);
  return false;
}
