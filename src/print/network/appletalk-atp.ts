/** AppleTalk Transaction Protocol (Inside AppleTalk, chapter 9). */
import type { PrintContext } from '../context';
import { type FlagName, flagNames } from '../text/names';

const headerLength = 8;
const functionMask = 0xc0;
const Operation = { request: 0x40, response: 0x80, release: 0xc0 } as const;
const Flag = { exactlyOnce: 0x20, endOfMessage: 0x10, sendStatus: 0x08 } as const;
const flagTable: readonly FlagName[] = [
  [Flag.exactlyOnce, 'XO'],
  [Flag.endOfMessage, 'EOM'],
  [Flag.sendStatus, 'STS'],
];

export function appleTransaction(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (!view.has(at, headerLength)) {
    context.truncated();
    return;
  }
  if (length < headerLength) {
    out.text(' [|atp ');
    out.decimal(length);
    out.char(0x5d);
    return;
  }
  const left = length - headerLength;
  const control = view.u8(at);
  const bitmap = view.u8(at + 1);
  const transaction = view.u16(at + 2);
  switch (control & functionMask) {
    case Operation.request:
      out.text((control & Flag.exactlyOnce) !== 0 ? ' atp-req  ' : ' atp-req* ');
      out.decimal(transaction);
      wanted(context, bitmap);
      size(context, left);
      flags(context, control & (Flag.endOfMessage | Flag.sendStatus), ' [');
      break;
    case Operation.response:
      out.text((control & Flag.endOfMessage) !== 0 ? ' atp-resp*' : ' atp-resp ');
      out.decimal(transaction);
      out.char(0x3a);
      out.decimal(bitmap);
      out.text(' (');
      out.decimal(left);
      out.char(0x29);
      flags(context, control & (Flag.exactlyOnce | Flag.sendStatus), ' [');
      break;
    case Operation.release:
      out.text(' atp-rel  ');
      out.decimal(transaction);
      wanted(context, bitmap);
      size(context, left);
      flags(context, control & (Flag.exactlyOnce | Flag.endOfMessage | Flag.sendStatus), '[');
      break;
    default:
      out.text(' atp-0x');
      out.hex(control);
      out.text('  ');
      out.decimal(transaction);
      out.text(' (');
      out.decimal(left);
      out.char(0x29);
  }
  const data = view.u32(at + 4);
  if (data === 0) return;
  out.text(' 0x');
  out.hex(data);
}

function size(context: PrintContext, length: number): void {
  if (length === 0) return;
  context.out.text(' [len=');
  context.out.decimal(length);
  context.out.char(0x5d);
}

function flags(context: PrintContext, set: number, open: string): void {
  if (set === 0) return;
  context.out.text(open);
  flagNames(context.out, flagTable, set, '', ',');
  context.out.char(0x5d);
}

/** The packets of the answer that are asked for: `<0-7>` where it is the first ones, `<0,2>` otherwise. */
function wanted(context: PrintContext, bitmap: number): void {
  const { out } = context;
  if (((bitmap + 1) & bitmap) === 0) {
    const count = 32 - Math.clz32(bitmap);
    out.text('<0');
    if (count > 1) {
      out.char(0x2d);
      out.decimal(count - 1);
    }
    out.char(0x3e);
    return;
  }
  let opened = false;
  for (let i = 0; i < 8; i++) {
    if (((bitmap >>> i) & 1) === 0) continue;
    out.char(opened ? 0x2c : 0x3c);
    out.decimal(i);
    opened = true;
  }
  out.char(0x3e);
}
