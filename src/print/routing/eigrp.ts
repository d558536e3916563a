/** Enhanced Interior Gateway Routing Protocol (RFC 7868): the header. */
import type { PrintContext } from '../context';
import { type FlagName, flagNames, nameOr, names } from '../text/names';
import { printEigrpTlvs } from './eigrp-tlv';

const headerLength = 20;
const supportedVersion = 2;
const opcodeNames = names(() => ({ 1: 'Update', 3: 'Query', 4: 'Reply', 5: 'Hello', 6: 'IPX SAP', 7: 'Probe' }));
const flagTexts: readonly FlagName[] = [
  [0x01, 'Init'],
  [0x02, 'Conditionally Received'],
  [0x04, 'Restart'],
  [0x08, 'End-of-Table'],
];

export function printEigrp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'eigrp';
  if (length < headerLength) {
    context.truncated();
    return;
  }
  context.need(at, headerLength);
  const version = view.u8(at);
  if (version !== supportedVersion) {
    out.text('EIGRP version ');
    out.decimal(version);
    out.text(' packet not supported');
    return;
  }
  const opcode = view.u8(at + 1);
  if (context.verbose === 0) {
    out.text('EIGRP ');
    nameOr(out, opcodeNames, opcode, 'unknown (', ')');
    out.text(', length: ');
    out.decimal(length);
    return;
  }
  header(context, at, opcode, length);
  printEigrpTlvs(context, at + headerLength, length - headerLength);
}

/** -v: the fields of the header, on lines of their own. */
function header(context: PrintContext, at: number, opcode: number, length: number): void {
  const { out, view } = context;
  out.text('\n\tEIGRP v');
  out.decimal(view.u8(at));
  out.text(', opcode: ');
  nameOr(out, opcodeNames, opcode, 'unknown, type: ');
  out.text(' (');
  out.decimal(opcode);
  out.text('), chksum: 0x');
  out.hex16(view.u16(at + 2));
  out.text(', Flags: [');
  flagNames(out, flagTexts, view.u32(at + 4));
  out.text(']\n\tseq: 0x');
  out.hex32(view.u32(at + 8));
  out.text(', ack: 0x');
  out.hex32(view.u32(at + 12));
  out.text(', VRID: ');
  out.decimal(view.u16(at + 16));
  out.text(', AS: ');
  out.decimal(view.u16(at + 18));
  out.text(', length: ');
  out.decimal(length - headerLength);
}
