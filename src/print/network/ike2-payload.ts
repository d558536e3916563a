/** IKEv2 payloads: key exchange, identification, nonce and notify (RFC 7296 3.4, 3.5, 3.9, 3.10). */
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { critical, title } from './ike2-body';
import { groupNames } from './isakmp-attribute';
import {
  cutPayload,
  listed,
  payloadHeaderLength,
  payloadName,
  protocolName,
  rawBytes,
  someData,
  wholeBody,
} from './isakmp-text';

/** Of key exchange, identification and notify alike. */
const headerLength = 8;
const domainNameType = 2;
const mailAddressType = 3;
const identityNames = names(() => ({
  1: ' ipv4:',
  [domainNameType]: ' fqdn:',
  [mailAddressType]: ' rfc822:',
  5: ' ipv6:',
  9: ' dn:',
  10: ' gn:',
  11: ' keyid:',
}));

const cookieType = 16390;
/** Cookies that end less than this before the end of the message are shown whole. */
const longCookie = 30;
const messageNames = names(() => ({
  1: 'unsupported_critical_payload',
  4: 'invalid_ike_spi',
  5: 'invalid_major_version',
  7: 'invalid_syntax',
  9: 'invalid_message_id',
  11: 'invalid_spi',
  14: 'no_protocol_chosen',
  17: 'invalid_ke_payload',
  24: 'authentication_failed',
  34: 'single_pair_required',
  35: 'no_additional_sas',
  36: 'internal_address_failure',
  37: 'failed:cp_required',
  39: 'invalid_selectors',
  16384: 'initial_contact',
  16385: 'set_window_size',
  16386: 'additional_ts_possible',
  16387: 'ipcomp_supported',
  16388: 'nat_detection_source_ip',
  16389: 'nat_detection_destination_ip',
  [cookieType]: 'cookie',
  16391: 'use_transport_mode',
  16392: 'http_cert_lookup_supported',
  16393: 'rekey_sa',
  16394: 'tfc_padding_not_supported',
  16395: 'non_first_fragment_also',
}));
/** Those that belong to no security association. */
const withoutSpi: ReadonlySet<number> = new Set([
  ...[1, 5, 35, 36, 37, 39],
  ...[16384, 16385, 16386, 16387, 16391, 16392, 16394, 16395],
]);

export function printKeyExchange2(context: PrintContext, at: number, size: number, type: number): number {
  const { out, view } = context;
  if (!view.has(at, headerLength)) return cutPayload(context, type);
  payloadName(out, type);
  critical(context, at);
  out.text(' len=');
  if (size < headerLength) {
    out.decimal(size);
    out.text(' < 8');
    return at + size;
  }
  out.decimal(size - headerLength);
  out.text(' group=');
  listed(out, groupNames, view.u16(at + 4));
  if (context.verbose > 2 && size > headerLength) {
    out.char(0x20);
    rawBytes(context, at + headerLength, size - headerLength);
  }
  return at + size;
}

export function printIdentity2(context: PrintContext, at: number, size: number, type: number): number {
  const { out, view } = context;
  if (!view.has(at, headerLength)) return cutPayload(context, type);
  title(context, at, size, type);
  wholeBody(context, at, size);
  const kind = view.u8(at + 4);
  const name = identityNames.get(kind);
  if (name === undefined) return at + size;
  out.text(name);
  const length = size - headerLength;
  if (kind !== domainNameType && kind !== mailAddressType) {
    return rawBytes(context, at + headerLength, length) ? at + size : cutPayload(context, type);
  }
  if (length < 0) return cutPayload(context, type);
  out.reserve(length);
  for (let i = 0; i < length; i++) out.printable(view.u8(at + headerLength + i));
  return at + size;
}

export function printNonce2(context: PrintContext, at: number, size: number): number {
  const { out } = context;
  out.text('nonce');
  critical(context, at);
  out.text(' len=');
  out.decimal(size - payloadHeaderLength);
  if (context.verbose === 1) {
    someData(context, at + payloadHeaderLength);
    return at + size;
  }
  out.text(' nonce=(');
  rawBytes(context, at + payloadHeaderLength, size - payloadHeaderLength);
  out.text(') ');
  return at + size;
}

export function printNotify2(context: PrintContext, at: number, size: number): number {
  const { out, view } = context;
  if (!view.has(at, headerLength)) return cutPayload(context, notifyType);
  out.char(0x6e);
  critical(context, at);
  const spiLength = view.u8(at + 5);
  const message = view.u16(at + 6);
  out.text(' prot_id=');
  protocolName(out, view.u8(at + 4));
  out.text(' type=');
  out.decimal(message);
  out.char(0x28);
  out.text(messageNames.get(message) ?? kindOf(message));
  out.char(0x29);
  if (spiLength > 0 && !withoutSpi.has(message)) {
    out.text(' spi=');
    if (!rawBytes(context, at + headerLength, spiLength)) return cutPayload(context, notifyType);
  }
  const data = at + headerLength + spiLength;
  if (data < view.end) notifyData(context, message, data, at + size);
  return at + size;
}

/** Its older number is the one that tcpdump calls it by where it is cut. */
const notifyType = 11;

function kindOf(message: number): string {
  if (message < 8192) return 'error';
  if (message < 16384) return 'private-error';
  return message < 40960 ? 'status' : 'private-status';
}

/** Cookies; at -vvvv the data of every message. */
function notifyData(context: PrintContext, message: number, at: number, end: number): void {
  const { out, view } = context;
  const isCookie = message === cookieType;
  const isShort = isCookie && view.end - at < longCookie;
  if (context.verbose > 3 || isShort) {
    const stop = context.verbose > 3 ? end : view.end;
    if (at >= stop) return;
    out.text(' data=(');
    rawBytes(context, at, stop - at);
    out.char(0x29);
  } else if (isCookie) {
    someData(context, at);
  }
}
