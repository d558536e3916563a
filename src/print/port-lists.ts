/** Which printer follows which port of TCP and UDP. Adding a protocol is one line here. */
import { printAhcp } from './ahcp';
import { aodvPort, printAodv } from './aodv';
import { autoRpPort, printAutoRp } from './auto-rp';
import { babelPort, printBabel } from './babel';
import { printBcmLi } from './bcm-li';
import { printBeep } from './beep';
import { BfdPort, printBfd } from './bfd';
import { printBgp } from './bgp';
import { printBootp } from './bootp';
import type { ProtocolPrinter } from './context';
import { printDhcp6 } from './dhcp6';
import { printDnsTcp, printDnsUdp, printMdns } from './dns';
import { printGeneve } from './geneve';
import { printHncp } from './hncp';
import { printHsrp } from './hsrp';
import { printIsakmp, printUdpEncapsulation } from './isakmp';
import { printKerberos } from './krb';
import { printL2tp } from './l2tp';
import { printLdp } from './ldp';
import { printLisp } from './lisp';
import { printLmp } from './lmp';
import { printLspPing } from './lsp-ping';
import { printLwappControl, printLwappData } from './lwapp';
import { printLwres } from './lwres';
import { printMpls } from './mpls';
import { msdpPort, printMsdp } from './msdp';
import { printNtp } from './ntp';
import { olsrPort, printOlsr } from './olsr';
import { printOpenflow } from './openflow';
import { printOtv } from './otv';
import { type PortPrinter, PortTable } from './port-table';
import { printPptp } from './pptp';
import { printPtp } from './ptp';
import { printRadius } from './radius';
import { printResp } from './resp';
import { printRip } from './rip';
import { printRipng } from './ripng';
import { printRpcOverTcp } from './rpc';
import { printRpkiRtr } from './rpki-rtr';
import { printRx } from './rx';
import { printSflow } from './sflow';
import { printSnmp } from './snmp';
import { printSomeip } from './someip';
import { printSsh } from './ssh';
import { printSyslog } from './syslog';
import { printTelnet } from './telnet';
import { printFtp, printHttp, printRtsp, printSip, printSmtp, printWhois } from './text-protocol';
import { printTftp } from './tftp';
import { printTimed } from './timed';
import { printVqp } from './vqp';
import { printVxlan, printVxlanGpe } from './vxlan';
import { printWhiteboard } from './whiteboard';
import { printZep } from './zep';
import { printZephyr } from './zephyr';

/** A port on either side, or one that counts on one side only. */
type PortMatch = number | { readonly source: number } | { readonly destination: number };
type PortLine = readonly [print: ProtocolPrinter, ...ports: PortMatch[]];

/** In tcpdump's order: where both ports are listed, the earlier line wins. */
const tcpPorts: readonly PortLine[] = [
  [printTelnet, 23],
  [printSmtp, 25],
  [printWhois, 43],
  [printBgp, 179],
  [printPptp, 1723],
  [printResp, 6379],
  [printSsh, 22],
  [printBeep, 10288],
  [printOpenflow, 6633, 6653],
  [printFtp, 21],
  [printHttp, 80, 8080],
  [printRtsp, 554, 8554],
  [printDnsTcp, 53],
  [printMsdp, msdpPort],
  [printRpkiRtr, 323],
  [printLdp, 646],
  [printRpcOverTcp, 2049],
];

const udpPorts: readonly PortLine[] = [
  [printDnsUdp, 53],
  [printMdns, 5353],
  [printTimed, 525],
  [printTftp, 69],
  [printBootp, 67, 68],
  [printRip, 520],
  [printAodv, aodvPort],
  [printIsakmp, 500],
  [printUdpEncapsulation, 4500],
  [printIsakmp, 7500, 8500],
  [printSnmp, 161, 162],
  [printNtp, 123],
  [printKerberos, 88, 750],
  [printL2tp, 1701],
  [printZephyr, 2103, 2104],
  [printRx, 7000, 7001, 7002, 7003, 7004, 7005, 7006, 7007, 7008, 7009],
  [printRipng, 521],
  [printDhcp6, 546, 547],
  [printAhcp, 5359],
  [printBabel, babelPort.current, babelPort.old],
  [printHncp, 8231],
  [printWhiteboard, { destination: 4567 }],
  [printAutoRp, autoRpPort],
  [printRadius, 1812, 1813, 1645, 1646, 1700, 3799],
  [printHsrp, { destination: 1985 }],
  [printLwres, 921],
  [printLdp, 646],
  [printOlsr, olsrPort],
  [printLspPing, 3503],
  [printBcmLi, { source: 49152 }],
  [
    printBfd,
    { destination: BfdPort.control },
    { destination: BfdPort.echo },
    { destination: BfdPort.multihop },
    { destination: BfdPort.lag },
  ],
  [printLmp, 701],
  [printVqp, 1589],
  [printSflow, 6343],
  [printLwappControl, 12223],
  [printLwappData, 12222],
  [printSip, 5060],
  [printSyslog, 514],
  [printOtv, 8472],
  [printVxlan, 4789],
  [printGeneve, 6081],
  [printLisp, 4342],
  [printVxlanGpe, 4790],
  [printZep, 17754],
  [printMpls, 6635],
  [printPtp, 319, 320],
  [printSomeip, 30490],
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
