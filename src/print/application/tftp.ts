/** Trivial File Transfer Protocol (RFC 1350) with option extension (RFC 2347). */
import { asciiEnd } from '../../decode/ascii';
import { TftpOpcode } from '../../decode/tftp';
import type { PrintContext } from '../context';
import { names } from '../text/names';

const opcodeNames = names(() => ({ 1: 'RRQ', 2: 'WRQ', 3: 'DATA', 4: 'ACK', 5: 'ERROR', 6: 'OACK' }));
const errorNames = ['EUNDEF', 'ENOTFOUND', 'EACCESS', 'ENOSPACE', 'EBADOP', 'EBADID', 'EEXISTS', 'ENOUSER'];

export function printTftp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'tftp';
  out.text('TFTP, length ');
  out.decimal(length);
  if (length < 2) {
    context.truncated();
    return;
  }
  const opcode = view.u16(at);
  out.text(', ');
  const name = opcodeNames.get(opcode);
  if (name === undefined) {
    out.text('tftp-#');
    out.decimal(opcode);
  } else {
    out.text(name);
  }
  const whole =
    length === 2 ? name === undefined || opcode === TftpOpcode.options : body(context, opcode, at + 2, at + length);
  if (!whole) context.truncated();
}

/** false: it ends before it should. */
function body(context: PrintContext, opcode: number, at: number, end: number): boolean {
  const { out, view } = context;
  switch (opcode) {
    case TftpOpcode.read:
    case TftpOpcode.write: {
      out.text(' "');
      const mode = word(context, at, end);
      out.char(0x22);
      if (mode < 0 || mode >= end) return false;
      out.char(0x20);
      const from = word(context, mode, end);
      return from >= 0 && options(context, from, end);
    }
    case TftpOpcode.options:
      return options(context, at, end);
    case TftpOpcode.data:
    case TftpOpcode.acknowledge: {
      if (at + 2 > end) return false;
      const block = view.u16(at);
      out.text(' block ');
      out.decimal(block);
      return true;
    }
    case TftpOpcode.error:
      return error(context, at, end);
    default:
      return true;
  }
}

function error(context: PrintContext, at: number, end: number): boolean {
  const { out, view } = context;
  if (at + 2 > end) return false;
  const code = view.u16(at);
  out.char(0x20);
  if (errorNames[code] === undefined) {
    out.text('tftp-err-#');
    out.decimal(code);
    out.text(' "');
  } else {
    out.text(errorNames[code]);
  }
  if (at + 2 >= end) return false;
  out.text(' "');
  const after = word(context, at + 2, end);
  out.char(0x22);
  return after >= 0;
}

/** A string up to its zero byte; returns what follows, or -1 where it is cut. */
function word(context: PrintContext, at: number, end: number): number {
  const { out, view } = context;
  const stop = asciiEnd(view, at, end);
  out.reserve(4 * (stop - at));
  for (let i = at; i < stop; i++) out.caret(view.bytes[i]);
  return stop < end && view.has(stop, 1) ? stop + 1 : -1;
}

/** Names and values after the mode. */
function options(context: PrintContext, at: number, end: number): boolean {
  let from = at;
  while (from < end) {
    if (context.view.u8(from) !== 0) context.out.char(0x20);
    from = word(context, from, end);
    if (from < 0) return false;
  }
  return true;
}
