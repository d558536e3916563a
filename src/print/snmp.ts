/** Simple Network Management Protocol, versions 1 to 3 (RFC 1157, 3416, 3412), as BER (X.690). */
import { BerElement, BerTag } from '../decode/ber';
import { ipv4 } from './address';
import type { PrintContext } from './context';
import { names } from './names';

const element = new BerElement();
const pduNames = names({
  0xa0: 'GetRequest',
  0xa1: 'GetNextRequest',
  0xa2: 'GetResponse',
  0xa3: 'SetRequest',
  0xa4: 'Trap',
  0xa5: 'GetBulk',
  0xa6: 'Inform',
  0xa7: 'V2Trap',
  0xa8: 'Report',
});
const Pdu = { response: 0xa2, set: 0xa3, trap1: 0xa4, bulk: 0xa5, inform: 0xa6, trap2: 0xa7, report: 0xa8 } as const;
const errorNames = [
  ...['noError', 'tooBig', 'noSuchName', 'badValue', 'readOnly', 'genErr', 'noAccess', 'wrongType', 'wrongLength'],
  ...['wrongEncoding', 'wrongValue', 'noCreation', 'inconsistentValue', 'resourceUnavailable', 'commitFailed'],
  ...['undoFailed', 'authorizationError', 'notWritable', 'inconsistentName'],
];
const trapNames = [
  ...['coldStart', 'warmStart', 'linkDown', 'linkUp', 'authenticationFailure', 'egpNeighborLoss', 'enterpriseSpecific'],
];
const exceptionNames = names({ 0x80: '[noSuchObject]', 0x81: '[noSuchInstance]', 0x82: '[endOfMibView]' });
const defaultCommunity = 'public';
const versionNames = ['SNMPv1', 'SNMPv2c', 'SNMPv2u', 'SNMPv3'];

export function printSnmp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'snmp';
  out.char(0x20);
  let from = element.decode(view, at, at + length);
  if (element.tag !== BerTag.sequence) {
    out.text('[!init SEQ: ');
    out.hex(element.tag);
    out.char(0x5d);
    return;
  }
  const end = from + element.length;
  from = element.decode(view, from, end);
  const version = integer(context, from, element.length);
  from += element.length;
  if (context.verbose > 0) {
    out.text('{ ');
    out.text(versionNames[version] ?? 'unknown');
    out.char(0x20);
  }
  if (version === 3) version3(context, from, end);
  else community(context, from, end, version);
  if (context.verbose > 0) out.text('} ');
}

/** A signed number of up to four bytes. */
function integer(context: PrintContext, at: number, length: number): number {
  let value = length > 0 ? (context.view.u8(at) << 24) >> 24 : 0;
  for (let i = 1; i < length; i++) value = value * 256 + context.view.u8(at + i);
  return value;
}

function community(context: PrintContext, at: number, end: number, version: number): void {
  const { out, view } = context;
  const from = element.decode(view, at, end);
  const size = element.length;
  let usual = size === defaultCommunity.length;
  for (let i = 0; usual && i < size; i++) usual = view.u8(from + i) === defaultCommunity.charCodeAt(i);
  if (!usual) {
    out.text('C=');
    octets(context, from, size);
    out.char(0x20);
  }
  pdu(context, from + size, end, version);
}

function pdu(context: PrintContext, at: number, end: number, version: number): void {
  const { out, view } = context;
  let from = element.decode(view, at, end);
  const kind = element.tag;
  const name = pduNames.get(kind);
  if (name === undefined) {
    out.text('[P/U/');
    out.hex(kind & 0x1f);
    out.char(0x5d);
    return;
  }
  if (context.verbose > 0) out.text('{ ');
  out.text(name);
  out.char(0x28);
  out.decimal(element.length);
  out.text(') ');
  const pduEnd = from + element.length;
  if (kind === Pdu.trap1 && version === 0) {
    from = trap(context, from, pduEnd);
  } else {
    from = standard(context, kind, from, pduEnd);
  }
  variables(context, kind, from, pduEnd);
  if (context.verbose > 0) out.text(' } ');
}

/** Request number, then status and index or, for a bulk request, its two counts. */
function standard(context: PrintContext, kind: number, at: number, end: number): number {
  const { out, view } = context;
  let from = element.decode(view, at, end);
  if (context.verbose > 0) {
    out.text('R=');
    out.signed(integer(context, from, element.length));
    out.char(0x20);
  }
  from += element.length;
  from = element.decode(view, from, end);
  const first = integer(context, from, element.length);
  from += element.length;
  from = element.decode(view, from, end);
  const second = integer(context, from, element.length);
  from += element.length;
  if (kind === Pdu.bulk) {
    out.text(' N=');
    out.signed(first);
    out.text(' M=');
    out.signed(second);
  } else if (first !== 0) {
    out.char(0x20);
    out.text(errorNames[first] ?? 'ErrorStatus(');
    if (errorNames[first] === undefined) {
      out.signed(first);
      out.char(0x29);
    }
    if (second !== 0) {
      out.char(0x40);
      out.signed(second);
    }
  } else if (second !== 0) {
    out.text(' errorIndex=');
    out.signed(second);
  }
  return from;
}

function trap(context: PrintContext, at: number, end: number): number {
  const { out, view } = context;
  let from = element.decode(view, at, end);
  out.char(0x20);
  objectId(context, from, element.length);
  from += element.length;
  from = element.decode(view, from, end);
  out.char(0x20);
  value(context, element.tag, from, element.length);
  from += element.length;
  from = element.decode(view, from, end);
  const generic = integer(context, from, element.length);
  from += element.length;
  out.char(0x20);
  out.text(trapNames[generic] ?? 'generic-trap');
  from = element.decode(view, from, end);
  const specific = integer(context, from, element.length);
  from += element.length;
  if (generic === trapNames.length - 1) {
    out.text(' s=');
    out.signed(specific);
  } else if (specific !== 0) {
    out.text(' [specific-trap(');
    out.signed(specific);
    out.text(')!=0]');
  }
  from = element.decode(view, from, end);
  out.char(0x20);
  value(context, element.tag, from, element.length);
  return from + element.length;
}

function variables(context: PrintContext, kind: number, at: number, end: number): void {
  const { out, view } = context;
  let from = element.decode(view, at, end);
  const listEnd = from + element.length;
  while (from < listEnd) {
    from = element.decode(view, from, listEnd);
    const next = from + element.length;
    from = element.decode(view, from, next);
    out.char(0x20);
    objectId(context, from, element.length);
    from += element.length;
    from = element.decode(view, from, next);
    const shown = kind === Pdu.response || kind === Pdu.set || kind === Pdu.trap1 || kind >= Pdu.inform;
    if (shown) {
      out.char(0x3d);
      value(context, element.tag, from, element.length);
    }
    from = next;
  }
}

function objectId(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  let number = 0;
  let first = true;
  for (let i = 0; i < length; i++) {
    const byte = view.u8(at + i);
    number = number * 128 + (byte & 0x7f);
    if ((byte & 0x80) !== 0) continue;
    out.char(0x2e);
    if (first) {
      const root = Math.min(2, Math.floor(number / 40));
      out.decimal(root);
      out.char(0x2e);
      number -= 40 * root;
      first = false;
    }
    out.decimal(number);
    number = 0;
  }
}

/** In quotes where it is text, bytes in hexadecimal with `_` between otherwise. */
function octets(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  let text = true;
  for (let i = 0; i < length && text; i++) {
    const byte = view.u8(at + i);
    text = (byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d);
  }
  out.reserve(4 * length);
  if (text) {
    out.char(0x22);
    for (let i = 0; i < length; i++) out.caret(view.u8(at + i));
    out.char(0x22);
    return;
  }
  for (let i = 0; i < length; i++) {
    if (i > 0) out.char(0x5f);
    out.hex8(view.u8(at + i));
  }
}

function value(context: PrintContext, tag: number, at: number, length: number): void {
  const { out, view } = context;
  switch (tag) {
    case BerTag.integer:
      out.signed(integer(context, at, length));
      return;
    case BerTag.octetString:
      octets(context, at, length);
      return;
    case BerTag.objectId:
      objectId(context, at, length);
      return;
    case BerTag.null:
      return;
    case BerTag.ipAddress:
      ipv4(out, view, at);
      return;
    case BerTag.counter32:
    case BerTag.gauge32:
    case BerTag.timeTicks:
    case BerTag.counter64: {
      let total = 0;
      for (let i = 0; i < length; i++) total = total * 256 + view.u8(at + i);
      out.decimal(total);
      return;
    }
  }
  const exception = exceptionNames.get(tag);
  if (exception !== undefined) {
    out.text(exception);
    return;
  }
  octets(context, at, length);
}

/** Message flags, user and context of version 3 (RFC 3412, 3414). */
function version3(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  let from = element.decode(view, at, end);
  const afterHeader = from + element.length;
  from = element.decode(view, from, afterHeader) + element.length;
  from = element.decode(view, from, afterHeader) + element.length;
  from = element.decode(view, from, afterHeader);
  const flags = view.u8(from);
  out.text('F=');
  if ((flags & 1) !== 0) out.char(0x61);
  if ((flags & 2) !== 0) out.char(0x70);
  if ((flags & 4) !== 0) out.char(0x72);
  out.char(0x20);
  from = element.decode(view, afterHeader, end);
  const afterSecurity = from + element.length;
  security(context, from, afterSecurity);
  from = element.decode(view, afterSecurity, end);
  if (element.tag !== BerTag.sequence) {
    out.text('[!scoped PDU]');
    for (let i = 0; i < element.length; i++) {
      if (i > 0) out.char(0x5f);
      out.reserve(4);
      out.hex8(view.u8(from + i));
    }
    return;
  }
  const scopedEnd = from + element.length;
  from = element.decode(view, from, scopedEnd);
  out.text('E=');
  for (let i = 0; i < element.length; i++) {
    out.reserve(4);
    out.char(0x5f);
    out.hex8(view.u8(from + i));
  }
  out.char(0x20);
  from += element.length;
  from = element.decode(view, from, scopedEnd);
  out.text('C=');
  octets(context, from, element.length);
  out.char(0x20);
  pdu(context, from + element.length, scopedEnd, 3);
}

function security(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  let from = element.decode(view, at, end);
  for (let i = 0; i < 3; i++) from = element.decode(view, from, end) + element.length;
  from = element.decode(view, from, end);
  out.text('U=');
  octets(context, from, element.length);
  out.char(0x20);
}
