/** Dynamic Trunking Protocol (Cisco): whether the two ends of a link make it a trunk. */
import type { PrintContext } from '../context';
import { namedMac } from '../text/named';
import { names } from '../text/names';
import { paddedText } from '../text/packet-text';

const Tlv = { domain: 1, status: 2, type: 3, neighbor: 4 } as const;
const tlvNames = names(() => ({
  [Tlv.domain]: 'Domain',
  [Tlv.status]: 'Status',
  [Tlv.type]: 'DTP type',
  [Tlv.neighbor]: 'Neighbor',
}));
const tlvHeaderLength = 4;
const oneByteLength = tlvHeaderLength + 1;
const addressLength = tlvHeaderLength + 6;

export function printDtp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'dtp';
  if (length < 1) {
    out.text('[zero packet length]');
    context.invalid();
    return;
  }
  const version = view.u8(at);
  out.text('DTPv');
  out.decimal(version);
  out.text(', length ');
  out.decimal(length);
  if (context.verbose === 0) return;
  let from = at + 1;
  let left = length - 1;
  while (left > 0) {
    const size = value(context, from, left);
    if (size === 0) return;
    if (size < 0) {
      context.invalid();
      view.need(from, left);
      return;
    }
    from += size;
    left -= size;
  }
}

/** Returns the bytes of this type, length and value; 0: it is none, only padding follows; -1: its length cannot be. */
function value(context: PrintContext, at: number, left: number): number {
  const { out, view } = context;
  if (left < tlvHeaderLength) {
    out.char(0x5b);
    out.decimal(left);
    out.text(' bytes remaining]');
    return -1;
  }
  const type = view.u16(at);
  const size = view.u16(at + 2);
  if (type === 0) return 0;
  out.text('\n\t');
  out.text(tlvNames.get(type) ?? 'Unknown');
  out.text(' (0x');
  out.hex16(type);
  out.text(') TLV, length ');
  out.decimal(size);
  if (size < tlvHeaderLength || size > left) {
    out.text('[invalid TLV length ');
    out.decimal(size);
    out.char(0x5d);
    return -1;
  }
  const valueAt = at + tlvHeaderLength;
  switch (type) {
    case Tlv.domain:
      out.text(', ');
      paddedText(context, valueAt, size - tlvHeaderLength);
      return size;
    case Tlv.status:
    case Tlv.type: {
      if (size !== oneByteLength) return -1;
      const byte = view.u8(valueAt);
      out.text(', 0x');
      out.hex(byte);
      return size;
    }
    case Tlv.neighbor:
      if (size !== addressLength) return -1;
      view.need(valueAt, 6);
      out.text(', ');
      namedMac(context, valueAt);
      return size;
    default:
      view.need(at, size);
      return size;
  }
}
