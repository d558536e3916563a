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
import { printNoNextHeader } from './no-next-header';

/** LINKTYPE_ values (https://www.tcpdump.org/linktypes.html). */
const link = new Map<number, LinkPrinter>([
  [0, printNull],
  [1, printEthernetLink],
  [12, printRawIp],
  [14, printRawIp],
  [101, printRawIp],
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
]);

const ip: (ProtocolPrinter | undefined)[] = new Array(256).fill(undefined);
ip[IpProtocol.icmp] = printIcmp;
ip[IpProtocol.ipv4] = printIpv4;
ip[IpProtocol.tcp] = printTcp;
ip[IpProtocol.udp] = printUdp;
ip[IpProtocol.ipv6] = printIpv6;
ip[IpProtocol.icmp6] = printIcmp6;
ip[IpProtocol.noNextHeader] = printNoNextHeader;
ip[IpProtocol.ethernet] = printEthernet;

const tcpPort = new Map<number, PortPrinter>();
const udpPort = new Map<number, PortPrinter>();
const ppp = new Map<number, ProtocolPrinter>();

export const protocolTables: ProtocolTables = { link, ethertype, ip, tcpPort, udpPort, ppp };
