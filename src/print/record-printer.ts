import type { PacketRecord } from '../decode/packet';

/** Writes packets one by one to the line writer that it was made with; keeps nothing of a record. */
export interface RecordPrinter {
  /** Never throws for anything that the packet's bytes may hold. */
  print(record: PacketRecord): void;
}
