/** Cisco Discovery Protocol: version and lifetime, the device's own name, and the bytes of what else it says. */
import type { PrintContext } from './context';

const headerLength = 4;
const tlvHeaderLength = 4;
const deviceId = 1;

interface Field {
  readonly name: string;
  /** Bytes that a value has at least and at most; 0: any number. */
  readonly least: number;
  readonly most: number;
}

function field(name: string, least = 0, most = 0): Field {
  return { name, least, most };
}

const fields = new Map<number, Field>([
  [deviceId, field('Device-ID')],
  [0x02, field('Address')],
  [0x03, field('Port-ID')],
  [0x04, field('Capability', 4, 4)],
  [0x05, field('Version String')],
  [0x06, field('Platform')],
  [0x07, field('Prefixes')],
  [0x08, field('Protocol-Hello option')],
  [0x09, field('VTP Management Domain')],
  [0x0a, field('Native VLAN ID', 2, 2)],
  [0x0b, field('Duplex', 1, 1)],
  [0x0e, field('ATA-186 VoIP VLAN assignment', 3, 3)],
  [0x0f, field('ATA-186 VoIP VLAN request', 2, 3)],
  [0x10, field('power consumption', 1, 3)],
  [0x11, field('MTU', 4, 4)],
  [0x12, field('AVVID trust bitmap', 1, 1)],
  [0x13, field('AVVID untrusted ports CoS', 1, 1)],
  [0x14, field('System Name')],
  [0x15, field('System Object ID (not decoded)')],
  [0x16, field('Management Addresses', 4)],
  [0x17, field('Physical Location', 1)],
]);

export function printCdp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'cdp';
  if (length < headerLength) {
    out.text(' (packet length ');
    out.decimal(length);
    out.text(' < 4)');
    context.invalid();
    view.need(at, length);
    return;
  }
  view.need(at, 2);
  out.text('CDPv');
  out.decimal(view.u8(at));
  out.text(', ttl: ');
  out.decimal(view.u8(at + 1));
  out.char(0x73);
  view.need(at, headerLength);
  const end = at + length;
  let from = at + headerLength;
  while (from < end) {
    const size = value(context, from, end - from);
    if (size === 0) {
      context.invalid();
      view.need(from, end - from);
      return;
    }
    from += size;
  }
  out.text(', length ');
  out.decimal(length);
}

/** Returns the bytes of this type, length and value; 0: they contradict what is left, and that has been said. */
function value(context: PrintContext, at: number, left: number): number {
  const { out, view } = context;
  if (left < tlvHeaderLength) {
    bound(context, ' (remaining packet length ', left, ' < ', tlvHeaderLength);
    return 0;
  }
  const type = view.u16(at);
  const size = view.u16(at + 2);
  const known = fields.get(type);
  if (size < tlvHeaderLength) {
    out.text(', ');
    out.text(known?.name ?? 'unknown field type');
    out.text(' TLV length ');
    out.decimal(size);
    out.text(' too short');
    return 0;
  }
  if (size > left) {
    bound(context, ' (TLV length ', size, ' > ', left);
    return 0;
  }
  const count = size - tlvHeaderLength;
  const valueAt = at + tlvHeaderLength;
  if (type === deviceId) {
    quoted(context, ", Device-ID '", valueAt, count);
    return size;
  }
  if (known !== undefined && (count < known.least || (known.most > 0 && count > known.most))) {
    out.text(' (malformed TLV)');
  }
  view.need(valueAt, count);
  context.dumpPart('\n\t  ', valueAt, count);
  return size;
}

function bound(context: PrintContext, title: string, is: number, relation: string, limit: number): void {
  const { out } = context;
  out.text(title);
  out.decimal(is);
  out.text(relation);
  out.decimal(limit);
  out.char(0x29);
}

function quoted(context: PrintContext, prefix: string, at: number, count: number): void {
  const { out, view } = context;
  out.text(prefix);
  out.reserve(4 * count);
  for (let i = 0; i < count; i++) out.caret(view.u8(at + i));
  out.char(0x27);
}
