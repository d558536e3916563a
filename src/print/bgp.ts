/** Border Gateway Protocol 4 (RFC 4271): named only. */
import type { PrintContext } from './context';

export function printBgp(context: PrintContext, _at: number, _length: number): void {
  context.protocol = 'bgp';
  context.out.text(': BGP');
}
