/** ICMP router discovery (RFC 1256). */
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';

/** 32-bit words of each address in a router advertisement: the address and its preference. */
export const advertisedWords = 2;

/** RFC 1256; code 16 is a mobile agent (RFC 5944). */
export function printRouterAdvertisement(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text('router advertisement lifetime ');
  const lifetime = view.u16(at + 6);
  if (lifetime < 60) {
    out.decimal(lifetime);
  } else if (lifetime < 3600) {
    out.decimal((lifetime / 60) | 0);
    out.char(0x3a);
    out.padded(lifetime % 60, 2);
  } else {
    out.decimal((lifetime / 3600) | 0);
    out.char(0x3a);
    out.padded(((lifetime % 3600) / 60) | 0, 2);
    out.char(0x3a);
    out.padded(lifetime % 60, 2);
  }
  const count = view.u8(at + 4);
  out.char(0x20);
  out.decimal(count);
  const words = view.u8(at + 5);
  if (words !== advertisedWords) {
    out.text(': [size ');
    out.decimal(words);
    out.char(0x5d);
    return;
  }
  out.char(0x3a);
  for (let i = 0, from = at + 8; i < count; i++, from += 8) {
    out.text(' {');
    namedIpv4(context, from);
    out.char(0x20);
    out.decimal(view.u32(from + 4));
    out.char(0x7d);
  }
}
