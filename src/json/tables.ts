/** Which writer follows which number. Adding a protocol is one line here. */
import { IpProtocol } from '../decode/ip-protocol';
import { PppProtocol } from '../decode/ppp';
import { writeArp } from './arp';
import { writeBfd } from './bfd';
import { writeBgp } from './bgp';
import type { LayerTables, LayerWriter } from './context';
import { writeDhcp } from './dhcp';
import { writeDhcp6 } from './dhcp6';
import { writeDns, writeDnsTcp } from './dns';
import { writeEapol } from './eapol';
import { writeEthernet } from './ethernet';
import { writeGeneve } from './geneve';
import { writeGre } from './gre';
import { writeHsrp } from './hsrp';
import { writeHttp, writeRtsp, writeSip } from './http';
import { writeIcmp } from './icmp';
import { writeIcmp6 } from './icmp6';
import { writeIgmp } from './igmp';
import { writeAuthentication, writeEsp } from './ipsec';
import { writeIpv4 } from './ipv4';
import { writeIpv6 } from './ipv6';
import { writeDestinationOptions, writeFragment, writeHopByHop, writeRouting } from './ipv6-extension';
import { writeIsakmp, writeUdpEncapsulation } from './isakmp';
import { writeL2tp } from './l2tp';
import { writeSlow } from './lacp';
import { writeNull, writeRawIp } from './link-ip';
import { writeLldp } from './lldp';
import { writeMpls } from './mpls';
import { writeNtp } from './ntp';
import { writeOspf } from './ospf';
import { writePim } from './pim';
import { writePpp } from './ppp';
import { writePppoe } from './pppoe';
import { writeRadius } from './radius';
import { writeRip, writeRipng } from './rip';
import { writeSctp } from './sctp';
import { writeSll, writeSll2 } from './sll';
import { writeSnmp } from './snmp';
import { writeSyslog } from './syslog';
import { writeTcp } from './tcp';
import { writeTftp } from './tftp';
import { writeTls } from './tls';
import { writeUdp } from './udp';
import { writeVrrp } from './vrrp';
import { writeVxlan } from './vxlan';
import { writeRadiotap, writeWlan } from './wlan';

/** LINKTYPE_ values (https://www.tcpdump.org/linktypes.html). */
const link = new Map<number, LayerWriter>([
  [0, writeNull],
  [1, writeEthernet],
  [9, writePpp],
  [12, writeRawIp],
  [14, writeRawIp],
  [50, writePpp],
  [51, writePppoe],
  [101, writeRawIp],
  [105, writeWlan],
  [108, writeNull],
  [113, writeSll],
  [127, writeRadiotap],
  [228, writeRawIp],
  [229, writeRawIp],
  [276, writeSll2],
]);

const ethertype = new Map<number, LayerWriter>([
  [0x0800, writeIpv4],
  [0x0806, writeArp],
  [0x8035, writeArp],
  [0x86dd, writeIpv6],
  [0x8809, writeSlow],
  [0x880b, writePpp],
  [0x8847, writeMpls],
  [0x8848, writeMpls],
  [0x8863, writePppoe],
  [0x8864, writePppoe],
  [0x888e, writeEapol],
  [0x88c7, writeEapol],
  [0x88cc, writeLldp],
]);

const ip: (LayerWriter | undefined)[] = new Array(256).fill(undefined);
ip[IpProtocol.hopByHop] = writeHopByHop;
ip[IpProtocol.icmp] = writeIcmp;
ip[IpProtocol.igmp] = writeIgmp;
ip[IpProtocol.ipv4] = writeIpv4;
ip[IpProtocol.tcp] = writeTcp;
ip[IpProtocol.udp] = writeUdp;
ip[IpProtocol.ipv6] = writeIpv6;
ip[IpProtocol.routing] = writeRouting;
ip[IpProtocol.fragment] = writeFragment;
ip[IpProtocol.gre] = writeGre;
ip[IpProtocol.esp] = writeEsp;
ip[IpProtocol.authentication] = writeAuthentication;
ip[IpProtocol.icmp6] = writeIcmp6;
ip[IpProtocol.destinationOptions] = writeDestinationOptions;
ip[IpProtocol.ospf] = writeOspf;
ip[IpProtocol.pim] = writePim;
ip[IpProtocol.vrrp] = writeVrrp;
ip[IpProtocol.sctp] = writeSctp;
ip[IpProtocol.ethernet] = writeEthernet;

/** The destination's port is asked first. */
const tcpPort = new Map<number, LayerWriter>([
  [53, writeDnsTcp],
  [80, writeHttp],
  [179, writeBgp],
  [443, writeTls],
  [465, writeTls],
  [554, writeRtsp],
  [636, writeTls],
  [853, writeTls],
  [990, writeTls],
  [993, writeTls],
  [995, writeTls],
  [3128, writeHttp],
  [5060, writeSip],
  [5061, writeTls],
  [8080, writeHttp],
  [8443, writeTls],
  [8554, writeRtsp],
]);

const udpPort = new Map<number, LayerWriter>([
  [53, writeDns],
  [67, writeDhcp],
  [68, writeDhcp],
  [69, writeTftp],
  [123, writeNtp],
  [161, writeSnmp],
  [162, writeSnmp],
  [500, writeIsakmp],
  [514, writeSyslog],
  [520, writeRip],
  [521, writeRipng],
  [546, writeDhcp6],
  [547, writeDhcp6],
  [1645, writeRadius],
  [1646, writeRadius],
  [1700, writeRadius],
  [1701, writeL2tp],
  [1812, writeRadius],
  [1813, writeRadius],
  [1985, writeHsrp],
  [2029, writeHsrp],
  [3784, writeBfd],
  [3799, writeRadius],
  [4500, writeUdpEncapsulation],
  [4784, writeBfd],
  [4789, writeVxlan],
  [4790, writeVxlan],
  [5060, writeSip],
  [5353, writeDns],
  [5355, writeDns],
  [6081, writeGeneve],
  [6784, writeBfd],
  [8472, writeVxlan],
]);

const ppp = new Map<number, LayerWriter>([
  [PppProtocol.ipv4, writeIpv4],
  [PppProtocol.ipv6, writeIpv6],
  [PppProtocol.mpls, writeMpls],
  [PppProtocol.mplsMulticast, writeMpls],
]);

export const layerTables: LayerTables = { link, ethertype, ip, tcpPort, udpPort, ppp };
