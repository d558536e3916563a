/** Which printer follows which number. Adding a protocol is one line here. */
import { rarePrinters } from '#rare-printers';
import { IpProtocol } from '../decode/ip-protocol';
import type { LinkPrinter, ProtocolPrinter, ProtocolTables } from './context';
import { printLoopback } from './lan/loopback';
import { printEthernet, printEthernetLink } from './link/ethernet';
import { printNull, printRawIp } from './link/link-ip';
import { printSll, printSll2 } from './link/sll';
import { printArp } from './network/arp';
import { printGre } from './network/gre';
import { printIcmp } from './network/icmp';
import { printIcmp6 } from './network/icmp6';
import { printIgmp } from './network/igmp';
import { printAuthentication, printEsp } from './network/ipsec';
import { printIpv4 } from './network/ipv4';
import { printIpv6 } from './network/ipv6';
import { printMpls } from './network/mpls';
import { printNoNextHeader } from './network/no-next-header';
import { tcpPort, udpPort } from './port-lists';
import { rare, rareLink } from './rare';
import { printTcp } from './transport/tcp';
import { printUdp } from './transport/udp';

/** LINKTYPE_ values (https://www.tcpdump.org/linktypes.html). */
const link = new Map<number, LinkPrinter>([
  [0, printNull],
  [1, printEthernetLink],
  [6, rareLink('printTokenRingLink')],
  [7, rareLink('printArcnetLink')],
  [8, rareLink('printSlipLink')],
  [9, rareLink('printPppLink')],
  [10, rareLink('printFddiLink')],
  [11, rareLink('printAtmLink')],
  [12, printRawIp],
  [14, printRawIp],
  [15, rareLink('printSlipBsdosLink')],
  [19, rareLink('printClip')],
  [50, rareLink('printPppSerial')],
  [51, rareLink('printPppoeLink')],
  [99, rareLink('printSymantecLink')],
  [100, rareLink('printAtmLink')],
  [101, printRawIp],
  [102, rareLink('printSlipBsdosLink')],
  [104, rareLink('printChdlcLink')],
  [105, rareLink('printWlanLink')],
  [106, rareLink('printClip')],
  [107, rareLink('printFrameRelayLink')],
  [108, printNull],
  [109, rareLink('printEncLink')],
  [112, rareLink('printChdlcLink')],
  [113, printSll],
  [114, rareLink('printLocalTalkLink')],
  [117, rareLink('printPflogLink')],
  [119, rareLink('printPrismLink')],
  [122, rareLink('printIpOverFcLink')],
  [123, rareLink('printSunAtmLink')],
  [127, rareLink('printRadiotapLink')],
  [129, rareLink('printArcnetLinuxLink')],
  [130, rareLink('printJuniperMlppp')],
  [131, rareLink('printJuniperMlfr')],
  [132, rareLink('printJuniperEs')],
  [133, rareLink('printJuniperGgsn')],
  [134, rareLink('printJuniperMfr')],
  [135, rareLink('printJuniperAtm2')],
  [136, rareLink('printJuniperServices')],
  [137, rareLink('printJuniperAtm1')],
  [138, rareLink('printIeee1394Link')],
  [149, rareLink('printPktapLink')],
  [163, rareLink('printAvsLink')],
  [164, rareLink('printJuniperMonitor')],
  [166, rareLink('printPppLink')],
  [167, rareLink('printJuniperPppoe')],
  [168, rareLink('printJuniperPppoeAtm')],
  [178, rareLink('printJuniperEther')],
  [179, rareLink('printJuniperPpp')],
  [180, rareLink('printJuniperFrameRelay')],
  [181, rareLink('printJuniperChdlc')],
  [182, rareLink('printMfrLink')],
  [189, rareLink('printUsbLink')],
  [192, rareLink('printPpiLink')],
  [195, rareLink('printWpanLink')],
  [201, rareLink('printBluetoothLink')],
  [220, rareLink('printUsbMappedLink')],
  [226, rareLink('printIpnetLink')],
  [228, printRawIp],
  [229, printRawIp],
  [230, rareLink('printWpanLink')],
  [239, rareLink('printNflogLink')],
  [240, rareLink('printNetanalyzerLink')],
  [241, rareLink('printNetanalyzerTransparentLink')],
  [242, rareLink('printIpoibLink')],
  [258, rareLink('printPktapLink')],
  [271, rareLink('printVsockLink')],
  [276, printSll2],
  [281, rareLink('printBroadcomLink')],
  [282, rareLink('printBroadcomPrependLink')],
  [283, rareLink('printWpanTapLink')],
  [284, rareLink('printDsaLink')],
  [285, rareLink('printEtherDsaLink')],
]);

const ethertype = new Map<number, ProtocolPrinter>([
  [0x0800, printIpv4],
  [0x0806, printArp],
  [0x8035, printArp],
  [0x86dd, printIpv6],
  [0x6003, rare('printDecnet')],
  [0x0707, rare('printGeonet')],
  [0x1111, rare('printCalmFast')],
  [0x8947, rare('printGeonet')],
  [0x809b, rare('printEtherTalk')],
  [0x80f3, rare('printAarp')],
  [0x8137, rare('printIpxEthernet')],
  [0x880b, rare('printPppEthernet')],
  [0x8847, printMpls],
  [0x8848, printMpls],
  [0x3c12, rare('printPppoe')],
  [0x3c13, rare('printPppoe')],
  [0x8863, rare('printPppoe')],
  [0x8864, rare('printPppoe')],
  [0x8808, rare('printMpcp')],
  [0x8809, rare('printSlow')],
  [0x886f, rare('printMsnlb')],
  [0x888e, rare('printEapol')],
  [0x8899, rare('printRealtek')],
  [0x88a2, rare('printAoe')],
  [0x88ca, rare('printTipc')],
  [0x88cc, rare('printLldp')],
  [0x88f7, rare('printPtp')],
  [0x8902, rare('printCfm')],
  [0x894f, rare('printNsh')],
  [0x9000, printLoopback],
  [0xabcd, rare('printCfm')],
  [0xfefe, rare('printPaddedIso')],
]);

const ip: (ProtocolPrinter | undefined)[] = new Array(256).fill(undefined);
ip[IpProtocol.icmp] = printIcmp;
ip[IpProtocol.ipv4] = printIpv4;
ip[IpProtocol.igmp] = printIgmp;
ip[IpProtocol.tcp] = printTcp;
ip[IpProtocol.egp] = rare('printEgp');
ip[IpProtocol.igrp] = rare('printIgrp');
ip[IpProtocol.gre] = printGre;
ip[IpProtocol.esp] = printEsp;
ip[IpProtocol.authentication] = printAuthentication;
ip[IpProtocol.udp] = printUdp;
ip[IpProtocol.dccp] = rare('printDccp');
ip[IpProtocol.ipv6] = printIpv6;
ip[IpProtocol.mobile] = rare('printMobile');
ip[IpProtocol.icmp6] = printIcmp6;
ip[IpProtocol.rsvp] = rare('printRsvp');
ip[IpProtocol.networkDisk] = rare('printNetworkDisk');
ip[IpProtocol.eigrp] = rare('printEigrp');
ip[IpProtocol.ospf] = rare('printOspf');
ip[IpProtocol.pim] = rare('printPim');
ip[IpProtocol.compressed] = rare('printIpComp');
ip[IpProtocol.vrrp] = rare('printVrrp');
ip[IpProtocol.pgm] = rare('printPgm');
ip[IpProtocol.sctp] = rare('printSctp');
ip[IpProtocol.noNextHeader] = printNoNextHeader;
ip[IpProtocol.ethernet] = printEthernet;

/** PPP protocol numbers (IANA "PPP Numbers"). */
const ppp = new Map<number, ProtocolPrinter>([
  [0x0021, printIpv4],
  [0x0023, rare('printIso')],
  [0x002b, rare('printIpx')],
  [0x002f, printIpv4],
  [0x0057, printIpv6],
  [0x0281, printMpls],
  [0x0283, printMpls],
  [0x0800, printIpv4],
  [0x8137, rare('printIpx')],
  [0x86dd, printIpv6],
  [0xc023, rare('printPap')],
  [0xc223, rare('printChap')],
]);

export const protocolTables: ProtocolTables = {
  link,
  ethertype,
  ip,
  tcpPort,
  udpPort,
  ppp,
  rare: rarePrinters,
};
