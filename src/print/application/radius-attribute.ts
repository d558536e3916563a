/** RADIUS attributes (IANA "RADIUS Attribute Types"): which has which name, and which form its value has. */
import type { PrintContext } from '../context';
import {
  printRadiusAddress,
  printRadiusAddress6,
  printRadiusHomeLinkPrefix,
  printRadiusPrefix6,
} from './radius-address';
import { printArapChallenge, printArapFeatures, printArapPassword } from './radius-arap';
import {
  printRadiusLocationData,
  printRadiusLocationInformation,
  printRadiusLocationPolicy,
  printRadiusOperator,
} from './radius-location';
import { printRadiusErrorCause, printRadiusMobility, printRadiusNumber, printRadiusTime } from './radius-number';
import { printRadiusText, printRadiusVendor } from './radius-text';

/** `size` is 1 or more. */
type ValuePrinter = (context: PrintContext, type: number, at: number, size: number) => void;

/** From 1 on. */
const attributeNames = [
  ...['User-Name', 'User-Password', 'CHAP-Password', 'NAS-IP-Address', 'NAS-Port', 'Service-Type', 'Framed-Protocol'],
  ...['Framed-IP-Address', 'Framed-IP-Netmask', 'Framed-Routing', 'Filter-Id', 'Framed-MTU', 'Framed-Compression'],
  ...['Login-IP-Host', 'Login-Service', 'Login-TCP-Port', 'Unassigned', 'Reply-Message', 'Callback-Number'],
  ...['Callback-Id', 'Unassigned', 'Framed-Route', 'Framed-IPX-Network', 'State', 'Class', 'Vendor-Specific'],
  ...['Session-Timeout', 'Idle-Timeout', 'Termination-Action', 'Called-Station-Id', 'Calling-Station-Id'],
  ...['NAS-Identifier', 'Proxy-State', 'Login-LAT-Service', 'Login-LAT-Node', 'Login-LAT-Group'],
  ...['Framed-AppleTalk-Link', 'Framed-AppleTalk-Network', 'Framed-AppleTalk-Zone', 'Acct-Status-Type'],
  ...['Acct-Delay-Time', 'Acct-Input-Octets', 'Acct-Output-Octets', 'Acct-Session-Id', 'Acct-Authentic'],
  ...['Acct-Session-Time', 'Acct-Input-Packets', 'Acct-Output-Packets', 'Acct-Terminate-Cause'],
  ...['Acct-Multi-Session-Id', 'Acct-Link-Count', 'Acct-Input-Gigawords', 'Acct-Output-Gigawords', 'Unassigned'],
  ...['Event-Timestamp', 'Egress-VLANID', 'Ingress-Filters', 'Egress-VLAN-Name', 'User-Priority-Table'],
  ...['CHAP-Challenge', 'NAS-Port-Type', 'Port-Limit', 'Login-LAT-Port', 'Tunnel-Type', 'Tunnel-Medium-Type'],
  ...['Tunnel-Client-Endpoint', 'Tunnel-Server-Endpoint', 'Acct-Tunnel-Connection', 'Tunnel-Password'],
  ...['ARAP-Password', 'ARAP-Features', 'ARAP-Zone-Access', 'ARAP-Security', 'ARAP-Security-Data', 'Password-Retry'],
  ...['Prompt', 'Connect-Info', 'Configuration-Token', 'EAP-Message', 'Message-Authenticator'],
  ...['Tunnel-Private-Group-ID', 'Tunnel-Assignment-ID', 'Tunnel-Preference', 'ARAP-Challenge-Response'],
  ...['Acct-Interim-Interval', 'Acct-Tunnel-Packets-Lost', 'NAS-Port-Id', 'Framed-Pool', 'CUI'],
  ...['Tunnel-Client-Auth-ID', 'Tunnel-Server-Auth-ID', 'NAS-Filter-Rule', 'Unassigned', 'Originating-Line-Info'],
  ...['NAS-IPv6-Address', 'Framed-Interface-ID', 'Framed-IPv6-Prefix', 'Login-IPv6-Host', 'Framed-IPv6-Route'],
  ...['Framed-IPv6-Pool', 'Error-Cause', 'EAP-Key-Name', 'Digest-Response', 'Digest-Realm', 'Digest-Nonce'],
  ...['Digest-Response-Auth', 'Digest-Nextnonce', 'Digest-Method', 'Digest-URI', 'Digest-Qop', 'Digest-Algorithm'],
  ...['Digest-Entity-Body-Hash', 'Digest-CNonce', 'Digest-Nonce-Count', 'Digest-Username', 'Digest-Opaque'],
  ...['Digest-Auth-Param', 'Digest-AKA-Auts', 'Digest-Domain', 'Digest-Stale', 'Digest-HA1', 'SIP-AOR'],
  ...['Delegated-IPv6-Prefix', 'MIP6-Feature-Vector', 'MIP6-Home-Link-Prefix', 'Operator-Name'],
  ...['Location-Information', 'Location-Data', 'Basic-Location-Policy-Rules'],
];

/** Those without one are text. */
const forms: readonly (readonly [print: ValuePrinter, ...types: number[]])[] = [
  [() => {}, 2, 3, 17, 21, 54, 59, 93, 94, 96, 102],
  [printRadiusAddress, 4, 8, 9, 14],
  [printRadiusNumber, 5, 6, 7, 10, 12, 13, 15, 16, 23, 27, 28, 29, 37, 38, 40, 41, 42, 43, 45, 46, 47, 48, 49, 51],
  [printRadiusNumber, 52, 53, 56, 57, 61, 62, 64, 65, 72, 75, 76, 83, 85, 86],
  [printRadiusVendor, 26],
  [printRadiusTime, 55],
  [printArapPassword, 70],
  [printArapFeatures, 71],
  [printArapChallenge, 84],
  [printRadiusAddress6, 95, 98],
  [printRadiusPrefix6, 97, 123],
  [printRadiusErrorCause, 101],
  [printRadiusMobility, 124],
  [printRadiusHomeLinkPrefix, 125],
  [printRadiusOperator, 126],
  [printRadiusLocationInformation, 127],
  [printRadiusLocationData, 128],
  [printRadiusLocationPolicy, 129],
];
const printers = new Map<number, ValuePrinter>();
for (const [print, ...types] of forms) for (const type of types) printers.set(type, print);

export function radiusAttributeName(type: number): string {
  return attributeNames[type - 1] ?? 'Unknown';
}

/** Nothing is printed of an attribute without a name. */
export function printRadiusValue(context: PrintContext, type: number, at: number, size: number): void {
  if (type === 0 || type > attributeNames.length) return;
  const print = printers.get(type) ?? printRadiusText;
  print(context, type, at, size);
}
