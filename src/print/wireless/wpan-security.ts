/** The auxiliary security header of IEEE 802.15.4-2015, 9.4. */
import type { PrintContext } from '../context';
import { bits, wpanAddress } from './wpan-text';

const levelMask = 7;
const counterSuppressedBit = 5;
const counterLength = 4;
const KeyMode = { implicit: 0, index: 1, shortSource: 2, longSource: 3 } as const;
const sourceLengths = [0, 0, 4, 8];
/** Bytes of the message integrity code, by the lower two bits of the level. */
const codeLengths = [0, 4, 8, 16];

/** Of the frame that is being printed. */
export const security = { level: 0 };

export function integrityLength(): number {
  return codeLengths[security.level & 3];
}

/** Returns where the header ends; -1: beyond the frame. */
export function printWpanSecurity(context: PrintContext, at: number, end: number): number {
  const { out, view } = context;
  if (end - at < 1) return cut(context, 'Aux Security Header');
  const control = view.u8(at);
  const mode = (control >>> 3) & 3;
  security.level = control & levelMask;
  let from = at + 1;
  if (context.verbose > 0) {
    out.text('\n\tSecurity Level ');
    out.decimal(security.level);
    out.text(', Key Id Mode ');
    out.decimal(mode);
    out.text(', ');
  }
  if (!bits(control, counterSuppressedBit)) {
    if (end - from < counterLength) return cut(context, 'Frame Counter');
    if (context.verbose > 1) {
      out.text('Frame Counter 0x');
      out.hex32(view.u32LE(from));
      out.char(0x20);
    }
    from += counterLength;
  }
  if (mode === KeyMode.implicit) {
    if (context.verbose > 1) out.text('Implicit');
    return from;
  }
  const sourceLength = sourceLengths[mode];
  if (end - from < sourceLength) return cut(context, 'Key Source');
  if (sourceLength > 0 && context.verbose > 1) keySource(context, mode, from);
  from += sourceLength;
  if (end - from < 1) return cut(context, 'Key Index');
  if (context.verbose > 1) {
    out.text('KeyIndex 0x');
    out.hex8(view.u8(from));
    out.text(', ');
  }
  return from + 1;
}

/** PAN and short address, or an extended address. */
function keySource(context: PrintContext, mode: number, at: number): void {
  const { out, view } = context;
  out.text('KeySource ');
  if (mode === KeyMode.shortSource) {
    out.text('0x');
    out.hex16(view.u16LE(at));
    out.char(0x3a);
    out.hex16(view.u16LE(at + 2));
  } else {
    wpanAddress(context, at, 8);
  }
  out.text(', ');
}

function cut(context: PrintContext, field: string): number {
  context.out.text('[ERROR: Truncated before ');
  context.out.text(field);
  context.out.char(0x5d);
  return -1;
}
