/** What the user asked the objects to hold. */
import type { PacketType } from '../print/options';

/** Those of -T that have a layer. */
export const jsonPacketTypes = ['domain', 'radius', 'snmp', 'tftp', 'vxlan'] as const satisfies readonly PacketType[];
export type JsonPacketType = (typeof jsonPacketTypes)[number];

export interface JsonOptions {
  /** Hexadecimal `bytes` of the packet: without its link header, as a whole, or not at all. */
  bytes: 'none' | 'withoutLink' | 'whole';
  /** Number the packets. */
  number: boolean;
  /** -T; absent: ports say what TCP and UDP hold. */
  packetType?: JsonPacketType | undefined;
}

export const defaultJsonOptions: JsonOptions = { bytes: 'none', number: false };

export function isJsonPacketType(type: PacketType): type is JsonPacketType {
  return jsonPacketTypes.some((known) => known === type);
}
