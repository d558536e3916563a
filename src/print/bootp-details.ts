/** BOOTP's fixed fields at -v, each on a line of its own where it is set. */
import { BootpField, type BootpLayer, bootpMagicCookie, bootpVendorOffset } from '../decode/bootp';
import { ipv4, mac } from './address';
import type { PrintContext } from './context';
import { printDhcpOptions } from './dhcp-options';

const broadcastFlag = 0x8000;
const nameLength = 64;
const fileLength = 128;
const addresses: readonly (readonly [number, string])[] = [
  [BootpField.clientAddress, '\n\t  Client-IP '],
  [BootpField.yourAddress, '\n\t  Your-IP '],
  [BootpField.serverAddress, '\n\t  Server-IP '],
  [BootpField.gatewayAddress, '\n\t  Gateway-IP '],
];

export function printBootpDetails(context: PrintContext, layer: BootpLayer, at: number, length: number): void {
  const { out, view } = context;
  view.need(at + BootpField.seconds, 2);
  if (layer.hardwareType !== 1) {
    out.text(', htype ');
    out.decimal(layer.hardwareType);
  }
  if (layer.hardwareType === 1 && layer.hardwareLength !== 6) {
    out.text(', hlen ');
    out.decimal(layer.hardwareLength);
  }
  if (layer.hops !== 0) {
    out.text(', hops ');
    out.decimal(layer.hops);
  }
  const transaction = view.u32(at + BootpField.transaction);
  if (transaction !== 0) {
    out.text(', xid 0x');
    out.hex(transaction);
  }
  const seconds = view.u16(at + BootpField.seconds);
  if (seconds !== 0) {
    out.text(', secs ');
    out.decimal(seconds);
  }
  const flags = view.u16(at + BootpField.flags);
  out.text((flags & broadcastFlag) !== 0 ? ', Flags [Broadcast]' : ', Flags [none]');
  if (context.verbose > 1) {
    out.text(' (0x');
    out.hex16(flags);
    out.char(0x29);
  }
  for (const [offset, title] of addresses) {
    if (view.u32(at + offset) === 0) continue;
    out.text(title);
    ipv4(out, view, at + offset);
  }
  if (layer.hardwareType === 1 && layer.hardwareLength === 6) {
    view.need(layer.clientHardwareAt, 6);
    out.text('\n\t  Client-Ethernet-Address ');
    mac(out, view, layer.clientHardwareAt);
  }
  text(context, '\n\t  sname "', at + BootpField.serverName, nameLength);
  text(context, '\n\t  file "', at + BootpField.file, fileLength);
  const vendor = at + bootpVendorOffset;
  if (length < bootpVendorOffset + 4 || !view.has(vendor, 4)) {
    if (length >= bootpVendorOffset + 4) context.truncated();
    return;
  }
  if (view.u32(vendor) === bootpMagicCookie) printDhcpOptions(context, vendor, length - bootpVendorOffset);
  else if (view.u32(vendor) !== 0) {
    out.text('\n\t  Vendor-#0x');
    out.hex32(view.u32(vendor));
  }
}

/** A field of text padded with zeros; nothing where it is empty. */
function text(context: PrintContext, title: string, at: number, size: number): void {
  const { out, view } = context;
  if (view.u8(at) === 0) return;
  out.text(title);
  out.reserve(4 * size);
  for (let i = 0; i < size && view.u8(at + i) !== 0; i++) out.caret(view.u8(at + i));
  out.char(0x22);
}
