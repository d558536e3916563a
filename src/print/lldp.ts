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
    view.need(from, size);
    if (left < size) {
      context.truncated();
      return;
    }
    if (type === Tlv.end) return;
    if (type === Tlv.systemName) {
      out.text(': ');
      out.reserve(4 * size);
      for (let i = 0; i < size; i++) out.caret(view.u8(from + i));
    }
    from += size;
    left -= size;
  }
}
