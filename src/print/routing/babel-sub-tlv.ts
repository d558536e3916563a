/** Sub-TLVs of the Babel routing protocol (RFC 8966, 4.7; 9616; draft-chroboczek-babel-diversity-routing). */

import type { PrintContext } from '../context';
import { BabelTlv } from './babel-fields';

const SubTlv = { pad1: 0, padN: 1, diversity: 2, timestamp: 3 } as const;
const mandatory = 0x80;
const Channel = { reserved: 0, all: 255 } as const;

/** Up to `end`, of the TLV `type`. */
export function printBabelSubTlvs(context: PrintContext, type: number, at: number, end: number): void {
  const { out, view } = context;
  let from = at;
  while (from < end) {
    const kind = view.u8(from++);
    if (kind === SubTlv.pad1) {
      out.text(' sub-pad1');
      continue;
    }
    if ((kind & mandatory) !== 0) out.text(' (M)');
    if (from === end) {
      context.invalid();
      return;
    }
    const size = view.u8(from++);
    if (from + size > end || !value(context, kind, type, from, size)) {
      context.invalid();
      return;
    }
    from += size;
  }
}

/** false: it is too short. */
function value(context: PrintContext, kind: number, type: number, at: number, size: number): boolean {
  const { out } = context;
  switch (kind) {
    case SubTlv.padN:
      out.text(' sub-padn');
      return true;
    case SubTlv.diversity:
      diversity(context, type, at, size);
      return true;
    case SubTlv.timestamp:
      return timestamps(context, type, at, size);
    default:
      out.text(' sub-unknown-0x');
      out.hex8(kind);
      return true;
  }
}

/** The radio channels that a route uses, hop by hop. */
function diversity(context: PrintContext, type: number, at: number, size: number): void {
  const { out, view } = context;
  out.text(' sub-diversity');
  if (size === 0) {
    out.text(' empty');
    return;
  }
  for (let i = 0; i < size; i++) {
    out.text(i === 0 ? ' ' : '-');
    const channel = view.u8(at + i);
    if (channel === Channel.reserved) out.text('reserved');
    else if (channel === Channel.all) out.text('all');
    else out.decimal(channel);
  }
  if (type !== BabelTlv.update && type !== BabelTlv.sourceUpdate) out.text(' (bogus)');
}

function timestamps(context: PrintContext, type: number, at: number, size: number): boolean {
  const { out, view } = context;
  out.text(' sub-timestamp');
  if (type !== BabelTlv.hello && type !== BabelTlv.heardYou) {
    out.text(' (bogus)');
    return true;
  }
  if (size < (type === BabelTlv.hello ? 4 : 8)) return false;
  out.char(0x20);
  microseconds(context, view.u32(at));
  if (type === BabelTlv.hello) return true;
  out.char(0x7c);
  microseconds(context, view.u32(at + 4));
  return true;
}

function microseconds(context: PrintContext, count: number): void {
  const { out } = context;
  const seconds = Math.floor(count / 1_000_000);
  out.decimal(seconds);
  out.fraction6(count - 1_000_000 * seconds);
  out.char(0x73);
}
