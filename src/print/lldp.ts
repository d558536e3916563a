/** Link Layer Discovery Protocol (IEEE 802.1AB): who is at the other end. */
import type { PrintContext } from './context';

const Tlv = { end: 0, systemName: 5 } as const;
const tlvHeaderLength = 2;
const lengthMask = 0x1ff;
const typeShift = 9;

export function printLldp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'lldp';
  out.text('LLDP, length ');
  out.decimal(length);
  let from = at;
  let left = length;
  while (left >= tlvHeaderLength) {
    const header = view.u16(from);
    const type = header >>> typeShift;
    const size = header & lengthMask;
    from += tlvHeaderLength;
    left -= tlvHeaderLength;
    if (type === Tlv.end || size === 0) return;
    view.need(from, size);
    if (left < size) {
      context.truncated();
      return;
    }
    if (type === Tlv.systemName) systemName(context, from, size);
    from += size;
    left -= size;
  }
}

/** Up to its first zero byte. */
function systemName(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  out.text(': ');
  out.reserve(4 * size);
  for (let i = 0; i < size; i++) {
    const byte = view.u8(at + i);
    if (byte === 0) return;
    out.caret(byte);
  }
}
