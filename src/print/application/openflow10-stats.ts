/** OpenFlow 1.0.0: statistics that are asked for and told (5.3.5). */
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { count } from '../text/phrase';
import {
  type BodyPrinter,
  bitmapOf,
  bits16,
  bits32,
  hexNumber,
  hexNumber64,
  named,
  namedOr,
  number64,
  printData,
  textField,
  vendorField,
} from './openflow-text';
import { matchLength, printActions, printMatch, wildcards } from './openflow10-match';
import { portNames, queueNames, tableNames } from './openflow10-names';

const Kind = { description: 0, flow: 1, aggregate: 2, table: 3, port: 4, queue: 5, vendor: 0xffff } as const;
const kindNames = names(() => ({
  ...['DESC', 'FLOW', 'AGGREGATE', 'TABLE', 'PORT', 'QUEUE'],
  [Kind.vendor]: 'VENDOR',
}));
const replyFlags = bitmapOf('MORE');

/** Lengths of the bodies of requests, by kind. */
const requestLengths: readonly number[] = [0, 44, 44, 0, 8, 8];
const descriptionLength = 1056;
const textLength = 256;
const serialLength = 32;
const flowLength = 88;
const aggregateLength = 24;
const tableLength = 64;
const tableNameLength = 32;
const portLength = 104;
const queueLength = 32;

const replies = new Map<number, BodyPrinter>([
  [Kind.description, description],
  [Kind.flow, flows],
  [Kind.aggregate, aggregate],
  [Kind.table, tables],
  [Kind.port, ports],
  [Kind.queue, queues],
  [Kind.vendor, vendor],
]);

export function printStatsRequest(context: PrintContext, at: number, length: number): void {
  const { view } = context;
  const kind = view.u16(at);
  namedOr(context, '\n\t type ', kindNames, kind, 'invalid (', 4);
  const flags = view.u16(at + 2);
  hexNumber(context, ', flags ', flags, 4);
  if (flags !== 0) context.out.text(' (bogus)');
  const body = at + 4;
  const left = length - 4;
  if ((requestLengths[kind] ?? left) !== left) {
    context.invalidRest(body, left);
    return;
  }
  switch (kind) {
    case Kind.flow:
    case Kind.aggregate: {
      printMatch(context, '\n\t ', body);
      const rest = body + matchLength;
      named(context, '\n\t table_id ', tableNames, view.u8(rest));
      named(context, ', out_port ', portNames, view.u16(rest + 2));
      break;
    }
    case Kind.port:
      named(context, '\n\t port_no ', portNames, view.u16(body));
      view.need(body, left);
      break;
    case Kind.queue:
      named(context, '\n\t port_no ', portNames, view.u16(body));
      named(context, ', queue_id ', queueNames, view.u32(body + 4));
      break;
    case Kind.vendor:
      vendor(context, body, left);
      break;
  }
}

export function printStatsReply(context: PrintContext, at: number, length: number): void {
  const { view } = context;
  const kind = view.u16(at);
  namedOr(context, '\n\t type ', kindNames, kind, 'invalid (', 4);
  bits16(context, ', flags ', at + 2, replyFlags);
  const print = replies.get(kind);
  if (print !== undefined) print(context, at + 4, length - 4);
  else view.need(at + 4, length - 4);
}

/** Without what is in the vendor's data. */
function vendor(context: PrintContext, at: number, length: number): void {
  if (length < 4) {
    context.invalidRest(at, length);
    return;
  }
  const number = context.view.u32(at);
  vendorField(context, ', vendor ', number);
  printData(context, at + 4, length - 4);
}

function description(context: PrintContext, at: number, length: number): void {
  if (length !== descriptionLength) {
    context.invalidRest(at, length);
    return;
  }
  textField(context, '\n\t  mfr_desc ', at, textLength);
  textField(context, '\n\t  hw_desc ', at + textLength, textLength);
  textField(context, '\n\t  sw_desc ', at + 2 * textLength, textLength);
  textField(context, '\n\t  serial_num ', at + 3 * textLength, serialLength);
  textField(context, '\n\t  dp_desc ', at + 3 * textLength + serialLength, textLength);
}

function flows(context: PrintContext, at: number, length: number): void {
  const { view } = context;
  let from = at;
  let left = length;
  while (left > 0) {
    if (left < flowLength) {
      context.invalidRest(from, left);
      return;
    }
    const size = view.u16(from);
    count(context.out, '\n\t length ', size);
    if (size < flowLength || size > left) {
      context.invalidRest(from, left);
      return;
    }
    named(context, ', table_id ', tableNames, view.u8(from + 2));
    printMatch(context, '\n\t  ', from + 4);
    const rest = from + 4 + matchLength;
    count(context.out, '\n\t  duration_sec ', view.u32(rest));
    count(context.out, ', duration_nsec ', view.u32(rest + 4));
    count(context.out, ', priority ', view.u16(rest + 8));
    count(context.out, ', idle_timeout ', view.u16(rest + 10));
    count(context.out, ', hard_timeout ', view.u16(rest + 12));
    hexNumber64(context, ', cookie ', rest + 20);
    number64(context, ', packet_count ', rest + 28);
    number64(context, ', byte_count ', rest + 36);
    printActions(context, '\n\t  ', from + flowLength, size - flowLength);
    from += size;
    left -= size;
  }
}

function aggregate(context: PrintContext, at: number, length: number): void {
  if (length !== aggregateLength) {
    context.invalidRest(at, length);
    return;
  }
  number64(context, '\n\t packet_count ', at);
  number64(context, ', byte_count ', at + 8);
  count(context.out, ', flow_count ', context.view.u32(at + 16));
  context.view.need(at, length);
}

/** Elements of one length; a rest that is shorter is invalid. */
function each(
  context: PrintContext,
  at: number,
  length: number,
  size: number,
  print: (context: PrintContext, at: number) => void,
): void {
  let from = at;
  let left = length;
  for (; left >= size; from += size, left -= size) print(context, from);
  if (left > 0) context.invalidRest(from, left);
}

function tables(context: PrintContext, at: number, length: number): void {
  each(context, at, length, tableLength, table);
}

function table(context: PrintContext, at: number): void {
  const { view } = context;
  named(context, '\n\t table_id ', tableNames, view.u8(at));
  textField(context, ', name ', at + 4, tableNameLength);
  const rest = at + 4 + tableNameLength;
  bits32(context, '\n\t  wildcards ', rest, wildcards);
  count(context.out, '\n\t  max_entries ', view.u32(rest + 4));
  count(context.out, ', active_count ', view.u32(rest + 8));
  number64(context, ', lookup_count ', rest + 12);
  number64(context, ', matched_count ', rest + 20);
}

const counters = [
  ...[', rx_packets ', ', tx_packets ', ', rx_bytes ', ', tx_bytes ', ', rx_dropped ', ', tx_dropped '],
  ...[', rx_errors ', ', tx_errors ', ', rx_frame_err ', ', rx_over_err ', ', rx_crc_err ', ', collisions '],
];

function ports(context: PrintContext, at: number, length: number): void {
  each(context, at, length, portLength, port);
}

/** Its counters at -vv. */
function port(context: PrintContext, at: number): void {
  const { view } = context;
  named(context, '\n\t  port_no ', portNames, view.u16(at));
  if (context.verbose < 2) {
    view.need(at, portLength);
    return;
  }
  for (let i = 0; i < counters.length; i++) number64(context, counters[i], at + 8 + 8 * i);
}

function queues(context: PrintContext, at: number, length: number): void {
  each(context, at, length, queueLength, queue);
}

function queue(context: PrintContext, at: number): void {
  const { view } = context;
  named(context, '\n\t  port_no ', portNames, view.u16(at));
  count(context.out, ', queue_id ', view.u32(at + 4));
  number64(context, ', tx_bytes ', at + 8);
  number64(context, ', tx_packets ', at + 16);
  number64(context, ', tx_errors ', at + 24);
}
