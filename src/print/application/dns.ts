/** Domain Name System (RFC 1035), over UDP, TCP and multicast (RFC 6762). */
import {
  afterName,
  badName,
  DnsFlag,
  DnsHeader,
  dnsClassInternet,
  dnsHeaderLength,
  dnsTopBit,
  responseCode,
} from '../../decode/dns';
import type { PrintContext } from '../context';
import { nameOr, names } from '../text/names';
import { printDnsName } from './dns-name';
import { dnsClass, dnsType, printDnsRecord } from './dns-record';

const header = new DnsHeader();

const opcodes = [
  ...['', ' inv_q', ' stat', ' op3', ' notify', ' update', ' op6', ' op7'],
  ...[' op8', ' updateA', ' updateD', ' updateDA', ' updateM', ' updateMA', ' zoneInit', ' zoneRef'],
];
const responseCodes = names(() => ({
  0: '',
  1: ' FormErr',
  2: ' ServFail',
  3: ' NXDomain',
  4: ' NotImp',
  5: ' Refused',
  6: ' YXDomain',
  7: ' YXRRSet',
  8: ' NXRRSet',
  9: ' NotAuth',
  10: ' NotZone',
  15: ' NoChange',
  16: ' BadVers',
  23: ' BadCookie',
}));
/** Bits that a query has no use for. */
const oddQueryBits = 0x06cf;
const inverseQuery = 1;

export function printDnsUdp(context: PrintContext, at: number, length: number): void {
  printMessage(context, at, length, false);
}

export function printMdns(context: PrintContext, at: number, length: number): void {
  printMessage(context, at, length, true);
}

/** Bytes of it. */
const lengthField = 2;

/** Over TCP two bytes of length come first (RFC 1035, 4.2.2). */
export function printDnsTcp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'domain';
  if (length < lengthField) {
    out.text(' [DNS over TCP: length ');
    out.decimal(length);
    out.text(' < 2]');
    context.invalid();
    return;
  }
  // tcpdump's printer returns from any other cut.
  if (!view.has(at, lengthField)) context.headerLength = 0;
  const said = view.u16(at);
  out.char(0x20);
  const left = length - lengthField;
  if (said !== left) {
    out.text('[prefix length(');
    out.decimal(said);
    out.text(') != length(');
    out.decimal(left);
    out.text(')]');
    context.invalid();
    return;
  }
  printMessage(context, at + lengthField, left, false);
}

function printMessage(context: PrintContext, at: number, length: number, multicast: boolean): void {
  const { out, view } = context;
  context.protocol = 'domain';
  if (length < dnsHeaderLength) {
    context.tooShort('domain [length ', length, dnsHeaderLength);
    return;
  }
  header.decode(view, at);
  out.decimal(header.id);
  out.text(opcodes[header.opcode]);
  const whole = header.isResponse ? response(context, at, multicast) : query(context, at, multicast);
  if (!whole) {
    context.truncated();
    return;
  }
  out.text(' (');
  out.decimal(length);
  out.char(0x29);
}

/** false: it ends before it should. */
function response(context: PrintContext, at: number, multicast: boolean): boolean {
  const { out } = context;
  const { flags } = header;
  nameOr(out, responseCodes, responseCode(context.view, header, at), ' Resp');
  if ((flags & DnsFlag.authoritative) !== 0) out.char(0x2a);
  if ((flags & DnsFlag.recursionAvailable) === 0) out.char(0x2d);
  if ((flags & DnsFlag.truncated) !== 0) out.char(0x7c);
  if ((flags & DnsFlag.authenticData) !== 0) out.char(0x24);
  if (header.questions !== 1) count(context, header.questions, 'q]');
  let from = at + dnsHeaderLength;
  for (let i = 0; i < header.questions; i++) {
    if (i > 0) out.char(0x2c);
    if (context.verbose > 1) {
      out.text(' q:');
      from = question(context, from, at, multicast);
    } else {
      from = afterName(context.view, from);
      if (from !== badName) from += 4;
    }
    if (from < 0) return false;
  }
  const { answers, authorities, additional } = header;
  out.char(0x20);
  out.decimal(answers);
  out.char(0x2f);
  out.decimal(authorities);
  out.char(0x2f);
  out.decimal(additional);
  from = records(context, '', answers, from, at, multicast);
  if (from < 0) return false;
  return context.verbose < 2 || sections(context, from, at, authorities, additional, multicast);
}

function sections(
  context: PrintContext,
  at: number,
  message: number,
  authorities: number,
  additional: number,
  multicast: boolean,
): boolean {
  const from = records(context, ' ns:', authorities, at, message, multicast);
  return from >= 0 && records(context, ' ar:', additional, from, message, multicast) >= 0;
}

/** Returns what follows, or -1 where a record is cut or bad. */
function records(
  context: PrintContext,
  title: string,
  total: number,
  at: number,
  message: number,
  multicast: boolean,
): number {
  let from = at;
  for (let i = 0; i < total; i++) {
    if ((i > 0 || title !== '') && !context.view.has(from, 1)) return -1;
    if (i > 0) context.out.char(0x2c);
    else context.out.text(title);
    from = printDnsRecord(context, from, message, multicast);
    if (from < 0) return -1;
  }
  return from;
}

function query(context: PrintContext, at: number, multicast: boolean): boolean {
  const { out } = context;
  const { flags, questions, answers, authorities, additional } = header;
  if ((flags & DnsFlag.recursionDesired) !== 0) out.char(0x2b);
  if ((flags & DnsFlag.checkingDisabled) !== 0) out.char(0x25);
  if ((flags & oddQueryBits) !== 0) {
    out.text(' [b2&3=0x');
    out.hex(flags);
    out.char(0x5d);
  }
  if (header.opcode === inverseQuery) {
    if (questions !== 0) count(context, questions, 'q]');
    if (answers !== 1) count(context, answers, 'a]');
  } else {
    if (answers !== 0) count(context, answers, 'a]');
    if (questions !== 1) count(context, questions, 'q]');
  }
  if (authorities !== 0) count(context, authorities, 'n]');
  if (additional !== 0) count(context, additional, 'au]');
  let from = at + dnsHeaderLength;
  for (let i = 0; i < questions; i++) {
    if (i > 0 && !context.view.has(from, 1)) return false;
    from = question(context, from, at, multicast);
    if (from < 0) return false;
  }
  if (context.verbose < 2) return true;
  from = records(context, '', answers, from, at, multicast);
  return from >= 0 && sections(context, from, at, authorities, additional, multicast);
}

function count(context: PrintContext, value: number, unit: string): void {
  context.out.text(' [');
  context.out.decimal(value);
  context.out.text(unit);
}

function question(context: PrintContext, at: number, message: number, multicast: boolean): number {
  const { out, view } = context;
  const after = afterName(view, at);
  if (after < 0 || !view.has(after, 4)) return -1;
  dnsType(context, view.u16(after));
  const field = view.u16(after + 2);
  const wanted = multicast ? field & ~dnsTopBit : field;
  if (wanted !== dnsClassInternet) dnsClass(context, wanted);
  if (multicast) out.text((field & dnsTopBit) !== 0 ? ' (QU)' : ' (QM)');
  out.text('? ');
  return printDnsName(context, at, message) < 0 ? -1 : after + 4;
}
