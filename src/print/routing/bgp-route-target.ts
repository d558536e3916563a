/** Route target membership in BGP (RFC 4684): who wants the routes that carry a certain extended community. */

import { loadPrefix, prefixBytes } from '../../decode/prefix';
import type { PrintContext } from '../context';
import { count } from '../text/phrase';
import { asNumber } from './as-number';
import { RouteEnd, type RoutePrinter } from './bgp-route';

const originBits = 32;
const longestTarget = 64;
const typeBits = 16;
const TargetType = { as2: 0x0002, ipv4: 0x0102, as4: 0x0202 } as const;

/** An AS number and as much of the extended community as its length says. */
export const routeTarget: RoutePrinter = (context, at) => {
  const { out, view } = context;
  const total = view.u8(at);
  if (total === 0) {
    out.text('\n\t      default route target');
    return at + 1;
  }
  const bits = total - originBits;
  if (bits < 0 || bits > longestTarget) {
    out.text('\n\t      (illegal prefix length)');
    return RouteEnd.stop;
  }
  const targetAt = at + 5;
  view.need(targetAt, prefixBytes(bits));
  asNumber(context, view.u32(at + 1), '\n\t      origin AS: ', ', ');
  target(context, targetAt, bits);
  return targetAt + prefixBytes(bits);
};

function target(context: PrintContext, at: number, bits: number): void {
  const { out } = context;
  if (bits === 0) {
    out.text('route-target: 0:0/0');
    return;
  }
  const bytes = loadPrefix(context.view, at, bits);
  if (bits < typeBits) {
    out.text('route-target: partial-type: (');
    inHex(context, bytes, bits);
    count(out, '/', bits, ')');
    return;
  }
  const type = (bytes[0] << 8) | bytes[1];
  switch (type) {
    case TargetType.as2:
      count(out, 'route-target: ', wordAt(bytes, 2), ':');
      out.decimal(wordAt(bytes, 4) * 0x10000 + wordAt(bytes, 6));
      break;
    case TargetType.ipv4:
      out.text('route-target: ');
      out.dotted(bytes, 2);
      count(out, ':', wordAt(bytes, 6));
      break;
    case TargetType.as4:
      asNumber(context, wordAt(bytes, 2) * 0x10000 + wordAt(bytes, 4), 'route-target: ', ':');
      out.decimal(wordAt(bytes, 6));
      break;
    default:
      out.text('route target: unknown-type(');
      out.hex16(type);
      out.text(') (');
      inHex(context, bytes, bits);
      count(out, '/', bits, ')');
      return;
  }
  count(out, '/', bits, ' (');
  inHex(context, bytes, bits);
  out.char(0x29);
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] << 8) | bytes[at + 1];
}

function inHex(context: PrintContext, bytes: Uint8Array, bits: number): void {
  const { out } = context;
  const size = prefixBytes(bits);
  for (let i = 0; i < size; i++) {
    out.hex8(bytes[i]);
    if ((i & 1) === 1 && i + 1 < size) out.char(0x20);
  }
}
