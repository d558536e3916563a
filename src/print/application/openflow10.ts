/** OpenFlow 1.0.0: each type of message (5.1) and how its body is printed. */
import type { PrintContext } from '../context';
import { printEthernet } from '../link/ethernet';
import { count } from '../text/phrase';
import {
  bitmapOf,
  bits16,
  bits32,
  hexNumber,
  hexNumber64,
  type MessageType,
  macField,
  named,
  namedOr,
  namesFrom0,
  number64,
  printData,
  printError,
  vendorField,
} from './openflow-text';
import { matchLength, printActions, printMatch } from './openflow10-match';
import {
  actionBits,
  bufferNames,
  errorCodeNames,
  errorNames,
  portConfig,
  portFeatures,
  portNames,
} from './openflow10-names';
import { portLength, printPort, printQueues } from './openflow10-port';
import { printStatsReply, printStatsRequest } from './openflow10-stats';
import { bigSwitch, printBigSwitchMessage } from './openflow10-vendor';

/** By type. */
export const openflow10: readonly MessageType[] = [
  { name: 'HELLO', print: printData },
  { name: 'ERROR', least: 4, print: error },
  { name: 'ECHO_REQUEST', print: printData },
  { name: 'ECHO_REPLY', print: printData },
  { name: 'VENDOR', least: 4, print: vendor },
  { name: 'FEATURES_REQUEST', fixed: 0 },
  { name: 'FEATURES_REPLY', least: 24, print: features },
  { name: 'GET_CONFIG_REQUEST', fixed: 0 },
  { name: 'GET_CONFIG_REPLY', fixed: 4, print: config },
  { name: 'SET_CONFIG', fixed: 4, print: config },
  { name: 'PACKET_IN', least: 10, print: packetIn },
  { name: 'FLOW_REMOVED', fixed: 80, print: flowRemoved },
  { name: 'PORT_STATUS', fixed: 56, print: portStatus },
  { name: 'PACKET_OUT', least: 8, print: packetOut },
  { name: 'FLOW_MOD', least: 64, print: flowChange },
  { name: 'PORT_MOD', fixed: 24, print: portChange },
  { name: 'STATS_REQUEST', least: 4, print: printStatsRequest },
  { name: 'STATS_REPLY', least: 4, print: printStatsReply },
  { name: 'BARRIER_REQUEST', fixed: 0 },
  { name: 'BARRIER_REPLY', fixed: 0 },
  { name: 'QUEUE_GET_CONFIG_REQUEST', fixed: 4, print: queueRequest },
  { name: 'QUEUE_GET_CONFIG_REPLY', least: 8, print: queueReply },
];

/** So many -v are needed to show the frame that a message holds, and it gets what is left of them. */
const frameVerbosity = 3;
/** One bit that 1.0.0 reserves has a name nevertheless. */
const reservedCapability = 0x10;
const allCapabilities = bitmapOf(
  ...['FLOW_STATS', 'TABLE_STATS', 'PORT_STATS', 'STP', 'RESERVED', 'IP_REASM', 'QUEUE_STATS', 'ARP_MATCH_IP'],
);
const capabilities = { ...allCapabilities, assigned: allCapabilities.assigned & ~reservedCapability };
const actions = bitmapOf(...actionBits);
const flowFlags = bitmapOf('SEND_FLOW_REM', 'CHECK_OVERLAP', 'EMERG');
const fragmentNames = namesFrom0('FRAG_NORMAL', 'FRAG_DROP', 'FRAG_REASM');
const commandNames = namesFrom0('ADD', 'MODIFY', 'MODIFY_STRICT', 'DELETE', 'DELETE_STRICT');
const lastModify = 2;
const lastDelete = 4;
const packetReasonNames = namesFrom0('NO_MATCH', 'ACTION');
const removalReasonNames = namesFrom0('IDLE_TIMEOUT', 'HARD_TIMEOUT', 'DELETE');
const portReasonNames = namesFrom0('ADD', 'DELETE', 'MODIFY');
const featuresLength = 24;

function error(context: PrintContext, at: number, length: number): void {
  printError(context, errorNames, errorCodeNames, at, length);
}

function vendor(context: PrintContext, at: number, length: number): void {
  const id = context.view.u32(at);
  vendorField(context, ', vendor ', id);
  if (id === bigSwitch) printBigSwitchMessage(context, at + 4, length - 4);
  else printData(context, at + 4, length - 4);
}

function features(context: PrintContext, at: number, length: number): void {
  const { view } = context;
  hexNumber64(context, '\n\t dpid ', at);
  count(context.out, ', n_buffers ', view.u32(at + 8));
  count(context.out, ', n_tables ', view.u8(at + 12));
  bits32(context, '\n\t capabilities ', at + 16, capabilities);
  bits32(context, '\n\t actions ', at + 20, actions);
  let from = at + featuresLength;
  let left = length - featuresLength;
  for (; left >= portLength; from += portLength, left -= portLength) printPort(context, from);
  if (left > 0) context.invalidRest(from, left);
}

function config(context: PrintContext, at: number): void {
  const { view } = context;
  namedOr(context, '\n\t flags ', fragmentNames, view.u16(at), 'invalid (', 4);
  count(context.out, ', miss_send_len ', view.u16(at + 2));
}

/** Where a number of zero says nothing. */
function unlessZero(context: PrintContext, title: string, value: number): void {
  if (value !== 0) count(context.out, title, value);
}

function flowChange(context: PrintContext, at: number, length: number): void {
  const { view } = context;
  printMatch(context, '\n\t ', at);
  const rest = at + matchLength;
  hexNumber64(context, '\n\t cookie ', rest);
  const command = view.u16(rest + 8);
  namedOr(context, ', command ', commandNames, command, 'invalid (', 4);
  unlessZero(context, ', idle_timeout ', view.u16(rest + 10));
  unlessZero(context, ', hard_timeout ', view.u16(rest + 12));
  unlessZero(context, ', priority ', view.u16(rest + 14));
  if (command <= lastModify) buffer(context, ', buffer_id ', rest + 16);
  else if (command <= lastDelete) named(context, ', out_port ', portNames, view.u16(rest + 20));
  bits16(context, ', flags ', rest + 22, flowFlags);
  printActions(context, '\n\t ', rest + 24, length - matchLength - 24);
}

function buffer(context: PrintContext, prefix: string, at: number): void {
  const id = context.view.u32(at);
  context.out.text(prefix);
  const name = bufferNames.get(id);
  if (name !== undefined) context.out.text(name);
  else hexNumber(context, '', id, 8);
}

function portChange(context: PrintContext, at: number, length: number): void {
  const { view } = context;
  named(context, '\n\t port_no ', portNames, view.u16(at));
  macField(context, ', hw_addr ', at + 2);
  bits32(context, '\n\t config ', at + 8, portConfig);
  bits32(context, '\n\t mask ', at + 12, portConfig);
  bits32(context, '\n\t advertise ', at + 16, portFeatures);
  view.need(at, length);
}

function queueRequest(context: PrintContext, at: number, length: number): void {
  named(context, '\n\t port ', portNames, context.view.u16(at));
  context.view.need(at, length);
}

function queueReply(context: PrintContext, at: number, length: number): void {
  named(context, '\n\t port ', portNames, context.view.u16(at));
  context.view.need(at, 8);
  printQueues(context, at + 8, length - 8);
}

function packetOut(context: PrintContext, at: number, length: number): void {
  const { view } = context;
  hexNumber(context, '\n\t buffer_id ', view.u32(at), 8);
  named(context, ', in_port ', portNames, view.u16(at + 4));
  const size = view.u16(at + 6);
  const left = length - 8;
  if (size > left) {
    context.invalidRest(at + 8, left);
    return;
  }
  printActions(context, '\n\t ', at + 8, size);
  frame(context, at + 8 + size, left - size);
}

function packetIn(context: PrintContext, at: number, length: number): void {
  const { view } = context;
  buffer(context, '\n\t buffer_id ', at);
  count(context.out, ', total_len ', view.u16(at + 4));
  named(context, ', in_port ', portNames, view.u16(at + 6));
  namedOr(context, ', reason ', packetReasonNames, view.u8(at + 8), 'invalid (', 2);
  view.need(at, 10);
  frame(context, at + 10, length - 10);
}

/** A frame that a switch has received, or is to send. */
function frame(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length === 0) return;
  count(context.out, '\n\t data (', length);
  out.text(' octets)');
  if (context.verbose < frameVerbosity) {
    view.need(at, length);
    return;
  }
  out.text(', frame decoding below\n');
  const { end } = view;
  view.cut(at + length);
  context.verbose -= frameVerbosity;
  try {
    printEthernet(context, at, length);
  } finally {
    context.verbose += frameVerbosity;
  }
  view.end = end;
}

function flowRemoved(context: PrintContext, at: number): void {
  const { view } = context;
  printMatch(context, '\n\t ', at);
  const rest = at + matchLength;
  hexNumber64(context, '\n\t cookie ', rest);
  unlessZero(context, ', priority ', view.u16(rest + 8));
  namedOr(context, ', reason ', removalReasonNames, view.u8(rest + 10), 'unknown (', 2);
  count(context.out, ', duration_sec ', view.u32(rest + 12));
  count(context.out, ', duration_nsec ', view.u32(rest + 16));
  unlessZero(context, ', idle_timeout ', view.u16(rest + 20));
  number64(context, ', packet_count ', rest + 24);
  number64(context, ', byte_count ', rest + 32);
}

function portStatus(context: PrintContext, at: number): void {
  namedOr(context, '\n\t reason ', portReasonNames, context.view.u8(at), 'invalid (', 2);
  printPort(context, at + 8);
}
