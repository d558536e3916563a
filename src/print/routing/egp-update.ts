/** Network reachability messages of the Exterior Gateway Protocol (RFC 904, A.4): gateways and what is behind. */
import { TRUNCATED } from '../../decode/view';
import type { PrintContext } from '../context';
import { ipv4Number } from '../text/address';
import { namedIpv4 } from '../text/named';

const headerLength = 16;
const sourceAt = 12;

/** Bytes of the network part of an address that begins with `first`: of class A, B or C; 0: of none. */
function networkLength(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc0) return 2;
  return first < 0xe0 ? 3 : 0;
}

/** `at` is where the header starts. */
export function printEgpUpdate(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const interior = view.u8(at + 10);
  const exterior = view.u8(at + 11);
  out.char(0x20);
  namedIpv4(context, at + sourceAt);
  out.text(' int ');
  out.decimal(interior);
  out.text(' ext ');
  out.decimal(exterior);
  const shared = networkLength(view.u8(at + sourceAt));
  const network = shared === 0 ? 0 : view.u32(at + sourceAt) & (-1 << (32 - 8 * shared));
  const end = at + length;
  context.returning = 'egp';
  let from = at + headerLength;
  for (let i = 0; i < interior + exterior; i++) {
    const host = number(context, from, 4 - shared, end);
    from += 4 - shared;
    const distances = number(context, from, 1, end);
    out.text(i < interior ? ' int ' : ' ext ');
    ipv4Number(out, network | host);
    out.text(' (');
    from = behind(context, from + 1, distances, end);
    out.char(0x29);
  }
  context.returning = '';
}

/** The `count` bytes at `at`, which must end before `end`. */
function number(context: PrintContext, at: number, count: number, end: number): number {
  if (at + count > end) throw TRUNCATED;
  let value = 0;
  for (let i = 0; i < count; i++) value = (value << 8) | context.view.u8(at + i);
  return value;
}

/** The networks at each of the distances; returns where they end. */
function behind(context: PrintContext, at: number, distances: number, end: number): number {
  const { out } = context;
  let from = at;
  for (let i = 0; i < distances; i++) {
    const distance = number(context, from, 1, end);
    const networks = number(context, from + 1, 1, end);
    from += 2;
    out.text(i === 0 ? 'd' : ', d');
    out.decimal(distance);
    out.char(0x3a);
    for (let j = 0; j < networks; j++) {
      const size = networkLength(number(context, from, 1, end)) || 3;
      const value = number(context, from, size, end) << (32 - 8 * size);
      out.text(' ');
      ipv4Number(out, value);
      from += size;
    }
  }
  return from;
}
