/**
 * Protocols made of text lines: HTTP (RFC 9112), RTSP (RFC 7826), SIP (RFC 3261), FTP (RFC 959), SMTP (RFC 5321), WHOIS.
 * The first line is shown, at -v every line. A segment from the middle of a body shows only the protocol's name.
 */
import type { PrintContext, ProtocolPrinter } from '../context';

const CR = 0x0d;
const LF = 0x0a;
const TAB = 0x09;
const longestWord = 127;

const httpRequests = [
  ...[
    'GET',
    'PUT',
    'COPY',
    'HEAD',
    'LOCK',
    'MOVE',
    'POLL',
    'POST',
    'BCOPY',
    'BMOVE',
    'MKCOL',
    'TRACE',
    'LABEL',
    'MERGE',
  ],
  ...['DELETE', 'SEARCH', 'UNLOCK', 'REPORT', 'UPDATE', 'NOTIFY', 'BDELETE', 'CONNECT', 'OPTIONS', 'CHECKIN'],
  ...['PROPFIND', 'CHECKOUT', 'CCM_POST', 'SUBSCRIBE', 'PROPPATCH', 'BPROPFIND', 'BPROPPATCH', 'UNCHECKOUT'],
  ...['MKACTIVITY', 'MKWORKSPACE', 'UNSUBSCRIBE', 'RPC_CONNECT', 'VERSION-CONTROL', 'BASELINE-CONTROL'],
];
const rtspRequests = [
  ...['OPTIONS', 'DESCRIBE', 'ANNOUNCE', 'SETUP', 'PLAY', 'PAUSE', 'TEARDOWN', 'GET_PARAMETER', 'SET_PARAMETER'],
  ...['REDIRECT', 'RECORD'],
];
const sipRequests = [
  ...['ACK', 'BYE', 'CANCEL', 'DO', 'INFO', 'INVITE', 'MESSAGE', 'NOTIFY', 'OPTIONS', 'PRACK', 'QAUTH', 'REFER'],
  ...['REGISTER', 'SPRACK', 'SUBSCRIBE', 'UPDATE', 'PUBLISH'],
];

export const printHttp = textPrinter('http', 'HTTP', httpRequests, ': ');
export const printRtsp = textPrinter('rtsp', 'RTSP', rtspRequests, ': ');
export const printSip = textPrinter('sip', 'SIP', sipRequests, '');
export const printFtp = textPrinter('ftp', 'FTP', undefined, ': ');
export const printSmtp = textPrinter('smtp', 'SMTP', undefined, ': ');
export const printWhois = textPrinter('whois', 'WHOIS', undefined, ': ');

/** `requests`: words that begin a message; undefined: every segment is shown. */
function textPrinter(
  protocol: string,
  name: string,
  requests: readonly string[] | undefined,
  prefix: string,
): ProtocolPrinter {
  return (context, at, length) => {
    context.protocol = protocol;
    const { out } = context;
    out.text(prefix);
    const begins = requests === undefined || beginsMessage(context, at, length, requests);
    out.text(name);
    if (!begins) return;
    if (context.verbose > 0) {
      out.text(', length: ');
      out.decimal(length);
      let from = at;
      while (from >= 0 && from < at + length) from = line(context, '\n\t', from, at + length);
    } else {
      line(context, ': ', at, at + length);
    }
  };
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= TAB && byte <= CR);
}

/** End of the word at `at`, or -1 where it is cut off, too long, or ends in something that no word holds. */
function wordEnd(context: PrintContext, at: number, end: number): number {
  const { view } = context;
  let from = at;
  for (; from < end; from++) {
    if (!view.has(from, 1)) return -1;
    const byte = view.bytes[from];
    if (isSpace(byte)) return from;
    if (byte <= 0x20 || byte >= 0x7f || from - at >= longestWord) return -1;
  }
  return from;
}

/** A known request word, or a three-digit code as second word. */
function beginsMessage(context: PrintContext, at: number, length: number, requests: readonly string[]): boolean {
  const bytes = context.view.bytes;
  const end = at + length;
  const first = wordEnd(context, at, end);
  if (first <= at) return false;
  if (requests.some((request) => matches(bytes, at, first - at, request))) return true;
  let second = first;
  while (
    second < end &&
    context.view.has(second, 1) &&
    isSpace(bytes[second]) &&
    bytes[second] !== CR &&
    bytes[second] !== LF
  )
    second++;
  const after = wordEnd(context, second, end);
  if (after - second !== 3) return false;
  for (let i = second; i < after; i++) if (bytes[i] < 0x30 || bytes[i] > 0x39) return false;
  return true;
}

/** Letter case does not matter. */
function matches(bytes: Uint8Array, at: number, count: number, word: string): boolean {
  if (count !== word.length) return false;
  for (let i = 0; i < count; i++) {
    const byte = bytes[at + i];
    const upper = byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte;
    if (upper !== word.charCodeAt(i)) return false;
  }
  return true;
}

/**
 * Prints one line; returns where the next starts, or -1 where there is none or this one is no text. A line that is
 * not captured whole is not begun.
 */
function line(context: PrintContext, prefix: string, at: number, end: number): number {
  const { out, view } = context;
  let from = at;
  let next = -1;
  for (; from < end; from++) {
    const byte = view.u8(from);
    if (byte === LF) {
      next = from + 1;
      break;
    }
    if (byte === CR) {
      if (from + 1 >= end || view.u8(from + 1) !== LF) return -1;
      next = from + 2;
      break;
    }
    if (byte >= 0x7f || (byte < 0x20 && byte !== TAB)) return -1;
  }
  out.text(prefix);
  out.reserve(from - at);
  for (let i = at; i < from; i++) out.char(view.bytes[i]);
  if (next < 0) context.truncated();
  return next;
}
