import { readFileSync } from 'node:fs';

const fileHeaderLength = 24;
const recordHeaderLength = 16;
const magics = new Map([
  [0xa1b2c3d4, { nanoseconds: false }],
  [0xa1b23c4d, { nanoseconds: true }],
]);

/** A packet of a savefile. Its bytes are in hexadecimal, so that a failed comparison can be read. */
export interface SavedPacket {
  bytes: string;
  len: number;
  seconds: number;
  /** Micro- or nanoseconds, as the file has them. */
  fraction: number;
}

export interface Savefile {
  nanoseconds: boolean;
  snaplen: number;
  linkType: number;
  packets: SavedPacket[];
}

/** Reads a classic pcap file in little-endian order. Throws when it is not one or does not end after a whole packet. */
export function readSavefile(path: string): Savefile {
  const file = readFileSync(path);
  const format = file.length >= fileHeaderLength ? magics.get(file.readUInt32LE(0)) : undefined;
  if (!format) throw new Error(`${path}: no pcap header in ${file.length} bytes`);
  const packets: SavedPacket[] = [];
  let offset = fileHeaderLength;
  while (offset < file.length) {
    const end =
      offset + recordHeaderLength + (offset + recordHeaderLength <= file.length ? file.readUInt32LE(offset + 8) : 0);
    if (end > file.length) throw new Error(`${path}: packet ${packets.length + 1} is cut short`);
    packets.push({
      bytes: file.toString('hex', offset + recordHeaderLength, end),
      len: file.readUInt32LE(offset + 12),
      seconds: file.readUInt32LE(offset),
      fraction: file.readUInt32LE(offset + 4),
    });
    offset = end;
  }
  return { nanoseconds: format.nanoseconds, snaplen: file.readUInt32LE(16), linkType: file.readUInt32LE(20), packets };
}

/** The bytes of every packet of a savefile, in order. */
export function savedBytes(path: string): string[] {
  return readSavefile(path).packets.map((packet) => packet.bytes);
}

/** Frames in the form that {@link savedBytes} has. */
export function hexOf(frames: Uint8Array[]): string[] {
  return frames.map((frame) => Buffer.from(frame).toString('hex'));
}
