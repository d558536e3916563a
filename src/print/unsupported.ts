/** Link types that have no printer. */
import type { PrintContext } from './context';

export function printUnsupported(context: PrintContext, at: number, caplen: number, _length: number): void {
  context.out.text('UNSUPPORTED');
  context.dumpAlways(at, caplen);
  context.headerLength = 0;
}
