/** What values of LLDP have in common that an organization has defined. */
import type { PrintContext } from '../context';

/** The second line of such a value. */
export function lldpSubtype(context: PrintContext, name: string, subtype: number): void {
  const { out } = context;
  out.text('\n\t  ');
  out.text(name);
  out.text(' Subtype (');
  out.decimal(subtype);
  out.char(0x29);
}
