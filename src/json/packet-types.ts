/** -T: what TCP and UDP are taken to hold, whatever the ports say, where JSON has a layer for it. */
import type { LayerTables, LayerWriter } from './context';
import { writeDns, writeDnsTcp } from './dns';
import type { JsonPacketType } from './options';
import { writeRadius } from './radius';
import { writeSnmp } from './snmp';
import { writeTftp } from './tftp';
import { writeVxlan } from './vxlan';

interface Holds {
  /** In a segment; absent: no layer follows. */
  readonly tcp?: LayerWriter;
  readonly udp: LayerWriter;
}

const types: Readonly<Record<JsonPacketType, Holds>> = {
  domain: { tcp: writeDnsTcp, udp: writeDns },
  radius: { udp: writeRadius },
  snmp: { udp: writeSnmp },
  tftp: { udp: writeTftp },
  vxlan: { udp: writeVxlan },
};

/** The tables with what `type` puts in the place of ports. */
export function tablesFor(type: JsonPacketType | undefined, tables: LayerTables): LayerTables {
  if (type === undefined) return tables;
  const { tcp, udp } = types[type];
  return { ...tables, tcpPort: { get: () => tcp }, udpPort: { get: () => udp } };
}
