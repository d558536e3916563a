/** ISAKMP and IKE (RFC 2408, 2409, 7296): phase, side and exchange; UDP encapsulation of ESP (RFC 3948). */

import type { PrintContext } from './context';
import { FlowTable } from './flow-table';
import { names } from './names';

const headerLength = 28;
const encrypted = 0x01;
/** IKEv2 flag bits. */
const Flag2 = { initiator: 0x08, response: 0x20 } as const;
const keepAlive = 0xff;

const exchange1 = names({
  0: 'none',
  1: 'base',
  2: 'ident',
  3: 'auth',
  4: 'agg',
  5: 'inf',
  32: 'oakley-quick',
  33: 'oakley-newgroup',
});
const exchange2 = names({ 34: 'ikev2_init', 35: 'ikev2_auth', 36: 'child_sa', 37: 'inf2' });

/** Which side sent the first message of a cookie; bounded like TCP's table. */
const initiators = new FlowTable(10);

function nonZero(context: PrintContext, at: number): boolean {
  return context.view.u32(at) !== 0 || context.view.u32(at + 4) !== 0;
}

export function printIsakmp(context: PrintContext, at: number, _length: number): void {
  const { out, view } = context;
  context.protocol = 'isakmp';
  view.need(at, headerLength);
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
  out.text(':');
  if (version >>> 4 === 2) version2(context, at);
  else version1(context, at);
}

function exchange(context: PrintContext, at: number, table: ReadonlyMap<number, string>): void {
  const type = context.view.u8(at + 18);
  const name = table.get(type);
  context.out.char(0x20);
  context.out.text(name ?? '#');
  if (name === undefined) context.out.decimal(type);
}

function version1(context: PrintContext, at: number): void {
  const { out, view } = context;
  const second = view.u32(at + 20) !== 0;
  out.text(second ? ' phase 2/others' : ' phase 1');
  out.char(0x20);
  out.char(side(context, at));
  exchange(context, at, exchange1);
  const flags = view.u8(at + 19);
  if (flags === 0) return;
  if ((flags & encrypted) !== 0) out.text('[E]');
}

/** I, R, or ? where the first message was not seen. */
function side(context: PrintContext, at: number): number {
  const { view, family } = context;
  const words = family === 6 ? 4 : 1;
  const { key } = initiators;
  key.fill(0);
  key[0] = view.u32(at);
  key[1] = view.u32(at + 4);
  const first = !nonZero(context, at + 8);
  let hash = 0;
  for (let i = 0; i < words; i++) hash = Math.imul(hash ^ view.u32(context.sourceAt + 4 * i), 0x85ebca6b) >>> 0;
  if (first) {
    initiators.store(hash, 0);
    return 0x49;
  }
  if (!initiators.find()) return 0x3f;
  return initiators.lowerBase === hash ? 0x49 : 0x52;
}

function version2(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text(nonZero(context, at + 8) && view.u32(at + 20) !== 0 ? ' child_sa ' : ' parent_sa');
  exchange(context, at, exchange2);
  const flags = view.u8(at + 19);
  if ((flags & Flag2.initiator) !== 0) out.text('[I]');
  if ((flags & Flag2.response) !== 0) out.text('[R]');
}

/** Port 4500: a keep-alive byte, ESP, or four zero bytes and ISAKMP. */
export function printUdpEncapsulation(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'isakmp_rfc3948';
  if (length < 1) {
    context.truncated();
    return;
  }
  if (length === 1 && view.u8(at) === keepAlive) {
    out.text('isakmp-nat-keep-alive');
    return;
  }
  if (length < 4) {
    context.truncated();
    return;
  }
  if (view.u32(at) === 0) {
    out.text('NONESP-encap: ');
    printIsakmp(context, at + 4, length - 4);
    return;
  }
  out.text('UDP-encap: ');
  context.tables.ip[50]?.(context, at, length);
}
