/** The end of a link header's line that names the family of addresses inside, as those without an ethertype have it. */
import type { PrintContext } from '../context';

/**
 * `, family IPv4 (2), length 60: `; at -q `, IPv4, length 60: `. Where `name` is undefined, -q shows `unknown` and the number in
 * so many hexadecimal digits.
 */
export function familyAndLength(
  context: PrintContext,
  family: number,
  name: string | undefined,
  unknown: string,
  digits: 2 | 4,
  length: number,
): void {
  const { out } = context;
  if (context.quiet === 0) {
    out.text(', family ');
    out.text(name ?? 'Unknown');
    out.text(' (');
    out.decimal(family);
    out.char(0x29);
  } else if (name === undefined) {
    out.text(', ');
    out.text(unknown);
    out.text(' (0x');
    if (digits === 2) out.hex8(family);
    else out.hex16(family);
    out.char(0x29);
  } else {
    out.text(', ');
    out.text(name);
  }
  out.text(', length ');
  out.decimal(length);
  out.text(': ');
}
