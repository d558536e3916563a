/** Sun's network disk protocol (IP protocol 77): named only. */
import type { PrintContext } from '../context';

export function printNetworkDisk(context: PrintContext, _at: number, length: number): void {
  context.out.text(' nd ');
  context.out.decimal(length);
}
