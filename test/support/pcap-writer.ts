import { writeFileSync } from 'node:fs';

const microsecondMagic = 0xa1b2c3d4;
const fileHeaderLength = 24;
const recordHeaderLength = 16;
const snaplen = 262144;
// Not the epoch: tcpdump takes a time of zero for no time at all.
const firstSecond = 1_700_000_000;
const microsecondsApart = 1_000_777;

/** LINKTYPE_ values that tests write. */
export const LinkType = { ethernet: 1, raw: 101 } as const;

/** A classic pcap file in host order with a packet about every second. */
export function writePcap(path: string, packets: Uint8Array[], linkType: number = LinkType.ethernet): void {
  const header = Buffer.alloc(fileHeaderLength);
  header.writeUInt32LE(microsecondMagic, 0);
  header.writeUInt16LE(2, 4);
  header.writeUInt16LE(4, 6);
  header.writeUInt32LE(snaplen, 16);
  header.writeUInt32LE(linkType, 20);
  const parts: Uint8Array[] = [header];
  packets.forEach((packet, index) => {
    const record = Buffer.alloc(recordHeaderLength);
    const microseconds = index * microsecondsApart;
    record.writeUInt32LE(firstSecond + Math.floor(microseconds / 1e6), 0);
    record.writeUInt32LE(microseconds % 1e6, 4);
    record.writeUInt32LE(packet.length, 8);
    record.writeUInt32LE(packet.length, 12);
    parts.push(record, packet);
  });
  writeFileSync(path, Buffer.concat(parts));
}
