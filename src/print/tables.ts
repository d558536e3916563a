/** Which printer follows which number. Adding a protocol is one line here. */
import { IpProtocol } from '../decode/ip-protocol';
import { printAoe } from './aoe';
import { printAarp, printEtherTalk, printLocalTalkLink } from './appletalk';
import { printArcnetLink, printArcnetLinuxLink } from './arcnet';
import { printArp } from './arp';
import { printAtmLink, printClassicalIpLink, printSunAtmLink } from './atm';
import { printAvsLink, printPrismLink } from './avs';
import { printBluetoothLink } from './bluetooth';
import { printCalmFast } from './calm-fast';
import { printCfm } from './cfm';
import { printChdlcLink } from './chdlc';
import { printClip } from './clip';
import type { LinkPrinter, ProtocolPrinter, ProtocolTables } from './context';
import { printDccp } from './dccp';
import { printDecnet } from './decnet';
import { printEapol } from './eapol';
import { printEgp } from './egp';
import { printEigrp } from './eigrp';
import { printEncLink } from './enc';
import { printEthernet, printEthernetLink } from './ethernet';
import { printFddiLink } from './fddi';
import { printFrameRelayLink } from './frame-relay';
import { printGeonet } from './geonet';
import { printGre } from './gre';
import { printIcmp } from './icmp';
import { printIcmp6 } from './icmp6';
import { printIeee1394Link } from './ieee1394';
import { printIgmp } from './igmp';
import { printIgrp } from './igrp';
import { printIpOverFcLink } from './ip-over-fc';
import { printIpComp } from './ipcomp';
import { printIpnetLink } from './ipnet';
import { printIpoibLink } from './ipoib';
import { printAuthentication, printEsp } from './ipsec';
import { printIpv4 } from './ipv4';
import { printIpv6 } from './ipv6';
import { printIpx, printIpxEthernet } from './ipx';
import { printIso, printPaddedIso } from './iso';
import { juniperLinks } from './juniper';
import { printNull, printRawIp } from './link-ip';
import { printLldp } from './lldp';
import { printLoopback } from './loopback';
import { printMfrLink } from './mfr';
import { printMobile } from './mobile';
import { printMpcp } from './mpcp';
import { printMpls } from './mpls';
import { printMsnlb } from './msnlb';
import { printNetanalyzerLink, printNetanalyzerTransparentLink } from './netanalyzer';
import { printNetworkDisk } from './network-disk';
import { printNflogLink } from './nflog';
import { printNoNextHeader } from './no-next-header';
import { printNsh } from './nsh';
import { printOspf } from './ospf';
import { printPflogLink } from './pflog';
import { printPgm } from './pgm';
import { printPim } from './pim';
import { printPktapLink } from './pktap';
import { tcpPort, udpPort } from './port-lists';
import { printPpiLink } from './ppi';
import { printPppEthernet, printPppLink, printPppSerial } from './ppp';
import { printChap, printPap } from './ppp-authentication';
import { printPppoe, printPppoeLink } from './pppoe';
import { printPtp } from './ptp';
import { printRadiotapLink } from './radiotap';
import { printRealtek } from './realtek';
import { printRsvp } from './rsvp';
import { printSctp } from './sctp';
import { printSlipBsdosLink, printSlipLink } from './slip';
import { printSll, printSll2 } from './sll';
import { printSlow } from './slow';
import { printBroadcomLink, printBroadcomPrependLink, printDsaLink, printEtherDsaLink } from './switch-tag';
import { printSymantecLink } from './symantec';
import { printTcp } from './tcp';
import { printTipc } from './tipc';
import { printTokenRingLink } from './token-ring';
import { printUdp } from './udp';
import { printUsbLink, printUsbMappedLink } from './usb';
import { printVrrp } from './vrrp';
import { printVsockLink } from './vsock';
import { printWlanLink } from './wlan';
import { printWpanLink, printWpanTapLink } from './wpan';

/** LINKTYPE_ values (https://www.tcpdump.org/linktypes.html). */
const link = new Map<number, LinkPrinter>([
  [0, printNull],
  [1, printEthernetLink],
  [6, printTokenRingLink],
  [7, printArcnetLink],
  [8, printSlipLink],
  [9, printPppLink],
  [10, printFddiLink],
  [11, printAtmLink],
  [12, printRawIp],
  [14, printRawIp],
  [15, printSlipBsdosLink],
  [19, printClassicalIpLink],
  [19, printClip],
  [50, printPppSerial],
  [51, printPppoeLink],
  [99, printSymantecLink],
  [100, printAtmLink],
  [101, printRawIp],
  [102, printSlipBsdosLink],
  [104, printChdlcLink],
  [105, printWlanLink],
  [106, printClassicalIpLink],
  [107, printFrameRelayLink],
  [106, printClip],
  [108, printNull],
  [109, printEncLink],
  [112, printChdlcLink],
  [113, printSll],
  [114, printLocalTalkLink],
  [117, printPflogLink],
  [119, printPrismLink],
  [122, printIpOverFcLink],
  [123, printSunAtmLink],
  [127, printRadiotapLink],
  [129, printArcnetLinuxLink],
  [138, printIeee1394Link],
  [149, printPktapLink],
  [163, printAvsLink],
  [166, printPppLink],
  [182, printMfrLink],
  [189, printUsbLink],
  [192, printPpiLink],
  [195, printWpanLink],
  [201, printBluetoothLink],
  [220, printUsbMappedLink],
  [226, printIpnetLink],
  [228, printRawIp],
  [229, printRawIp],
  [230, printWpanLink],
  [239, printNflogLink],
  [240, printNetanalyzerLink],
  [241, printNetanalyzerTransparentLink],
  [242, printIpoibLink],
  [258, printPktapLink],
  [271, printVsockLink],
  [276, printSll2],
  [281, printBroadcomLink],
  [282, printBroadcomPrependLink],
  [283, printWpanTapLink],
  [284, printDsaLink],
  [285, printEtherDsaLink],
  ...juniperLinks,
]);

const ethertype = new Map<number, ProtocolPrinter>([
  [0x0800, printIpv4],
  [0x0806, printArp],
  [0x8035, printArp],
  [0x86dd, printIpv6],
  [0x6003, printDecnet],
  [0x0707, printGeonet],
  [0x1111, printCalmFast],
  [0x8947, printGeonet],
  [0x809b, printEtherTalk],
  [0x80f3, printAarp],
  [0x8137, printIpxEthernet],
  [0x880b, printPppEthernet],
  [0x8847, printMpls],
  [0x8848, printMpls],
  [0x3c12, printPppoe],
  [0x3c13, printPppoe],
  [0x8863, printPppoe],
  [0x8864, printPppoe],
  [0x8808, printMpcp],
  [0x8809, printSlow],
  [0x886f, printMsnlb],
  [0x888e, printEapol],
  [0x8899, printRealtek],
  [0x88a2, printAoe],
  [0x88ca, printTipc],
  [0x88cc, printLldp],
  [0x88f7, printPtp],
  [0x8902, printCfm],
  [0x894f, printNsh],
  [0x9000, printLoopback],
  [0xabcd, printCfm],
  [0xfefe, printPaddedIso],
]);

const ip: (ProtocolPrinter | undefined)[] = new Array(256).fill(undefined);
ip[IpProtocol.icmp] = printIcmp;
ip[IpProtocol.ipv4] = printIpv4;
ip[IpProtocol.igmp] = printIgmp;
ip[IpProtocol.tcp] = printTcp;
ip[IpProtocol.egp] = printEgp;
ip[IpProtocol.igrp] = printIgrp;
ip[IpProtocol.gre] = printGre;
ip[IpProtocol.esp] = printEsp;
ip[IpProtocol.authentication] = printAuthentication;
ip[IpProtocol.udp] = printUdp;
ip[IpProtocol.dccp] = printDccp;
ip[IpProtocol.ipv6] = printIpv6;
ip[IpProtocol.mobile] = printMobile;
ip[IpProtocol.icmp6] = printIcmp6;
ip[IpProtocol.rsvp] = printRsvp;
ip[IpProtocol.networkDisk] = printNetworkDisk;
ip[IpProtocol.eigrp] = printEigrp;
ip[IpProtocol.ospf] = printOspf;
ip[IpProtocol.pim] = printPim;
ip[IpProtocol.compressed] = printIpComp;
ip[IpProtocol.vrrp] = printVrrp;
ip[IpProtocol.pgm] = printPgm;
ip[IpProtocol.sctp] = printSctp;
ip[IpProtocol.noNextHeader] = printNoNextHeader;
ip[IpProtocol.ethernet] = printEthernet;

/** PPP protocol numbers (IANA "PPP Numbers"). */
const ppp = new Map<number, ProtocolPrinter>([
  [0x0021, printIpv4],
  [0x0023, printIso],
  [0x002b, printIpx],
  [0x002f, printIpv4],
  [0x0057, printIpv6],
  [0x0281, printMpls],
  [0x0283, printMpls],
  [0x0800, printIpv4],
  [0x8137, printIpx],
  [0x86dd, printIpv6],
  [0xc023, printPap],
  [0xc223, printChap],
]);

export const protocolTables: ProtocolTables = {
  link,
  ethertype,
  ip,
  tcpPort,
  udpPort,
  ppp,
};
