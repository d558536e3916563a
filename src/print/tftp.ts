/** Trivial File Transfer Protocol (RFC 1350, 2347). */
import type { PrintContext } from './context';
import { names } from './names';

const Opcode = { read: 1, write: 2, data: 3, acknowledge: 4, error: 5, options: 6 } as const;
const opcodeNames = names({ 1: 'RRQ', 2: 'WRQ', 3: 'DATA', 4: 'ACK', 5: 'ERROR', 6: 'OACK' });
const errorNames = [
  ...['EUNDEF', 'ENOTFOUND', 'EACCESS', 'ENOSPACE', 'EBADOP', 'EBADID', 'EEXISTS', 'ENOUSER'],
];

let at = 0;
let end = 0;

/** A string up to its zero byte; false where it is cut. */
function word(context: PrintContext): boolean {
  const { out, view } = context;
  for (; at < end; at++) {
    const byte = view.u8(at);
    if (byte === 0) {
      at++;
      return true;
    }
    out.reserve(4);
    out.caret(byte);
  }
  return false;
}

export function printTftp(context: PrintContext, start: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'tftp';
  out.text('TFTP, length ');
  out.decimal(length);
  if (length < 2) {
    context.truncated();
    return;
  }
  const opcode = view.u16(start);
  out.text(', ');
  const name = opcodeNames.get(opcode);
  if (name === undefined) {
    out.text('tftp-#');
    out.decimal(opcode);
    return;
  }
  out.text(name);
  at = start + 2;
  end = start + length;
  switch (opcode) {
    case Opcode.read:
    case Opcode.write:
      out.text(' "');
      if (!word(context)) {
        out.char(0x22);
        context.truncated();
        return;
      }
      out.text('" ');
      if (!word(context)) {
        context.truncated();
        return;
      }
      options(context);
      return;
    case Opcode.options:
      options(context);
      return;
    case Opcode.data:
    case Opcode.acknowledge:
      if (length < 4) {
        context.truncated();
        return;
      }
      out.text(' block ');
      out.decimal(view.u16(at));
      return;
    case Opcode.error: {
      out.char(0x20);
      const code = view.u16(at);
      out.text(errorNames[code] ?? 'tftp-err-#');
      if (errorNames[code] === undefined) out.decimal(code);
      out.text(' "');
      at += 2;
      word(context);
      out.char(0x22);
    }
  }
}

/** Names and values after the mode (RFC 2347). */
function options(context: PrintContext): void {
  while (at < end && context.view.has(at, 1)) {
    if (context.view.u8(at) !== 0) context.out.char(0x20);
    if (!word(context)) return;
  }
}
