/** RADIUS (RFC 2865, 2866, 5176): the header, and what its attributes are called (IANA "RADIUS Attribute Types"). */
import type { ByteView } from './view';

export const radiusHeaderLength = 20;
export const radiusAuthenticatorLength = 16;
export const radiusAttributeHeaderLength = 2;

export class RadiusLayer {
  /** 1 access request, 2 accept, 3 reject, 4 accounting request, 5 response, 11 challenge. */
  code = 0;
  identifier = 0;
  /** Of the message. */
  length = 0;
  authenticatorAt = 0;

  decode(view: ByteView, at: number): void {
    view.need(at, radiusHeaderLength);
    this.code = view.u8(at);
    this.identifier = view.u8(at + 1);
    this.length = view.u16(at + 2);
    this.authenticatorAt = at + 4;
  }
}

/** From 1 on. */
export const radiusAttributeNames = [
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
