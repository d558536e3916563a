/** What follows an ethertype: the table's printer, or nothing known. */
import type { PrintContext } from '../context';

/** false: the type has no printer and nothing was printed. */
export function printEthertype(context: PrintContext, type: number, at: number, length: number): boolean {
  const print = context.tables.ethertype.get(type);
  if (print === undefined) return false;
  if (context.enter()) print(context, at, length);
  return true;
}
