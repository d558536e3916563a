/** Locator/Identifier Separation Protocol (RFC 6830): registrations of endpoints with map servers. */
import { TRUNCATED } from '../../decode/view';
import type { PrintContext } from '../context';
import { AddressFamily } from '../text/address-family';
import { namedIpv4, namedIpv6 } from '../text/named';
import { type FlagName, flagNames, nameOr, names } from '../text/names';
import { count } from '../text/phrase';
import { decimal64 } from '../text/wide';

const headerLength = 16;
const recordLength = 12;
const locatorLength = 8;
/** Identifiers of the router and of its site. */
const siteLength = 24;
const siteIdAt = 16;

const MessageType = { register: 3, notify: 4 } as const;
const typeNames = names(() => ({
  0: 'LISP-Reserved',
  1: 'LISP-Map-Request',
  2: 'LISP-Map-Reply',
  3: 'LISP-Map-Register',
  4: 'LISP-Map-Notify',
  8: 'LISP-Encapsulated-Contol-Message',
}));
const registerFlags: readonly FlagName[] = [
  [0x08000000, 'P-Proxy-Map-Reply'],
  [0x04000000, 'S-LISP-SEC-Capable'],
  [0x02000000, 'I-xTR-ID-Present'],
  [0x01000000, 'R-Build-For-RTR'],
  [0x00000100, 'M-Want-Map-Notify'],
];
const notifyFlags: readonly FlagName[] = [
  [0x08000000, 'I-xTR-ID-Present'],
  [0x04000000, 'R-Build-For-RTR'],
];
const identifierFlag = { [MessageType.register]: 0x02, [MessageType.notify]: 0x08 } as const;
const authenticationNames = names(() => ({ 0: 'None', 1: 'SHA1', 2: 'SHA256' }));
const actionNames = names(() => ({ 0: 'No-Action', 1: 'Natively-Forward', 2: 'Send-Map-Request', 3: 'Drop' }));
const locatorFlags: readonly FlagName[] = [
  [0x4, 'Local-Locator'],
  [0x2, 'RLoc-Probed'],
  [0x1, 'Reachable'],
];

export function printLisp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'lisp';
  context.returning = 'lisp';
  view.need(at, headerLength);
  const type = view.u8(at) >>> 4;
  nameOr(out, typeNames, type, 'unknown-type-');
  out.char(0x2c);
  if (type !== MessageType.register && type !== MessageType.notify) return;
  if (context.verbose > 0) {
    out.text(' flags [');
    flagNames(out, type === MessageType.register ? registerFlags : notifyFlags, view.u32(at));
    out.text('],');
  }
  const records = view.u8(at + 3);
  const authentication = view.u16(at + 14);
  const recordsAt = at + headerLength + authentication;
  if (context.verbose > 0) {
    count(out, '\n    ', records, ' record(s), Authentication ');
    out.text(authenticationNames.get(view.u16(at + 12)) ?? 'unknown-type');
    out.char(0x2c);
    wholePart(context, '\n    Authentication-Data: ', at + headerLength, authentication);
  } else {
    count(out, ' ', records, ' record(s),');
  }
  if (records === 0) {
    context.invalid();
    return;
  }
  const end = endpoints(context, records, recordsAt, at + length);
  if (end >= 0) site(context, (view.u8(at) & identifierFlag[type]) !== 0, end);
}

/** Rows of bytes that all have to be there. */
function wholePart(context: PrintContext, title: string, at: number, length: number): void {
  context.returning = '';
  context.dumpPart(title, at, length);
  if (!context.view.has(at, length)) throw TRUNCATED;
  context.returning = 'lisp';
}

/** Returns where they end; -1: one is of a family that cannot be skipped. */
function endpoints(context: PrintContext, records: number, at: number, end: number): number {
  const { out, view } = context;
  let from = at;
  for (let i = 0; i < records && from < end; i++) {
    view.need(from, recordLength);
    const locators = view.u8(from + 4);
    const mask = view.u8(from + 5);
    const family = view.u16(from + 10);
    out.text('\n');
    if (context.verbose > 0) recordDetails(context, from);
    from += recordLength;
    const size = addressLength(family);
    if (size === 0) return -1;
    context.returning = '';
    view.need(from, size);
    context.returning = 'lisp';
    out.text(' EID ');
    address(context, family, from);
    count(out, '/', mask, ',');
    count(out, ' ', locators, ' locator(s)');
    from += size;
    for (let j = 0; j < locators; j++) from = locator(context, from);
  }
  return from;
}

function addressLength(family: number): number {
  return family === AddressFamily.ipv4 ? 4 : family === AddressFamily.ipv6 ? 16 : 0;
}

function address(context: PrintContext, family: number, at: number): void {
  if (family === AddressFamily.ipv4) namedIpv4(context, at);
  else namedIpv6(context, at);
}

function recordDetails({ out, view }: PrintContext, at: number): void {
  const action = view.u8(at + 6);
  count(out, '      Record TTL ', view.u32(at), ',');
  out.text((action & 0x10) !== 0 ? ' Authoritative, ' : ' Non-Authoritative, ');
  out.text(actionNames.get(action >>> 5) ?? 'unknown');
  count(out, ', Map Version: ', view.u16(at + 8) & 0xfff, ',');
}

/** Returns where it ends. */
function locator(context: PrintContext, at: number): number {
  const { out, view } = context;
  view.need(at, locatorLength);
  const family = view.u16(at + 6);
  const size = addressLength(family);
  if (context.verbose > 0) out.text('\n       ');
  if (size > 0) {
    view.need(at + locatorLength, size);
    out.text(' LOC ');
    address(context, family, at + locatorLength);
  }
  if (context.verbose > 0) {
    count(out, '\n          Priority/Weight ', view.u8(at), '/');
    count(out, '', view.u8(at + 1), ', Multicast Priority/Weight ');
    count(out, '', view.u8(at + 2), '/');
    count(out, '', view.u8(at + 3), ', flags [');
    flagNames(out, locatorFlags, view.u16(at + 4));
    out.text('],');
  }
  return at + locatorLength + size;
}

/** Whose registration it is, where that is told; other bytes are shown. */
function site(context: PrintContext, isTold: boolean, at: number): void {
  const { out, view } = context;
  if (!isTold) {
    context.dumpPart('\n    Data: ', at, view.available(at));
    return;
  }
  if (!view.has(at, siteLength)) {
    context.invalid();
    return;
  }
  context.dumpPart('\n    xTR-ID: ', at, siteIdAt);
  out.text('\n    SITE-ID: ');
  decimal64(out, view, at + siteIdAt);
}
