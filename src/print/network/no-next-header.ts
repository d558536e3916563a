/** The end of IPv6's extension headers without a payload (RFC 8200, 4.7). */
import type { PrintContext } from '../context';

export function printNoNextHeader(context: PrintContext): void {
  context.out.text('no next header');
}
