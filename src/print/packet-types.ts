/** -T: what TCP and UDP are taken to hold, whatever the ports say. Types have tcpdump's names. */
import { IpProtocol } from '../decode/ip-protocol';
import { printDnsTcp, printDnsUdp } from './application/dns';
import { printTftp } from './application/tftp';
import type { DatagramPrinter, ProtocolPrinter, ProtocolTables } from './context';
import { printVxlan } from './network/vxlan';
import type { PacketType } from './options';
import { rare } from './rare';

interface Holds {
  /** In a segment; absent: nothing is shown of it. */
  readonly tcp?: ProtocolPrinter;
  /** In a datagram; absent: ports say what it holds, as without -T. */
  readonly udp?: DatagramPrinter;
  /** In place of VRRP, whose protocol number it shares. */
  readonly vrrp?: ProtocolPrinter;
  /** In the data of PGM. */
  readonly pgm?: ProtocolPrinter;
}

const types: Readonly<Record<PacketType, Holds>> = {
  aodv: { udp: datagram(rare('printAodv')) },
  carp: { vrrp: rare('printCarp') },
  cnfp: { udp: datagram(rare('printNetflow')) },
  domain: { tcp: printDnsTcp, udp: datagram(printDnsUdp) },
  lmp: { udp: datagram(rare('printLmp')) },
  pgm: { udp: datagram(rare('printPgm')) },
  pgm_zmtp1: { udp: datagram(rare('printPgm')), pgm: rare('printZmtpDatagram') },
  ptp: { udp: datagram(rare('printPtp')) },
  radius: { udp: datagram(rare('printRadius')) },
  resp: { tcp: rare('printResp') },
  rpc: { udp: { print: rare('printRpc'), writesAddresses: true } },
  rtcp: { udp: datagram(rare('printRtcp')) },
  rtp: { udp: datagram(rare('printRtp')) },
  snmp: { udp: datagram(rare('printSnmp')) },
  someip: { udp: datagram(rare('printSomeip')) },
  tftp: { udp: datagram(printTftp) },
  vat: { udp: datagram(rare('printVat')) },
  vxlan: { udp: datagram(printVxlan) },
  wb: { udp: datagram(rare('printWhiteboard')) },
  zmtp1: { tcp: rare('printZmtp') },
};

function datagram(print: ProtocolPrinter): DatagramPrinter {
  return { print, writesAddresses: false };
}

/** The tables with what `type` puts in the place of ports. */
export function tablesFor(type: PacketType | undefined, tables: ProtocolTables): ProtocolTables {
  if (type === undefined) return tables;
  const { tcp, udp, vrrp, pgm } = types[type];
  const ip = tables.ip.slice();
  if (vrrp !== undefined) ip[IpProtocol.vrrp] = vrrp;
  const segment = tcp === undefined ? undefined : { print: tcp };
  return { ...tables, ip, tcpPort: { choose: () => segment }, datagram: udp, pgmData: pgm };
}
