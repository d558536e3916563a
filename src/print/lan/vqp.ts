/** Cisco's VLAN Query Protocol: which VLAN a port is to join. */
import { macLength } from '../../decode/ethernet';
import type { PrintContext } from '../context';
import { namedIpv4, namedMac } from '../text/named';
import { nameOr, names } from '../text/names';

const headerLength = 8;
const objectHeaderLength = 6;
const supportedVersion = 1;
const messageNames = names(() => ({
  1: 'Request, Join Port',
  2: 'Response, VLAN',
  3: 'Request, Reconfirm',
  4: 'Response, Reconfirm',
}));
const errorNames = names(() => ({ 0: 'No error', 3: 'Access denied', 4: 'Shutdown port', 5: 'Wrong VTP domain' }));
const Item = {
  address: 0x0c01,
  port: 0x0c02,
  vlan: 0x0c03,
  domain: 0x0c04,
  frame: 0x0c05,
  noMac: 0x0c06,
  mac: 0x0c08,
} as const;
const itemNames = names(() => ({
  [Item.address]: 'Client IP Address',
  [Item.port]: 'Port Name',
  [Item.vlan]: 'VLAN Name',
  [Item.domain]: 'VTP Domain',
  [Item.frame]: 'Ethernet Packet',
  [Item.noMac]: 'MAC Null',
  [Item.mac]: 'MAC Address',
}));

export function printVqp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'vqp';
  view.need(at, headerLength);
  if (length < headerLength) {
    context.invalid();
    return;
  }
  const version = view.u8(at);
  if (version !== supportedVersion) {
    out.text('VQP version ');
    out.decimal(version);
    out.text(' packet not supported');
    return;
  }
  const error = view.u8(at + 2);
  out.text(context.verbose > 0 ? '\n\tVQPv1, ' : 'VQPv1 ');
  nameOr(out, messageNames, view.u8(at + 1), 'unknown (', ')');
  out.text(' Message, error-code ');
  out.text(errorNames.get(error) ?? 'unknown');
  out.text(' (');
  out.decimal(error);
  if (context.verbose > 0) {
    out.text('), seq 0x');
    out.hex32(view.u32(at + 4));
    out.text(', items ');
    out.decimal(view.u8(at + 3));
    out.text(', length ');
  } else {
    out.text('), length ');
  }
  out.decimal(length);
  if (context.verbose > 0) items(context, at + headerLength, length - headerLength, view.u8(at + 3));
}

function items(context: PrintContext, at: number, length: number, count: number): void {
  const { out, view } = context;
  let from = at;
  let left = length;
  for (let i = 0; i < count && left > 0; i++) {
    view.need(from, objectHeaderLength);
    if (left < objectHeaderLength) {
      context.invalid();
      return;
    }
    const type = view.u32(from);
    const size = view.u16(from + 4);
    from += objectHeaderLength;
    left -= objectHeaderLength;
    out.text('\n\t  ');
    out.text(itemNames.get(type) ?? 'Unknown');
    out.text(' Object (0x');
    out.hex32(type);
    out.text('), length ');
    out.decimal(size);
    out.text(', value: ');
    if (type === 0 || size === 0) return;
    view.need(from, size);
    if (size > left || !item(context, type, from, size)) {
      context.invalid();
      return;
    }
    from += size;
    left -= size;
  }
}

/** false: it has not the size that its type has. */
function item(context: PrintContext, type: number, at: number, size: number): boolean {
  const { out, view } = context;
  switch (type) {
    case Item.address:
      if (size !== 4) return false;
      namedIpv4(context, at);
      out.text(' (0x');
      out.hex32(view.u32(at));
      out.char(0x29);
      return true;
    case Item.port:
    case Item.vlan:
    case Item.domain:
    case Item.frame:
      out.reserve(4 * size);
      for (let i = 0; i < size; i++) {
        const byte = view.u8(at + i);
        if (byte === 0) break;
        out.caret(byte);
      }
      return true;
    case Item.noMac:
    case Item.mac:
      if (size !== macLength) return false;
      namedMac(context, at);
      return true;
    default:
      if (context.verbose === 1) context.dumpPart('\n\t    ', at, size);
      return true;
  }
}
