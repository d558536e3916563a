/** Trivial File Transfer Protocol (RFC 1350), option extension (RFC 2347). */
import { asciiEnd } from '../decode/ascii';
import { TftpOpcode } from '../decode/tftp';
import type { JsonContext } from './context';
import { element } from './writer';

const opcodeLength = 2;

export function writeTftp(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('tftp');
  const opcode = view.u16(at);
  json.number('opcode', opcode);
  if (!body(context, opcode, at + opcodeLength, at + length)) json.yes('malformed');
  json.endLayer();
}

/** false: it ends before it should. */
function body(context: JsonContext, opcode: number, at: number, end: number): boolean {
  const { json, view } = context;
  switch (opcode) {
    case TftpOpcode.read:
    case TftpOpcode.write: {
      const modeAt = word(context, 'file', at, end);
      const optionsAt = modeAt < 0 ? -1 : word(context, 'mode', modeAt, end);
      return optionsAt >= 0 && options(context, optionsAt, end);
    }
    case TftpOpcode.options:
      return options(context, at, end);
    case TftpOpcode.data:
    case TftpOpcode.acknowledge:
      if (end - at < 2) return false;
      json.number('block', view.u16(at));
      if (opcode === TftpOpcode.data) json.number('data_length', end - at - 2);
      return true;
    case TftpOpcode.error:
      if (end - at < 2) return false;
      json.number('error_code', view.u16(at));
      return word(context, 'error_message', at + 2, end) >= 0;
    default:
      return true;
  }
}

/** A string up to its zero byte; returns where the next one begins, -1: it has no end. */
function word({ json, view }: JsonContext, name: string, at: number, end: number): number {
  const stop = asciiEnd(view, at, end);
  if (stop >= end) return -1;
  view.need(stop, 1);
  json.text(name, view, at, stop - at);
  return stop + 1;
}

/** Names and values. */
function options(context: JsonContext, at: number, end: number): boolean {
  const { json } = context;
  if (at === end) return true;
  json.beginArray('options');
  let from = at;
  while (from >= 0 && from < end) {
    json.beginObject(element);
    from = word(context, 'name', from, end);
    if (from >= 0) from = word(context, 'value', from, end);
    json.endObject();
  }
  json.endArray();
  return from >= 0;
}
