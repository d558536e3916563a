/** Acknowledgements of Rx: which packets have come, and what the receiver can take. */
import type { PrintContext } from '../context';
import { nameOr, names } from '../text/names';

const packetHeaderLength = 28;
const fixedLength = 18;
const paddingLength = 3;
const reasonNames = names(() => ({
  1: 'ack requested',
  2: 'duplicate packet',
  3: 'out of sequence',
  4: 'exceeds window',
  5: 'no buffer space',
  6: 'ping',
  7: 'ping response',
  8: 'delay',
  9: 'idle',
}));
const Mark = { missing: 0, present: 1 } as const;
/** These follow where there is room for them. */
const limits = [' ifmtu ', ' maxmtu ', ' rwind ', ' maxpackets '];

export function rxAcknowledgement(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < packetHeaderLength) return;
  const from = at + packetHeaderLength;
  if (!view.has(from, fixedLength)) {
    out.text(' [|ack]');
    return;
  }
  if (context.verbose > 2) {
    number(context, ' bufspace ', view.u16(from));
    number(context, ' maxskew ', view.u16(from + 2));
  }
  const first = view.u32(from + 4);
  const count = view.u8(from + 17);
  number(context, ' first ', first);
  number(context, ' serial ', view.u32(from + 12));
  out.text(' reason ');
  nameOr(out, reasonNames, view.u8(from + 16), '#');
  const marks = from + fixedLength;
  if (!view.has(marks, count)) {
    out.text(' [|ack]');
    return;
  }
  ranges(context, ' acked ', marks, count, first, Mark.present);
  ranges(context, ' nacked ', marks, count, first, Mark.missing);
  if (context.verbose > 1) optional(context, marks + count + paddingLength);
}

function number(context: PrintContext, title: string, value: number): void {
  context.out.text(title);
  context.out.decimal(value >>> 0);
}

/** ` acked 3-5,7`: the packets that have this mark. */
function ranges(context: PrintContext, title: string, at: number, count: number, first: number, mark: number): void {
  const { view } = context;
  let joiner = title;
  let i = 0;
  while (i < count) {
    if (view.u8(at + i) !== mark) {
      i++;
      continue;
    }
    const start = i;
    while (i < count && view.u8(at + i) === mark) i++;
    number(context, joiner, first + start);
    if (i - 1 > start) number(context, '-', first + i - 1);
    joiner = ',';
  }
}

function optional(context: PrintContext, at: number): void {
  const { view } = context;
  for (let i = 0; i < limits.length && view.has(at + 4 * i, 4); i++) {
    number(context, limits[i], view.u32(at + 4 * i));
  }
}
