/** Extensible Authentication Protocol (RFC 3748), as it is shown inside EAPOL at -v. */
import { EapCode, EapMethod, eapHeaderLength } from '../../decode/eap';
import type { PrintContext } from '../context';
import { type FlagName, flagNames, names } from '../text/names';
import { nameAndNumber } from '../text/phrase';

const codeNames = names(() => ({
  [EapCode.request]: 'Request',
  [EapCode.response]: 'Response',
  3: 'Success',
  4: 'Failure',
}));
const methodNames = names(() => ({
  0: 'No proposed',
  [EapMethod.identity]: 'Identity',
  [EapMethod.notification]: 'Notification',
  [EapMethod.nak]: 'Nak',
  4: 'MD5-challenge',
  5: 'OTP',
  6: 'GTC',
  [EapMethod.tls]: 'TLS',
  [EapMethod.sim]: 'SIM',
  [EapMethod.ttls]: 'TTLS',
  [EapMethod.aka]: 'AKA',
  [EapMethod.fast]: 'FAST',
  254: 'Expanded types',
  255: 'Experimental',
}));
/** RFC 4186 (SIM) and RFC 4187 (AKA) share their numbers. */
const subtypeNames = names(() => ({
  1: 'Challenge',
  2: 'Auth reject',
  4: 'Sync failure',
  5: 'Identity',
  10: 'Start',
  11: 'Challenge',
  12: 'Notification',
  13: 'Reauth',
  14: 'Client error',
}));
/** RFC 5216, 3.1. */
const tlsFlags: readonly FlagName[] = [
  [0x80, 'L bit'],
  [0x40, 'More fragments bit'],
  [0x20, 'Start bit'],
];
const lengthIncluded = 0x80;
const versionMask = 7;
const dataAt = 5;

/** `length` is what EAPOL says the packet has. */
export function printEap(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < eapHeaderLength) {
    context.truncated();
    return;
  }
  out.text(', ');
  view.need(at, eapHeaderLength);
  printEapMessage(context, at, length);
}

/** `length` is what the layer below has for it: of a packet that is split there, the first part is shown. */
export function printEapMessage(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const inner = view.u16(at + 2);
  if (inner !== length) {
    out.text('EAP fragment?');
    return;
  }
  const code = view.u8(at);
  out.text(codeNames.get(code) ?? 'unknown');
  out.text(' (');
  out.decimal(code);
  out.text('), id ');
  out.decimal(view.u8(at + 1));
  out.text(', len ');
  out.decimal(inner);
  if (inner < eapHeaderLength) {
    out.text(' (too short for EAP header)');
    return;
  }
  context.need(at, inner);
  if (code !== EapCode.request && code !== EapCode.response) return;
  if (inner < dataAt) {
    out.text(' (too short for EAP request/response)');
    return;
  }
  const type = view.u8(at + eapHeaderLength);
  out.text('\n\t\t Type ');
  nameAndNumber(context.out, methodNames, type, 'unknown');
  if (inner > dataAt) data(context, type, at + dataAt, inner - dataAt);
}

/** `length` is 1 or more. */
function data(context: PrintContext, type: number, at: number, length: number): void {
  const { out, view } = context;
  const first = view.u8(at);
  switch (type) {
    case EapMethod.identity:
      words(context, ', Identity: ', at, length);
      return;
    case EapMethod.notification:
      words(context, ', Notification: ', at, length);
      return;
    case EapMethod.nak:
      for (let i = 0; i < length; i++) {
        out.text(i === 0 ? ' ' : ', ');
        nameAndNumber(context.out, methodNames, view.u8(at + i), 'unknown');
      }
      return;
    case EapMethod.ttls:
    case EapMethod.fast:
      out.text(type === EapMethod.ttls ? ' TTLSv' : ' FASTv');
      out.decimal(first & versionMask);
      flags(context, first, at, length);
      return;
    case EapMethod.tls:
      flags(context, first, at, length);
      return;
    case EapMethod.sim:
    case EapMethod.aka:
      out.text(' subtype [');
      out.text(subtypeNames.get(first) ?? 'unknown');
      out.text('] 0x');
      out.hex8(first);
  }
}

function flags(context: PrintContext, value: number, at: number, length: number): void {
  const { out, view } = context;
  out.text(' flags [');
  flagNames(out, tlsFlags, value);
  out.text('] 0x');
  out.hex8(value);
  if ((value & lengthIncluded) === 0 || length < 5) return;
  out.text(', len ');
  out.decimal(view.u32(at + 1));
}

function words(context: PrintContext, label: string, at: number, length: number): void {
  const { out, view } = context;
  out.text(label);
  out.reserve(4 * length);
  for (let i = 0; i < length; i++) {
    const byte = view.u8(at + i);
    if (byte === 0) return;
    out.caret(byte);
  }
}
