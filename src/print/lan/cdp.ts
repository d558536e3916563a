/** Cisco Discovery Protocol: version, lifetime and the device's own name; everything else it says at -v. */
import { CdpField, cdpFieldHeaderLength, cdpHeaderLength } from '../../decode/cdp';
import type { PrintContext } from '../context';
import { type CdpValuePrinter, cdpValues } from './cdp-value';

interface Field {
  readonly name: string;
  /** Bytes that a value has at least and at most; 0: any number. */
  readonly least: number;
  readonly most: number;
  /** undefined: nobody knows what it means, and nothing of it is shown. */
  readonly print?: CdpValuePrinter;
}

function field(name: string, print: CdpValuePrinter | undefined, least = 0, most = 0): Field {
  return { name, print, least, most };
}

const fields = new Map<number, Field>([
  [CdpField.deviceId, field('Device-ID', cdpValues.text)],
  [CdpField.addresses, field('Address', cdpValues.addresses)],
  [CdpField.portId, field('Port-ID', cdpValues.text)],
  [CdpField.capabilities, field('Capability', cdpValues.capabilities, 4, 4)],
  [CdpField.version, field('Version String', cdpValues.version)],
  [CdpField.platform, field('Platform', cdpValues.text)],
  [CdpField.prefixes, field('Prefixes', cdpValues.prefixes)],
  [0x08, field('Protocol-Hello option', undefined)],
  [CdpField.vtpDomain, field('VTP Management Domain', cdpValues.text)],
  [CdpField.nativeVlan, field('Native VLAN ID', cdpValues.vlan, 2, 2)],
  [CdpField.duplex, field('Duplex', cdpValues.duplex, 1, 1)],
  [CdpField.voiceVlan, field('ATA-186 VoIP VLAN assignment', cdpValues.voiceVlan, 3, 3)],
  [CdpField.voiceVlanRequest, field('ATA-186 VoIP VLAN request', cdpValues.voiceVlan, 2, 3)],
  [CdpField.power, field('power consumption', cdpValues.power, 1, 3)],
  [CdpField.mtu, field('MTU', cdpValues.frameSize, 4, 4)],
  [0x12, field('AVVID trust bitmap', cdpValues.byte, 1, 1)],
  [0x13, field('AVVID untrusted ports CoS', cdpValues.byte, 1, 1)],
  [CdpField.systemName, field('System Name', cdpValues.text)],
  [0x15, field('System Object ID (not decoded)', undefined)],
  [CdpField.managementAddresses, field('Management Addresses', cdpValues.addresses, 4)],
  [0x17, field('Physical Location', cdpValues.location, 1)],
]);

export function printCdp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'cdp';
  if (length < cdpHeaderLength) {
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
  const checksum = view.u16(at + 2);
  if (context.verbose > 0) {
    out.text(', checksum: 0x');
    out.hex16(checksum);
    out.text(' (unverified), length ');
    out.decimal(length);
  }
  const end = at + length;
  let from = at + cdpHeaderLength;
  while (from < end) {
    const size = value(context, from, end - from);
    if (size === 0) {
      context.invalid();
      view.need(from, end - from);
      return;
    }
    from += size;
  }
  if (context.verbose > 0) return;
  out.text(', length ');
  out.decimal(length);
}

/** Returns the bytes of this type, length and value; 0: they contradict what is left, and that has been said. */
function value(context: PrintContext, at: number, left: number): number {
  const { out, view, verbose } = context;
  if (left < cdpFieldHeaderLength) {
    bound(context, ' (remaining packet length ', left, ' < ', cdpFieldHeaderLength);
    return 0;
  }
  const type = view.u16(at);
  const size = view.u16(at + 2);
  const known = fields.get(type);
  const name = known?.name ?? 'unknown field type';
  if (size < cdpFieldHeaderLength) {
    tooShort(context, name, type, size);
    return 0;
  }
  if (size > left) {
    bound(context, ' (TLV length ', size, ' > ', left);
    return 0;
  }
  const count = size - cdpFieldHeaderLength;
  const valueAt = at + cdpFieldHeaderLength;
  if (verbose > 0) {
    title(context, name, type, ', value length: ', count);
    out.text(': ');
  } else if (type === CdpField.deviceId) {
    out.text(', Device-ID ');
  }
  const misfit = known !== undefined && (count < known.least || (known.most > 0 && count > known.most));
  if (misfit) out.text(' (malformed TLV)');
  if (known !== undefined && !misfit && (verbose > 0 || type === CdpField.deviceId)) {
    if (known.print === undefined) view.need(valueAt, count);
    else known.print(context, valueAt, count);
    return size;
  }
  view.need(valueAt, count);
  context.dumpPart('\n\t  ', valueAt, count);
  return size;
}

/** `Duplex (0x0b), value length: 1 byte`, on a line of its own. */
function title(context: PrintContext, name: string, type: number, what: string, count: number): void {
  const { out } = context;
  out.text('\n\t');
  out.text(name);
  out.text(' (0x');
  if (type > 0xff) out.hex(type);
  else out.hex8(type);
  out.char(0x29);
  out.text(what);
  out.decimal(count);
  out.text(count === 1 ? ' byte' : ' bytes');
}

function tooShort(context: PrintContext, name: string, type: number, size: number): void {
  const { out } = context;
  if (context.verbose > 0) {
    title(context, name, type, ', TLV length: ', size);
    out.text(' (too short)');
    return;
  }
  out.text(', ');
  out.text(name);
  out.text(' TLV length ');
  out.decimal(size);
  out.text(' too short');
}

function bound(context: PrintContext, title: string, is: number, relation: string, limit: number): void {
  const { out } = context;
  out.text(title);
  out.decimal(is);
  out.text(relation);
  out.decimal(limit);
  out.char(0x29);
}
