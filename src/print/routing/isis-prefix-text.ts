/** IPv4 addresses in columns. */
import type { PrintContext } from '../context';

const width = 15;

function digits(octet: number): number {
  return octet > 99 ? 3 : octet > 9 ? 2 : 1;
}

/** The four bytes at `at`, by name where one is known, on the right of 15 columns. */
export function wideIpv4(context: PrintContext, octets: Uint8Array, at: number): void {
  const { out } = context;
  const name = context.names?.ipv4(octets, at);
  let length = 3;
  for (let i = 0; i < 4; i++) length += digits(octets[at + i]);
  for (let i = name?.length ?? length; i < width; i++) out.char(0x20);
  if (name === undefined) out.dotted(octets, at);
  else out.literal(name);
}
