/** Stream Control Transmission Protocol (RFC 9260): each chunk by number and kind. */
import { IpProtocol } from '../decode/ip-protocol';
import type { PrintContext } from './context';
import { names } from './names';
import { printPorts } from './ports';

const headerLength = 12;
const chunkHeaderLength = 4;
const Chunk = { data: 0, init: 1, initAck: 2, sack: 3, shutdown: 7 } as const;
const chunkNames = names({
  0: 'DATA',
  1: 'INIT',
  2: 'INIT ACK',
  3: 'SACK',
  4: 'HB REQ',
  5: 'HB ACK',
  6: 'ABORT',
  7: 'SHUTDOWN',
  8: 'SHUTDOWN ACK',
  9: 'OP ERR',
  10: 'COOKIE ECHO',
  11: 'COOKIE ACK',
  12: 'ECN ECHO',
  13: 'CWR',
  14: 'SHUT COMP',
  0xa2: 'REL REQ',
  0xa3: 'REL ACK',
});

export function printSctp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'sctp';
  if (length < headerLength) {
    out.text('[length ');
    out.decimal(length);
    out.text(' < 12]');
    context.invalid();
    return;
  }
  view.need(at, headerLength);
  printPorts(context, IpProtocol.sctp, view.u16(at), view.u16(at + 2));
  out.text('sctp');
  let from = at + headerLength;
  let left = length - headerLength;
  for (let count = 1; left > 0; count++) {
    if (left < chunkHeaderLength) {
      out.text('[chunk truncated, ');
      out.decimal(left);
      out.text(' bytes remaining]');
      context.invalid();
      return;
    }
    const size = view.u16(from + 2);
    if (size < chunkHeaderLength || size > left) {
      out.text(count > 1 ? ', ' : ' ');
      out.text('[Bad chunk length ');
      out.decimal(size);
      out.text(size > left ? ', > remaining data in packet]' : ', < size of chunk header]');
      context.invalid();
      return;
    }
    view.need(from, size);
    out.text(context.verbose > 1 ? '\n\t' : count > 1 ? ', (' : ' (');
    out.decimal(count);
    out.text(') ');
    chunk(context, from, size);
    const padded = Math.min((size + 3) & ~3, left);
    from += padded;
    left -= padded;
  }
}

function chunk(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  const type = view.u8(at);
  const name = chunkNames.get(type);
  out.char(0x5b);
  out.text(name ?? 'Unknown chunk type: 0x');
  if (name === undefined) out.hex(type);
  out.text('] ');
  switch (type) {
    case Chunk.data:
      data(context, at);
      break;
    case Chunk.init:
    case Chunk.initAck:
      field(context, '[init tag: ', view.u32(at + 4));
      field(context, '[rwnd: ', view.u32(at + 8));
      field(context, '[OS: ', view.u16(at + 12));
      field(context, '[MIS: ', view.u16(at + 14));
      field(context, '[init TSN: ', view.u32(at + 16));
      break;
    case Chunk.sack:
      sack(context, at, size);
      break;
  }
}

function field(context: PrintContext, title: string, value: number): void {
  context.out.text(title);
  context.out.decimal(value);
  context.out.text('] ');
}

function data(context: PrintContext, at: number): void {
  const { out, view } = context;
  const flags = view.u8(at + 1);
  if ((flags & 4) !== 0) out.text('(U)');
  if ((flags & 2) !== 0) out.text('(B)');
  if ((flags & 1) !== 0) out.text('(E)');
  if ((flags & 7) !== 0) out.char(0x20);
  field(context, '[TSN: ', view.u32(at + 4));
  field(context, '[SID: ', view.u16(at + 8));
  field(context, '[SSEQ ', view.u16(at + 10));
  out.text('[PPID 0x');
  out.hex(view.u32(at + 12));
  out.text('] ');
}

function sack(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  field(context, '[cum ack ', view.u32(at + 4));
  field(context, '[a_rwnd ', view.u32(at + 8));
  const gaps = view.u16(at + 12);
  const duplicates = view.u16(at + 14);
  field(context, '[#gap acks ', gaps);
  field(context, '[#dup tsns ', duplicates);
  let from = at + 16;
  for (let i = 0; i < gaps && from + 4 <= at + size; i++, from += 4) {
    out.text('\n\t\t[gap ack block #');
    out.decimal(i + 1);
    out.text(': start = ');
    out.decimal(view.u32(at + 4) + view.u16(from));
    out.text(', end = ');
    out.decimal(view.u32(at + 4) + view.u16(from + 2));
    out.text('] ');
  }
  for (let i = 0; i < duplicates && from + 4 <= at + size; i++, from += 4) {
    out.text('\n\t\t[dup TSN #');
    out.decimal(i + 1);
    out.text(': ');
    out.decimal(view.u32(from));
    out.text('] ');
  }
}
