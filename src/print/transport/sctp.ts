/** Stream Control Transmission Protocol (RFC 9260): each chunk by number and kind. */
import { IpProtocol } from '../../decode/ip-protocol';
import { printForces } from '../application/forces';
import { printM3ua } from '../application/m3ua';
import type { PrintContext } from '../context';
import { nameOrHex, names } from '../text/names';
import { count } from '../text/phrase';
import { printPorts } from './ports';

const headerLength = 12;
const chunkHeaderLength = 4;
/** Bytes of a chunk before what differs in number. */
const initLength = 20;
const dataLength = 16;
const sackLength = 16;
const blockLength = 4;
/** Payload protocol identifiers (IANA). */
const Payload = { m3ua: 3, forcesHigh: 21, forcesLow: 23 } as const;
/** The channels of ForCES: high, medium and low priority (RFC 5811 6). */
const forcesNames = names(() => ({ 6704: '[ForCES HP]', 6705: '[ForCES MP]', 6706: '[ForCES LP]' }));
const Chunk = { data: 0, init: 1, initAck: 2, sack: 3 } as const;
const chunkNames = names(() => ({
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
  13: 'ECN CWR',
  14: 'SHUTDOWN COMPLETE',
  0xc0: 'FOR CUM TSN',
  0xc1: 'REL CTRL',
}));

const payloadNames = names(() => ({
  1: 'ISDN Q.921',
  2: 'M2UA',
  3: 'M3UA',
  4: 'SUA',
  5: 'M2PA',
  6: 'V5.2',
  7: 'H.248',
  8: 'BICC',
  9: 'TALI',
  10: 'DUA',
  11: 'ASAP',
  12: 'ENRP',
  13: 'H.323',
  14: 'Q.IPC',
  15: 'SIMCO',
  16: 'DDPSC',
  17: 'DDPSSC',
  18: 'S1AP',
  19: 'RUA',
  20: 'HNBAP',
  21: 'ForCES HP',
  22: 'ForCES MP',
  23: 'ForCES LP',
  24: 'SBc-AP',
  25: 'NBAP',
  27: 'X2AP',
}));

/** Whether the data of this packet is ForCES: by its ports, or since a chunk that says so. */
let holdsForces = false;

export function printSctp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'sctp';
  if (length < headerLength) {
    out.text('truncated-sctp - ');
    out.decimal(headerLength - length);
    out.text(' bytes missing!');
    return;
  }
  view.need(at, headerLength);
  const source = view.u16(at);
  const destination = view.u16(at + 2);
  printPorts(context, IpProtocol.sctp, source, destination);
  out.text('sctp');
  out.text(forcesNames.get(source) ?? '');
  out.text(forcesNames.get(destination) ?? '');
  holdsForces = forcesNames.has(source) || forcesNames.has(destination);
  chunks(context, at + headerLength, length - headerLength);
}

function chunks(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  let from = at;
  let left = length;
  for (let count = 1; left > 0; count++) {
    if (left < chunkHeaderLength) {
      number(context, count);
      out.text('[chunk descriptor cut off at end of packet]');
      return;
    }
    view.need(from, chunkHeaderLength);
    const size = view.u16(from + 2);
    const padding = -size & 3;
    if (size < chunkHeaderLength || left < padding) {
      number(context, count);
      out.text('[Bad chunk length ');
      out.decimal(size);
      out.text(size < chunkHeaderLength ? ', < size of chunk descriptor]' : ', > remaining data in packet]');
      return;
    }
    view.need(from, size);
    number(context, count);
    if (!chunk(context, from, size)) {
      out.text('bogus chunk length ');
      out.decimal(size);
      out.char(0x5d);
      return;
    }
    view.need(from + size, padding);
    from += size + padding;
    left -= size + padding;
  }
}

function number(context: PrintContext, count: number): void {
  const { out } = context;
  out.text(context.verbose > 1 ? '\n\t' : count > 1 ? ', (' : ' (');
  out.decimal(count);
  out.text(') ');
}

/** false: the chunk is shorter than its kind is. */
function chunk(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  const type = view.u8(at);
  out.char(0x5b);
  nameOrHex(out, chunkNames, type, 'Unknown chunk type: 0x');
  out.text('] ');
  switch (type) {
    case Chunk.data:
      return data(context, at, size);
    case Chunk.init:
    case Chunk.initAck:
      if (size < initLength) return false;
      count(out, '[init tag: ', view.u32(at + 4), '] ');
      count(out, '[rwnd: ', view.u32(at + 8), '] ');
      count(out, '[OS: ', view.u16(at + 12), '] ');
      count(out, '[MIS: ', view.u16(at + 14), '] ');
      count(out, '[init TSN: ', view.u32(at + 16), '] ');
      return true;
    case Chunk.sack:
      return sack(context, at, size);
    default:
      return true;
  }
}

function data(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  const flags = view.u8(at + 1);
  if ((flags & 4) !== 0) out.text('(U)');
  if ((flags & 2) !== 0) out.text('(B)');
  if ((flags & 1) !== 0) out.text('(E)');
  if ((flags & 7) !== 0) out.char(0x20);
  if (size < dataLength) return false;
  count(out, '[TSN: ', view.u32(at + 4), '] ');
  count(out, '[SID: ', view.u16(at + 8), '] ');
  count(out, '[SSEQ ', view.u16(at + 10), '] ');
  const protocol = view.u32(at + 12);
  out.text('[PPID ');
  nameOrHex(out, payloadNames, protocol, '0x');
  out.text('] ');
  if (size === dataLength) return false;
  payload(context, protocol, at + dataLength, size - dataLength);
  return true;
}

function payload(context: PrintContext, protocol: number, at: number, length: number): void {
  if (protocol >= Payload.forcesHigh && protocol <= Payload.forcesLow) holdsForces = true;
  if (holdsForces) {
    printForces(context, at, length);
  } else if (context.verbose > 1) {
    if (protocol === Payload.m3ua) printM3ua(context, at, length);
    else undecoded(context, at, length);
  }
  context.protocol = 'sctp';
}

function undecoded(context: PrintContext, at: number, length: number): void {
  const { out } = context;
  out.text('[Payload');
  if (context.dumpUnknown) {
    out.char(0x3a);
    context.dump(at, length);
  }
  out.char(0x5d);
}

function sack(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  if (size < sackLength) return false;
  const acknowledged = view.u32(at + 4);
  const gaps = view.u16(at + 12);
  const duplicates = view.u16(at + 14);
  count(out, '[cum ack ', acknowledged, '] ');
  count(out, '[a_rwnd ', view.u32(at + 8), '] ');
  count(out, '[#gap acks ', gaps, '] ');
  count(out, '[#dup tsns ', duplicates, '] ');
  const end = at + size;
  let from = at + sackLength;
  for (let i = 1; i <= gaps && from < end; i++, from += blockLength) {
    if (end - from < blockLength) return false;
    out.text('\n\t\t[gap ack block #');
    out.decimal(i);
    out.text(': start = ');
    out.decimal((acknowledged + view.u16(from)) >>> 0);
    count(out, ', end = ', (acknowledged + view.u16(from + 2)) >>> 0, '] ');
  }
  for (let i = 1; i <= duplicates && from < end; i++, from += blockLength) {
    if (end - from < blockLength) return false;
    out.text('\n\t\t[dup TSN #');
    out.decimal(i);
    count(out, ': ', view.u32(from), '] ');
  }
  return true;
}
