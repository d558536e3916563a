/** ISAKMP's notification and delete payloads (RFC 2408 3.14 and 3.15, RFC 2407 4.6.3). */
import type { PrintContext } from '../context';
import { attributes, oakleyAttributes } from './isakmp-attribute';
import { cutPayload, listed, type NameList, protocolName, rawBytes, someData } from './isakmp-text';

const headerLength = 12;
const ipsecDomain = 1;
const Notify = { lifetime: 24576, replay: 24577 } as const;
/** Notify messages come in ranges of this size: errors, then states; of ISAKMP, then of the domain, each. */
const range = 8192;

const errorNames: NameList = [
  ...[undefined, 'INVALID-PAYLOAD-TYPE', 'DOI-NOT-SUPPORTED', 'SITUATION-NOT-SUPPORTED', 'INVALID-COOKIE'],
  ...['INVALID-MAJOR-VERSION', 'INVALID-MINOR-VERSION', 'INVALID-EXCHANGE-TYPE', 'INVALID-FLAGS'],
  ...['INVALID-MESSAGE-ID', 'INVALID-PROTOCOL-ID', 'INVALID-SPI', 'INVALID-TRANSFORM-ID'],
  ...['ATTRIBUTES-NOT-SUPPORTED', 'NO-PROPOSAL-CHOSEN', 'BAD-PROPOSAL-SYNTAX', 'PAYLOAD-MALFORMED'],
  ...['INVALID-KEY-INFORMATION', 'INVALID-ID-INFORMATION', 'INVALID-CERT-ENCODING', 'INVALID-CERTIFICATE'],
  ...['CERT-TYPE-UNSUPPORTED', 'INVALID-CERT-AUTHORITY', 'INVALID-HASH-INFORMATION', 'AUTHENTICATION-FAILED'],
  ...['INVALID-SIGNATURE', 'ADDRESS-NOTIFICATION', 'NOTIFY-SA-LIFETIME', 'CERTIFICATE-UNAVAILABLE'],
  ...['UNSUPPORTED-EXCHANGE-TYPE', 'UNEQUAL-PAYLOAD-LENGTHS'],
];
const noNames: NameList = [];
const stateNames: NameList = ['CONNECTED'];
const ranges: readonly NameList[] = [errorNames, noNames, stateNames];
const ipsecRanges: readonly NameList[] = [
  errorNames,
  ['RESERVED'],
  stateNames,
  ['RESPONDER-LIFETIME', 'REPLAY-STATUS', 'INITIAL-CONTACT'],
];

/** Numbers of a named range count from its start where they have no name either. */
function messageName(context: PrintContext, message: number, lists: readonly NameList[]): void {
  const list = lists[Math.floor(message / range)] ?? noNames;
  listed(context.out, list, list === noNames ? message : message % range);
}

export function printNotify(context: PrintContext, at: number, size: number, type: number): number {
  const { out, view } = context;
  out.text('n:');
  if (!view.has(at, headerLength)) return cutPayload(context, type);
  const isIpsec = domainAndProtocol(context, at);
  const spiLength = view.u8(at + 9);
  const message = view.u16(at + 10);
  out.text(' type=');
  messageName(context, message, isIpsec ? ipsecRanges : ranges);
  if (spiLength > 0) {
    out.text(' spi=');
    if (!rawBytes(context, at + headerLength, spiLength)) return cutPayload(context, type);
  }
  const next = at + headerLength + spiLength;
  if (!isIpsec) return next;
  if (next < view.end) notifyData(context, message, next, at + size);
  return at + size;
}

/** true: of IPsec's domain of interpretation. */
function domainAndProtocol(context: PrintContext, at: number): boolean {
  const { out, view } = context;
  const domain = view.u32(at + 4);
  const protocol = view.u8(at + 8);
  if (domain === ipsecDomain) {
    out.text(' doi=ipsec proto=');
    protocolName(out, protocol);
    return true;
  }
  out.text(' doi=');
  out.decimal(domain);
  out.text(' proto=');
  out.decimal(protocol);
  return false;
}

function notifyData(context: PrintContext, message: number, at: number, end: number): void {
  const { out, view } = context;
  if (message === Notify.lifetime) {
    out.text(' attrs=(');
    attributes(context, at, end, oakleyAttributes);
    out.char(0x29);
  } else if (message === Notify.replay) {
    out.text(' status=(');
    out.text(view.u32(at) === 0 ? 'replay detection disabled)' : 'replay detection enabled)');
  } else if (context.verbose <= 3) {
    someData(context, at);
  } else if (at < end) {
    out.text(' data=(');
    rawBytes(context, at, end - at);
    out.char(0x29);
  }
}

export function printDelete(context: PrintContext, at: number, _size: number, type: number): number {
  const { out, view } = context;
  out.text('d:');
  if (!view.has(at, headerLength)) return cutPayload(context, type);
  domainAndProtocol(context, at);
  const spiLength = view.u8(at + 9);
  const count = view.u16(at + 10);
  out.text(' spilen=');
  out.decimal(spiLength);
  out.text(' nspi=');
  out.decimal(count);
  out.text(' spi=');
  let next = at + headerLength;
  // Without a length there is nothing to list, however many there are said to be.
  if (spiLength === 0) return next;
  for (let i = 0; i < count; i++) {
    if (i > 0) out.char(0x2c);
    if (!rawBytes(context, next, spiLength)) return cutPayload(context, type);
    next += spiLength;
  }
  return next;
}
