/** Address prefixes as text. */
import { loadPrefix, prefixView } from '../../decode/prefix';
import type { PrintContext } from '../context';
import { namedIpv6 } from './named';

/** `192.0.2.0/24`: `bits` is at most 32 in family 4 and 128 in family 6. */
export function printPrefix(context: PrintContext, family: 4 | 6, at: number, bits: number): void {
  const { names, out } = context;
  const octets = loadPrefix(context.view, at, bits);
  if (family === 6) {
    namedIpv6(context, 0, prefixView);
  } else {
    const name = names?.ipv4(octets, 0);
    if (name === undefined) out.dotted(octets, 0);
    else out.literal(name);
  }
  out.char(0x2f);
  out.decimal(bits);
}
