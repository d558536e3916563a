/** DHCP options with a structure of their own (RFC 2132 8.7, 9.3, 9.14; RFC 3004, 3046, 3442, 4702). */
import { DhcpOption, dhcpAgentNames } from '../../decode/dhcp';
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { nameOr, names } from '../text/names';
import { packetText } from '../text/packet-text';
import { quoted } from './dhcp-options';

const overloadNames = names(() => ({ 1: 'file', 2: 'sname', 3: 'file+sname' }));
const netbiosNames = names(() => ({ 1: 'b-node', 2: 'p-node', 4: 'm-node', 8: 'h-node' }));
const hardwareNames = names(() => ({
  1: 'ether',
  6: 'ieee802',
  7: 'arcnet',
  15: 'frelay',
  23: 'strip',
  24: 'ieee1394',
}));
/** Letters of the flags of RFC 4702, 2.1, from the lowest bit. */
const fqdnFlags = 'SOEN';

/** Smallest size of each option's value. */
const smallest: Readonly<Record<number, number>> = {
  [DhcpOption.netbiosNode]: 1,
  [DhcpOption.overload]: 1,
  [DhcpOption.clientId]: 1,
  [DhcpOption.clientFqdn]: 3,
  [DhcpOption.classlessRoutes]: 5,
  [DhcpOption.classlessRoutesMicrosoft]: 5,
  [DhcpOption.userClass]: 2,
};

/** Returns the bytes that were made sense of. */
export function printDhcpSpecial(context: PrintContext, code: number, at: number, size: number): number {
  const { out, view } = context;
  const least = smallest[code];
  if (size < least) {
    error(context, 'length < ', least, ' bytes');
    return size;
  }
  switch (code) {
    case DhcpOption.netbiosNode:
    case DhcpOption.overload:
      nameOr(out, code === DhcpOption.overload ? overloadNames : netbiosNames, view.u8(at), '#');
      return 1;
    case DhcpOption.clientId:
      clientId(context, at, size);
      return size;
    case DhcpOption.clientFqdn:
      clientFqdn(context, at, size);
      return size;
    case DhcpOption.relayAgent:
      return relayAgent(context, at, size);
    case DhcpOption.userClass:
      userClass(context, at, size);
      return size;
    case DhcpOption.classlessRoutes:
    case DhcpOption.classlessRoutesMicrosoft:
      classlessRoutes(context, at, at + size);
      return size;
  }
  return size;
}

/** `[ERROR: length < 5 bytes]`. */
function error(context: PrintContext, before: string, value: number, after: string): void {
  const { out } = context;
  out.text('[ERROR: ');
  out.text(before);
  out.decimal(value);
  out.text(after);
  out.char(0x5d);
}

/** A hardware type and address, or type 0 and a name of the client's own. */
function clientId(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  const type = view.u8(at);
  if (type === 0) {
    quoted(context, at + 1, size - 1);
    return;
  }
  nameOr(out, hardwareNames, type, 'hardware-type ', ',');
  out.char(0x20);
  for (let i = 1; i < size; i++) {
    if (i > 1) out.char(0x3a);
    out.hex8(view.u8(at + i));
  }
}

function clientFqdn(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  const flags = view.u8(at);
  if (flags > 0x0f) {
    out.text('[ERROR: MBZ nibble 0x');
    out.hex(flags >>> 4);
    out.text(' != 0] ');
  }
  if ((flags & 0x0f) !== 0) {
    out.char(0x5b);
    for (let bit = 0; bit < fqdnFlags.length; bit++) {
      if ((flags & (1 << bit)) !== 0) out.char(fqdnFlags.charCodeAt(bit));
    }
    out.text('] ');
  }
  if (view.u16(at + 1) !== 0) {
    out.decimal(view.u8(at + 1));
    out.char(0x2f);
    out.decimal(view.u8(at + 2));
    out.char(0x20);
  }
  quoted(context, at + 3, size - 3);
}

/** Suboptions one below the other; a single byte left over belongs to none. */
function relayAgent(context: PrintContext, at: number, size: number): number {
  const { out, view } = context;
  const end = at + size;
  let from = at;
  while (end - from >= 2) {
    const code = view.u8(from);
    const length = view.u8(from + 1);
    const name = dhcpAgentNames[code];
    out.text('\n\t      ');
    out.text(name ?? 'Unknown');
    out.text(' SubOption ');
    out.decimal(code);
    out.text(', length ');
    out.decimal(length);
    out.text(': ');
    from += 2;
    if (length > end - from) {
      out.text('length goes past end of option');
      return size;
    }
    if (name === undefined) context.dumpPart('\n\t\t', from, length);
    else packetText(context, from, length);
    from += length;
  }
  return from - at;
}

/** Each instance is a length and text. */
function userClass(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  const end = at + size;
  let from = at;
  for (let instance = 1; from < end; instance++) {
    const length = view.u8(from++);
    out.text('\n\t      instance#');
    out.decimal(instance);
    out.text(': ');
    if (length === 0) {
      out.text('[ERROR: suboption length must be non-zero]');
      return;
    }
    if (length > end - from) {
      out.text('[ERROR: invalid option]');
      return;
    }
    quoted(context, from, length);
    out.text(', length ');
    out.decimal(length);
    from += length;
  }
}

/** A mask width, as many octets of the destination as it needs, and a router. */
function classlessRoutes(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  let from = at;
  while (from < end) {
    if (from > at) out.char(0x2c);
    const width = view.u8(from++);
    if (width > 32) {
      error(context, 'Mask width (', width, ') > 32');
      return;
    }
    const octets = (width + 7) >> 3;
    if (end - from < octets + 4) {
      out.text('[ERROR: Remaining length (');
      out.decimal(end - from);
      out.text(') < ');
      out.decimal(octets + 4);
      out.text(' bytes]');
      return;
    }
    out.char(0x28);
    if (width === 0) {
      out.text('default');
    } else {
      for (let i = 0; i < 4; i++) {
        if (i > 0) out.char(0x2e);
        out.decimal(i < octets ? view.u8(from + i) : 0);
      }
      out.char(0x2f);
      out.decimal(width);
    }
    out.char(0x3a);
    namedIpv4(context, from + octets);
    out.char(0x29);
    from += octets + 4;
  }
}
