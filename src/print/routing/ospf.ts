/** Open Shortest Path First, version 2 (RFC 2328): the header of a packet. */
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { nameOr, names } from '../text/names';
import { printOspfBody } from './ospf-body';
import { areaAt, printOspfArea, routerAt } from './ospf-common';
import { printOspfSignaling } from './ospf-lls';
import { printOspf3 } from './ospf3';

const typeNames = names(() => ({
  1: 'Hello',
  2: 'Database Description',
  3: 'LS-Request',
  4: 'LS-Update',
  5: 'LS-Ack',
}));
const Authentication = { none: 0, simple: 1, cryptographic: 2 } as const;
const authenticationNames = names(() => ({
  [Authentication.none]: 'none',
  [Authentication.simple]: 'simple',
  [Authentication.cryptographic]: 'MD5',
}));
const authenticationAt = 14;
const dataAt = 16;
const dataLength = 8;
const knownVersion = 2;
/** Bytes of a keyed MD5 digest (D.4.3): they follow the packet and are not part of it. */
const digestLength = 16;

export function printOspf(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (context.family === 6) {
    printOspf3(context, at, length);
    return;
  }
  context.protocol = 'ospf2';
  const left = withoutDigest(context, at, length);
  const type = view.u8(at + 1);
  out.text('OSPFv');
  out.decimal(view.u8(at));
  out.text(', ');
  nameOr(out, typeNames, type, 'unknown LS-type ');
  out.text(', length ');
  out.decimal(left);
  if (context.verbose > 0 && typeNames.has(type)) details(context, type, at, left);
}

function withoutDigest(context: PrintContext, at: number, length: number): number {
  const { view } = context;
  if (view.u16(at + authenticationAt) !== Authentication.cryptographic) return length;
  view.cut(view.end - digestLength);
  view.need(at, 2);
  return length - digestLength;
}

/** -v: routers, authentication, and what the packet says. */
function details(context: PrintContext, type: number, at: number, length: number): void {
  const { out, view } = context;
  const told = view.u16(at + 2);
  if (length !== told) {
    out.text(' [len ');
    out.decimal(told);
    out.char(0x5d);
  }
  view.need(at + routerAt, 4);
  out.text('\n\tRouter-ID ');
  namedIpv4(context, at + routerAt);
  printOspfArea(context, at + areaAt);
  if (!authentication(context, at)) return;
  const version = view.u8(at);
  if (version !== knownVersion) {
    out.text(' ospf [version ');
    out.decimal(version);
    out.char(0x5d);
    return;
  }
  printOspfBody(context, type, at, at + Math.min(length, told));
  if (length > told) printOspfSignaling(context, type, at, length);
}

/** false: of a kind that is not known, and so the packet can say anything. */
function authentication(context: PrintContext, at: number): boolean {
  const { out, view } = context;
  view.need(at + dataAt, dataLength);
  const type = view.u16(at + authenticationAt);
  out.text(', Authentication Type: ');
  out.text(authenticationNames.get(type) ?? 'unknown');
  out.text(' (');
  out.decimal(type);
  out.char(0x29);
  if (type === Authentication.simple) {
    out.text('\n\tSimple text password: ');
    password(context, at + dataAt);
  } else if (type === Authentication.cryptographic) {
    out.text('\n\tKey-ID: ');
    out.decimal(view.u8(at + dataAt + 2));
    out.text(', Auth-Length: ');
    out.decimal(view.u8(at + dataAt + 3));
    out.text(', Crypto Sequence Number: 0x');
    out.hex32(view.u32(at + dataAt + 4));
  }
  return authenticationNames.has(type);
}

/** Up to its first zero byte. */
function password(context: PrintContext, at: number): void {
  const { out, view } = context;
  for (let i = 0; i < dataLength; i++) {
    const byte = view.u8(at + i);
    if (byte === 0) return;
    out.caret(byte);
  }
}
