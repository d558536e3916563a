/** Names of BGP's numbers that more than one of its messages has. */

import type { PrintContext } from '../context';
import { addressFamilyNames } from '../text/address-family';
import { names } from '../text/names';
import { nameAndNumber } from '../text/phrase';

/** Subsequent address family identifiers (RFC 4760 and those who use it). */
export const Safi = {
  unicast: 1,
  multicast: 2,
  unicastMulticast: 3,
  labeledUnicast: 4,
  multicastVpn: 5,
  vpls: 65,
  multicastTree: 66,
  vpnUnicast: 128,
  vpnMulticast: 129,
  vpnUnicastMulticast: 130,
  routeTarget: 132,
} as const;

export const safiNames = names(() => ({
  0: 'Reserved',
  1: 'Unicast',
  2: 'Multicast',
  3: 'Unicast+Multicast',
  4: 'labeled Unicast',
  5: 'Multicast VPN',
  64: 'Tunnel',
  65: 'VPLS',
  66: 'MDT',
  70: 'EVPN',
  128: 'labeled VPN Unicast',
  129: 'labeled VPN Multicast',
  130: 'labeled VPN Unicast+Multicast',
  132: 'Route Target Routing Information',
}));

/** `AFI IPv4 (1), SAFI Unicast (1)`. */
export function familyPair(context: PrintContext, family: number, safi: number): void {
  const { out } = context;
  out.text('AFI ');
  nameAndNumber(out, addressFamilyNames, family);
  out.text(', SAFI ');
  nameAndNumber(out, safiNames, safi);
}
