/** Open Shortest Path First, version 2 (RFC 2328) and version 3 (RFC 5340): the kind of packet. */
import type { PrintContext } from './context';
import { nameOr, names } from './names';

const typeNames = names({ 1: 'Hello', 2: 'Database Description', 3: 'LS-Request', 4: 'LS-Update', 5: 'LS-Ack' });
const authenticationAt = 14;
const cryptographic = 2;
/** Bytes of a keyed MD5 digest (RFC 2328, D.4.3): they follow the packet and are not part of it. */
const digestLength = 16;

export function printOspf(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const six = context.family === 6;
  context.protocol = six ? 'ospf3' : 'ospf2';
  view.need(at, 2);
  const left = six ? length : withoutDigest(context, at, length);
  out.text('OSPFv');
  out.decimal(view.u8(at));
  out.text(', ');
  nameOr(out, typeNames, view.u8(at + 1), six ? 'unknown packet type (' : 'unknown LS-type ', six ? ')' : '');
  out.text(', length ');
  out.decimal(left);
}

function withoutDigest(context: PrintContext, at: number, length: number): number {
  if (context.view.u16(at + authenticationAt) !== cryptographic) return length;
  context.view.need(at, authenticationAt + 4);
  return length - digestLength;
}
