/** EDNS options (RFC 6891, 6.1.2; 7871; 7873 …). */
import { ByteView } from '../decode/view';
import { ipv4, ipv6 } from './address';
import type { PrintContext } from './context';
import { names } from './names';

const Option = {
  clientSubnet: 8,
  expire: 9,
  keepAlive: 11,
  keyTag: 14,
  algorithmsFirst: 5,
  algorithmsLast: 7,
} as const;

const optionNames = names({
  1: 'LLQ',
  2: 'UL',
  3: 'NSID',
  5: 'DAU',
  6: 'DHU',
  7: 'N3U',
  8: 'ECS',
  9: 'EXPIRE',
  10: 'COOKIE',
  11: 'KEEPALIVE',
  12: 'PADDING',
  13: 'CHAIN',
  14: 'KEYTAG',
  16: 'CLIENT-TAG',
  17: 'SERVER-TAG',
});

export function printEdnsOptions(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  out.text(' [');
  let from = at;
  while (from < end) {
    const code = view.u16(from);
    const size = view.u16(from + 2);
    if (from > at) out.char(0x2c);
    const name = optionNames.get(code);
    out.text(name ?? 'Opt');
    if (name === undefined) out.decimal(code);
    if (size > 0) {
      out.char(0x20);
      view.need(from + 4, size);
      optionData(context, code, from + 4, size);
    }
    from += 4 + size;
  }
  out.char(0x5d);
}

const subnet = new ByteView();
const subnetBytes = new Uint8Array(16);
subnet.attach(subnetBytes, new DataView(subnetBytes.buffer), 0, 16);

function optionData(context: PrintContext, code: number, at: number, size: number): void {
  const { out, view } = context;
  switch (code) {
    case Option.clientSubnet:
      clientSubnet(context, at, size);
      return;
    case Option.expire:
      out.decimal(view.u32(at));
      out.text(' sec');
      return;
    case Option.keepAlive:
      out.decimal(view.u16(at) / 10);
      out.text(' sec');
      return;
    case Option.keyTag:
      for (let i = 0; i + 2 <= size; i += 2) {
        if (i > 0) out.char(0x20);
        out.decimal(view.u16(at + i));
      }
      return;
  }
  if (code >= Option.algorithmsFirst && code <= Option.algorithmsLast) {
    for (let i = 0; i < size; i++) {
      if (i > 0) out.char(0x20);
      out.decimal(view.u8(at + i));
    }
    return;
  }
  out.reserve(2 * size);
  for (let i = 0; i < size; i++) out.hex8(view.u8(at + i));
}

/** RFC 7871: family, prefix lengths, and as many address bytes as the prefix needs. */
function clientSubnet(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  const family = view.u16(at);
  const width = family === 1 ? 4 : family === 2 ? 16 : 0;
  if (size < 4 || width === 0 || size - 4 > width) {
    context.invalid();
    return;
  }
  for (let i = 0; i < width; i++) subnetBytes[i] = i < size - 4 ? view.u8(at + 4 + i) : 0;
  if (family === 1) ipv4(out, subnet, 0);
  else ipv6(out, subnet, 0);
  out.char(0x2f);
  out.decimal(view.u8(at + 2));
  out.char(0x2f);
  out.decimal(view.u8(at + 3));
}
