/** Cisco Discovery Protocol: version and lifetime, then the device's own words. */
import type { PrintContext } from './context';

const headerLength = 4;
const tlvHeaderLength = 4;
const Tlv = { deviceId: 1, address: 2, port: 3, capability: 4, version: 5, platform: 6 } as const;

export function printCdp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'cdp';
  if (length < headerLength) {
    context.truncated();
    return;
  }
  out.text('CDPv');
  out.decimal(view.u8(at));
  out.text(', ttl: ');
  out.decimal(view.u8(at + 1));
  out.char(0x73);
  let from = at + headerLength;
  const end = at + length;
  while (from < end) {
    if (from + tlvHeaderLength > end) {
      context.invalid();
      return;
    }
    const type = view.u16(from);
    const size = view.u16(from + 2);
    if (size < tlvHeaderLength || from + size > end) {
      context.invalid();
      return;
    }
    view.need(from, size);
    if (type === Tlv.deviceId) quoted(context, ", Device-ID '", from + 4, size - 4);
    from += size;
  }
  out.text(', length ');
  out.decimal(length);
}

function quoted(context: PrintContext, prefix: string, at: number, count: number): void {
  const { out, view } = context;
  out.text(prefix);
  out.reserve(4 * count);
  for (let i = 0; i < count; i++) {
    const byte = view.u8(at + i);
    if (byte === 0) break;
    out.caret(byte);
  }
  out.char(0x27);
}
