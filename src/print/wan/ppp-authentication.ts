/** PPP authentication: PAP (RFC 1334) and CHAP (RFC 1994). */
import type { PrintContext } from '../context';
import { names } from '../text/names';

const headerLength = 4;
const passwordCodes = names(() => ({ 1: 'Auth-Req', 2: 'Auth-ACK', 3: 'Auth-NACK' }));
const challengeCodes = names(() => ({ 1: 'Challenge', 2: 'Response', 3: 'Success', 4: 'Fail' }));
const Password = { request: 1, acknowledgement: 2, refusal: 3 } as const;
const Challenge = { challenge: 1, response: 2, success: 3, failure: 4 } as const;
/** An empty peer name and password; an empty message. */
const leastRequest = 6;
const leastAnswer = 5;

/** Code and identifier. false: there is no whole header, and that has been said. */
function header(context: PrintContext, name: string, cut: string, at: number, length: number): boolean {
  const { out, view } = context;
  const codes = name === 'PAP' ? passwordCodes : challengeCodes;
  if (length < headerLength) {
    const code = length < 1 ? -1 : view.u8(at);
    out.text(cut);
    if (code >= 0) {
      out.text(' 0x');
      out.hex8(code);
    }
    out.char(0x5d);
    return false;
  }
  const code = view.u8(at);
  out.text(name);
  out.text(', ');
  out.text(codes.get(code) ?? 'unknown');
  out.text(' (0x');
  out.hex8(code);
  out.char(0x29);
  const identifier = view.u8(at + 1);
  out.text(', id ');
  out.decimal(identifier);
  return true;
}

function words(context: PrintContext, title: string, at: number, count: number): void {
  const { out, view } = context;
  out.text(title);
  for (let i = 0; i < count; i++) {
    const byte = view.u8(at + i);
    out.reserve(4);
    out.caret(byte);
  }
}

export function printPap(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (!header(context, 'PAP', '[|pap', at, length)) return;
  const code = view.u8(at);
  const said = view.u16(at + 2);
  if (said > length || said < headerLength) {
    out.text(', length ');
    out.decimal(said);
    out.text(said > length ? ' > packet size' : ' < PAP header length');
    return;
  }
  const isRequest = code === Password.request;
  if (!isRequest && code !== Password.acknowledgement && code !== Password.refusal) return;
  if (said < (isRequest ? leastRequest : leastAnswer)) {
    out.text('[|pap]');
    return;
  }
  const next = counted(context, isRequest ? ', Peer ' : ', Msg ', at + headerLength, at + said);
  if (isRequest && next >= 0 && next < at + said) counted(context, ', Name ', next, at + said);
}

/** A length and that many characters. Returns what follows, or -1 where they do not fit. */
function counted(context: PrintContext, title: string, at: number, end: number): number {
  const count = context.view.u8(at);
  if (end - at - 1 < count) return -1;
  words(context, title, at + 1, count);
  return at + 1 + count;
}

export function printChap(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (!header(context, 'CHAP', '[|chap', at, length)) return;
  const code = view.u8(at);
  const said = view.u16(at + 2);
  const from = at + headerLength;
  if (code === Challenge.challenge || code === Challenge.response) {
    if (length <= headerLength) return;
    const count = view.u8(from);
    if (length - headerLength - 1 < count) return;
    out.text(', Value ');
    for (let i = 0; i < count; i++) out.hex8(view.u8(from + 1 + i));
    remainder(context, ', Name ', from + 1 + count, at + said);
  } else if (code === Challenge.success || code === Challenge.failure) {
    remainder(context, ', Msg ', from, at + said);
  }
}

/** What the length field leaves; more than there is where the field is too small. */
function remainder(context: PrintContext, title: string, at: number, end: number): void {
  words(context, title, at, end >= at ? end - at : Number.POSITIVE_INFINITY);
}
