/** Address family numbers (IANA "Address Family Numbers"). */
import { names } from './names';

export const AddressFamily = { ipv4: 1, ipv6: 2, nsap: 3, vpls: 25, l2vpn: 196 } as const;

export const addressFamilyNames = names(() => ({
  0: 'Reserved',
  [AddressFamily.ipv4]: 'IPv4',
  [AddressFamily.ipv6]: 'IPv6',
  [AddressFamily.nsap]: 'NSAP',
  4: 'HDLC',
  5: 'BBN 1822',
  6: '802',
  7: 'E.163',
  8: 'E.164',
  9: 'F.69',
  10: 'X.121',
  11: 'Novell IPX',
  12: 'Appletalk',
  13: 'Decnet IV',
  14: 'Banyan Vines',
  15: 'E.164 with NSAP subaddress',
  [AddressFamily.vpls]: 'VPLS',
  [AddressFamily.l2vpn]: 'Layer-2 VPN',
}));
