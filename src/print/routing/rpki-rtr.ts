/** RPKI to Router protocol (RFC 6810): its PDUs are shown at -v. */
import type { PrintContext } from '../context';
import { namedIpv4, namedIpv6 } from '../text/named';
import { names } from '../text/names';

const Pdu = {
  serialNotify: 0,
  serialQuery: 1,
  resetQuery: 2,
  cacheResponse: 3,
  prefix4: 4,
  prefix6: 6,
  endOfData: 7,
  cacheReset: 8,
  error: 10,
} as const;
const pduNames = names(() => ({
  [Pdu.serialNotify]: 'Serial Notify',
  [Pdu.serialQuery]: 'Serial Query',
  [Pdu.resetQuery]: 'Reset Query',
  [Pdu.cacheResponse]: 'Cache Response',
  [Pdu.prefix4]: 'IPV4 Prefix',
  [Pdu.prefix6]: 'IPV6 Prefix',
  [Pdu.endOfData]: 'End of Data',
  [Pdu.cacheReset]: 'Cache Reset',
  [Pdu.error]: 'Error Report',
}));
const errorNames = names(() => ({
  0: 'Corrupt Data',
  1: 'Internal Error',
  2: 'No Data Available',
  3: 'Invalid Request',
  4: 'Unsupported Protocol Version',
  5: 'Unsupported PDU Type',
  6: 'Withdrawal of Unknown Record',
  7: 'Duplicate Announcement Received',
}));
const supportedVersion = 0;
const headerLength = 8;
const serialLength = 12;
const prefixLength4 = 20;
const prefixLength6 = 32;
/** Before the fields of a PDU, and of one inside an error report. */
const outerPrefix = '\n\t  ';
const innerPrefix = '\n\t    ';

export function printRpkiRtr(context: PrintContext, at: number, length: number): void {
  context.protocol = 'rpki_rtr';
  if (context.verbose === 0) {
    context.out.text(', RPKI-RTR');
    return;
  }
  for (let from = at; from < at + length; ) from += pdu(context, from, at + length - from, false);
}

/** Prints a PDU, `inside` an error report perhaps, and returns its length, or `left` where nothing more can be told. */
function pdu(context: PrintContext, at: number, left: number, inside: boolean): number {
  const { out, view } = context;
  const version = view.u8(at);
  if (version !== supportedVersion) {
    out.text('\n\tRPKI-RTRv');
    out.decimal(version);
    out.text(' (unknown)');
    return left;
  }
  if (left < headerLength) {
    out.char(0x28);
    out.decimal(left);
    out.text(' bytes is too few to decode)');
    return invalid(context, at, left);
  }
  view.need(at, headerLength);
  const type = view.u8(at + 1);
  const length = view.u32(at + 4);
  out.text('\n\tRPKI-RTRv');
  out.decimal(version);
  out.text(', ');
  out.text(pduNames.get(type) ?? 'Unknown');
  out.text(' PDU (');
  out.decimal(type);
  out.text('), length: ');
  out.decimal(length);
  if (length < headerLength || length > left || !contents(context, type, at, length, inside)) {
    return invalid(context, at, left);
  }
  const known = pduNames.has(type);
  if (!known) view.need(at, length);
  if (context.verbose > 1 || !known) context.dumpPart('\n\t  ', at, length);
  return length;
}

function invalid(context: PrintContext, at: number, left: number): number {
  context.invalid();
  context.view.need(at, left);
  return left;
}

/** false: the PDU has not the length that its type has. */
function contents(context: PrintContext, type: number, at: number, length: number, inside: boolean): boolean {
  const { out, view } = context;
  const prefix = inside ? innerPrefix : outerPrefix;
  switch (type) {
    case Pdu.serialNotify:
    case Pdu.serialQuery:
    case Pdu.endOfData: {
      if (length !== serialLength) return false;
      const serial = view.u32(at + headerLength);
      session(context, prefix, at);
      out.text(', Serial: ');
      out.decimal(serial);
      return true;
    }
    case Pdu.resetQuery:
    case Pdu.cacheReset:
      return length === headerLength;
    case Pdu.cacheResponse:
      if (length !== headerLength) return false;
      session(context, prefix, at);
      return true;
    case Pdu.prefix4:
    case Pdu.prefix6: {
      const wanted = type === Pdu.prefix4 ? prefixLength4 : prefixLength6;
      if (length !== wanted) return false;
      view.need(at, wanted);
      out.text(prefix);
      origin(context, type === Pdu.prefix4, at);
      return true;
    }
    case Pdu.error:
      return errorReport(context, prefix, at, length, inside);
    default:
      return true;
  }
}

function session(context: PrintContext, prefix: string, at: number): void {
  const { out, view } = context;
  out.text(prefix);
  out.text('Session ID: 0x');
  out.hex16(view.u16(at + 2));
}

/** Which autonomous system may announce which prefix. */
function origin(context: PrintContext, is4: boolean, at: number): void {
  const { out, view } = context;
  const prefixAt = at + headerLength + 4;
  out.text(is4 ? 'IPv4 Prefix ' : 'IPv6 Prefix ');
  if (is4) namedIpv4(context, prefixAt);
  else namedIpv6(context, prefixAt);
  out.char(0x2f);
  out.decimal(view.u8(at + 9));
  out.char(0x2d);
  out.decimal(view.u8(at + 10));
  out.text(', origin-as ');
  out.decimal(view.u32(prefixAt + (is4 ? 4 : 16)));
  out.text(', flags 0x');
  out.hex8(view.u8(at + 8));
}

/** The PDU that was wrong, and a text. Of one in another only the first is shown. */
function errorReport(context: PrintContext, prefix: string, at: number, length: number, inside: boolean): boolean {
  const { out, view } = context;
  let used = headerLength + 4;
  if (length < used) return false;
  const wrongLength = view.u32(at + headerLength);
  const code = view.u16(at + 2);
  out.text(prefix);
  out.text('Error code: ');
  out.text(errorNames.get(code) ?? 'Unknown');
  out.text(' (');
  out.decimal(code);
  out.text('), Encapsulated PDU length: ');
  out.decimal(wrongLength);
  if (wrongLength > 0) {
    if (length < used + wrongLength) return false;
    if (inside) {
      view.need(at, used + wrongLength);
    } else {
      out.text('\n\t    -----encapsulated PDU-----');
      pdu(context, at + used, wrongLength, true);
    }
    used += wrongLength;
  }
  if (length < used + 4) return false;
  view.need(at, used + 4);
  const textLength = view.u32(at + used);
  used += 4;
  if (textLength === 0) return true;
  if (length < used + textLength) return false;
  out.text(prefix);
  out.text('Error text: ');
  out.reserve(4 * Math.min(textLength, view.available(at + used)));
  for (let i = 0; i < textLength; i++) out.caret(view.u8(at + used + i));
  return true;
}
