/** Linux vsock as the vsockmon device captures it (include/uapi/linux/vsockmon.h, virtio_vsock.h): all little-endian. */
import type { PrintContext } from '../context';
import { nameOr, names } from '../text/names';

const headerLength = 32;
const transportHeaderLength = 44;
const operationAt = 24;
const transportAt = 26;
const virtio = 2;
const payload = 4;

const transportNames = names(() => ({ 0: 'UNKNOWN', 1: 'NO_INFO', [virtio]: 'VIRTIO' }));
const operationNames = names(() => ({
  0: 'UNKNOWN',
  1: 'CONNECT',
  2: 'DISCONNECT',
  3: 'CONTROL',
  [payload]: 'PAYLOAD',
}));
const socketTypeNames = names(() => ({ 1: 'STREAM' }));
const virtioNames = names(() => ({
  0: 'INVALID',
  1: 'REQUEST',
  2: 'RESPONSE',
  3: 'RST',
  4: 'SHUTDOWN',
  5: 'RW',
  6: 'CREDIT UPDATE',
  7: 'CREDIT REQUEST',
}));

export function printVsockLink(context: PrintContext, at: number, caplen: number): void {
  const { out, view } = context;
  context.protocol = 'vsock';
  if (!view.has(at, headerLength)) {
    context.truncated();
    context.headerLength = view.available(at);
    return;
  }
  context.headerLength = headerLength;
  const transport = view.u16LE(at + transportAt);
  const allHeaders = headerLength + (transport === virtio ? transportHeaderLength : 0);
  const complete = view.has(at, allHeaders);
  nameOr(out, transportNames, transport, 'Invalid transport (', ')');
  if (context.verbose === 0) {
    out.char(0x20);
  } else if (complete) {
    if (transport === virtio) transportHeader(context, at + headerLength);
    out.text('\n\t');
  }
  connection(context, at, caplen);
  if (context.verbose === 0) return;
  if (!complete) {
    context.truncated();
    return;
  }
  if (context.verbose > 1 && view.u16LE(at + operationAt) === payload) {
    if (caplen > allHeaders) {
      out.char(0x0a);
      context.dumpPart('\t', at + allHeaders, caplen - allHeaders);
    } else {
      context.truncated();
    }
  }
}

/** `2.1024 > 3.5201 CONNECT, length 76`. */
function connection(context: PrintContext, at: number, caplen: number): void {
  const { out, view } = context;
  contextId(context, at);
  out.char(0x2e);
  out.decimal(view.u32LE(at + 16));
  out.text(' > ');
  contextId(context, at + 8);
  out.char(0x2e);
  out.decimal(view.u32LE(at + 20));
  out.char(0x20);
  nameOr(out, operationNames, view.u16LE(at + operationAt), ' invalid op (', ')');
  out.text(', length ');
  out.decimal(caplen);
}

/** 64 bits, of which real ones use 32. */
function contextId(context: PrintContext, at: number): void {
  const { out, view } = context;
  const high = view.u32LE(at + 4);
  if (high === 0) out.decimal(view.u32LE(at));
  else out.text(view.u64LE(at).toString());
}

function transportHeader(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text(' (len ');
  out.decimal(view.u32LE(at + 24));
  out.text(', type ');
  nameOr(out, socketTypeNames, view.u16LE(at + 28), 'Invalid type (', ')');
  out.text(', op ');
  nameOr(out, virtioNames, view.u16LE(at + 30), 'Invalid op (', ')');
  out.text(', flags ');
  out.hex(view.u32LE(at + 32));
  out.text(', buf_alloc ');
  out.decimal(view.u32LE(at + 36));
  out.text(', fwd_cnt ');
  out.decimal(view.u32LE(at + 40));
  out.char(0x29);
}
