/** Layer Two Tunneling Protocol, version 2 (RFC 2661): the header, then attributes or a PPP frame. */
import { L2tpFlag, l2tpVersion, l2tpVersionMask } from '../../decode/l2tp';
import type { PrintContext } from '../context';
import { printL2tpAttribute } from './l2tp-attribute';
import { printPpp } from './ppp';

const l2fVersion = 1;
const letters = [
  [L2tpFlag.control, 'T'],
  [L2tpFlag.length, 'L'],
  [L2tpFlag.sequence, 'S'],
  [L2tpFlag.offset, 'O'],
  [L2tpFlag.priority, 'P'],
] as const;

export function printL2tp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'l2tp';
  const flags = view.u16(at);
  const version = flags & l2tpVersionMask;
  if (version !== l2tpVersion) {
    out.text(version === l2fVersion ? ' l2f:' : ' Unknown Version, neither L2F(1) nor L2TP(2)');
    return;
  }
  out.text(' l2tp:[');
  for (const [bit, letter] of letters) if ((flags & bit) !== 0) out.text(letter);
  out.char(0x5d);
  const sized = (flags & L2tpFlag.length) !== 0;
  let from = at + 2;
  const said = sized ? view.u16(from) : length;
  if (sized) from += 2;
  from = numbers(context, from, flags);
  if (length < said) {
    out.text(' Length ');
    out.decimal(said);
    out.text(' larger than packet');
  } else if (said < from - at) {
    out.text(' Length ');
    out.decimal(said);
    out.text(' smaller than header length');
  } else if ((flags & L2tpFlag.control) === 0) {
    out.text(' {');
    printPpp(context, from, said - (from - at));
    out.char(0x7d);
  } else if (!sized) {
    out.text(' No length');
  } else {
    attributes(context, from, said - (from - at));
  }
}

/** Tunnel and session, sequence numbers, offset. Returns where the payload starts. */
function numbers(context: PrintContext, at: number, flags: number): number {
  const { out, view } = context;
  const tunnel = view.u16(at);
  out.char(0x28);
  out.decimal(tunnel);
  out.char(0x2f);
  out.decimal(view.u16(at + 2));
  out.char(0x29);
  let from = at + 4;
  if ((flags & L2tpFlag.sequence) !== 0) {
    const sent = view.u16(from);
    out.text('Ns=');
    out.decimal(sent);
    out.char(0x2c);
    const received = view.u16(from + 2);
    out.text('Nr=');
    out.decimal(received);
    from += 4;
  }
  if ((flags & L2tpFlag.offset) !== 0) {
    const padding = view.u16(from);
    context.returning = 'l2tp';
    view.need(from + 2, padding);
    context.returning = '';
    from += 2 + padding;
  }
  return from;
}

function attributes(context: PrintContext, at: number, length: number): void {
  if (length === 0) context.out.text(' ZLB');
  let left = length;
  while (left > 0) {
    const size = printL2tpAttribute(context, at + length - left, left);
    if (size === 0) return;
    left -= size;
  }
}
