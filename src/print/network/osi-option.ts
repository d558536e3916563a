/** Options in the headers of CLNP (ISO 8473) and ES-IS (ISO 9542): a type, a length, a value. */
import type { PrintContext } from '../context';
import type { NameTable } from '../text/names';
import { count } from '../text/phrase';

export const osiOptionHeaderLength = 2;

/** false: the option at `at` ends behind the header, and that has been said. */
export function osiOptionFits(context: PrintContext, at: number, end: number): boolean {
  const { out, view } = context;
  if (end - at < osiOptionHeaderLength) {
    out.text(', bad opts/li');
    return false;
  }
  const type = view.u8(at);
  if (view.u8(at + 1) <= end - at - osiOptionHeaderLength) return true;
  count(out, ', opt (', type, ') too long');
  return false;
}

export function osiOptionTitle(context: PrintContext, optionNames: NameTable, type: number, size: number): void {
  const { out } = context;
  out.text('\n\t  ');
  out.text(optionNames.get(type) ?? 'Unknown');
  count(out, ' Option #', type);
  count(out, ', length ', size, ', value: ');
}
