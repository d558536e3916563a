/** Layer Two Tunneling Protocol, version 2 (RFC 2661). */
import type { PrintContext } from './context';
import { names } from './names';
import { printPpp } from './ppp';

const Flag = { control: 0x8000, length: 0x4000, sequence: 0x0800, offset: 0x0200, priority: 0x0100 } as const;
const letters = [
  [0x8000, 'T'],
  [0x4000, 'L'],
  [0x0800, 'S'],
  [0x0200, 'O'],
  [0x0100, 'P'],
] as const;
const Avp = { mandatory: 0x8000, hidden: 0x4000, lengthMask: 0x03ff } as const;
const messageNames = names({
  1: 'SCCRQ',
  2: 'SCCRP',
  3: 'SCCCN',
  4: 'StopCCN',
  6: 'HELLO',
  7: 'OCRQ',
  8: 'OCRP',
  9: 'OCCN',
  10: 'ICRQ',
  11: 'ICRP',
  12: 'ICCN',
  14: 'CDN',
  15: 'WEN',
  16: 'SLI',
});

export function printL2tp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'l2tp';
  const flags = view.u16(at);
  if ((flags & 15) !== 2) {
    out.text('l2tp version ');
    out.decimal(flags & 15);
    return;
  }
  out.text(' l2tp:[');
  for (const [bit, letter] of letters) if ((flags & bit) !== 0) out.text(letter);
  out.text('](');
  let from = at + 2;
  let size = length;
  if ((flags & Flag.length) !== 0) {
    size = view.u16(from);
    from += 2;
  }
  out.decimal(view.u16(from));
  out.char(0x2f);
  out.decimal(view.u16(from + 2));
  out.char(0x29);
  from += 4;
  if ((flags & Flag.sequence) !== 0) {
    out.text('Ns=');
    out.decimal(view.u16(from));
    out.text(',Nr=');
    out.decimal(view.u16(from + 2));
    from += 4;
  }
  if ((flags & Flag.offset) !== 0) from += 2 + view.u16(from);
  if ((flags & Flag.control) === 0) {
    out.text(' {');
    printPpp(context, from, length - (from - at));
    out.char(0x7d);
    return;
  }
  const left = size - (from - at);
  if (left <= 0) {
    out.text(' ZLB');
    return;
  }
  messageType(context, from);
}

/** Control messages begin with their type as first AVP (RFC 2661, 4.4.1). */
function messageType(context: PrintContext, at: number): void {
  const { out, view } = context;
  const field = view.u16(at);
  out.char(0x20);
  if ((field & Avp.mandatory) !== 0) out.char(0x2a);
  if ((field & Avp.hidden) !== 0) out.char(0x3f);
  out.text('MSGTYPE(');
  const type = view.u16(at + 6);
  out.text(messageNames.get(type) ?? 'MSGTYPE-#');
  if (!messageNames.has(type)) out.decimal(type);
  out.char(0x29);
}
