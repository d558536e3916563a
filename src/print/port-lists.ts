/** Which printer follows which port of TCP and UDP. Adding a protocol is one line here. */
import { printBootp } from './application/bootp';
import { printDnsTcp, printDnsUdp, printMdns } from './application/dns';
import { printNtp } from './application/ntp';
import { printRpcOverTcp } from './application/rpc';
import { printSsh } from './application/ssh';
import { printSyslog } from './application/syslog';
import { printTelnet } from './application/telnet';
import { printFtp, printHttp, printRtsp, printSip, printSmtp, printWhois } from './application/text-protocol';
import { printTftp } from './application/tftp';
import type { ProtocolPrinter } from './context';
import { printGeneve } from './network/geneve';
import { printMpls } from './network/mpls';
import { printVxlan, printVxlanGpe } from './network/vxlan';
import { type PortPrinter, PortTable } from './port-table';
import { rare } from './rare';

/** A port on either side, or one that counts on one side only. */
type PortMatch = number | { readonly source: number } | { readonly destination: number };
type PortLine = readonly [print: ProtocolPrinter, ...ports: PortMatch[]];

/** In tcpdump's order: where both ports are listed, the earlier line wins. */
const tcpPorts: readonly PortLine[] = [
  [printTelnet, 23],
  [printSmtp, 25],
  [printWhois, 43],
  [rare('printBgp'), 179],
  [rare('printPptp'), 1723],
  [rare('printResp'), 6379],
  [printSsh, 22],
  [rare('printBeep'), 10288],
  [rare('printOpenflow'), 6633, 6653],
  [printFtp, 21],
  [printHttp, 80, 8080],
  [printRtsp, 554, 8554],
  [printDnsTcp, 53],
  [rare('printMsdp'), 639],
  [rare('printRpkiRtr'), 323],
  [rare('printLdp'), 646],
  [printRpcOverTcp, 2049],
];

const udpPorts: readonly PortLine[] = [
  [printDnsUdp, 53],
  [printMdns, 5353],
  [rare('printTimed'), 525],
  [printTftp, 69],
  [printBootp, 67, 68],
  [rare('printRip'), 520],
  [rare('printAodv'), 654],
  [rare('printIsakmp'), 500],
  [rare('printUdpEncapsulation'), 4500],
  [rare('printIsakmp'), 7500, 8500],
  [rare('printSnmp'), 161, 162],
  [printNtp, 123],
  [rare('printKerberos'), 88, 750],
  [rare('printL2tp'), 1701],
  [rare('printZephyr'), 2103, 2104],
  [rare('printRx'), 7000, 7001, 7002, 7003, 7004, 7005, 7006, 7007, 7008, 7009],
  [rare('printRipng'), 521],
  [rare('printDhcp6'), 546, 547],
  [rare('printAhcp'), 5359],
  [rare('printBabel'), 6696, 6697],
  [rare('printHncp'), 8231],
  [rare('printWhiteboard'), { destination: 4567 }],
  [rare('printAutoRp'), 496],
  [rare('printRadius'), 1812, 1813, 1645, 1646, 1700, 3799],
  [rare('printHsrp'), { destination: 1985 }],
  [rare('printLwres'), 921],
  [rare('printLdp'), 646],
  [rare('printOlsr'), 698],
  [rare('printLspPing'), 3503],
  [rare('printBcmLi'), { source: 49152 }],
  [rare('printBfd'), { destination: 3784 }, { destination: 3785 }, { destination: 4784 }, { destination: 6784 }],
  [rare('printLmp'), 701],
  [rare('printVqp'), 1589],
  [rare('printSflow'), 6343],
  [rare('printLwappControl'), 12223],
  [rare('printLwappData'), 12222],
  [printSip, 5060],
  [printSyslog, 514],
  [rare('printOtv'), 8472],
  [printVxlan, 4789],
  [printGeneve, 6081],
  [rare('printLisp'), 4342],
  [printVxlanGpe, 4790],
  [rare('printZep'), 17754],
  [printMpls, 6635],
  [rare('printPtp'), 319, 320],
  [rare('printSomeip'), 30490],
];

function byPort(list: readonly PortLine[]): PortTable {
  const found = new Map<number, PortPrinter>();
  list.forEach(([print, ...ports], rank) => {
    for (const port of ports) {
      if (typeof port === 'number') found.set(port, { rank, print });
      else if ('source' in port) found.set(port.source, { rank, print, sourceOnly: true });
      else found.set(port.destination, { rank, print, destinationOnly: true });
    }
  });
  return new PortTable(found);
}

export const tcpPort = byPort(tcpPorts);
export const udpPort = byPort(udpPorts);
