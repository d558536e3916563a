/** ISAKMP and IKE (RFC 2408, 2409, 7296): phase, side and exchange; UDP encapsulation of ESP (RFC 3948). */
import { ikeSpiLength, isakmpHeaderLength, natKeepalive, nonEspMarkerLength } from '../../decode/isakmp';
import type { PrintContext } from '../context';
import { type FlagName, flagNames, nameOr, names } from '../text/names';
import { IsakmpInitiators } from './isakmp-initiators';
import { printPayloads } from './isakmp-payload';
import { payloadName, rawBytes } from './isakmp-text';

const encryptedFlag = 0x01;
const flags1: readonly FlagName[] = [
  [encryptedFlag, 'E'],
  [0x02, 'C'],
];
const flags2: readonly FlagName[] = [
  [0x08, 'I'],
  [0x10, 'V'],
  [0x20, 'R'],
];
const letterI = 0x49;
const letterR = 0x52;
const unknownSide = 0x3f;

const exchangeNames = names(() => ({
  0: 'none',
  1: 'base',
  2: 'ident',
  3: 'auth',
  4: 'agg',
  5: 'inf',
  32: 'oakley-quick',
  33: 'oakley-newgroup',
  34: 'ikev2_init',
  35: 'ikev2_auth',
  36: 'child_sa',
  37: 'inf2',
}));

const initiators = new IsakmpInitiators();

export function printIsakmp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'isakmp';
  if (!view.has(at, isakmpHeaderLength)) {
    context.truncated();
    return;
  }
  out.text('isakmp');
  const version = view.u8(at + 17);
  if (context.verbose > 0) {
    out.char(0x20);
    out.decimal(version >>> 4);
    out.char(0x2e);
    out.decimal(version & 15);
  }
  if (context.verbose > 0) {
    out.text(' msgid ');
    out.hex32(view.u32(at + 20));
  }
  if (context.verbose > 1) {
    out.text(' cookie ');
    rawBytes(context, at, ikeSpiLength);
    out.text('->');
    rawBytes(context, at + ikeSpiLength, ikeSpiLength);
  }
  out.text(':');
  const major = version >>> 4;
  if (major === 1) version1(context, at);
  else if (major === 2) version2(context, at);
  else return;
  if (context.verbose > 0) payloads(context, at, length, major);
}

function payloads(context: PrintContext, at: number, length: number, version: number): void {
  const { out, view } = context;
  const first = view.u8(at + 16);
  out.char(0x3a);
  if ((view.u8(at + 19) & encryptedFlag) !== 0) {
    out.text(' [encrypted ');
    payloadName(out, first);
    out.char(0x5d);
  } else {
    printPayloads(context, first, at + isakmpHeaderLength, 0, 0, version);
  }
  const said = view.u32(at + 24);
  if (said === length) return;
  out.text(' (len mismatch: isakmp ');
  out.decimal(said);
  out.text('/ip ');
  out.decimal(length);
  out.char(0x29);
}

function exchange(context: PrintContext, at: number): void {
  context.out.char(0x20);
  nameOr(context.out, exchangeNames, context.view.u8(at + 18), '#');
}

/** The letters of the flags that are set, in brackets that stay empty where none of them is known. */
function flags(context: PrintContext, at: number, table: readonly FlagName[]): void {
  const set = context.view.u8(at + 19);
  if (set === 0) return;
  context.out.char(0x5b);
  flagNames(context.out, table, set, '', '');
  context.out.char(0x5d);
}

function version1(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text(view.u32(at + 20) === 0 ? ' phase 1 ' : ' phase 2/others ');
  out.char(side(context, at));
  exchange(context, at);
  flags(context, at, flags1);
}

/** I, R, or ? where the first message was not seen. */
function side(context: PrintContext, at: number): number {
  const { view } = context;
  const high = view.u32(at);
  const low = view.u32(at + 4);
  const record = initiators.find(high, low);
  if (record >= 0) {
    if (isFrom(context, record, 0)) return letterI;
    return isFrom(context, record, 1) ? letterR : unknownSide;
  }
  if (view.u32(at + 8) !== 0 || view.u32(at + 12) !== 0) return unknownSide;
  const added = initiators.add(high, low);
  for (let word = 0; word < words(context); word++) {
    initiators.setWord(added, 0, word, view.u32(context.sourceAt + 4 * word));
    initiators.setWord(added, 1, word, view.u32(context.destinationAt + 4 * word));
  }
  return letterI;
}

function words(context: PrintContext): number {
  return context.family === 6 ? 4 : 1;
}

/** true: the packet comes from the side remembered as initiator (0) or responder (1). */
function isFrom(context: PrintContext, record: number, who: number): boolean {
  for (let word = 0; word < words(context); word++) {
    if (initiators.word(record, who, word) !== context.view.u32(context.sourceAt + 4 * word)) return false;
  }
  return true;
}

function version2(context: PrintContext, at: number): void {
  context.out.text(context.view.u32(at + 20) === 0 ? ' parent_sa' : ' child_sa ');
  exchange(context, at);
  flags(context, at, flags2);
}

/** Port 4500: a keep-alive byte, ESP, or four zero bytes and ISAKMP. */
export function printUdpEncapsulation(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'isakmp_rfc3948';
  if (length < 1) {
    context.truncated();
    return;
  }
  if (length === 1 && view.u8(at) === natKeepalive) {
    out.text('isakmp-nat-keep-alive');
    return;
  }
  if (length < nonEspMarkerLength) {
    context.truncated();
    return;
  }
  if (view.u32(at) === 0) {
    out.text('NONESP-encap: ');
    printIsakmp(context, at + nonEspMarkerLength, length - nonEspMarkerLength);
    return;
  }
  out.text('UDP-encap: ');
  context.tables.ip[50]?.(context, at, length);
}
