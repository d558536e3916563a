/** OpenFlow 1.0.0: which packets a flow is made of (5.2.3) and what is done with them (5.2.4). */
import type { PrintContext } from '../context';
import { titledIpv4 } from '../text/named';
import { count } from '../text/phrase';
import { type Bitmap, hexNumber, macField, named, namedOr, printData, vendorField } from './openflow-text';
import { actionNames, Port, portNames, queueNames } from './openflow10-names';
import { bigSwitch, printBigSwitchAction } from './openflow10-vendor';

export const matchLength = 40;
const actionLength = 8;

/** A bit that is set: the field does not matter. */
const Wildcard = {
  inPort: 1 << 0,
  vlan: 1 << 1,
  source: 1 << 2,
  destination: 1 << 3,
  type: 1 << 4,
  protocol: 1 << 5,
  sourcePort: 1 << 6,
  destinationPort: 1 << 7,
  vlanPriority: 1 << 20,
  tos: 1 << 21,
} as const;
const sourceBitsShift = 8;
const destinationBitsShift = 14;
const addressBitsMask = 0x3f;

/** With the bits that count those of the addresses that do not matter. */
export const wildcards: Bitmap = {
  names: [
    [Wildcard.inPort, 'IN_PORT'],
    [Wildcard.vlan, 'DL_VLAN'],
    [Wildcard.source, 'DL_SRC'],
    [Wildcard.destination, 'DL_DST'],
    [Wildcard.type, 'DL_TYPE'],
    [Wildcard.protocol, 'NW_PROTO'],
    [Wildcard.sourcePort, 'TP_SRC'],
    [Wildcard.destinationPort, 'TP_DST'],
    [Wildcard.vlanPriority, 'DL_VLAN_PCP'],
    [Wildcard.tos, 'NW_TOS'],
  ],
  assigned: 0x3fffff,
};

const ethertypeIpv4 = 0x0800;
const ethertypeArp = 0x0806;
const icmp = 1;
const noVlan = 0xffff;

function title(context: PrintContext, prefix: string, name: string): void {
  context.out.text(prefix);
  context.out.text('match ');
  context.out.text(name);
  context.out.char(0x20);
}

function vlan(context: PrintContext, id: number): void {
  const { out } = context;
  if (id === noVlan) {
    out.text('NONE');
    return;
  }
  out.decimal(id);
  if (id === 0 || id >= 0x0fff) out.text(' (bogus)');
}

function priority(context: PrintContext, value: number): void {
  context.out.decimal(value);
  if (value > 7) context.out.text(' (bogus)');
}

/** Each field that matters on a line of its own, after `prefix`. */
export function printMatch(context: PrintContext, prefix: string, at: number): void {
  const { out, view } = context;
  const wild = view.u32(at);
  if ((wild & ~wildcards.assigned) !== 0) {
    out.text(prefix);
    hexNumber(context, 'wildcards ', wild, 8);
    out.text(' (bogus)');
  }
  if ((wild & Wildcard.inPort) === 0) {
    const port = view.u16(at + 4);
    title(context, prefix, 'in_port');
    named(context, '', portNames, port);
  }
  if ((wild & Wildcard.source) === 0) macMatch(context, prefix, 'dl_src', at + 6);
  if ((wild & Wildcard.destination) === 0) macMatch(context, prefix, 'dl_dst', at + 12);
  if ((wild & Wildcard.vlan) === 0) {
    const id = view.u16(at + 18);
    title(context, prefix, 'dl_vlan');
    vlan(context, id);
  }
  if ((wild & Wildcard.vlanPriority) === 0) {
    const value = view.u8(at + 20);
    title(context, prefix, 'dl_vlan_pcp');
    priority(context, value);
  }
  networkMatch(context, prefix, at, wild);
}

function macMatch(context: PrintContext, prefix: string, name: string, at: number): void {
  context.view.need(at, 6);
  title(context, prefix, name);
  macField(context, '', at);
}

function networkMatch(context: PrintContext, prefix: string, at: number, wild: number): void {
  const { view } = context;
  const hasType = (wild & Wildcard.type) === 0;
  const hasProtocol = (wild & Wildcard.protocol) === 0;
  const type = view.u16(at + 22);
  if (hasType) {
    title(context, prefix, 'dl_type');
    hexNumber(context, '', type, 4);
  }
  if ((wild & Wildcard.tos) === 0) {
    const tos = view.u8(at + 24);
    title(context, prefix, 'nw_tos');
    hexNumber(context, '', tos, 2);
  }
  const protocol = view.u8(at + 25);
  if (hasProtocol) {
    title(context, prefix, hasType && type === ethertypeArp ? 'arp_opcode' : 'nw_proto');
    context.out.decimal(protocol);
  }
  addressMatch(context, prefix, 'nw_src', at + 28, (wild >>> sourceBitsShift) & addressBitsMask);
  addressMatch(context, prefix, 'nw_dst', at + 32, (wild >>> destinationBitsShift) & addressBitsMask);
  const isIcmp = hasType && type === ethertypeIpv4 && hasProtocol && protocol === icmp;
  if ((wild & Wildcard.sourcePort) === 0) {
    const port = view.u16(at + 36);
    title(context, prefix, isIcmp ? 'icmp_type' : 'tp_src');
    context.out.decimal(port);
  }
  const port = view.u16(at + 38);
  if ((wild & Wildcard.destinationPort) === 0) {
    title(context, prefix, isIcmp ? 'icmp_code' : 'tp_dst');
    context.out.decimal(port);
  }
}

/** `wildBits`: how many of the last bits of the address do not matter. */
function addressMatch(context: PrintContext, prefix: string, name: string, at: number, wildBits: number): void {
  if (wildBits >= 32) return;
  context.view.need(at, 4);
  title(context, prefix, name);
  titledIpv4(context, '', at);
  count(context.out, '/', 32 - wildBits);
}

const Action = {
  output: 0,
  vlan: 1,
  vlanPriority: 2,
  stripVlan: 3,
  source: 4,
  destination: 5,
  networkSource: 6,
  networkDestination: 7,
  tos: 8,
  sourcePort: 9,
  destinationPort: 10,
  enqueue: 11,
  vendor: 0xffff,
} as const;
/** By type; a vendor's may have any multiple of eight. */
const actionLengths: readonly number[] = [8, 8, 8, 8, 16, 16, 8, 8, 8, 8, 8, 16];

/** Each on a line of its own, after `prefix`. */
export function printActions(context: PrintContext, prefix: string, at: number, length: number): void {
  const { out, view } = context;
  let from = at;
  let left = length;
  while (left > 0) {
    if (left < actionLength) {
      context.invalidRest(from, left);
      return;
    }
    const type = view.u16(from);
    out.text(prefix);
    namedOr(context, 'action type ', actionNames, type, 'invalid (', 4);
    const size = view.u16(from + 2);
    count(context.out, ', len ', size);
    if (size < actionLength || size > left) {
      context.invalidRest(from + 4, left - 4);
      return;
    }
    action(context, type, from, size);
    from += size;
    left -= size;
  }
}

function action(context: PrintContext, type: number, at: number, size: number): void {
  const { out, view } = context;
  const right = type === Action.vendor ? size % 8 === 0 : actionLengths[type] === size;
  if (!right) {
    if (type === Action.vendor || type < actionLengths.length) out.text(' (bogus)');
    view.need(at + 4, size - 4);
    return;
  }
  const value = at + 4;
  switch (type) {
    case Action.output: {
      const port = view.u16(value);
      named(context, ', port ', portNames, port);
      const most = view.u16(value + 2);
      if (port === Port.controller) count(context.out, ', max_len ', most);
      break;
    }
    case Action.vlan: {
      const id = view.u16(value);
      out.text(', vlan_vid ');
      vlan(context, id);
      break;
    }
    case Action.vlanPriority: {
      const given = view.u8(value);
      out.text(', vlan_pcp ');
      priority(context, given);
      break;
    }
    case Action.source:
    case Action.destination:
      macField(context, ', dl_addr ', value);
      break;
    case Action.networkSource:
    case Action.networkDestination:
      titledIpv4(context, ', nw_addr ', value);
      break;
    case Action.tos:
      hexNumber(context, ', nw_tos ', view.u8(value), 2);
      break;
    case Action.sourcePort:
    case Action.destinationPort:
      count(context.out, ', tp_port ', view.u16(value));
      break;
    case Action.enqueue:
      named(context, ', port ', portNames, view.u16(value));
      named(context, ', queue_id ', queueNames, view.u32(value + 8));
      break;
    case Action.vendor:
      vendorAction(context, value, size - 4);
      break;
  }
  view.need(at, size);
}

function vendorAction(context: PrintContext, at: number, length: number): void {
  const vendor = context.view.u32(at);
  vendorField(context, ', vendor ', vendor);
  if (vendor === bigSwitch) printBigSwitchAction(context, at + 4, length - 4);
  else printData(context, at + 4, length - 4);
}
