/** Domain names (RFC 1035, 4.1.4): labels and backward pointers. */
import type { PrintContext } from '../context';

const pointer = 0xc0;
const extended = 0x40;
/** Bytes of a name, length bytes included (RFC 1035, 2.3.4): each pointer to a longer one would print it all again. */
const longestName = 255;

/**
 * Prints the name at `at` of a message that starts at `message`; returns what follows it, or -1 where it is bad. As in
 * tcpdump one whose last captured byte begins a label is not: what follows it is not captured, then.
 */
export function printDnsName(context: PrintContext, at: number, message: number): number {
  const { out, view } = context;
  let from = at;
  let after = -1;
  let lowest = at - message;
  let length = 0;
  let label = view.u8(from++);
  if (label === 0) {
    out.char(0x2e);
    return from;
  }
  while (label !== 0) {
    if (!view.has(from, 1)) {
      if (after >= 0) return after;
      return length === 0 && (label & pointer) === pointer ? -1 : from + label;
    }
    if ((label & pointer) === pointer) {
      const offset = ((label & 0x3f) << 8) | view.u8(from);
      if (after < 0) after = from + 1;
      if (offset >= lowest) {
        out.text('<BAD PTR>');
        return -1;
      }
      lowest = offset;
      from = message + offset;
      label = view.u8(from++);
      continue;
    }
    if ((label & pointer) !== 0) {
      if ((label & pointer) === extended) {
        out.text('<ELT ');
        out.decimal(label & 0x3f);
        out.char(0x3e);
      } else {
        out.text('<BAD LABEL TYPE>');
      }
      return -1;
    }
    length += 1 + label;
    if (length > longestName) {
      out.text('<NAME TOO LONG>');
      return -1;
    }
    out.reserve(4 * label);
    for (let i = 0; i < label; i++) out.caret(view.u8(from + i));
    from += label;
    out.char(0x2e);
    label = view.u8(from++);
  }
  return after < 0 ? from : after;
}

/** A character string (RFC 1035, 3.3): its length in the first byte. Returns what follows it. */
export function printDnsString(context: PrintContext, at: number): number {
  const { out, view } = context;
  const count = view.u8(at);
  out.reserve(4 * count);
  for (let i = 1; i <= count; i++) out.caret(view.u8(at + i));
  return at + 1 + count;
}
