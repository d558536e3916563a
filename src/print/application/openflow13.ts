/** OpenFlow 1.3.4: each type of message (7.1) and how its body is printed; tcpdump prints not all of them. */
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { count } from '../text/phrase';
import {
  bitmapOf,
  bits32,
  hexNumber,
  hexNumber64,
  type MessageType,
  macField,
  named,
  namedOr,
  namesFrom0,
  printData,
  printError,
  textField,
  vendorField,
} from './openflow-text';
import { errorCodeNames, errorNames, portConfig, portFeatures, portNames, portState } from './openflow13-names';

/** By type. */
export const openflow13: readonly MessageType[] = [
  { name: 'HELLO', print: hello },
  { name: 'ERROR', least: 4, print: error },
  { name: 'ECHO_REQUEST', print: printData },
  { name: 'ECHO_REPLY', print: printData },
  { name: 'EXPERIMENTER', least: 8, print: experimenter },
  { name: 'FEATURES_REQUEST', fixed: 0 },
  { name: 'FEATURES_REPLY', fixed: 24, print: features },
  { name: 'GET_CONFIG_REQUEST', fixed: 0 },
  { name: 'GET_CONFIG_REPLY', fixed: 4, print: config },
  { name: 'SET_CONFIG', fixed: 4, print: config },
  { name: 'PACKET_IN' },
  { name: 'FLOW_REMOVED' },
  { name: 'PORT_STATUS', fixed: 72, print: portStatus },
  { name: 'PACKET_OUT' },
  { name: 'FLOW_MOD' },
  { name: 'GROUP_MOD' },
  { name: 'PORT_MOD', fixed: 32, print: portChange },
  { name: 'TABLE_MOD', fixed: 8, print: tableChange },
  { name: 'MULTIPART_REQUEST' },
  { name: 'MULTIPART_REPLY' },
  { name: 'BARRIER_REQUEST', fixed: 0 },
  { name: 'BARRIER_REPLY', fixed: 0 },
  { name: 'QUEUE_GET_CONFIG_REQUEST', fixed: 8, print: queueRequest },
  { name: 'QUEUE_GET_CONFIG_REPLY' },
  { name: 'ROLE_REQUEST', fixed: 16, print: role },
  { name: 'ROLE_REPLY', fixed: 16, print: role },
  { name: 'GET_ASYNC_REQUEST', fixed: 0 },
  { name: 'GET_ASYNC_REPLY', fixed: 24, print: asynchronous },
  { name: 'SET_ASYNC', fixed: 24, print: asynchronous },
  { name: 'METER_MOD' },
];

const capabilities = bitmapOf(
  ...['FLOW_STATS', 'TABLE_STATS', 'PORT_STATS', 'GROUP_STATS', undefined, 'IP_REASM', 'QUEUE_STATS'],
  ...[undefined, 'PORT_BLOCKED'],
);
const versions = bitmapOf('1.0', '1.1', '1.2', '1.3', '1.4', '1.5');
const fragmentNames = namesFrom0('FRAG_NORMAL', 'FRAG_DROP', 'FRAG_REASM');
const tableNames = names(() => ({ 0xfe: 'MAX', 0xff: 'ALL' }));
const lengthNames = names(() => ({ 0xffe5: 'MAX', 0xffff: 'NO_BUFFER' }));
const roleNames = namesFrom0('NOCHANGE', 'EQUAL', 'MASTER', 'SLAVE');
const portReasonNames = namesFrom0('ADD', 'DELETE', 'MODIFY');
const packetReasons = bitmapOf('NO_MATCH', 'ACTION', 'INVALID_TTL');
const portReasons = bitmapOf('ADD', 'DELETE', 'MODIFY');

const versionBitmap = 1;
const elementNames = names(() => ({ [versionBitmap]: 'VERSIONBITMAP' }));
const elementHeaderLength = 4;
const portLength = 64;
const portNameLength = 16;

function hello(context: PrintContext, at: number, length: number): void {
  const { view } = context;
  let from = at;
  let left = length;
  while (left > 0) {
    if (left < elementHeaderLength) {
      context.invalidRest(from, left);
      return;
    }
    const type = view.u16(from);
    namedOr(context, '\n\t type ', elementNames, type, 'unknown (', 4);
    const size = view.u16(from + 2);
    count(context.out, ', length ', size);
    if (size < elementHeaderLength || size > left) {
      context.invalidRest(from + elementHeaderLength, left - elementHeaderLength);
      return;
    }
    if (type === versionBitmap) {
      // One bitmap counts the versions up to 31; nobody needs a second one.
      if (size === elementHeaderLength + 4) bits32(context, ', bitmap ', from + elementHeaderLength, versions);
      else context.out.text(' (bogus)');
    }
    view.need(from, size);
    from += size;
    left -= size;
  }
}

function error(context: PrintContext, at: number, length: number): void {
  printError(context, errorNames, errorCodeNames, at, length);
}

function experimenter(context: PrintContext, at: number, length: number): void {
  const { view } = context;
  vendorField(context, '\n\t experimenter ', view.u32(at));
  hexNumber(context, ', exp_type ', view.u32(at + 4), 8);
  printData(context, at + 8, length - 8);
}

function features(context: PrintContext, at: number, length: number): void {
  const { view } = context;
  hexNumber64(context, '\n\t dpid ', at);
  count(context.out, ', n_buffers ', view.u32(at + 8));
  count(context.out, ', n_tables ', view.u8(at + 12));
  count(context.out, ', auxiliary_id ', view.u8(at + 13));
  bits32(context, '\n\t capabilities ', at + 16, capabilities);
  view.need(at, length);
}

function config(context: PrintContext, at: number): void {
  const { view } = context;
  namedOr(context, '\n\t flags ', fragmentNames, view.u16(at), 'invalid (', 4);
  named(context, ', miss_send_len ', lengthNames, view.u16(at + 2));
}

function tableChange(context: PrintContext, at: number): void {
  const { view } = context;
  named(context, '\n\t table_id ', tableNames, view.u8(at));
  hexNumber(context, ', config ', view.u32(at + 4), 8);
}

function role(context: PrintContext, at: number): void {
  namedOr(context, '\n\t role ', roleNames, context.view.u32(at), 'invalid (', 8);
  hexNumber64(context, ', generation_id ', at + 8);
}

/** For a master or equal, and for a slave. */
function asynchronous(context: PrintContext, at: number): void {
  bits32(context, '\n\t packet_in_mask[EM] ', at, packetReasons);
  bits32(context, '\n\t packet_in_mask[S] ', at + 4, packetReasons);
  bits32(context, '\n\t port_status_mask[EM] ', at + 8, portReasons);
  bits32(context, '\n\t port_status_mask[S] ', at + 12, portReasons);
  bits32(context, '\n\t flow_removed_mask[EM] ', at + 16, portReasons);
  bits32(context, '\n\t flow_removed_mask[S] ', at + 20, portReasons);
}

function portChange(context: PrintContext, at: number, length: number): void {
  const { view } = context;
  named(context, '\n\t port_no ', portNames, view.u32(at));
  macField(context, ', hw_addr ', at + 8);
  bits32(context, '\n\t  config ', at + 16, portConfig);
  bits32(context, '\n\t  mask ', at + 20, portConfig);
  bits32(context, '\n\t  advertise ', at + 24, portFeatures);
  view.need(at, length);
}

function queueRequest(context: PrintContext, at: number, length: number): void {
  named(context, '\n\t port ', portNames, context.view.u32(at));
  context.view.need(at, length);
}

function portStatus(context: PrintContext, at: number): void {
  const { out } = context;
  const reason = context.view.u8(at);
  out.text('\n\t reason ');
  // tcpdump writes no number for those that are unknown.
  out.text(portReasonNames.get(reason) ?? 'invalid (0x02x)');
  port(context, at + 8);
}

/** What it can do is told at -vv. */
function port(context: PrintContext, at: number): void {
  const { out, view } = context;
  named(context, '\n\t  port_no ', portNames, view.u32(at));
  macField(context, ', hw_addr ', at + 8);
  textField(context, ', name ', at + 16, portNameLength);
  const rest = at + 16 + portNameLength;
  if (context.verbose < 2) {
    view.need(at, portLength);
    return;
  }
  bits32(context, '\n\t   config ', rest, portConfig);
  bits32(context, '\n\t   state ', rest + 4, portState);
  bits32(context, '\n\t   curr ', rest + 8, portFeatures);
  bits32(context, '\n\t   advertised ', rest + 12, portFeatures);
  bits32(context, '\n\t   supported ', rest + 16, portFeatures);
  bits32(context, '\n\t   peer ', rest + 20, portFeatures);
  count(context.out, '\n\t   curr_speed ', view.u32(rest + 24));
  out.text('kbps');
  count(context.out, '\n\t   max_speed ', view.u32(rest + 28));
  out.text('kbps');
}
