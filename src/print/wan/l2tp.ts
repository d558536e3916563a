/** Layer Two Tunneling Protocol, version 2 (RFC 2661): the header, then attributes or a PPP frame. */
import type { PrintContext } from '../context';
import { printL2tpAttribute } from './l2tp-attribute';
import { printPpp } from './ppp';

const versionMask = 0x000f;
const Version = { l2f: 1, l2tp: 2 } as const;
const Flag = { control: 0x8000, length: 0x4000, sequence: 0x0800, offset: 0x0200, priority: 0x0100 } as const;
const letters = [
  [Flag.control, 'T'],
  [Flag.length, 'L'],
  [Flag.sequence, 'S'],
  [Flag.offset, 'O'],
  [Flag.priority, 'P'],
] as const;

export function printL2tp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'l2tp';
  const flags = view.u16(at);
  const version = flags & versionMask;
  if (version !== Version.l2tp) {
    out.text(version === Version.l2f ? ' l2f:' : ' Unknown Version, neither L2F(1) nor L2TP(2)');
    return;
  }
  out.text(' l2tp:[');
  for (const [bit, letter] of letters) if ((flags & bit) !== 0) out.text(letter);
  out.char(0x5d);
  const sized = (flags & Flag.length) !== 0;
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
  } else if ((flags & Flag.control) === 0) {
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
  if ((flags & Flag.sequence) !== 0) {
    const sent = view.u16(from);
    out.text('Ns=');
    out.decimal(sent);
    out.char(0x2c);
    const received = view.u16(from + 2);
    out.text('Nr=');
    out.decimal(received);
    from += 4;
  }
  if ((flags & Flag.offset) !== 0) {
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
