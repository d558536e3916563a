/** Extensions of OpenFlow 1.0 by Big Switch Networks (https://github.com/floodlight/loxigen, bsn_*). */
import type { PrintContext } from '../context';
import { titledIpv4 } from '../text/named';
import { type NameTable, names } from '../text/names';
import { count } from '../text/phrase';
import { hexNumber, namedOr } from './openflow-text';

export const bigSwitch = 0x5c16c7;

const Message = {
  setIpMask: 0,
  getIpMask: 1,
  ipMask: 2,
  setMirroring: 3,
  getMirroring: 4,
  mirroring: 5,
  shellCommand: 6,
  shellOutput: 7,
  shellStatus: 8,
  getInterfaces: 9,
  getL2Table: 13,
  removeVirtualPort: 17,
  getBandwidth: 19,
  clearBandwidth: 21,
  getHybrid: 27,
} as const;
const messageNames = names(() => ({
  ...[
    ...['SET_IP_MASK', 'GET_IP_MASK_REQUEST', 'GET_IP_MASK_REPLY', 'SET_MIRRORING', 'GET_MIRRORING_REQUEST'],
    ...['GET_MIRRORING_REPLY', 'SHELL_COMMAND', 'SHELL_OUTPUT', 'SHELL_STATUS', 'GET_INTERFACES_REQUEST'],
    ...['GET_INTERFACES_REPLY', 'SET_PKTIN_SUPPRESSION_REQUEST', 'SET_L2_TABLE_REQUEST', 'GET_L2_TABLE_REQUEST'],
    ...['GET_L2_TABLE_REPLY', 'VIRTUAL_PORT_CREATE_REQUEST', 'VIRTUAL_PORT_CREATE_REPLY'],
    ...['VIRTUAL_PORT_REMOVE_REQUEST', 'BW_ENABLE_SET_REQUEST', 'BW_ENABLE_GET_REQUEST', 'BW_ENABLE_GET_REPLY'],
    ...['BW_CLEAR_DATA_REQUEST', 'BW_CLEAR_DATA_REPLY', 'BW_ENABLE_SET_REPLY', 'SET_L2_TABLE_REPLY'],
    ...['SET_PKTIN_SUPPRESSION_REPLY', 'VIRTUAL_PORT_REMOVE_REPLY', 'HYBRID_GET_REQUEST', 'HYBRID_GET_REPLY'],
  ],
  31: 'PDU_TX_REQUEST',
  32: 'PDU_TX_REPLY',
  33: 'PDU_RX_REQUEST',
  34: 'PDU_RX_REPLY',
  35: 'PDU_RX_TIMEOUT',
}));
/** Bytes behind the subtype, where there is one right number of them. */
const messageLengths = new Map<number, number>([
  [Message.getIpMask, 8],
  [Message.setIpMask, 8],
  [Message.ipMask, 8],
  [Message.setMirroring, 4],
  [Message.getMirroring, 4],
  [Message.mirroring, 4],
  [Message.getInterfaces, 0],
  [Message.getL2Table, 0],
  [Message.getBandwidth, 0],
  [Message.clearBandwidth, 0],
  [Message.getHybrid, 0],
  [Message.removeVirtualPort, 4],
  [Message.shellStatus, 4],
]);
const onOffNames = names(() => ({ 0: 'OFF', 1: 'ON' }));

const mirrorAction = 1;
const mirrorLength = 12;
const actionNames = names(() => ({ [mirrorAction]: 'MIRROR', 2: 'SET_TUNNEL_DST', 4: 'CHECKSUM' }));
const stageNames = names(() => ({ 0: 'INGRESS', 1: 'EGRESS' }));
const ethertypeVlan = 0x8100;

export function printBigSwitchMessage(context: PrintContext, at: number, length: number): void {
  const { view } = context;
  if (length < 4) {
    context.invalidRest(at, length);
    return;
  }
  const subtype = view.u32(at);
  namedOr(context, '\n\t subtype ', messageNames, subtype, 'unknown (', 8);
  const from = at + 4;
  const left = length - 4;
  if ((messageLengths.get(subtype) ?? left) !== left || (subtype === Message.shellCommand && left < 4)) {
    context.invalidRest(from, left);
    return;
  }
  switch (subtype) {
    case Message.getIpMask:
      count(context.out, ', index ', view.u8(from));
      break;
    case Message.setIpMask:
    case Message.ipMask:
      count(context.out, ', index ', view.u8(from));
      titledIpv4(context, ', mask ', from + 4);
      break;
    case Message.setMirroring:
    case Message.getMirroring:
    case Message.mirroring:
      nameOrNumber(context, ', report_mirror_ports ', onOffNames, view.u8(from), 'bogus (');
      break;
    case Message.removeVirtualPort:
      count(context.out, ', vport_no ', view.u32(from));
      break;
    case Message.shellCommand:
      count(context.out, ', service ', view.u32(from));
      shellText(context, from + 4, left - 4);
      break;
    case Message.shellOutput:
      shellText(context, from, left);
      break;
    case Message.shellStatus:
      hexNumber(context, ', status ', view.u32(from), 8);
      break;
  }
  view.need(from, left);
}

function nameOrNumber(context: PrintContext, title: string, table: NameTable, value: number, otherwise: string): void {
  const { out } = context;
  const name = table.get(value);
  out.text(title);
  if (name !== undefined) {
    out.text(name);
    return;
  }
  out.text(otherwise);
  out.decimal(value);
  out.char(0x29);
}

function shellText(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  out.text(", data '");
  out.reserve(4 * length);
  for (let i = 0; i < length; i++) out.caret(view.u8(at + i));
  out.char(0x27);
}

export function printBigSwitchAction(context: PrintContext, at: number, length: number): void {
  const { view } = context;
  if (length < 4) {
    context.invalidRest(at, length);
    return;
  }
  const subtype = view.u32(at);
  namedOr(context, '\n\t  subtype ', actionNames, subtype, 'unknown (', 8);
  const from = at + 4;
  const left = length - 4;
  if (subtype === mirrorAction) {
    if (left !== mirrorLength) {
      context.invalidRest(from, left);
      return;
    }
    mirror(context, from);
  }
  view.need(from, left);
}

function mirror(context: PrintContext, at: number): void {
  const { out, view } = context;
  count(context.out, ', dest_port ', view.u32(at));
  const type = view.u16(at + 4);
  const tag = view.u16(at + 6);
  if (type === 0) {
    out.text(', vlan_tag none');
  } else if (type === ethertypeVlan) {
    count(context.out, ', vlan_tag 802.1Q (vlan ', tag & 0xfff);
    count(context.out, ', p ', tag >>> 13);
    out.text((tag & 0x1000) !== 0 ? ', DEI)' : ')');
  } else {
    hexNumber(context, ', vlan_tag unknown (', type, 4);
    out.char(0x29);
  }
  nameOrNumber(context, ', copy_stage ', stageNames, view.u8(at + 8), 'unknown (');
}
