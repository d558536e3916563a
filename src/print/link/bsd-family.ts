/** Address families of BSD systems, as link types of theirs hold them: IPv6 has a number of its own in each. */
import type { PrintContext } from '../context';
import { printIpv4 } from '../network/ipv4';
import { printIpv6 } from '../network/ipv6';

const BsdFamily = { ipv4: 2, iso: 7, ipv6Bsd: 24, ipv6FreeBsd: 28, ipv6Darwin: 30 } as const;

/** false: neither IPv4 nor IPv6, and nothing was printed. */
export function printBsdFamily(context: PrintContext, family: number, at: number, length: number): boolean {
  switch (family) {
    case BsdFamily.ipv4:
      printIpv4(context, at, length);
      return true;
    case BsdFamily.ipv6Bsd:
    case BsdFamily.ipv6FreeBsd:
    case BsdFamily.ipv6Darwin:
      printIpv6(context, at, length);
      return true;
    default:
      return false;
  }
}
