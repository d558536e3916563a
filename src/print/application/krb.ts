/** Kerberos: the messages of version 4 (MIT Project Athena, "Technical Plan", E.2.1); of version 5 (RFC 4120) only that it is. */
import { asciiEnd } from '../../decode/ascii';
import type { PrintContext } from '../context';
import { nameOr, names } from '../text/names';

/** ASN.1 application tags of AS-REQ and AS-REP. */
const versionFiveTags = [0x6a, 0x6b];
const Message = { kdcRequest: 2, kdcReply: 4, applicationRequest: 6, errorReply: 10 } as const;
const littleEndianBit = 0x01;
const lifetimeMinutes = 5;

const messageNames = names(() => ({
  2: 'KDC_REQUEST',
  4: 'KDC_REPLY',
  6: 'APPL_REQUEST',
  8: 'APPL_REQUEST_MUTUAL',
  10: 'ERR_REPLY',
  12: 'PRIVATE',
  14: 'SAFE',
  16: 'APPL_ERR',
  126: 'DIE',
}));
const errorNames = names(() => ({
  0: 'OK',
  1: 'NAME_EXP',
  2: 'SERVICE_EXP',
  3: 'AUTH_EXP',
  4: 'PKT_VER',
  5: 'NAME_MAST_KEY_VER',
  6: 'SERV_MAST_KEY_VER',
  7: 'BYTE_ORDER',
  8: 'PRINCIPAL_UNKNOWN',
  9: 'PRINCIPAL_NOT_UNIQUE',
  10: 'NULL_KEY',
}));

export function printKerberos(context: PrintContext, at: number, _length: number): void {
  const { out, view } = context;
  context.protocol = 'krb';
  if (!view.has(at, 1)) {
    context.truncated();
    return;
  }
  const first = view.u8(at);
  if (versionFiveTags.includes(first)) {
    out.text(' v5');
  } else if (first >= 1 && first <= 4) {
    out.text(' v');
    out.decimal(first);
    if (first === 4) version4(context, at);
  }
}

/** A string up to its zero byte; returns what follows. */
function word(context: PrintContext, at: number): number {
  const { out, view } = context;
  const end = asciiEnd(view, at, view.end);
  out.reserve(4 * (end - at));
  for (let i = at; i < end; i++) out.caret(view.u8(i));
  if (!view.has(end, 1)) context.returning = context.protocol;
  view.need(end, 1);
  return end + 1;
}

/** `name.instance@realm`; returns what follows. */
function principal(context: PrintContext, at: number): number {
  const { out } = context;
  const instance = word(context, at);
  out.char(0x2e);
  const realm = word(context, instance);
  out.char(0x40);
  return word(context, realm);
}

function version4(context: PrintContext, at: number): void {
  const { out, view } = context;
  const field = view.u8(at + 1);
  const little = (field & littleEndianBit) !== 0;
  const type = field & ~littleEndianBit;
  out.text(little ? ' le ' : ' be ');
  nameOr(out, messageNames, type, '#');
  out.text(': ');
  let from = at + 2;
  switch (type) {
    case Message.kdcRequest:
      from = principal(context, from) + 4;
      minutes(context, view.u8(from));
      from = word(context, from + 1);
      out.char(0x2e);
      word(context, from);
      break;
    case Message.applicationRequest: {
      const key = view.u8(from);
      out.char(0x76);
      out.decimal(key);
      out.char(0x20);
      from = word(context, from + 1);
      inParentheses(context, view.u8(from));
      inParentheses(context, view.u8(from + 1));
      break;
    }
    case Message.kdcReply:
      from = principal(context, from) + 10;
      inParentheses(context, little ? view.u16LE(from) : view.u16(from));
      break;
    case Message.errorReply: {
      from = principal(context, from) + 4;
      const code = little ? view.u16LE(from) : view.u16(from);
      out.char(0x20);
      nameOr(out, errorNames, code, '#');
      out.char(0x20);
      word(context, from + 4);
      break;
    }
    default:
      out.text('(unknown)');
  }
}

function minutes(context: PrintContext, units: number): void {
  context.out.char(0x20);
  context.out.decimal(units * lifetimeMinutes);
  context.out.text('min ');
}

function inParentheses(context: PrintContext, value: number): void {
  context.out.text(' (');
  context.out.decimal(value);
  context.out.char(0x29);
}
