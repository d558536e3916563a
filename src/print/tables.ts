/** Which printer follows which number. Adding a protocol is one line here. */
import { IpProtocol } from '../decode/ip-protocol';
import { printArp } from './arp';
import type { LinkPrinter, PortPrinter, ProtocolPrinter, ProtocolTables } from './context';
import { printEthernet, printEthernetLink } from './ethernet';
import { printIcmp } from './icmp';
import { printIcmp6 } from './icmp6';
import { printIpv4 } from './ipv4';
import { printIpv6 } from './ipv6';
import { printNull, printRawIp } from './link-ip';
import { printSll, printSll2 } from './sll';
import { printTcp } from './tcp';
import { printUdp } from './udp';
import { printAuthentication, printEsp } from './ipsec';
import { printDnsTcp, printDnsUdp, printMdns } from './dns';
import { printGeneve } from './geneve';
import { printGre } from './gre';
import { printIgmp } from './igmp';
import { printMpls } from './mpls';
import { printPpp, printPppLink, printPppSerial } from './ppp';
import { printPppoe, printPppoeLink } from './pppoe';
import { printResp } from './resp';
import { printSsh } from './ssh';
import { printFtp, printHttp, printRtsp, printSip, printSmtp, printWhois } from './text-protocol';
import { printVxlan, printVxlanGpe } from './vxlan';
import { printBootp } from './bootp';
import { printNtp } from './ntp';
import { printRadius } from './radius';
import { printVrrp } from './vrrp';
import { printPim } from './pim';
import { printSyslog } from './syslog';
import { printKerberos } from './krb';
import { printSctp } from './sctp';
import { printIpComp } from './ipcomp';
import { printOspf } from './ospf';
import { printTftp } from './tftp';
import { printEapol } from './eapol';
import { printLoopback } from './loopback';
import { printFddi, printHdlc } from './link-other';
import { printNoNextHeader } from './no-next-header';

/** LINKTYPE_ values (https://www.tcpdump.org/linktypes.html). */
const link = new Map<number, LinkPrinter>([
  [0, printNull],
  [1, printEthernetLink],
  [9, printPppLink],
  [10, printFddi],
  [12, printRawIp],
  [14, printRawIp],
  [50, printPppSerial],
  [51, printPppoeLink],
  [101, printRawIp],
  [104, printHdlc],
  [108, printNull],
  [113, printSll],
  [228, printRawIp],
  [229, printRawIp],
  [276, printSll2],
]);

const ethertype = new Map<number, ProtocolPrinter>([
  [0x0800, printIpv4],
  [0x0806, printArp],
  [0x8035, printArp],
  [0x86dd, printIpv6],
  [0x880b, printPpp],
  [0x8847, printMpls],
  [0x8848, printMpls],
  [0x8863, printPppoe],
  [0x8864, printPppoe],
  [0x888e, printEapol],
  [0x9000, printLoopback],
]);

const ip: (ProtocolPrinter | undefined)[] = new Array(256).fill(undefined);
ip[IpProtocol.icmp] = printIcmp;
ip[IpProtocol.ipv4] = printIpv4;
ip[IpProtocol.igmp] = printIgmp;
ip[IpProtocol.tcp] = printTcp;
ip[IpProtocol.gre] = printGre;
ip[IpProtocol.esp] = printEsp;
ip[IpProtocol.authentication] = printAuthentication;
ip[IpProtocol.udp] = printUdp;
ip[IpProtocol.ipv6] = printIpv6;
ip[IpProtocol.icmp6] = printIcmp6;
ip[IpProtocol.ospf] = printOspf;
ip[IpProtocol.pim] = printPim;
ip[IpProtocol.compressed] = printIpComp;
ip[IpProtocol.vrrp] = printVrrp;
ip[IpProtocol.sctp] = printSctp;
ip[IpProtocol.noNextHeader] = printNoNextHeader;
ip[IpProtocol.ethernet] = printEthernet;

/** In tcpdump's order: where both ports are listed, the earlier line wins. */
const tcpPorts: readonly (readonly [print: ProtocolPrinter, ...ports: number[]])[] = [
  [printSmtp, 25],
  [printWhois, 43],
  [printResp, 6379],
  [printSsh, 22],
  [printFtp, 21],
  [printHttp, 80, 8080],
  [printRtsp, 554, 8554],
  [printDnsTcp, 53],
];

const udpPorts: readonly (readonly [print: ProtocolPrinter, ...ports: number[]])[] = [
  [printDnsUdp, 53],
  [printMdns, 5353],
  [printTftp, 69],
  [printBootp, 67, 68],
  [printNtp, 123],
  [printKerberos, 88, 750],
  [printRadius, 1812, 1813, 1645, 1646, 3799],
  [printSip, 5060],
  [printSyslog, 514],
  [printVxlan, 4789],
  [printGeneve, 6081],
  [printVxlanGpe, 4790],
  [printMpls, 6635],
];

function byPort(list: readonly (readonly [print: ProtocolPrinter, ...ports: number[]])[]): Map<number, PortPrinter> {
  const found = new Map<number, PortPrinter>();
  list.forEach(([print, ...ports], rank) => {
    for (const port of ports) found.set(port, { rank, print });
  });
  return found;
}

/** PPP protocol numbers (IANA "PPP Numbers"). */
const ppp = new Map<number, ProtocolPrinter>([
  [0x0021, printIpv4],
  [0x0057, printIpv6],
  [0x0281, printMpls],
  [0x0283, printMpls],
]);

export const protocolTables: ProtocolTables = {
  link,
  ethertype,
  ip,
  tcpPort: byPort(tcpPorts),
  udpPort: byPort(udpPorts),
  ppp,
};
