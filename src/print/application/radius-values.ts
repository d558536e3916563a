/** Names of RADIUS attribute values (IANA "RADIUS Types"), from 0 on; an empty one is none. */
import { names } from '../text/names';

const serviceTypes = [
  ...['', 'Login', 'Framed', 'Callback Login', 'Callback Framed', 'Outbound', 'Administrative', 'NAS Prompt'],
  ...['Authenticate Only', 'Callback NAS Prompt', 'Call Check', 'Callback Administrative', 'Voice', 'Fax'],
  ...['Modem Relay', 'IAPP-Register', 'IAPP-AP-Check', 'Authorize Only', 'Framed-Management'],
  ...['Additional-Authorization'],
];
const framedProtocols = [
  ...['', 'PPP', 'SLIP', 'ARAP', 'Gandalf proprietary', 'Xylogics IPX/SLIP', 'X.75 Synchronous', 'GPRS PDP Context'],
];
const framedRouting = ['None', 'Send', 'Listen', 'Send&Listen'];
const framedCompression = ['None', 'VJ TCP/IP', 'IPX', 'Stac-LZS'];
const loginServices = [
  ...['Telnet', 'Rlogin', 'TCP Clear', 'PortMaster(proprietary)', 'LAT', 'X.25-PAD', 'X.25-T3POS', 'Unassigned'],
  ...['TCP Clear Quiet'],
];
const terminationActions = ['Default', 'RADIUS-Request'];
const accountingStatus = [
  ...['', 'Start', 'Stop', 'Interim-Update', 'Unassigned', 'Unassigned', 'Unassigned', 'Accounting-On'],
  ...['Accounting-Off', 'Tunnel-Start', 'Tunnel-Stop', 'Tunnel-Reject', 'Tunnel-Link-Start', 'Tunnel-Link-Stop'],
  ...['Tunnel-Link-Reject', 'Failed'],
];
const accountingAuthentic = ['', 'RADIUS', 'Local', 'Remote', 'Diameter'];
const accountingTerminateCauses = [
  ...['', 'User Request', 'Lost Carrier', 'Lost Service', 'Idle Timeout', 'Session Timeout', 'Admin Reset'],
  ...['Admin Reboot', 'Port Error', 'NAS Error', 'NAS Request', 'NAS Reboot', 'Port Unneeded', 'Port Preempted'],
  ...['Port Suspended', 'Service Unavailable', 'Callback', 'User Error', 'Host Request', 'Supplicant Restart'],
  ...['Reauthentication Failure', 'Port Reinitialized', 'Port Administratively Disabled', 'Lost Power'],
];
const ingressFilters = ['', 'Enabled', 'Disabled'];
const nasPortTypes = [
  ...['Async', 'Sync', 'ISDN Sync', 'ISDN Async V.120', 'ISDN Async V.110', 'Virtual', 'PIAFS', 'HDLC Clear Channel'],
  ...['X.25', 'X.75', 'G.3 Fax', 'SDSL', 'ADSL-CAP', 'ADSL-DMT', 'ISDN-DSL', 'Ethernet', 'xDSL', 'Cable'],
  ...['Wireless - Other', 'Wireless - IEEE 802.11', 'Token-Ring', 'FDDI', 'Wireless - CDMA200', 'Wireless - UMTS'],
  ...['Wireless - 1X-EV', 'IAPP', 'FTTP', 'Wireless - IEEE 802.16', 'Wireless - IEEE 802.20'],
  ...['Wireless - IEEE 802.22', 'PPPoA', 'PPPoEoA', 'PPPoEoE', 'PPPoEoVLAN', 'PPPoEoQinQ', 'xPON', 'Wireless - XGP'],
  ...['WiMAX Pre-Release 8 IWK Function', 'WIMAX-WIFI-IWK', 'WIMAX-SFF', 'WIMAX-HA-LMA', 'WIMAX-DHCP', 'WIMAX-LBS'],
  ...['WIMAX-WVS'],
];
const tunnelTypes = [
  ...['', 'PPTP', 'L2F', 'L2TP', 'ATMP', 'VTP', 'AH', 'IP-IP', 'MIN-IP-IP', 'ESP', 'GRE', 'DVS'],
  ...['IP-in-IP Tunneling', 'VLAN'],
];
const tunnelMedia = [
  ...['', 'IPv4', 'IPv6', 'NSAP', 'HDLC', 'BBN 1822', '802', 'E.163', 'E.164', 'F.69', 'X.121', 'IPX', 'Appletalk'],
  ...['Decnet IV', 'Banyan Vines', 'E.164 with NSAP subaddress'],
];
const arapZoneAccess = ['', 'Only access to dfl zone', 'Use zone filter inc.', 'Not used', 'Use zone filter exc.'];
const prompts = ['No Echo', 'Echo'];

/** By attribute type. */
export const radiusValueNames: ReadonlyMap<number, readonly string[]> = new Map([
  [6, serviceTypes],
  [7, framedProtocols],
  [10, framedRouting],
  [13, framedCompression],
  [15, loginServices],
  [29, terminationActions],
  [40, accountingStatus],
  [45, accountingAuthentic],
  [49, accountingTerminateCauses],
  [57, ingressFilters],
  [61, nasPortTypes],
  [64, tunnelTypes],
  [65, tunnelMedia],
  [72, arapZoneAccess],
  [76, prompts],
]);

/** RFC 5176, 3.5. */
export const errorCauseNames = names(() => ({
  201: 'Residual Session Context Removed',
  202: 'Invalid EAP Packet (Ignored)',
  401: 'Unsupported Attribute',
  402: 'Missing Attribute',
  403: 'NAS Identification Mismatch',
  404: 'Invalid Request',
  405: 'Unsupported Service',
  406: 'Unsupported Extension',
  407: 'Invalid Attribute Value',
  501: 'Administratively Prohibited',
  502: 'Request Not Routable (Proxy)',
  503: 'Session Context Not Found',
  504: 'Session Context Not Removable',
  505: 'Other Proxy Processing Error',
  506: 'Resources Unavailable',
  507: 'Request Initiated',
  508: 'Multiple Session Selection Unsupported',
  509: 'Location Info Required',
}));
