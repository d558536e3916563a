/** UniDirectional Link Detection (Cisco, RFC 5171): who each end of a link hears. */
import type { PrintContext } from '../context';
import { type FlagName, flagNames, names } from '../text/names';
import { packetText, paddedText } from '../text/packet-text';

const headerLength = 4;
const tlvHeaderLength = 4;
const codeNames = names(() => ({ 1: 'Probe message', 2: 'Echo message', 3: 'Flush message' }));
const flagTable: readonly FlagName[] = [
  [0x01, 'RT'],
  [0x02, 'RSY'],
  [0x04, 'MBZ-2'],
  [0x08, 'MBZ-3'],
  [0x10, 'MBZ-4'],
  [0x20, 'MBZ-5'],
  [0x40, 'MBZ-6'],
  [0x80, 'MBZ-7'],
];
const Tlv = { device: 1, port: 2, echo: 3, messageInterval: 4, timeout: 5, deviceName: 6, sequence: 7 } as const;
const tlvNames = names(() => ({
  [Tlv.device]: 'Device-ID TLV',
  [Tlv.port]: 'Port-ID TLV',
  [Tlv.echo]: 'Echo TLV',
  [Tlv.messageInterval]: 'Message Interval TLV',
  [Tlv.timeout]: 'Timeout Interval TLV',
  [Tlv.deviceName]: 'Device Name TLV',
  [Tlv.sequence]: 'Sequence Number TLV',
}));

export function printUdld(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'udld';
  if (length < headerLength) {
    context.invalid();
    view.need(at, length);
    return;
  }
  view.need(at, 2);
  const first = view.u8(at);
  const flags = view.u8(at + 1);
  const code = first & 0x1f;
  out.text('UDLDv');
  out.decimal(first >>> 5);
  out.text(', Code ');
  out.text(codeNames.get(code) ?? 'Reserved');
  out.text(' (');
  out.hex(code);
  out.text('), Flags [');
  flagNames(out, flagTable, flags);
  out.text('] (0x');
  out.hex8(flags);
  out.text('), length ');
  out.decimal(length);
  if (context.verbose === 0) {
    view.need(at, length);
    return;
  }
  const checksum = view.u16(at + 2);
  out.text('\n\tChecksum 0x');
  out.hex16(checksum);
  out.text(' (unverified)');
  values(context, at + headerLength, at + length);
}

function values(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  let from = at;
  while (from < end) {
    if (end - from < tlvHeaderLength) {
      context.invalidRest(from, end - from);
      return;
    }
    const type = view.u16(from);
    const size = view.u16(from + 2);
    out.text('\n\t');
    out.text(tlvNames.get(type) ?? 'Unknown');
    out.text(' (0x');
    out.hex16(type);
    out.text(') TLV, length ');
    out.decimal(size);
    from += tlvHeaderLength;
    const count = size - tlvHeaderLength;
    if (count <= 0 || end - from < count || !value(context, type, from, count)) {
      context.invalidRest(from, end - from);
      return;
    }
    from += count;
  }
}

/** false: this type cannot have `count` bytes. */
function value(context: PrintContext, type: number, at: number, count: number): boolean {
  const { out, view } = context;
  switch (type) {
    case Tlv.device:
    case Tlv.port:
    case Tlv.deviceName:
      out.text(', ');
      paddedText(context, at, count);
      return true;
    case Tlv.echo:
      out.text(', ');
      packetText(context, at, count);
      return true;
    case Tlv.messageInterval:
    case Tlv.timeout: {
      if (count !== 1) return false;
      const seconds = view.u8(at);
      out.text(', ');
      out.decimal(seconds);
      out.char(0x73);
      return true;
    }
    case Tlv.sequence: {
      if (count !== 4) return false;
      const sequence = view.u32(at);
      out.text(', ');
      out.decimal(sequence);
      return true;
    }
    default:
      view.need(at, count);
      return true;
  }
}
