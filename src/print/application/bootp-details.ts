/** BOOTP's fixed fields at -v (RFC 951, 1542), each on a line of its own where it is set. */
import { BootpField, type BootpLayer, bootpCmuCookie, bootpMagicCookie, bootpVendorOffset } from '../../decode/bootp';
import type { PrintContext } from '../context';
import { namedIpv4, namedMac } from '../text/named';
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
/** Addresses of CMU's vendor area, after its cookie and flags. */
const cmuTitles = [' SM', ' DG', ' NS1', ' NS2', ' IEN1', ' IEN2', ' TS1', ' TS2'];
const cmuMaskFlag = 1;

export function printBootpDetails(context: PrintContext, layer: BootpLayer, at: number): void {
  const { out, view } = context;
  if (!view.has(at + BootpField.seconds, 2)) {
    context.truncated();
    return;
  }
  if (layer.hardwareType !== 1) {
    out.text(', htype ');
    out.decimal(layer.hardwareType);
  }
  if (layer.hardwareType !== 1 || layer.hardwareLength !== 6) {
    out.text(', hlen ');
    out.decimal(layer.hardwareLength);
  }
  const hops = view.u8(at + BootpField.hops);
  if (hops !== 0) {
    out.text(', hops ');
    out.decimal(hops);
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
  for (const [offset, title] of addresses) titled(context, title, at + offset);
  if (layer.hardwareType === 1 && layer.hardwareLength === 6) {
    view.need(layer.clientHardwareAt, 6);
    out.text('\n\t  Client-Ethernet-Address ');
    namedMac(context, layer.clientHardwareAt);
  }
  if (!text(context, '\n\t  sname "', at + BootpField.serverName, nameLength)) return;
  if (!text(context, '\n\t  file "', at + BootpField.file, fileLength)) return;
  vendorArea(context, at + bootpVendorOffset);
}

/** An IPv4 address after its title; nothing where it is zero. */
function titled(context: PrintContext, title: string, at: number): void {
  if (context.view.u32(at) === 0) return;
  context.out.text(title);
  namedIpv4(context, at);
}

/** Text that ends with a zero, or nothing where it is empty; false where no zero is found. */
function text(context: PrintContext, title: string, at: number, size: number): boolean {
  const { out, view } = context;
  if (view.u8(at) === 0) return true;
  const captured = Math.min(size, view.available(at));
  out.text(title);
  let i = 0;
  for (; i < captured && view.u8(at + i) !== 0; i++) out.caret(view.u8(at + i));
  out.char(0x22);
  if (i < captured) return true;
  context.truncated();
  return false;
}

function vendorArea(context: PrintContext, at: number): void {
  const { out, view } = context;
  if (!view.has(at, 4)) {
    context.truncated();
    return;
  }
  const cookie = view.u32(at);
  if (cookie === bootpMagicCookie) {
    printDhcpOptions(context, at);
  } else if (cookie === bootpCmuCookie) {
    cmuVendorArea(context, at + 4);
  } else if (cookie !== 0) {
    out.text('\n\t  Vendor-#0x');
    out.hex(cookie);
  }
}

/** Carnegie Mellon's vendor area, older than RFC 1048. */
function cmuVendorArea(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text(' vend-cmu');
  view.need(at, 4);
  const flags = view.u8(at);
  if ((flags & ~cmuMaskFlag) !== 0) {
    out.text(' F:0x');
    out.hex(flags);
  }
  cmuAddress(context, 1, at, ':');
  cmuAddress(context, 0, at, (flags & cmuMaskFlag) !== 0 ? ':' : '*:');
  for (let i = 2; i < cmuTitles.length; i++) cmuAddress(context, i, at, ':');
}

function cmuAddress(context: PrintContext, index: number, at: number, mark: string): void {
  const { out, view } = context;
  const from = at + 4 + 4 * index;
  if (view.u32(from) === 0) return;
  out.text(cmuTitles[index]);
  out.text(mark);
  namedIpv4(context, from);
}
