/**
 * Datagram Congestion Control Protocol (RFC 4340): the kind of packet and what it acknowledges; its checksum at -v, its
 * sequence number and options at -vv.
 */
import { addWords, foldChecksum, pseudoHeader4, pseudoHeader6, rightChecksum } from '../../decode/checksum';
import { IpProtocol } from '../../decode/ip-protocol';
import type { PrintContext } from '../context';
import { printDccpOptions } from './dccp-options';
import { printPorts } from './ports';

const shortHeaderLength = 12;
const longHeaderLength = 16;
/** The bit that says that sequence numbers have 48 bits. */
const extendedBit = 1;
const Kind = { request: 0, response: 1, data: 2, reset: 7 } as const;
const kindNames = [
  ...['DCCP-Request', 'DCCP-Response', 'DCCP-Data', 'DCCP-Ack', 'DCCP-DataAck', 'DCCP-CloseReq', 'DCCP-Close'],
  ...['DCCP-Reset', 'DCCP-Sync', 'DCCP-SyncAck'],
];
/** Bytes behind the generic header, by kind. */
const kindLengths = [4, 12, 0, 8, 8, 8, 8, 12, 8, 8];
const resetNames = [
  ...['unspecified', 'closed', 'aborted', 'no_connection', 'packet_error', 'option_error', 'mandatory_error'],
  ...['connection_refused', 'bad_service_code', 'too_busy', 'bad_init_cookie', 'aggression_penalty'],
];

export function printDccp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'dccp';
  if (!view.has(at, shortHeaderLength)) {
    context.truncated();
    return;
  }
  const extended = (view.u8(at + 8) & extendedBit) !== 0;
  const headerLength = extended ? longHeaderLength : shortHeaderLength;
  if (length < headerLength) {
    missing(context, 'truncated-dccp - ', headerLength - length);
    return;
  }
  if (!view.has(at, headerLength)) {
    context.truncated();
    return;
  }
  printPorts(context, IpProtocol.dccp, view.u16(at), view.u16(at + 2));
  out.text('DCCP ');
  const optionsEnd = 4 * view.u8(at + 4);
  if (context.quiet > 0) {
    quiet(context, length, optionsEnd);
    return;
  }
  if (context.verbose > 0) coverage(context, at, length);
  const kind = (view.u8(at + 8) >>> 1) & 15;
  const name = kindNames[kind];
  if (name === undefined) {
    out.text('unknown-type-');
    out.decimal(kind);
    out.char(0x20);
  } else if (length < headerLength + kindLengths[kind]) {
    missing(context, `truncated-${name} - `, headerLength + kindLengths[kind] - length);
    return;
  } else if (!detail(context, name, kind, at + headerLength)) {
    context.truncated();
    return;
  }
  if (kind !== Kind.data && kind !== Kind.request) acknowledgement(context, at + headerLength, extended);
  if (context.verbose < 2) return;
  out.text('seq ');
  out.decimal(extended ? view.u16(at + 10) * 2 ** 32 + view.u32(at + 12) : view.u24(at + 9));
  const options = headerLength + (kindLengths[kind] ?? 0);
  if (optionsEnd > options) printDccpOptions(context, at + options, optionsEnd - options);
}

/** What the checksum covers, and whether it is right. */
function coverage(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const covered = view.u8(at + 5) & 15;
  out.text('(CCVal ');
  out.decimal(view.u8(at + 5) >>> 4);
  out.text(', CsCov ');
  out.decimal(covered);
  if (view.has(at, length)) {
    const words = view.u8(at + 4) + covered - 1;
    checksum(context, at, length, covered === 0 ? length : Math.min(length, 4 * words));
  }
  out.text(') ');
}

/** `count`: how many bytes of the packet the checksum covers. */
function checksum(context: PrintContext, at: number, length: number, count: number): void {
  const { out, view } = context;
  const is = view.u16(at + 6);
  out.text(', cksum 0x');
  out.hex16(is);
  const pseudo =
    context.family === 4
      ? pseudoHeader4(view, context.sourceAt, context.finalDestinationAt, IpProtocol.dccp, length)
      : pseudoHeader6(view, context.sourceAt, context.finalDestinationAt, IpProtocol.dccp, length);
  const sum = foldChecksum(addWords(view, at, count, pseudo));
  if (sum === 0) {
    out.text(' (correct)');
    return;
  }
  out.text(' (incorrect -> 0x');
  out.hex16(rightChecksum(is, sum));
  out.char(0x29);
}

function missing(context: PrintContext, title: string, count: number): void {
  const { out } = context;
  out.text(title);
  out.decimal(count);
  out.text(' bytes missing!');
}

/** -q: the bytes of data. */
function quiet(context: PrintContext, length: number, headerLength: number): void {
  const { out } = context;
  out.decimal((length - headerLength) >>> 0);
  if (headerLength <= length) return;
  out.text(' [bad hdr length ');
  out.decimal(headerLength);
  out.text(' - too long, > ');
  out.decimal(length);
  out.char(0x5d);
}

/** The kind, with service or code. false: they are cut off. */
function detail(context: PrintContext, name: string, kind: number, at: number): boolean {
  const { out, view } = context;
  const shown = kind === Kind.request || kind === Kind.response || kind === Kind.reset;
  if (shown && !view.has(at, kindLengths[kind])) return false;
  out.text(name);
  if (kind === Kind.reset) {
    out.text(' (code=');
    out.text(resetNames[view.u8(at + 8)] ?? 'invalid');
    out.char(0x29);
  } else if (shown) {
    out.text(' (service=');
    out.decimal(view.u32(kind === Kind.request ? at : at + 8));
    out.char(0x29);
  }
  out.char(0x20);
  return true;
}

function acknowledgement(context: PrintContext, at: number, extended: boolean): void {
  const { out, view } = context;
  const value = extended ? view.u16(at + 2) * 2 ** 32 + view.u32(at + 4) : view.u24(at + 1);
  out.text('(ack=');
  out.decimal(value);
  out.text(') ');
}
